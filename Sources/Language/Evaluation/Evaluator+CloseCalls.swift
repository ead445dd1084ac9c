import Diagnostics
import NeuralNetworks
import Syntax
import Tensors

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
