import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Syntax

/// Parses `text` in every way there is, and checks what holds for any text.
func survives(_ text: String) {
  let source = cell(text)
  let (program, diagnostics) = parse(source)
  let whole = 0...text.utf8.count
  for diagnostic in diagnostics {
    let places =
      [diagnostic.primary.range] + diagnostic.secondary.map(\.range)
      + [diagnostic.hint?.edit?.range].compactMap { $0 }
    for place in places where !(whole.contains(place.lowerBound) && whole.contains(place.upperBound)) {
      Issue.record("a range outside of the text: \(text.debugDescription)")
    }
  }
  for statement in program.statements {
    _ = statement.canonicalText
    _ = statement.usedNames
    _ = statement.holeCount
  }
  var end = 0
  for piece in highlight(source) {
    if piece.range.lowerBound < end || piece.range.isEmpty || piece.range.upperBound > text.utf8.count {
      Issue.record("a piece out of order: \(text.debugDescription)")
    }
    end = piece.range.upperBound
  }
  _ = parseInline(source)
  // What can be read without an error can be read back from its canonical text.
  guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
  let canonical = program.canonicalText
  let again = parse(cell(canonical))
  if again.program.canonicalText != canonical || again.diagnostics.contains(where: { $0.severity == .error })
  {
    Issue.record("not read back: \(text.debugDescription) as \(canonical.debugDescription)")
  }
}

private let corpus = goodPrograms.map(\.text) + mistakes.map { MarkedText($0.source).text }

