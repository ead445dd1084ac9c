import Tables
import Tensors
import Testing

@Suite struct CSVTests {
  private func read(_ text: String, target: String? = nil) throws(CSVProblem) -> Table {
    try .reading(csv: text, name: "t", target: target)
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
    "\"a\",\"b\"\n\"1\",2\n3,\"4\"",
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
  ])
  func whatIsNoTable(text: String, part: String) {
    #expect { try read(text) } throws: { ($0 as? CSVProblem)?.message.contains(part) == true }
  }

  @Test func anUnknownTargetNamesTheColumns() {
    #expect { try read("a,b\n1,2", target: "c") } throws: { ($0 as? CSVProblem)?.hint == "it has a, b" }
  }
}
