import TestSupport
import Testing

@testable import Wording

@Suite struct PolishMessagesTests {
  static let entries = PolishMessages.all.flatMap(PolishMessages.entries(of:))

  @Test func everyTableIsOfPairs() {
    #expect(Self.entries.count > 1_900)
    for table in PolishMessages.all {
      let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count.isMultiple(of: 2))
      for place in stride(from: 0, to: lines.count, by: 2) {
        #expect(!lines[place].hasPrefix("  ") && lines[place + 1].hasPrefix("  "), "\(lines[place])")
      }
    }
  }

  @Test func noPatternHasTwoTranslations() {
    let patterns = Self.entries.map(\.english)
    #expect(Set(patterns).count == patterns.count)
  }

  /// Values may be left out where they are English grammar; there is none that the English does not have.
  @Test func translationsTakeTheValuesOfTheirPatterns() {
    func values(_ text: String) -> Set<Substring> { Set(text.matches(of: #/%[0-9]/#).map(\.output)) }
    for (english, polish) in Self.entries {
      #expect(values(polish).isSubset(of: values(english)), "\(english)")
      #expect(english.count { $0 == "`" } % 2 == polish.count { $0 == "`" } % 2, "\(english)")
      #expect(!polish.isEmpty && polish.last != ".", "\(polish)")
    }
  }

  @Test func codeIsNotTranslated() {
    for (english, polish) in Self.entries {
      // Code between back-ticks; three of them are the sign of a fence.
      let pieces = english.replacing("```", with: "").split(separator: "`", omittingEmptySubsequences: false)
      for (number, piece) in pieces.enumerated() where !number.isMultiple(of: 2) && !piece.contains("%") {
        #expect(polish.contains(piece), "\(english)")
      }
    }
  }

  /// What the program does not say any more needs no words.
  @Test func everyPatternIsSaidByTheSources() throws {
    var said: Set<String> = []
    for file in Repository.files(below: "Sources", suffix: ".swift") where !file.contains("Wording/Polish") {
      said.formUnion(SwiftLiterals(of: try Repository.text(file)).patterns)
    }
    let counts = Set(PolishMessages.entries(of: PolishMessages.counts).map(\.english))
    for (english, _) in Self.entries where !counts.contains(english) {
      #expect(said.contains(english), "nothing says \"\(english)\"")
    }
    for count in counts { #expect(said.contains(String(count.dropFirst(3).dropLast())), "\(count)") }
  }
}
