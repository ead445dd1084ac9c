import Diagnostics
import Testing

@testable import Syntax

@Test(arguments: [
  ("x = a + b*a", "x", "a b"),
  ("f(x, k) = { a = k*x; g(y) = y + a + c; g(a) }", "f", "c"),
  ("f(x) = { a = a; a }", "f", "a"),
  ("f(x) = f(x - 1)", "f", "f"),
  ("slide(X1..X5) = X0 + X1 + X5 + X6", "slide", "X0 X6"),
  ("net n(x[k]) { param W[2] ~ he; h = W @ x; h + n }", "n", "k he n"),
  ("table G(a, b -> y) = a and c and y", "G", "c y"),
  ("table P(x -> y) { (u): v }", "P", "u v"),
  ("v = [k*i for k in k..m]", "v", "k m i"),
  ("run = train(m, T, loss=bce).net with { a.b = c }", "run", "train m T bce c"),
  ("check \"t\" worth 2: p.x == q", "", "p q"),
  ("σ(x₁)", "", "sigmoid x1"),
  ("table B(1", "B", ""),
  ("m with { 1.W = w }", "", "m w"),
])
func namesAreDefinedAndUsed(text: String, defined: String, used: String) throws {
  let statement = try #require(parse(cell(text)).program.statements.first)
  #expect(statement.definedNames.map(\.text).joined(separator: " ") == defined)
  #expect(statement.usedNames.joined(separator: " ") == used)
}

@Test func holesAreCounted() {
  let text =
    "table A(x -> y) { 0:?, ?-:1, 1:0 }\nf(x) = { a = ?; a + ?(1) }\nnet n(x[?]) { param w = ?; w }\ncheck \"?\": f(?)"
  #expect(parse(cell(text)).program.statements.map(\.holeCount) == [2, 2, 2, 1])
  #expect(parse(cell(text)).program.holeCount == 7)
}

@Test func everythingHasItsPlaceInTheFile() throws {
  let file = SourceFile(path: "a.md", text: "> ```nn\n> α = f(1)\n>  + 2 # c\n> ```\n")
  let source = SourceText(file: file, lines: [("α = f(1) +", 10), (" 2 # c", 23)], end: 30)
  let statement = try #require(parse(source).program.statements.first)
  #expect(statement.definedNames.map(\.range.bytes) == [10..<12])
  #expect(statement.range.lowerBound == 10)
  guard case .binding(_, let value) = statement.kind, case .binary(_, let sign, _, let right) = value.kind
  else {
    Issue.record("no sum")
    return
  }
  #expect(sign.bytes == 20..<21)
  #expect(right.range.bytes == 24..<25)
  let parenthesised = parse(cell("x = (a)*(b)")).program.statements.first?.expressions.first
  #expect(parenthesised?.range.text == "(a)*(b)")
  #expect(parenthesised?.children.map(\.range.text) == ["a", "b"])
}