@Test func everyBytePrefixIsSurvived() {
  for program in corpus {
    let bytes = Array(program.utf8)
    for length in 0...bytes.count { survives(String(decoding: bytes[..<length], as: UTF8.self)) }
  }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let pieces = [
  "(", ")", "[", "]", "{", "}", ",", ";", ":", "\n", " ", "=", "==", "->", "..", ".", "'", "\"", "#", "-",
  "+", "*", "^",
  "?", "~", "within", "if", "then", "else", "not", "and", "or", "table A(x -> y) {", "net n(x[2]) {", "param",
  "check",
  "on", "with {", "for", "in", "0", "1", "01:1", "2.5", "1e5", "x", "f(", "σ", "ᵀ", "²", "|", "“", "\\",
  "worth", "\u{301}",
  "\u{202E}", "а", "x1..x5", "@", "·", "&&", "true",
]

private func mutated(_ text: String, _ numbers: inout SeededNumbers) -> String {
  var scalars = Array(text.unicodeScalars)
  for _ in 0..<Int.random(in: 1...4, using: &numbers) {
    let place = Int.random(in: 0...scalars.count, using: &numbers)
    let length = min(Int.random(in: 0...3, using: &numbers), scalars.count - place)
    let piece = pieces.randomElement(using: &numbers) ?? ""
    scalars.replaceSubrange(place..<place + length, with: Array(piece.unicodeScalars))
  }
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

@Test func mutatedProgramsAreSurvived() {
  fuzz("parser", inputs: 4_000) { seed in
    var numbers = SeededNumbers(state: seed)
    let text = mutated(corpus.randomElement(using: &numbers) ?? "", &numbers)
    keepInJournal(text)
    survives(text)
  }
}

/// Texts whose trees or brackets grow without end.
private let deepTexts = deepTextsOf(3_000)

private func deepTextsOf(_ n: Int) -> [String] {
  func many(_ text: String) -> String { String(repeating: text, count: n) }
  return [
    many("("), many("(") + "1" + many(")"), many("["), many("{"), many("f(x) = {"), many("-"), many("x = -"),
    "x = " + many("-") + "1",
    many("not "), "1" + many("^1"), "1" + many("+1"), "x = 1" + many(" -1"), many("if "), many("if a then "),
    many("if a then b else "), "a" + many(" if b else a"), "f" + many("'"), "f" + many(".x"),
    "f" + many("(1)"), "f" + many("[1]"),
    "f" + many(" with { a = 1 }"), "f" + many(" with { a = "), "a" + many(" -> b"), "a" + many(" < b"),
    "a" + many(" and b"), "a" + many(" = b"),
    "[" + many("1,") + "]", "[" + many("1;") + "]", many("x;"), many(","), many("f("), many("[[x for k in "),
    many("2x"),
    "table A(x -> y) {" + many("0:0,") + "}", "table A(x -> y) {" + many("(0): "),
    "table A(x -> y) { (0): 1" + many("+1") + " }",
    many("table A(x -> y) {\n"), many("net n(x[2]) {\n"), many("({\n"), many("|x| "), many("é"),
    "e" + many("\u{301}"), many("\""), many("“"),
    many("'"), many("1_"), "x" + many("²"), many("x\n-> "), many(")"), "1" + many("~2 within 3"),
    "1" + many("..2"), many("(]"),
    "x = " + many("(1, "), "f(" + many("a="), many("\u{00A0}"), many("check \""), many("\\sigma "),
    "x" + many("ᵀ"),
  ]
}

@Test(arguments: deepTexts.indices)
func deepTextsAreRefusedWithoutHarm(_ index: Int) {
  let (program, diagnostics) = parse(cell(deepTexts[index]))
  _ = program.canonicalText
  _ = program.statements.map(\.usedNames)
  // Bad words, two kinds of remarks, brackets and statements; the last statement may say a few things more.
  #expect(diagnostics.count <= 5 * Lexer.mostDiagnostics + 5)
}

@Test(arguments: [
  (
    "x = " + String(repeating: "(", count: 40_000) + "1" + String(repeating: ")", count: 40_000), "too-deep"
  ),
  ("x = " + String(repeating: "-", count: 20_000) + "1", "too-deep"),
  ("x = 1" + String(repeating: " + 1", count: 20_000), "too-deep"),
  ("x = " + String(repeating: "not ", count: 20_000) + "a", "too-deep"),
  ("x = 2" + String(repeating: "^2", count: 20_000), "too-deep"),
  ("x = " + String(repeating: "if a then b else ", count: 10_000) + "c", "too-deep"),
  ("x = " + String(repeating: "if ", count: 20_000) + "c", "too-deep"),
  ("x = f" + String(repeating: "'", count: 20_000), "too-deep"),
])
func tooDeepIsSaidOnceAndTheNextStatementIsRead(text: String, id: String) {
  let (program, diagnostics) = parse(cell(text + "\ny = 2"))
  #expect(diagnostics.map(\.kind.id) == [id])
  #expect(program.statements.map { $0.definedNames.map(\.text) } == [["x"], ["y"]])
  #expect(program.canonicalText == "x\ny = 2")
}

@Test func theLimitsAreMetExactly() {
  func ids(_ text: String) -> [String] { parse(cell(text)).diagnostics.map(\.kind.id) }
  func round(_ count: Int) -> String {
    "x = " + String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
  }
  #expect(ids(round(200)) == [])
  #expect(ids(round(201)) == ["too-deep"])
  // The number has the binding and the signs above it.
  #expect(ids("x = " + String(repeating: "-", count: 999) + "1") == [])
  #expect(ids("x = " + String(repeating: "-", count: 1_000) + "1") == ["too-deep"])
  #expect(ids("x = 1" + String(repeating: "+1", count: 999)) == [])
  #expect(ids("x = 1" + String(repeating: "+1", count: 1_000)) == ["too-deep"])
  // A block adds the function, the block and the part.
  #expect(ids("f(x) = { " + "(" + String(repeating: "-", count: 997) + "1) }") == [])
  #expect(ids("f(x) = { " + "(" + String(repeating: "-", count: 998) + "1) }") == ["too-deep"])
}

@Test(
  "of very many mistakes some are told",
  arguments: [
    ")", "(\n", "[", "([{", "]\n", "&", "$%\n", "a b\n", "\u{200B}", "'a' ", "é\n", "+\n", "\"\\a\"\n",
    "\u{A0}", "1_",
    "net n(x[2]) {\n", "def f\n",
  ])
func manyMistakes(text: String) {
  for head in ["", "f(x) = {\n", "table A(x -> y) {\n"] {
    let diagnostics = parse(cell(head + String(repeating: text, count: 8_000) + "\u{200B}")).diagnostics
    #expect(diagnostics.contains { $0.severity == .error })
    #expect(diagnostics.count <= 5 * Lexer.mostDiagnostics)
  }
}

@Test func manyNotesHideNoError() {
  let text = String(repeating: "1\u{A0}+\n1\n", count: 5_000) + "x = 1\u{200B}"
  #expect(parse(cell(text)).diagnostics.map(\.kind).contains(.hiddenCharacter))
}

@Test("of a cell with too many words nothing is read", arguments: ["x", "+", "(", "a@", "[1]\n", "}", "&"])
func tooManyTokens(text: String) {
  func ids(_ count: Int) -> [String] {
    let source = cell(String(repeating: text + " ", count: count))
    let (program, diagnostics) = parse(source)
    if count > Lexer.mostTokens { #expect(program.statements.isEmpty && highlight(source).isEmpty) }
    return diagnostics.map(\.kind.id)
  }
  if text != "&" { #expect(ids(Lexer.mostTokens + 1) == ["notebook-too-large"]) }
  #expect(!ids(Lexer.mostTokens / 5).contains("notebook-too-large"))
}
