import Bytes
import Diagnostics
@testable import Grading
import NotebookFormat
import Testing

/// What is written for other programs.
@Suite struct ExportTests {
  private let key = SampleKey.key([
    ("title: \"Gates\"", "title: \"Gates\"\nscale: {\"2,0\": 0%, \"3,0\": 50%, \"4,0\": 66.7%, \"5,0\": 90%}")
  ])

  /// A record with these checks held of `and` (3) and `or` (2), `answer` as the code of both.
  private func record(_ id: String, _ held: [Bool], name: String? = nil, answer: String = "") -> GradeRecord {
    var record = GradeRecord(Identity(id: id, name: name), .graded)
    var rest = held[...]
    for exercise in key.exercises {
      let checks = exercise.checks.map { check in
        rest.popFirst() == true
          ? CheckVerdict(.passed, milliPoints: check.milliPoints)
          : CheckVerdict(.failed, reasons: ["a reason & <b>"])
      }
      record.exercises.append(
        GradedExercise(name: exercise.name, status: .ran, answer: answer, checks: checks))
    }
    return record
  }

  private let all = [true, true, true, true, true]

  // MARK: Moodle

  @Test func onlyTheCellsOfGradesAndFeedbackChange() throws {
    let sheet = """
      \u{FEFF}Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (grade)","Feedback comments"\r
      "Participant 12","Jan, ""J"" Kowalski",jk@x.pl,"Submitted for grading",,3.00,Yes,-,\r
      Participant 9,Anna Żak,az@x.pl,Submitted,1.50,3.00,Yes,-,"nnb: old"\r
      Participant 7,Ewa Lis,el@x.pl,Submitted,2.00,3.00,Yes,-,
      """
    let records = [record("12", all), record("9", [true, false, false, true, true]), record("8", all)]
    let worksheet = try MoodleWorksheet(Array(sheet.utf8), records: records, key: key)
    let wanted =
      sheet
      .replacing(",,3.00,Yes,-,\r\n", with: ",3,3.00,Yes,-,nnb: 3 of 3 points; and 2 of 2; or 1 of 1\r\n")
      .replacing("\"nnb: old\"", with: "nnb: 1.5 of 3 points; and 0.5 of 2; or 1 of 1")
    #expect(String(decoding: worksheet.bytes, as: UTF8.self) == wanted)
    #expect(worksheet.count == 1)
    #expect(
      worksheet.skipped.map { "\($0.id) \($0.name): \($0.reason)" } == [
        "9 Anna Żak: the grade is as it was", "7 Ewa Lis: nothing was handed in",
        "8 : the worksheet has no such row",
      ])
  }

  @Test func polishWorksheetsHaveCommas() throws {
    let sheet = """
      identyfikator;Pełna nazwa;Status;Ocena;Maksymalna ocena;Ocena może być zmieniona;Komentarz zwrotny
      Uczestnik 12;Jan;Wysłane;-;3,00;Tak;
      Uczestnik 13;Ola;Wysłane;-;1,00;Tak;Dobrze!
      Uczestnik 14;Iga;Wysłane;-;3,00;Nie;
      """
    let half = [true, false, false, true, true]
    let records = ["12", "13", "14"].map { record($0, half) }
    let worksheet = try MoodleWorksheet(Array(sheet.utf8), records: records, key: key)
    let lines = String(decoding: worksheet.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[1].hasPrefix("Uczestnik 12;Jan;Wysłane;1,5;3,00;Tak;\"nnb: 1.5 of 3 points; and"))
    #expect(lines[2] == "Uczestnik 13;Ola;Wysłane;-;1,00;Tak;Dobrze!")
    #expect(
      worksheet.skipped.map(\.reason) == [
        "1,5 is more than the maximum 1,00", "the grade is locked in the gradebook",
      ])
    #expect(worksheet.remarks == ["the feedback that a person wrote for Ola stays"])
  }

  @Test func scalesTakeTheGradesOfTheCourse() throws {
    let sheet =
      "Identifier,Grade,Scale\nParticipant 1,-,\"2,0, 3,0, 5,0\"\nParticipant 2,-,\"2,0, 3,0, 5,0\"\n"
    let records = [record("1", all), record("2", [true, true, true, false, false])]
    let worksheet = try MoodleWorksheet(Array(sheet.utf8), records: records, key: key)
    #expect(String(decoding: worksheet.bytes, as: UTF8.self).contains("Participant 1,\"5,0\","))
    #expect(worksheet.count == 2 && worksheet.skipped.isEmpty)
    let other = sheet.replacing("2,0, 3,0", with: "2,0, 3")
    let refused = try MoodleWorksheet(Array(other.utf8), records: records, key: key)
    #expect(refused.skipped.map(\.reason) == ["the scale has no grade `3,0`"])
  }

  @Test(arguments: [
    ("", "it is empty"), ("Name,Points\nx,1\n", "no column `identifier` or `identyfikator`"),
    ("Identifier,Points\nx,1\n", "no column `grade` or `ocena`"),
  ])
  func otherFilesAreRefused(text: String, reason: String) {
    #expect {
      try MoodleWorksheet(Array(text.utf8), records: [], key: key)
    } throws: { ($0 as? MoodleWorksheet.Problem)?.words.contains(reason) == true }
  }

  @Test func fieldsKeepTheirPlaces() throws {
    let text = "a,\"b\r\nc\",d\r\n\r\ne,,\nx"
    let read = try #require(DelimitedText(Array(text.utf8)))
    #expect(read.rows == [["a", "b\r\nc", "d"], [""], ["e", "", ""], ["x"]])
    #expect(read.replacing([]) == Array(text.utf8))
    let replaced = read.replacing([(read.fields[2][1], "1,5"), (read.fields[0][1], "q\"")])
    #expect(String(decoding: replaced, as: UTF8.self) == "a,\"q\"\"\",d\r\n\r\ne,\"1,5\",\nx")
    #expect(DelimitedText([0xFF, 0x41]) == nil)
  }

  // MARK: Grades

  @Test func gradesAreExact() throws {
    let scale = try #require(key.notebook.frontMatter.scale)
    // 66.7 % of 3 points are 2.001.
    let grades = [0, 1_499, 1_500, 2_000, 2_001, 2_699, 2_700, 3_000].map {
      scale.grade(of: $0, maximum: 3_000)
    }
    #expect(grades == ["2,0", "2,0", "3,0", "3,0", "4,0", "4,0", "5,0", "5,0"])
    let table = GradesTable([record("1", all)], key: key).text
    #expect(table.hasPrefix("id,name,status,total,points,late,maximum,grade,and,or,"))
    #expect(table.contains("\r\n1,,graded,3,3,0,3,\"5,0\",2,1,"))
  }

  @Test(arguments: ["{}", "{\"2,0\": 10%}", "{a: 0%, b: 60%, c: 50%}", "{a: 0}", "5"])
  func otherScalesAreRefused(scale: String) {
    let text = "---\nscale: \(scale)\n---\n"
    let (notebook, found) = readNotebook(SourceFile(path: "a.md", text: text))
    #expect(notebook.frontMatter.scale == nil && found.contains { $0.severity == .error })
  }

  // MARK: Gradescope and JUnit

  @Test func gradescopeIsToldWhatTheStudentMayKnow() throws {
    var one = record("1", [true, false, true, true, false])
    one.exercises[1].status = .exhausted
    one.exercises[1].checks = key.exercises[1].checks.map { _ in CheckVerdict(.notRun) }
    let text = GradescopeResults(Feedback(one, key: key)).text
    let json = try #require(JSONValue(reading: text))
    #expect(text.contains("\"score\": 1.5"), "\(text)")
    let tests = try #require(json["tests"]?.array)
    #expect(tests.count == 5)
    #expect(tests.map { $0["status"]?.string } == ["passed", "failed", "passed", "failed", "failed"])
    #expect(tests[1]["name"]?.string == "and: hidden check 1 of 2" && tests[1]["output"]?.string == "")
    #expect(tests[3]["output"]?.string == "your answer went beyond its limits of work or memory")
    #expect(!text.contains("both are needed"))
  }

  @Test func junitCountsWhatItHolds() {
    var one = record("a\u{1}&<", [true, false, true, true, false], name: "<x>")
    one.exercises[1].checks[0] = CheckVerdict(.exhausted, reasons: ["too \"long\""])
    let text = JUnitReport([Feedback(one, key: key)], name: "gates").text
    #expect(
      text.contains("<testsuites name=\"gates\" tests=\"5\" failures=\"2\" errors=\"1\" skipped=\"0\">"))
    #expect(text.contains("<testsuite name=\"a\u{FFFD}&amp;&lt;\" tests=\"5\""))
    #expect(
      text.contains(
        "classname=\"gates.or\" name=\"the gate is OR\"><error type=\"exhausted\" message=\"too &quot;long&quot;\"/>"
      ))
    #expect(text.contains("<failure type=\"wrong\" message=\"a reason &amp; &lt;b&gt;\">"))
    #expect(!text.contains("both are needed"))
  }

  // MARK: Gradebook

  @Test func theGradebookIsAFileOfTables() throws {
    var journal = Journal()
    let mark = Journal.Entry.mark(id: "1", exercise: "and", milliPoints: 500, comment: "a ; comment '")
    journal.add(mark, line: journal.line(of: mark))
    let records = [record("1", all, name: "'; DROP TABLE student; --"), record("2", [true, false])]
    let book = try Gradebook(records, key: key, journal: journal)
    #expect(book.bytes.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(try Gradebook(records, key: key, journal: journal).bytes == book.bytes)
    let text = String(decoding: book.bytes, as: UTF8.self)
    #expect(text.contains("'; DROP TABLE student; --") && text.contains("a ; comment '"))
    #expect(text.contains("CREATE TABLE verdict"))
  }

  // MARK: Twins

  @Test(arguments: [
    ("a = 1\nb = a + 2", "x = 1\ny = x + 2", true),
    ("a = 1\nb = 2\nc = a - b", "second = 2\nfirst = 1\nthird = first - second", true),
    ("a = 1\nb = 2\nc = a - b", "a = 1\nb = 2\nc = b - a", false),
    ("f(x) = x^2 + 1", "g(t) = t^2 + 1", true), ("f(x) = x^2 + 1", "f(x) = x^2 + 2", false),
    ("g = [k for k in 1..3]", "h = [j for j in 1..3]   # mine", true),
    ("c = max(g.w)", "c = max(g.T)", false), ("c = a and b", "c = a or b", false),
    ("n = perceptron(w=[1, 1], T=1)", "m = perceptron(w=[1,1], T = 1)", true),
    ("c = sin(1)", "c = cos(1)", false), ("c = \"a b\"", "c = \"a c\"", false),
  ])
  func formsForgetNamesAndOrder(first: String, second: String, areSame: Bool) {
    #expect((TreeForm(first) == TreeForm(second)) == areSame)
  }

  @Test func twinsAreShownSideBySide() {
    let long =
      "total(v) = sum([v[k] for k in 1..2])\nlist = [0.31, 0.77]\nand_gate = perceptron(w=list, T=total(list))"
    let same = long.replacing("list", with: "weights").replacing("total", with: "s").replacing("v", with: "u")
    let own = "and_gate = perceptron(w=[2, 2], T=3)"
    var records = (1...30).map { record("\($0)", all, answer: own) }
    records[3].exercises[0].answer = long
    records[9].exercises[0].answer = same
    let twins = Twins.pairs(in: records, key: key)
    #expect(
      twins.count == 1 && twins.first?.pair.0.identity.id == "4" && twins.first?.pair.1.identity.id == "10")
    #expect(twins.first?.exercises == ["and"])
    let page = MatrixPage(records, key: key).html
    #expect(page.contains("4 and 10: and") && page.contains("0.77"))
    // What the sheet gives to all is nobody's own.
    let given = "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }"
    #expect(TreeForm(given + "\nx = 1", without: Set(TreeForm.parts(of: given))) == TreeForm("y = 1"))
  }
}
