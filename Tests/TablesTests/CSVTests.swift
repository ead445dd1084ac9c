import Tables
import Tensors
import Testing

@Suite struct CSVTests {
  private func read(
    _ text: String, target: String? = nil, missing: [String] = []
  ) throws(CSVProblem) -> Table {
    try Table.reading(csv: text, name: "t", target: target, missing: missing).table
  }

  private func refusal(of text: String, missing: [String] = []) -> CSVProblem? {
    do throws(CSVProblem) {
      _ = try read(text, missing: missing)
      return nil
    } catch { return error }
  }

  @Test func numbersAndTheLastColumn() throws {
    let table = try read("x1,x2,y\n1,2.5,0\n-3e2,4,1\n")
    #expect(table.inputs == ["x1", "x2"] && table.outputs == ["y"])
    #expect(table.X == Tensor([2, 2], [1, 2.5, -300, 4]))
    #expect(table.y == Tensor([0, 1]))
    #expect(table.classNames.isEmpty)
  }

  @Test func textsAreClassesInTheOrderOfTheirNames() throws {
    let table = try read("kind,size\nowl,1\ncat,2\ndog,3\ncat,4", target: "kind")
    #expect(table.inputs == ["size"])
    #expect(table.y == Tensor([2, 0, 1, 0]))
    #expect(table.classNames == ["kind": ["cat", "dog", "owl"]])
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n3,4\r\n", "a;b\n1;2\n3;4", "\u{FEFF}a,b\n\n1, 2\n3 ,4\n\n",
    "\"a\",\"b\"\n\"1\",2\n3,\"4\"", "a\tb\n1\t2\n3\t4\n\n\r\n", "a;b\r1;2\r3;4\r", "a\tb\n\"1\"\t 2\n3\t4",
    "\u{FEFF}\"a\";\"b\"\r\n1;2\r\n+3;4e0\r\n\r\n",
  ])
  func formsOfTheSameTable(text: String) throws {
    let table = try read(text)
    #expect(table.column("a") == Tensor([1, 3]) && table.column("b") == Tensor([2, 4]))
  }

  @Test func quotesHoldCommasAndLineEnds() throws {
    let table = try read("name,y\n\"a, \"\"b\"\"\nc\",1\nd,2\n", target: "y")
    #expect(table.classNames["name"] == ["a, \"b\"\nc", "d"])
  }

  @Test func namesBecomeNamesOfTheLanguage() throws {
    #expect(try read("sepal length,2nd,größe\n1,2,3").inputs == ["sepal_length", "c2nd"])
    #expect(try read("a,größe\n1,3").outputs == ["gr__e"])
  }

  @Test(arguments: [
    ("", "no rows"), ("a,b", "no rows"), ("a\n1", "only the column `a`"),
    ("a,b\n1,2\n\n3", "line 4 has 1 value,"), ("a,b\n1,", "line 2 has no value for `b`"),
    ("a,a\n1,2", "two columns are called `a`"), ("a,b\n\"1,2", "line 2 opens a quote"),
    ("a;b\n1;2;3", "line 2 has 3 values"), ("a,b\n1,2\n\n\n,5", "line 5 has no value for `a`"),
  ])
  func whatIsNoTable(text: String, part: String) {
    #expect { try read(text) } throws: { ($0 as? CSVProblem)?.message.english.contains(part) == true }
  }

  @Test func anUnknownTargetNamesTheColumns() {
    #expect { try read("a,b\n1,2", target: "c") } throws: { ($0 as? CSVProblem)?.hint == "it has a, b" }
    #expect { try read("age,grade\n1,2", target: "grad") } throws: {
      ($0 as? CSVProblem)?.hint?.english.contains("`grade`") == true
    }
  }

  // MARK: Columns of numbers

  @Test(arguments: [
    ("1,5", "write 1.5"), ("-0,25", "write -0.25"), ("1.234,5", "write 1234.5"), ("1 000", "write 1000"),
    ("12 345.5", "write 12345.5"), ("1\u{A0}000", "write 1000"), ("1'000'000", "write 1000000"),
    ("1.000.000", "write 1000000"), ("1,000,000", "write 1000000"),
    ("1,000", "write 1000 if the comma groups"),
    ("1,000", "1.000 if it is a decimal comma"), ("−5", "write -5"), ("12%", "write the number alone: 12"),
    ("5 €", "write the number alone: 5"), ("$5.50", "write the number alone: 5.50"),
    ("1e999", "below 1.8e308"), ("inf", "finite"), ("-Infinity", "finite"),
    ("NA", "missing=[\"NA\"]"), ("n/a", "missing=[\"n/a\"]"), ("?", "missing=[\"?\"]"),
    ("nan", "missing=[\"nan\"]"),
    ("", "missing=[\"\"]"), ("", "fill it in"), ("abc", "missing=[\"abc\"]"), ("0x1F", "correct it"),
    ("5 kg", "correct it"), ("1.5.2", "correct it"), ("1,5,2", "correct it"),
  ])
  func aNumberWrittenInAnotherWayIsAnErrorWithItsCure(cell: String, cure: String) throws {
    let problem = try #require(refusal(of: "a;y\n10;0\n9;1\n\(cell);0\n100;1\n8;1\n"))
    #expect(problem.message.english.hasPrefix("line 4 has "), "\(problem.message.english)")
    #expect(problem.message.english.contains(cell.isEmpty ? "no value for `a`" : "`\(cell)` for `a`"))
    #expect(problem.hint?.english.contains(cure) == true, "\(problem.hint?.english ?? "no hint")")
  }

  @Test func aFileOfDecimalCommasIsNoFileOfClasses() throws {
    let problem = try #require(refusal(of: "a;y\n1,5;0\n2,5;1\n3,5;0\n"))
    #expect(problem.message == "line 2 has `1,5` for `a`, a column of numbers, and 2 more are no numbers")
    #expect(problem.hint?.english.contains("replace all commas of the file by points") == true)
    // Parted by commas, the same file has too many values in a row.
    #expect(refusal(of: "a,y\n1,5,0\n")?.hint?.english.contains("decimal point") == true)
    #expect(refusal(of: "a,y\n\"1,5\",0\n")?.hint?.english.contains("write 1.5") == true)
  }

  @Test func halfOfTheValuesDecide() throws {
    // Two numbers and two texts: numbers. One and two: texts, with a doubt.
    #expect(
      refusal(of: "a,y\n1,0\nx,1\n2,0\ny,1")?.message.english.contains("line 3 has `x` for `a`") == true)
    let (table, doubts) = try Table.reading(csv: "a,y\nx,0\n7,1\ny,0", name: "t", target: nil)
    #expect(table.classNames == ["a": ["7", "x", "y"]])
    #expect(doubts.count == 1)
    #expect(doubts.first?.message.english.contains("line 3 has `7` for `a`, a column of texts") == true)
    // Marks of missing values decide nothing.
    #expect(refusal(of: "a,y\n1,0\nNA,1\nNA,0\nNA,1")?.message.english.contains("line 3 has `NA`") == true)
  }

  @Test func aColumnOfTextsIsClassesWithoutADoubt() throws {
    let text = "day,size,y\nmo,S-1,0\ntu,M 2,1\nwe,10-20,0\nmo,2024-01-02,1"
    let (table, doubts) = try Table.reading(csv: text, name: "t", target: nil)
    #expect(table.classNames["day"] == ["mo", "tu", "we"] && table.classNames["size"]?.count == 4)
    #expect(doubts.isEmpty)
  }

  @Test func aMarkAmongTextsIsDoubtful() throws {
    let (table, doubts) = try Table.reading(csv: "a,y\nowl,0\n?,1\ncat,0", name: "t", target: nil)
    #expect(table.classNames["a"] == ["?", "cat", "owl"])
    #expect(
      doubts.map(\.message) == ["line 3 has `?` for `a`, a column of texts: it is the name of a class there"])
    #expect(doubts.first?.hint?.english.contains("missing=[\"?\"]") == true)
    #expect(refusal(of: "a,y\nowl,0\n,1\ncat,0")?.message == "line 3 has no value for `a`")
  }

  // MARK: Missing values

  @Test func whatIsNamedAsMissingIsNaN() throws {
    let table = try read("a,k,y\n1,owl,0\nNA,?,1\n3,cat,\n,owl,2", missing: ["NA", "?", ""])
    let (a, k) = try (#require(table.column("a")), #require(table.column("k")))
    #expect(a.elements.map(\.isNaN) == [false, true, false, true] && a.elements[2] == 3)
    #expect(k.elements.map(\.isNaN) == [false, true, false, false] && k.elements[0] == 1)
    #expect(table.y.elements.map(\.isNaN) == [false, false, true, false])
    #expect(table.classNames == ["k": ["cat", "owl"]])
  }

  @Test func onlyWhatIsNamedIsMissing() throws {
    let problem = try #require(refusal(of: "a,y\n1,0\nNA,1\n?,0\n3,0", missing: ["NA"]))
    #expect(problem.message.english.contains("line 4 has `?`"))
    #expect(problem.hint?.english.contains("missing=[\"NA\", \"?\"]") == true)
    let none = try read("a,y\nNA,1\nNA,0", missing: ["NA"])
    #expect(none.column("a")?.elements.allSatisfy(\.isNaN) == true && none.classNames.isEmpty)
  }

  // MARK: The first line

  @Test func aFirstLineOfNumbersIsDoubtful() throws {
    let (table, doubts) = try Table.reading(csv: "5.1,3.5,setosa\n4.9,3,setosa\n", name: "t", target: nil)
    #expect(table.rowCount == 1)
    #expect(doubts.map(\.message) == ["line 1 is to name the columns, and has the number 5.1"])
    #expect(try Table.reading(csv: "x1,2nd,y\n1,2,3", name: "t", target: nil).doubts.isEmpty)
    #expect(
      refusal(of: "0,0,1\n1,1,0")?.hint?.english.contains("put a line of names above the values") == true)
  }

  @Test func theMostFrequentSeparatorOfTheFirstLinePartsTheCells() throws {
    #expect(try read("a;b, in km;c\n1;2;3").inputs == ["a", "b__in_km"])
    #expect(try read("\"a;b;c\",d\n1,2").inputs == ["a_b_c"])
    #expect(try read("a\tb, c\n1\t2").outputs == ["b__c"])
  }

  @Test func tooManyColumnsAreSaid() {
    let head = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<20_000).map { _ in "1" }.joined(separator: ",")
    #expect(refusal(of: head + "\n" + row)?.message == "there are 20000 columns")
    let many = String(repeating: "x,", count: 1_000_000)
    #expect(refusal(of: many + "\n" + many)?.message == "there are 1000001 columns")
  }

  @Test func aLargeFileTakesLinearTime() throws {
    let lines = (0..<50_000).map { "\($0),\"text \($0 % 7)\",\($0 % 2)" }
    let table = try read("a,b,y\n" + lines.joined(separator: "\r\n"))
    #expect(table.rowCount == 50_000 && table.classNames["b"]?.count == 7)
  }
}
