@testable import Diagnostics
import Testing

@testable import Syntax

/// A program with one mistake at the marks.
struct Mistake: CustomTestStringConvertible {
  let source: String
  let id: String
  let message: String
  /// The program after the hint's edit, if it has one.
  var repaired: String?

  init(_ source: String, _ id: String, _ message: String, _ repaired: String? = nil) {
    self.source = source
    self.id = id
    self.message = message
    self.repaired = repaired
  }

  var testDescription: String { source }
}

let mistakes: [Mistake] = [
  // Spellings of other languages.
  Mistake("y = x«**»2", "foreign-spelling", "a power is", "y = x^2"),
  Mistake("y = 2«x»", "foreign-spelling", "2*x", "y = 2*x"),
  Mistake("y = 2«σ»(x)", "foreign-spelling", "2*σ", "y = 2*σ(x)"),
  Mistake("y = x«²» + 1", "foreign-spelling", "^2", "y = x^2 + 1"),
  Mistake("y = x«⁻¹²»", "foreign-spelling", "^-12", "y = x^-12"),
  Mistake("y = «|x - 1|» + 2", "foreign-spelling", "abs(x - 1)", "y = abs(x - 1) + 2"),
  Mistake("y = a «|» b", "foreign-spelling", "write `or`", "y = a or b"),
  Mistake("y = [k^2 «|» k in 1..3]", "foreign-spelling", "a comprehension is", "y = [k^2 for k in 1..3]"),
  Mistake("table T(a, b «|» y) { 00:0 }", "foreign-spelling", "->", "table T(a, b -> y) { 00:0 }"),
  Mistake("y = «||v - w||» + 1", "foreign-spelling", "norm(v - w)", "y = norm(v - w) + 1"),
  Mistake("y = «sin²(x + 1)»", "foreign-spelling", "sin(x + 1)^2", "y = sin(x + 1)^2"),
  Mistake("y = «sin^2(x)»", "foreign-spelling", "sin(x)^2", "y = sin(x)^2"),
  Mistake("y = 3 «sin»(x)", "foreign-spelling", "write `*`", "y = 3*sin(x)"),
  Mistake("y = e^x «sin»(x)", "foreign-spelling", "write `*`", "y = e^x*sin(x)"),
  Mistake("f(x) = 2 «x» + 1", "foreign-spelling", "write `*`", "f(x) = 2*x + 1"),
  Mistake("y = 7 «mod» 3", "missing-operator", "mod(7, 3)", "y = mod(7, 3)"),
  Mistake("y = a «XOR» b", "missing-operator", "a xor b", "y = a xor b"),
  Mistake("y = A «x» B", "missing-operator", "of matrices `A @ B`"),
  Mistake("y = «90%»", "foreign-spelling", "0.9", "y = 0.9"),
  Mistake("y = 5«!»", "foreign-spelling", "factorial", "y = (1*2*3*4*5)"),
  Mistake("y = «√2» + 1", "foreign-spelling", "sqrt(2)", "y = sqrt(2) + 1"),
  Mistake("y = «1e–3»", "foreign-spelling", "1e-3", "y = 1e-3"),
  Mistake("y = 1 «000»", "missing-operator", "1000", "y = 1000"),
  Mistake("y = A «\\» b", "foreign-spelling", "solve(A, b)"),
  Mistake("y = [0, 1, «...», 5]", "foreign-spelling", "k in 0..5"),
  Mistake("y = (1«:»5)", "foreign-spelling", "`..`", "y = (1..5)"),
  Mistake("plot(f, x=-5«:»5)", "foreign-spelling", "`..`", "plot(f, x=-5..5)"),
  Mistake("y = [0«:»0.1:5]", "foreign-spelling", "whole steps", "y = [0.1*k for k in 0..50]"),
  Mistake("y = [0«:»h:5]", "foreign-spelling", "linspace"),
  Mistake("y = 0..1«..»0.1", "unexpected-token", "linspace"),
  Mistake("y = v[2«:»]", "foreign-spelling", "2..count(v)", "y = v[2..count(v)]"),
  Mistake("y = v[«:»2]", "foreign-spelling", "both its ends", "y = v[1..2]"),
  Mistake("y = [k for k «=» 1..3]", "foreign-spelling", "`in`", "y = [k for k in 1..3]"),
  Mistake("y = [«for» k in v: k]", "unexpected-token", "begins with its value"),
  Mistake("y = [1; 2«;»]", "foreign-spelling", "delete", "y = [1; 2]"),
  Mistake("y = [1, 2]«,» [3, 4]", "unexpected-token", "one pair of brackets", "y = [1, 2; 3, 4]"),
  Mistake("a«,» b = 1, 2", "foreign-spelling", "its own definition", "a = 1; b = 2"),
  Mistake("n = input(2)«,» dense(1)", "unexpected-token", "joined by `->`"),
  Mistake("n = input(2) «dense»(1)", "missing-operator", "`->`", "n = input(2) -> dense(1)"),
  Mistake("n = input(2) «- >» dense(1)", "foreign-spelling", "`->`", "n = input(2) -> dense(1)"),
  Mistake("n = input(2) «-->» dense(1)", "foreign-spelling", "`->`", "n = input(2) -> dense(1)"),
  Mistake("dense(4, activation«:» tanh)", "foreign-spelling", "`activation=…`", "dense(4, activation=tanh)"),
  Mistake("plot(f «x»=1..2)", "missing-operator", "parted by commas", "plot(f, x=1..2)"),
  Mistake("A[1«;» 2]", "foreign-spelling", "`,`", "A[1, 2]"),
  Mistake("«f'(x)» = 2*x", "not-bindable", "computed"),
  Mistake("f(x, y) «->» x + y", "foreign-spelling", "`f(x, y) = …`", "f(x, y) = x + y"),
  Mistake("if a then z «=» 1 else z", "unexpected-token", "`y = if a then b else c`"),
  Mistake("check«:» a == b", "foreign-spelling", "delete", "check a == b"),
  Mistake("check a == b«,» \"why\"", "unexpected-token", "stands before it", "check \"why\": a == b"),
  Mistake("check«(»\"why\", a == b)", "foreign-spelling", "no function", "check \"why\": a == b"),
  Mistake("check \"why\": «worth» 2: a", "unexpected-token", "before the `:`"),
  Mistake("g = function(x) «{» x }", "unexpected-token", "`g(x) = x^2`"),
  Mistake("g = «@»(x) x^2", "foreign-spelling", "`g(x) = …`", "g(x) = x^2"),
  Mistake("g(x«:»Float) = x", "unexpected-token", "no type"),
  Mistake("y = if a «1» else 0", "unexpected-token", "if a then b else c", "y = if a then 1 else 0"),
  Mistake("«y'» = 5", "not-bindable", "no `'`"),
  Mistake("y = [k «in» v: k]", "unexpected-token", "a comprehension is"),
  Mistake("table T(a, b«)» = a or b", "unexpected-token", "the output has a name"),
  Mistake("«T»(a -> y) { 0:1 }", "foreign-spelling", "`table`", "table T(a -> y) { 0:1 }"),
  Mistake("n = input(2) «|>» dense(1)", "foreign-spelling", "`->`", "n = input(2) -> dense(1)"),
  Mistake("y = v «.» w", "unexpected-token", "`v @ w`"),
  Mistake("y = «<»v, w>", "unexpected-token", "`v @ w`"),
  Mistake("y = a «&&» b", "foreign-spelling", "`and`", "y = a and b"),
  Mistake("y = a«||»b", "foreign-spelling", "`or`", "y = a or b"),
  Mistake("y = «!»x", "foreign-spelling", "`not`", "y = not x"),
  Mistake("x «+=» 1", "foreign-spelling", "never change"),
  Mistake("y = «.5»", "foreign-spelling", "0.5", "y = 0.5"),
  Mistake("y = [1, «.5e3»]", "foreign-spelling", "0.5", "y = [1, 0.5e3]"),
  Mistake("y = «5.»", "foreign-spelling", "`5`", "y = 5"),
  Mistake("y = «5.»*x", "foreign-spelling", "`5`", "y = 5*x"),
  Mistake("y = «1,5»", "foreign-spelling", "1.5", "y = 1.5"),
  Mistake("y = «1_000»", "foreign-spelling", "1000", "y = 1000"),
  Mistake("t = «'text'»", "foreign-spelling", "\"text\"", "t = \"text\""),
  Mistake("t = «'a \"b\"'»", "foreign-spelling", "double", #"t = "a \"b\"""#),
  Mistake("y = sin «x»", "missing-operator", "sin(x)", "y = sin(x)"),
  Mistake("y = sin «2»*x", "missing-operator", "sin(2 …)"),
  Mistake("y = «1 if c else 0»", "foreign-spelling", "if c then 1 else 0", "y = if c then 1 else 0"),
  Mistake("«def» f(x) = 1", "foreign-spelling", "`f(x) = …`", "f(x) = 1"),
  Mistake("«def» f(x): return x", "foreign-spelling", "`f(x) = …`", "f(x) = x"),
  Mistake("«let» x = 1", "foreign-spelling", "`x = 1`", "x = 1"),
  Mistake("«var» x = 1", "foreign-spelling", "`x = 1`", "x = 1"),
  Mistake("«import» numpy as np", "foreign-spelling", "library", ""),
  Mistake("«print» x", "foreign-spelling", "shown", "x"),
  Mistake("f(x) = { «return» x }", "foreign-spelling", "last expression", "f(x) = { x }"),
  Mistake("«while» x < 2", "foreign-spelling", "iterate"),
  Mistake("«class» A", "foreign-spelling", "no classes"),
  Mistake("«for» i in 1..3", "unexpected-token", "no loop"),
  Mistake("y = «\\sigma»(x)", "foreign-spelling", "`sigmoid`", "y = sigmoid(x)"),
  Mistake("y = «\\frac»{1}{2}", "foreign-spelling", "backslashes"),
  Mistake("x1 «= =» 2", "foreign-spelling", "compares", "x1 == 2"),
  Mistake("y = a «=>» b", "foreign-spelling", ">=", "y = a >= b"),
  Mistake("y = a «=<» b", "foreign-spelling", "<=", "y = a <= b"),
  Mistake("y = a «<>» b", "foreign-spelling", "!=", "y = a != b"),
  Mistake("y = a «===» b", "foreign-spelling", "==", "y = a == b"),
  Mistake("y = a «÷» b", "foreign-spelling", "division", "y = a / b"),
  Mistake("m = a «→» b", "foreign-spelling", "arrow", "m = a -> b"),
  Mistake("y = a «%» b", "foreign-spelling", "mod"),
  Mistake("y = a «//» b", "foreign-spelling", "comment"),
  Mistake("y = «$»x$", "foreign-spelling", "TeX"),
  Mistake("y = 2«(»x + 1)", "foreign-spelling", "`*`", "y = 2*(x + 1)"),
  Mistake("y = «(»1, 2)", "foreign-spelling", "[ ]", "y = [1, 2]"),
  Mistake("y = X[1«:»3]", "foreign-spelling", "..", "y = X[1..3]"),
  Mistake("x «:=» 3", "foreign-spelling", "`=`", "x = 3"),
  Mistake("net n(x[1])\n«{» x[1] }", "foreign-spelling", "line of its head", "net n(x[1]) { x[1] }"),
  // Comparisons.
  Mistake("b = 0 < x «<» 1", "chained-comparison", "`0 < x and x < 1`", "b = 0 < x and x < 1"),
  Mistake("b = a ~ b within 1 «==» c", "unexpected-token", "end of the comparison"),
  Mistake("check a «~» b", "missing-within", "within"),
  Mistake("if a «=» 1 then 2 else 3", "equals-for-comparison", "==", "if a == 1 then 2 else 3"),
  Mistake("check a «=» b", "equals-for-comparison", "==", "check a == b"),
  Mistake("y = (a «=» b)", "equals-for-comparison", "==", "y = (a == b)"),
  // Signs.
  Mistake("v = [1 «-»2]", "spaced-sign", "`1, -2` for two values or `1 - 2` for one"),
  Mistake("v = X[i «-»1]", "spaced-sign", "i - 1"),
  Mistake("y = a*b «@» c", "mixed-products", "`(a * b) @ c`"),
  Mistake("y = a @ b «·» c", "mixed-products", "one product"),
  Mistake("x = 1\n«+» 2", "leading-sign", "line above"),
  Mistake("y = 1\n«-»x", "leading-sign", "line above"),
  Mistake("f(x) = { a = x; «-»a }", "leading-sign", "`-`"),
  Mistake("«+»x", "leading-sign", "delete the `+`", "x"),
  Mistake("y = 1..2«..»3", "unexpected-token", "range"),
  Mistake("y = 1 + «not» a", "unexpected-token", "parentheses"),
  Mistake("y = 1 + «if» a then b else c", "unexpected-token", "parentheses"),
  Mistake("y = 1 + «*» 2", "unexpected-token", "`*`"),
  Mistake("y = a «=» b", "foreign-spelling", "write `==`", "a = b; y = a"),
  // Names.
  Mistake("«on» = 1", "keyword-as-name", "`on`", "on1 = 1"),
  Mistake("«in»(x) = 1", "keyword-as-name", "`in`", "in1(x) = 1"),
  Mistake("f(«if») = 1", "keyword-as-name", "`if`", "f(if1) = 1"),
  Mistake("net «with»(x[1]) { x }", "keyword-as-name", "`with`", "net with1(x[1]) { x }"),
  Mistake("«x[1]» = 2", "not-bindable", "never change"),
  Mistake("«m.b» = 2", "not-bindable", "with {", "m = m with { b = 2 }"),
  Mistake("«(x)» = 2", "not-bindable", "without parentheses"),
  Mistake("«a + b» = 2", "not-bindable", "=="),
  Mistake("«2» = x", "not-bindable", "`x = 2`"),
  Mistake("f(«2») = x", "unexpected-token", "name of a parameter"),
  Mistake("«Τ» = 1", "look-alike-letter", "U+03A4", "T = 1"),
  Mistake("x«а»x = 1", "look-alike-letter", "U+0430", "xax = 1"),
  Mistake("«ς» = 1", "look-alike-letter", "`σ` U+03C3", "σ = 1"),
  Mistake("table A(«x2..x1» -> y) = 1", "bad-name-range", "no range"),
  Mistake("table A(«x01..x2» -> y) = 1", "bad-name-range", "no range"),
  Mistake("table A(«x1..z2» -> y) = 1", "bad-name-range", "no range"),
  Mistake("table A(«x1..x10001» -> y) = 1", "bad-name-range", "no range"),
  Mistake("f(«a..b») = 1", "bad-name-range", "no range"),
  // Characters.
  Mistake("x«ᵢ» = 1", "unknown-character", "U+1D62", "x = 1"),
  Mistake("y = 3 «€» 2", "unknown-character", "U+20AC", "y = 3  2"),
  Mistake("y = 1 # a«\u{202E}»b", "hidden-character", "U+202E", "y = 1 # ab"),
  Mistake("y = \"a«\u{2066}»b\"", "hidden-character", "U+2066", "y = \"ab\""),
  Mistake("y = 1«\u{200B}»", "hidden-character", "U+200B", "y = 1"),
  Mistake("y = «1e999»", "number-too-large", "1.8e308"),
  Mistake("y = 2«₁»", "bad-number", "subscript", "y = 2"),
  Mistake("m.1«x»", "bad-number", "letter"),
  Mistake("y = «\"»abc", "unclosed-text", "quote", "y = \"abc\""),
  Mistake(#"y = "«\»sigma""#, "unknown-escape", "write the letter", #"y = "σ""#),
  Mistake(#"y = "«\»q""#, "unknown-escape", "backslash", #"y = "\\q""#),
  // Brackets.
  Mistake("x = «(»1 + 2\ny = 3", "unclosed-bracket", "`(`", "x = (1 + 2)\ny = 3"),
  Mistake("x = f(«[»1, 2)\ny = 3", "unclosed-bracket", "`[`", "x = f([1, 2])\ny = 3"),
  Mistake("x = 1 + 2«)»", "stray-bracket", "closes nothing", "x = 1 + 2"),
  Mistake("x = [1, 2«)»", "stray-bracket", "`]`", "x = [1, 2]"),
  Mistake(
    "f(x) = «{»\n a = 1\n a\ncheck f(1) == 1", "unclosed-bracket", "`{`",
    "f(x) = {\n a = 1\n a}\ncheck f(1) == 1"),
  Mistake(
    "table A(x -> y) «{» 0:0, 1:1\ny = 2", "unclosed-bracket", "`{`", "table A(x -> y) { 0:0, 1:1}\ny = 2"),
  Mistake(
    "table A«(»x -> y { 0:0, 1:1 }\ny = 2", "unclosed-bracket", "`(`", "table A(x -> y { 0:0, 1:1 })\ny = 2"),
  // Tables.
  Mistake(
    "table A(x -> y) { 0:0, «2»:1 }", "bad-row", "parentheses", "table A(x -> y) { (0): 0, (2): 1 }"),
  Mistake("table A(x -> y) { 0:0, «1» }", "bad-row", "no outputs"),
  Mistake("table A(x, z -> y) { «0 0»:0 }", "bad-row", "nothing between", "table A(x, z -> y) { 00:0 }"),
  Mistake("table A(x, z -> y) { 0 «00»:0 }", "bad-row", "no blanks"),
  Mistake("table A(x -> y) { on «(»0): 1 }", "bad-row", "short"),
  Mistake(
    "table A(x -> y) { 0:0, 1:0«;» 1:1 }", "foreign-spelling", "commas", "table A(x -> y) { 0:0, 1:0, 1:1 }"),
  Mistake("table A(x -> y) {«}»", "unexpected-token", "a row"),
  Mistake("table A(x, y«)» { 00:1 }", "unexpected-token", "`->`", "table A(x -> y) { 00:1 }"),
  Mistake("table A«»", "unexpected-token", "the end"),
  Mistake("table «3»(x -> y) { 0:0 }", "unexpected-token", "a name"),
  // Statements and blocks.
  Mistake("«param» w = 1", "misplaced-statement", "net's block"),
  Mistake("f(x) = { «check» x == 1; x }", "misplaced-statement", "block"),
  Mistake("f = «{» a = 1; a }", "misplaced-statement", "function's head", "f() = { a = 1; a }"),
  Mistake("f(x) = { «a = 2» }", "block-value", "last part", "f(x) = { 2 }"),
  Mistake("f(x) = { «a»; 3 }", "block-value", "not used"),
  Mistake("f(x) = { «}»", "block-value", "empty"),
  Mistake("clip(lo=0, «5»)", "argument-order", "`lo=`"),
  Mistake("x = if a then b«»", "unexpected-token", "`else`"),
  Mistake("x = if a«:» b", "unexpected-token", "`then`"),
  Mistake("x = a «then» b", "unexpected-token", "if a then b else c"),
  Mistake("f(a«;» b)", "foreign-spelling", "write `,`", "f(a, b)"),
  Mistake("m «.»x", "unexpected-token", "touches"),
  Mistake("check \"a\" worth «:» 1", "unexpected-token", "points"),
  Mistake("x =«»", "unexpected-token", "end of the cell"),
  Mistake("x = [«;» 1]", "unexpected-token", "a value"),
  Mistake("X[«]»", "unexpected-token", "a value"),
  Mistake("m with { «+» }", "unexpected-token", "a field"),
]

@Test(arguments: mistakes)
func mistakesAreShownWhereTheyAre(_ mistake: Mistake) throws {
  let source = MarkedText(mistake.source)
  let (_, diagnostics) = parse(cell(source.text))
  #expect(diagnostics.map(\.kind.id) == [mistake.id])
  let diagnostic = try #require(diagnostics.first)
  let words = diagnostic.message.english + "; " + (diagnostic.hint?.text.english ?? "")
  #expect(words.contains(mistake.message), "\(words)")
  if let marked = source.marked { #expect(diagnostic.primary.range.bytes == marked) }
  #expect(diagnostic.hint?.edit.map { edited(source.text, $0) } == mistake.repaired)
}

@Test(arguments: DiagnosticKind.all.filter { $0.language == .cell })
func examplesShowTheirKindAndRepairsNone(_ kind: DiagnosticKind) {
  let found = parse(cell(kind.example)).diagnostics
  guard syntaxIDs.contains(kind.id) else { return }
  #expect(Set(found.map(\.kind.id)) == [kind.id])
  #expect(parse(cell(kind.repair)).diagnostics.map(\.message) == [])
}

/// The ids that the parser says; the others belong to the checker.
private let syntaxIDs: Set<String> = Set(DiagnosticKind.syntaxKinds.map(\.id))
