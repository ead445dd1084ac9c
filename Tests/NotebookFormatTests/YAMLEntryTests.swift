import Diagnostics
import Testing

@testable import NotebookFormat

/// Reads `k: text` through the library: an entry of two lines is never a simple one.
private func libraryValue(_ text: String) -> YAMLValue? {
  let file = SourceFile(path: "a.md", text: "k: \(text)\n")
  var reader = YAMLEntryReader(file: file, malformed: .optionsNotYAML, repeated: .optionTwice)
  reader.read([("k: \(text)", 0), ("", text.utf8.count + 3)])
  return reader.entries.first?.value
}

@Test(arguments: [
  "a", "a b", "1.5", "true", "null", "nullx", "a - b", "a,b (c) = d/e + f", "\"\"", "\"a: b # c\"", "\"'\"",
])
func `simple values are read as the library reads them`(_ text: String) {
  let simple = YAMLValue(simple: text)
  #expect(simple != nil)
  #expect(simple == libraryValue(text))
}

@Test(arguments: ["a: b", "a #b", "-1", "[a]", "*a", "\"a\\n\"", "\"a\" b\"", "'a'", "", "~", "ü", "a\tb"])
func `other values are left to the library`(_ text: String) {
  #expect(YAMLValue(simple: text) == nil)
}
