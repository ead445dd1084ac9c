import Tensors

extension Graph {
  /// Returns the weights and bias of a node that is affine in the input `[n]`, or nil if it is not.
  ///
  /// A linear operation acts on the coefficients of each input, and on the constant terms, as it does on
  /// values; so the same kernels compute the form. Cost (n + 1)·`cost(of: node)`.
  public func affineForm(of node: Node) -> AffineForm? {
    coefficients(of: ancestors(of: [node]))[node.index]?.form
  }

  /// Returns the units of the first layer that `node` needs: every value that is affine in the input and
  /// goes through a threshold, or, where there is no threshold, through another activation.
  public func thresholdUnits(of node: Node) -> [ThresholdUnit] {
    var seen: Set<ThresholdUnit> = []
    return firstUnits(of: node).filter { seen.insert($0).inserted }
  }

  /// The same, with units that agree kept apart.
  func firstUnits(of node: Node) -> [ThresholdUnit] {
    let needed = ancestors(of: [node])
    let known = coefficients(of: needed)
    let layers = needed.compactMap { firstLayer($0, known) }
    let thresholds = layers.filter(\.isThreshold)
    return (thresholds.isEmpty ? layers : thresholds).flatMap(\.form.units)
  }

  /// The coefficients of a node: its change with each input, and its value where x is 0; `nil` for none.
  private struct Coefficients {
    var slopes: [Tensor]
    var constant: Tensor
    var dependsOnInput: Bool

    var form: AffineForm {
      AffineForm(
        weights: Tensor([slopes.count, constant.count], slopes.flatMap(\.elements)),
        bias: Tensor(constant.elements))
    }
  }

  private func coefficients(of nodes: [Node]) -> [Coefficients?] {
    let inputs = shape(of: input).count
    var known = [Coefficients?](repeating: nil, count: count)
    for node in nodes {
      switch contents[node.index] {
      case .input: known[node.index] = inputCoefficients(inputs)
      case .constant(let tensor):
        known[node.index] = Coefficients(slopes: [], constant: tensor, dependsOnInput: false)
      case .application(let operation, let operands):
        if let dense = denseCoefficients(operation, operands) {
          known[node.index] = dense
          continue
        }
        let forms = operands.compactMap { known[$0.index] }
        guard forms.count == operands.count, Self.isLinear(operation, forms) else { continue }
        known[node.index] = apply(prepared(operation, operands, at: node), forms, operation.linearity, inputs)
      }
    }
    return known
  }

  private func inputCoefficients(_ inputs: Int) -> Coefficients {
    let shape = shape(of: input)
    let slopes = (0..<inputs).map { i in Tensor(shape, (0..<inputs).map { $0 == i ? 1 : 0 }) }
    return Coefficients(slopes: slopes, constant: Tensor(repeating: 0, shape), dependsOnInput: true)
  }

  /// The coefficients of x W, whose slopes are the rows of W: nothing to compute, as wide as the layer may be.
  private func denseCoefficients(_ operation: Operation, _ operands: [Node]) -> Coefficients? {
    guard operation == .matrixProduct, operands[0] == input, shape(of: input).rank == 1,
      let W = constant(at: operands[1]), W.rank == 2, W.isFinite
    else { return nil }
    return Coefficients(
      slopes: (0..<W.shape.sizes[0]).map { row in Tensor(W.row(row).elements.map { $0 + 0 }) },
      constant: Tensor(repeating: 0, [W.shape.sizes[1]]), dependsOnInput: true)
  }

  private static func isLinear(_ operation: Operation, _ operands: [Coefficients]) -> Bool {
    switch operation.linearity {
    case .none: false
    case .joint: true
    case .inEach: operands.filter(\.dependsOnInput).count == 1
    case .inFirst: operands.dropFirst().allSatisfy { !$0.dependsOnInput }
    case .first: true
    }
  }

  /// Applies a linear operation to the slopes of each input and to the constants.
  private func apply(
    _ prepared: Operation.Prepared, _ operands: [Coefficients], _ linearity: Operation.Linearity,
    _ inputs: Int
  ) -> Coefficients {
    if linearity == .first { return operands[0] }
    let slopes = (0..<inputs).map { i in
      prepared.apply(
        operands.map { operand in
          if operand.dependsOnInput { return operand.slopes[i] }
          // A constant term has no slope in a sum, and is the factor in a product.
          return linearity == .joint ? Tensor(repeating: 0, operand.constant.shape) : operand.constant
        })
    }
    return Coefficients(
      slopes: slopes, constant: prepared.apply(operands.map(\.constant)), dependsOnInput: true)
  }

  private struct Layer {
    let form: AffineForm
    let isThreshold: Bool
  }

  /// Returns what a unit's threshold or activation is applied to, where that is affine and not constant.
  private func firstLayer(_ node: Node, _ known: [Coefficients?]) -> Layer? {
    guard case .application(let operation, let operands) = contents[node.index] else { return nil }
    if let activation = operation.activation, operation.linearity == .none {
      guard let operand = known[operands[0].index] else { return nil }
      return Layer(form: operand.form, isThreshold: activation.isThreshold)
    }
    guard let difference = operation.comparedDifference else { return nil }
    let sides = operands.compactMap { known[$0.index] }
    guard sides.count == 2, case .success(let prepared) = difference.prepare(operands.map(shape(of:))) else {
      return nil
    }
    let form = apply(prepared, sides, .joint, shape(of: input).count).form
    return Layer(form: form, isThreshold: true)
  }
}
