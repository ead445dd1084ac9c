import Diagnostics
import NotebookFormat
import Testing

struct RecordCase: CustomTestStringConvertible, Sendable {
  let before: String
  let record: String?
  let after: String
  var testDescription: String { before }

  init(_ before: String, _ record: String?, _ after: String) {
    self.before = before
    self.record = record
    self.after = after
  }
}

@Test(arguments: [
  RecordCase("```nn\nx\n```\na", "1\n", "```nn\nx\n```\n```output\n1\n```\na"),
  RecordCase("```nn\nx\n```", "1", "```nn\nx\n```\n```output\n1\n```"),
  RecordCase("```nn\nx\n```\n", "", "```nn\nx\n```\n```output\n```\n"),
  RecordCase("```nn\r\nx\r\n```\r\na", "1\n\n2", "```nn\r\nx\r\n```\r\n```output\r\n1\r\n\r\n2\r\n```\r\na"),
  RecordCase("```nn\nx\n```\n\n```output\n1\n```\na", "2", "```nn\nx\n```\n\n```output\n2\n```\na"),
  RecordCase("```nn\nx\n```\n\n~~~ output x\n1\n~~~\na", "1\n", "```nn\nx\n```\n\n~~~ output x\n1\n~~~\na"),
  RecordCase("```nn\nx\n```\n```output\n1\n```\na", nil, "```nn\nx\n```\na"),
  RecordCase("```nn\nx\n```\na", nil, "```nn\nx\n```\na"),
  RecordCase(
    "- ```nn\n  x\n  ```\n- b", "1\n\n2", "- ```nn\n  x\n  ```\n  ```output\n  1\n\n  2\n  ```\n- b"),
  RecordCase(
    "> 1. ```nn\n>    x\n>    ```", "1\n\n2",
    "> 1. ```nn\n>    x\n>    ```\n>    ```output\n>    1\n>\n>    2\n>    ```"),
  RecordCase("```nn\nx\n```\n", "a ```` b", "```nn\nx\n```\n`````output\na ```` b\n`````\n"),
  RecordCase("```nn\nx", "1", "```nn\nx"),
  RecordCase(
    "\u{FEFF}\u{FEFF} ```nn\nx\n```\n", "1", "\u{FEFF}\u{FEFF} ```nn\nx\n```\n ```output\n 1\n ```\n"),
])
func `a record is set, replaced or removed`(_ example: RecordCase) {
  #expect(read(example.before).notebook.settingRecords([0: example.record]) == example.after)
}

@Test func `only the named cells change`() {
  let text = "```nn\na\n```\n\n```nn\nb\n```\n```output\nB\n```\n\n```nn\nc\n```\n"
  let changed = read(text).notebook.settingRecords([2: "C", 0: "A"])
  #expect(read(changed).notebook.cells.map { $0.record?.text } == ["A\n", "B\n", "C\n"])
  #expect(read(changed).notebook.settingRecords([0: nil, 2: nil]) == text)
}
