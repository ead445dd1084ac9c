import Diagnostics
import Testing

@testable import Syntax

/// Returns a text as a cell of its own.
func cell(_ text: String) -> SourceText { SourceText(whole: SourceFile(path: "cell.nn", text: text)) }

/// Programs that can be read, each with its canonical text.
let goodPrograms: [(text: String, canonical: String)] = [
  ("", ""),
  ("# nothing but a comment\n\n", ""),
  ("x = 1", "x = 1"),
  ("x=1;y=2\nz = x+y", "x = 1\ny = 2\nz = x + y"),
  ("table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }", "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }"),
  ("table AND(x1,x2->y){\n  00:0 # no\n  , 01 : 0,\n 1-:?,}", "table AND(x1, x2 -> y) { 00:0, 01:0, 1-:? }"),
  ("table F(X1..X5 -> Y) { on 00110, 01011 }", "table F(X1..X5 -> Y) { on 00110, 01011 }"),
  ("table F(a1..a1 -> Y) { on 0:-, 1 }", "table F(a1..a1 -> Y) { on 0:-, 1 }"),
  (
    "table P(x1, x2 -> y) { (0.2, 1.5): 1, (1, -0.3): (-1), (1,2):(1, 0) }",
    "table P(x1, x2 -> y) { (0.2, 1.5): 1, (1, -0.3): -1, (1, 2): (1, 0) }"
  ),
  ("table G(a, b, c -> y) = a and (b or not c)", "table G(a, b, c -> y) = a and (b or not c)"),
  ("and_gate = perceptron(w=[1, 1], T=1.5)", "and_gate = perceptron(w=[1, 1], T=1.5)"),
  ("check and_gate == AND", "check and_gate == AND"),
  ("check \"text\": run.net ~ XOR within 0.1", "check \"text\": run.net ~ XOR within 0.1"),
  ("check \"text\" worth 2: accuracy(m, T) >= 0.95", "check \"text\" worth 2: accuracy(m, T) >= 0.95"),
  ("check \"a\" == t", "check \"a\" == t"),
  (
    "net hand(x[2]) {\n  h = step(x @ [1, 1; 1, 1] - [0.5, 1.5])   # OR, AND\n  step(h @ [1, -1] - 0.5)\n}",
    "net hand(x[2]) { h = step(x @ [1, 1; 1, 1] - [0.5, 1.5]); step(h @ [1, -1] - 0.5) }"
  ),
  (
    "net n(x[2]) { param W[2,4] ~ xavier; param c = 0; f(a) = a*2; f(x @ W + c) }",
    "net n(x[2]) { param W[2, 4] ~ xavier; param c = 0; f(a) = a*2; f(x @ W + c) }"
  ),
  (
    "m = input(2)\n  -> dense(4, tanh) ->\n dense(1, sigmoid)",
    "m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)"
  ),
  ("plot(sigmoid, sigmoid', x=-5..5)", "plot(sigmoid, sigmoid', x=-5..5)"),
  ("f(x) = x^2 + sin(3*x)", "f(x) = x^2 + sin(3*x)"),
  ("g(x, k) = { a = k*x; a^2 }", "g(x, k) = { a = k*x; a^2 }"),
  ("g(x, k,) = {\n a = k*x\n\n a^2\n}\n", "g(x, k) = { a = k*x; a^2 }"),
  ("trial() = 3", "trial() = 3"),
  ("slide(X1..X5) = X1", "slide(X1..X5) = X1"),
  ("v = [0.2*k for k in 0..4]", "v = [0.2*k for k in 0..4]"),
  (
    "X[2, :]; X[:, 1]; x[1..2]; text[i + 1]; S[3, :, :]", "X[2, :]\nX[:, 1]\nx[1..2]\ntext[i + 1]\nS[3, :, :]"
  ),
  ("m.1.W; run.net.W[1, 2]; m.1.5", "m.1.W\nrun.net.W[1, 2]\nm.1.5"),
  ("m with { 1.W = [1], 1.1 = 2, b.in = 3, }", "m with { 1.W = [1], 1.1 = 2, b.in = 3 }"),
  ("f(net=m, with=2, true=1)", "f(net=m, with=2, true=1)"),
  ("σ(x₁) ⋅ Δw", "sigmoid(x1)·Deltaw"),
  ("W ᵀ × θ₁ ≥ 2 ∧ ¬ a ⊕ b", "W.T*theta1 >= 2 and not a xor b"),
  ("2^-3^2; (-2)^2; (2^3)^2", "2^-3^2\n(-2)^2\n(2^3)^2"),
  ("(-x)\n(-2^2)\n(-2)*3", "(-x)\n(-2^2)\n(-2*3)"),
  ("x = - -1; not not a", "x = --1\nnot not a"),
  ("a @ (b*c); (a*b) @ c; a·b·c; (a·b)*c", "a @ (b*c)\n(a*b) @ c\na·b·c\n(a·b)*c"),
  ("a - (b - c); a - b - c; a/(b/c)", "a - (b - c)\na - b - c\na/(b/c)"),
  ("a or (b xor c); (a or b) and c; a or b xor c", "a or (b xor c)\n(a or b) and c\na or b xor c"),
  ("not a == b; (not a) == b", "not a == b\n(not a) == b"),
  ("(a < b) == c; 1..(2..3)", "(a < b) == c\n1..(2..3)"),
  (
    "if a then b else if c then d else e\nif if a then b else c then d else e\nif a then if b then c else d else e",
    "if a then b else if c then d else e\nif if a then b else c then d else e\nif a then if b then c else d else e"
  ),
  ("x = if a\n then 1\n else 2", "x = if a then 1 else 2"),
  ("if a then b else c -> d; (if a then b else c) + 1", "if a then b else c -> d\n(if a then b else c) + 1"),
  ("(a -> b) -> c; a -> b -> c", "(a -> b) -> c\na -> b -> c"),
  ("f''; f'(2); (x)'; [1]'; ?'; m.1'", "f''\nf'(2)\nx'\n[1]'\n?'\nm.1'"),
  ("[]; [1]; [1, 2; 3, 4,]; [[1, 2], [3, 4]]", "[]\n[1]\n[1, 2; 3, 4]\n[[1, 2], [3, 4]]"),
  ("[1, -2]; [1 - 2]; [1-2]; X[i - 1]; [a\n- b]", "[1, -2]\n[1 - 2]\n[1 - 2]\nX[i - 1]\n[a - b]"),
  ("\"a \\\" b \\n\"", "\"a \\\" b \\n\""),
  ("x = # the value\n  3", "x = 3"),
  ("x = 1e-3 + 2.5E+2 + 007", "x = 1e-3 + 2.5E+2 + 007"),
  ("run.if\ny = 2", "run.if\ny = 2"),
  ("f(\n  1,\n  2,\n)", "f(1, 2)"),
  ("?\n? + 1", "?\n? + 1"),
  ("a ~ b within 0.1 and c", "a ~ b within 0.1 and c"),
  ("x = (\"a\")", "x = \"a\""),
  ("x = true + false", "x = true + false"),
  ("(2)(3); (2).x; (2)'", "(2)(3)\n(2).x\n(2)'"),
  ("ν = 1\nλ = µ", "nu = 1\nlambda = mu"),
  ("cafe\u{301} = 1", "café = 1"),
  ("x = 1\r\ny = 2\rz = 3", "x = 1\ny = 2\nz = 3"),
  ("f(x) =\n{ x }", "f(x) = { x }"),
  ("f((x)) -> x == y; f(x) -> g; f((x), (y)) -> y", "(f(x) -> x == y)\nf(x) -> g\n(f(x, y) -> y)"),
]

@Test(arguments: goodPrograms)
func goodProgramsAreRead(text: String, canonical: String) {
  let (program, diagnostics) = parse(cell(text))
  #expect(diagnostics.map(\.message) == [])
  #expect(program.canonicalText == canonical)
  let again = parse(cell(canonical))
  #expect(again.diagnostics.map(\.message) == [])
  #expect(again.program.canonicalText == canonical)
}
