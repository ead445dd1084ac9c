import Testing

@testable import Wording

@Suite struct MessageTests {
  @Test func aLiteralIsItsEnglishText() {
    let name = "x"
    let message: Message = "`\(name)` has \(3) of \(Message(2, "row")): 100 %"
    #expect(message.english == "`x` has 3 of 2 rows: 100 %")
    #expect(message.pattern == "`%1` has %2 of %3: 100 %")
    #expect("\(message)" == message.english)
    #expect(message == "`x` has 3 of 2 rows: 100 %")
  }

  @Test func aLiteralInALiteralIsAMessage() {
    let isFirst = true
    let message: Message = "write \(isFirst ? "a number" : "a table")"
    #expect(message.untranslated == [])
    #expect(message.text(in: .polish) == "napisz: liczba")
  }

  @Test func valuesAreNoPatterns() {
    for hostile in ["%1 %2 %", "%9", "a number", "\\(x)", "write %1", "%"] {
      let message: Message = "write \(hostile)"
      #expect(message.english == "write " + hostile)
      #expect(message.text(in: .polish) == "napisz: " + hostile)
    }
  }

  @Test func whatHasNoWordsIsNoPolish() {
    let message: Message = "write \("nobody ever translated this" as Message)"
    #expect(message.text(in: .polish) == nil)
    #expect(message.text(in: .english) == "write nobody ever translated this")
    #expect(message.untranslated == ["nobody ever translated this"])
    #expect(Words(.polish)(message) == message.english)
    #expect(Message.english("%1").text(in: .english) == "%1")
  }

  @Test(arguments: [
    (1, "1 wiersz"), (2, "2 wiersze"), (4, "4 wiersze"), (5, "5 wierszy"), (0, "0 wierszy"),
    (11, "11 wierszy"),
    (12, "12 wierszy"), (14, "14 wierszy"), (21, "21 wierszy"), (22, "22 wiersze"), (112, "112 wierszy"),
    (1003, "1003 wiersze"),
  ]) func polishCounts(count: Int, text: String) {
    #expect(Message(count, "row").text(in: .polish) == text)
    #expect(Message(count, "row").english == (count == 1 ? "1 row" : "\(count) rows"))
  }

  @Test func longValuesAreCut() {
    let long = String(repeating: "x", count: 5_000)
    let message: Message = "write \("a table" as Message) \(long)"
    #expect(message.shortened(valuesTo: 10).english == "write a table xxxxxxxxx…")
    #expect(Message.english(long).shortened(valuesTo: 10).english == long)
  }

  @Test func longNumbers() {
    let message: Message = "a cell has at most \(Message(grouped: 1_234_567))"
    #expect(message.english == "a cell has at most 1,234,567")
    #expect(Message(grouped: -1_234_567).text(in: .polish) == "-1\u{202F}234\u{202F}567")
    #expect(PageLanguage.english.grouped(-999) == "-999")
    #expect(PageLanguage.polish.grouped(1000) == "1\u{202F}000")
  }

  @Test func phrasesAreMessages() {
    let message = Message(.oneValue)
    #expect(message.english == Phrase.oneValue.texts.english)
    #expect(message.text(in: .polish) == Phrase.oneValue.texts.polish)
    let line = Message(.separated, "x1 = 1", "1", "0", "0.5")
    #expect(line.english == Words.english(.separated, "x1 = 1", "1", "0", "0.5"))
    #expect(line.text(in: .polish) == Words(.polish)(.separated, "x1 = 1", "1", "0", "0.5"))
  }
}
