import Diagnostics
import Testing

@testable import Syntax

@Test func printedTreesAreReadBack() {
  for seed in 0..<600 {
    var generator = RandomTree(seed: UInt64(seed))
    let program = generator.program()
    let text = program.canonicalText
    let (again, diagnostics) = parse(cell(text))
    let isSame = TreeDump.text(again) == TreeDump.text(program)
    #expect(isSame && diagnostics.isEmpty && again.canonicalText == text, "seed \(seed): \(text)")
    if !isSame { break }
  }
}

@Test(arguments: [
  ("a - b - c*d^e^f", "(Show (- (- a b) (* c (^ d (^ e f)))))"),
  ("y = -x^2 + -y", "(Binding y (+ (- (^ x 2)) (- y)))"),
  ("a or b xor c and not d == e", "(Show (xor (or a b) (and c (not (== d e)))))"),
  ("1..n + 1", "(Show (Range 1 (+ n 1)))"),
  ("a ~ b within c + 1 and d", "(Show (and (Near a b (+ c 1)) d))"),
  ("if a then b else c -> d", "(Show (Chain {(If a b c), d}))"),
  ("m with { 1.1.if = 2 }.x'", "(Show (Derivative (Field (With m {[\"1\", \"1\", \"if\"]=2}) x)))"),
  ("[1, 2; 3, 4]ᵀ", "(Show (Field (List {{1, 2}, {3, 4}}) T))"),
  ("2^-x'", "(Show (^ 2 (- (Derivative x))))"),
  ("f (x) [1]", "(Show (Index (Call f {-:x}) {1}))"),
  ("0 < x < 1", "(Show (and (< 0 x) (< x 1)))"),
  ("1 if c else 0 if d else 2", "(Show (If c 1 (If d 0 2)))"),
  // What was read stays.
  ("x = 1 + * 2\ny = 3", "(Binding x (+ 1 Broken))\n(Binding y 3)"),
  ("f(x) = { a = *; a }\ny = 3", "(Function f {x} {(Binding a Broken), (Show a)})\n(Binding y 3)"),
  ("net n(x[2) { x }", "(Net n x {2} {(Show x)})"),
  ("table A(x -> y) { 0:0, 7:1, 1:1 }", "(Table A {x} {y} false {(Short 0 0), Broken, (Short 1 1)})"),
  ("table A(x, y) { 0:0 }\nz = 1", "(Broken A)\n(Binding z 1)"),
  ("x[1] = 2\nz = 1", "(Show (Index x {1}))\n(Binding z 1)"),
  ("x = f(1,\n 2\ny = 3", "(Binding x (Call f {-:1}))\n(Show 2)\n(Binding y 3)"),
])
func treesAreAsInTheGrammar(text: String, dump: String) {
  #expect(TreeDump.text(parse(cell(text)).program) == dump)
}
