import Diagnostics
import Testing
import Yams

@testable import NotebookFormat

@Test(arguments: [
  "a", "a b", "1.5", "true", "null", "nullx", "a - b", "a,b (c) = d/e + f", "\"\"", "\"a: b # c\"", "\"'\"",
])
func `simple values are read as the library reads them`(_ text: String) throws {
  let node = try #require(try Yams.compose(yaml: "k: \(text)\n")?["k"]?.scalar)
  let wanted: YAMLValue = node.style != .plain ? .quoted(node.string) : text == "null" ? .nothing : .plain(text)
  #expect(node.string == text.trimmingQuotes)
  #expect(YAMLValue(simple: text) == wanted)
}

@Test(arguments: ["a: b", "a #b", "-1", "[a]", "*a", "\"a\\n\"", "\"a\" b\"", "'a'", "", "~", "ü", "a\tb"])
func `other values are left to the library`(_ text: String) {
  #expect(YAMLValue(simple: text) == nil)
}

extension String {
  fileprivate var trimmingQuotes: String { hasPrefix("\"") ? String(dropFirst().dropLast()) : self }
}
