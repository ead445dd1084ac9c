import Diagnostics
import Wording

/// What an evaluation knows of thresholds that rounding decides.
enum CloseCall: Sendable {
  /// No check is under way.
  case ignored
  /// A check is under way, and none was found.
  case sought
  /// The first: its sum z, and the inputs of the net, where they are known.
  case found(z: Double, inputs: [Double])

  /// The note at a check that came across such a threshold.
  func note(at range: SourceRange) -> Diagnostic? {
    guard case .found(let z, let inputs) = self else { return nil }
    let row: Message =
      inputs.isEmpty || inputs.count > 8 ? "" : " at (\(inputs.map { $0.text() }.joined(separator: ", ")))"
    return Diagnostic(
      .roundingDecides, "z is \(z.text(significantDigits: 2))\(row): rounding decides", at: range,
      hint: .init(
        "use perceptron(w=…, T=…), which decides on the decimals, or move the threshold off the sum"))
  }
}
