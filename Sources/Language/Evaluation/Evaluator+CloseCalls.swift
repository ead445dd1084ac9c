import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

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
    let row =
      inputs.isEmpty || inputs.count > 8 ? "" : " at (\(inputs.map { $0.text() }.joined(separator: ", ")))"
    return Diagnostic(
      .roundingDecides, "z is \(z.text(significantDigits: 2))\(row): rounding decides", at: range,
      hint: .init(
        "use perceptron(w=…, T=…), which decides on the decimals, or move the threshold off the sum"))
  }
}

extension Evaluator {
  /// The most that an eager sum near 1 is off by rounding.
  private static let eagerRounding = 0x1p-46

  /// Looks for a threshold of a net that rounding decides, once a check.
  mutating func seekCloseCall(in net: Net, rows: Tensor, at range: SourceRange) throws(Stop) {
    guard case .sought = closeCall, let margins = net.graph.thresholdMargins(of: net.output) else { return }
    closeCall = .ignored
    defer { if case .ignored = closeCall { closeCall = .sought } }
    let margin = Net(graph: margins.graph, output: margins.least, origin: .library("margins"))
    let values = try evaluate(margin, rows: rows, at: range).elements
    let bound = margins.roundings * (precision == .float64 ? 0x1p-52 : 0x1p-23)
    guard let row = values.firstIndex(where: { $0 <= bound }) else { return }
    let example = rows.reshaped(net.inputShape.prefixed(by: rows.shape.sizes[0])).row(row)
    guard let z = margins.closestSum(on: example, precision: precision) else { return }
    closeCall = .found(z: z, inputs: example.elements)
  }

  /// Looks at `step(a - b)` of known numbers.
  mutating func seekCloseCall(in call: Call, of arguments: [Syntax.Argument]) {
    guard case .sought = closeCall, case .operation(let operation) = call.builtin.evaluation,
      operation.activation?.isThreshold == true, let argument = arguments.first?.value,
      case .binary(let sign, _, _, _) = argument.kind, [.plus, .minus].contains(sign),
      let tensor = call.arguments.values.first?.value.tensor,
      let z = tensor.elements.first(where: { $0 != 0 && $0.magnitude < Self.eagerRounding })
    else { return }
    closeCall = .found(z: z, inputs: [])
  }
}
