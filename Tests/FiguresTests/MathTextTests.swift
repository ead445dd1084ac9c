import Testing

@testable import Figures

@Test(arguments: [
  ("x1", "x₁"), ("y_hat", "ŷ"), ("h12", "h₁₂"), ("w_3", "w₃"), ("log10 of relu6", "log10 of relu6"),
  ("x1 over x2", "x₁ over x₂"), ("2-4-1", "2-4-1"), ("epoch 10", "epoch 10"),
])
func namesAreTypeset(text: String, typeset: String) { #expect(MathText.names(text) == typeset) }

@Test(arguments: [
  ("XOR.y", "y"), ("D.x1", "x₁"), ("run.loss", "loss"), ("sigmoid'", "sigmoid′"), ("2*x1 - x2", "2·x₁ − x₂"),
  ("m.1(XOR)", "m.1(XOR)"), ("1e-4", "0.0001"), ("3e-7*x", "3×10⁻⁷·x"), ("eta", "η"), ("a >= b", "a ≥ b"),
])
func expressionsAreTypeset(code: String, typeset: String) { #expect(MathText.expression(code) == typeset) }

@Test(
  arguments: [
    ([1, 2], 1.5, "x₁ + 2·x₂ = 1.5"), ([-1, -1], -1.512345, "−x₁ − x₂ = −1.51"),
    ([0, 0.33333], 1e-6, "0.333·x₂ = 10⁻⁶"),
    ([0, 0], 1, "0 = 1"),
  ] as [([Double], Double, String)])
func equationsHaveThreeDigits(weights: [Double], value: Double, text: String) {
  #expect(MathText.equation(weights, equals: value) == text)
}
