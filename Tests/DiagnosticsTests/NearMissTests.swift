import Testing

@testable import Diagnostics

@Suite struct NearMissTests {
  static let names = [
    "sigmoid", "sign", "sin", "softmax", "step", "sum", "tanh", "T", "w", "b", "fires", "perceptron",
  ]

  @Test(arguments: [
    ("sigmiod", ["sigmoid"]), ("Sum", ["sum"]), ("setp", ["step"]), ("tahn", ["tanh"]),
    ("perceptrn", ["perceptron"]),
    ("t", ["T"]), ("fire", ["fires"]), ("quetzalcoatl", []), ("sum", []), ("x", []), ("", []),
  ])
  func theNearestNames(typed: String, expected: [String]) {
    let found = nearMisses(of: typed, in: Self.names)
    #expect(Array(found.prefix(expected.count)) == expected)
    if expected.isEmpty && typed != "sum" { #expect(found.isEmpty) }
    #expect(!found.contains(typed))
  }

  @Test func atMostFourTheBestFirst() {
    #expect(nearMisses(of: "a1", in: ["a2", "a3", "a4", "a5", "a6", "A1"]).count == 4)
    #expect(nearMisses(of: "a1", in: ["a2", "a3", "A1"]).first == "A1")
    #expect(nearMisses(of: "a1", in: ["a3", "a2"]) == ["a2", "a3"])
  }

  @Test func aVeryLongNameIsNoTrouble() {
    #expect(nearMisses(of: String(repeating: "a", count: 100_000), in: Self.names).isEmpty)
  }

  @Test func words() {
    #expect(didYouMean([]) == nil)
    #expect(didYouMean(["a"]) == "did you mean `a`?")
    #expect(didYouMean(["a", "b"]) == "did you mean `a` or `b`?")
    #expect(didYouMean(["a", "b", "c"]) == "did you mean `a`, `b` or `c`?")
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
  func distances(a: String, b: String, distance: Int) {
    #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    #expect(editDistance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == distance)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (65_536, "65,536"), (10_000_000_000, "10,000,000,000"),
  ])
  func countsHaveCommas(count: Int, text: String) { #expect(readable(count).english == text) }
}
