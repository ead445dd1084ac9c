import Bytes
import Tensors

extension ElementFunction: ByteCoded {
  private static let byName: [String: ElementFunction] = {
    var functions: [ElementFunction] = [.negate, .not, .sigmoidSlopeOfOutput, .tanhSlopeOfOutput]
    functions += Activation.all.flatMap { [$0.element, $0.derivativeElement] }
    functions += MathematicalFunction.all.map(\.element)
    return Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
  }()

  /// Writes the name.
  public func write(to bytes: inout ByteWriter) { bytes.write(name) }

  /// Reads the name of a function that one of the tables has.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    guard let function = Self.byName[try bytes.read()] else { throw .invalid("a function") }
    self = function
  }
}

extension Activation: ByteCoded {
  /// Writes the name.
  public func write(to bytes: inout ByteWriter) { bytes.write(name) }

  /// Reads the name of an activation.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    guard let activation = Activation.named(try bytes.read()) else { throw .invalid("an activation") }
    self = activation
  }
}

extension Operation: ByteCoded {
  /// Writes the kind and the numbers it is made with.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .map(let function): bytes.write(case: 0, function)
    case .meet(let function): bytes.write(case: 1, function)
    case .near: bytes.write(case: 2)
    case .choice: bytes.write(case: 3)
    case .select: bytes.write(case: 4)
    case .dropout(let share): bytes.write(case: 5, share)
    case .reduce(let reduction, let along): bytes.write(case: 6, reduction, along)
    case .softmax: bytes.write(case: 7)
    case .argmax: bytes.write(case: 8)
    case .crossEntropy: bytes.write(case: 9)
    case .crossEntropySlope: bytes.write(case: 10)
    case .matrixProduct: bytes.write(case: 11)
    case .exactNearZero: bytes.write(case: 12)
    case .convolve(let convolution, let part): bytes.write(case: 13, convolution, part)
    case .pool(let pooling, let part): bytes.write(case: 14, pooling, part)
    case .transpose: bytes.write(case: 15)
    case .reshape(let shape): bytes.write(case: 16, shape)
    case .stack(let count): bytes.write(case: 17, count)
    case .index(let items): bytes.write(case: 18, items)
    case .gather(let movement): bytes.write(case: 19, movement)
    case .scatter(let movement): bytes.write(case: 20, movement)
    case .eachRow(let each): bytes.write(case: 21, each)
    }
  }

  /// Reads an operation; whether it fits operands is for ``checkedShape(of:)`` to say.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .map(try bytes.read())
    case 1: self = .meet(try bytes.read())
    case 2: self = .near
    case 3: self = .choice
    case 4: self = .select
    case 5: self = .dropout(try .share(from: &bytes))
    case 6: self = .reduce(try bytes.read(), try bytes.read())
    case 7: self = .softmax
    case 8: self = .argmax
    case 9: self = .crossEntropy
    case 10: self = .crossEntropySlope
    case 11: self = .matrixProduct
    case 12: self = .exactNearZero
    case 13: self = .convolve(try bytes.read(), try bytes.read())
    case 14: self = .pool(try bytes.read(), try bytes.read())
    case 15: self = .transpose
    case 16: self = .reshape(to: try bytes.read())
    case 17: self = .stack(try bytes.read())
    case 18: self = .index(try bytes.read())
    case 19: self = .gather(try bytes.read())
    case 20: self = .scatter(try bytes.read())
    case 21: self = .eachRow(try bytes.nested { (bytes) throws(ByteProblem) in try bytes.read() })
    case _: throw .invalid("an operation")
    }
  }
}

extension Operation {
  /// The shape of the result where operands of these shapes fit.
  ///
  /// The adjoints of windows take for granted that the gradient has the shape of a result; bytes can say otherwise.
  func checkedShape(of operands: [Shape]) throws(ByteProblem) -> Shape {
    let problem = ByteProblem.invalid("an operation on other operands")
    guard operands.count == operandCount else { throw problem }
    let forward: [Shape]
    switch self {
    case .convolve(_, .byInput(let picture)): forward = [picture, operands[1]]
    case .convolve(_, .byWeights(let windows)): forward = [operands[1], windows]
    case .pool(_, .maxSlope): forward = [operands[1]]
    case .pool(_, .meanSlope(let picture)): forward = [picture]
    case .eachRow(let each):
      guard case .success(let shape) = shape(of: operands),
        try each.operation.checkedShape(of: each.rowShapes(operands)) == shape.droppingFirst()
      else { throw problem }
      return shape
    case .map, .meet, .near, .choice, .select, .dropout, .reduce, .softmax, .argmax, .crossEntropy,
      .crossEntropySlope, .matrixProduct, .exactNearZero, .convolve(_, .forward), .pool(_, .max),
      .pool(_, .mean), .transpose, .reshape, .stack, .index, .gather, .scatter:
      forward = []
    }
    if let whole, whole.shape(of: forward).map({ $0 == operands[0] }) != .success(true) { throw problem }
    guard case .success(let shape) = shape(of: operands) else { throw problem }
    return shape
  }

  /// What an adjoint of windows is the adjoint of.
  private var whole: Operation? {
    switch self {
    case .convolve(let convolution, .byInput), .convolve(let convolution, .byWeights):
      .convolve(convolution, .forward)
    case .pool(let pooling, .maxSlope): .pool(pooling, .max)
    case .pool(let pooling, .meanSlope): .pool(pooling, .mean)
    case .map, .meet, .near, .choice, .select, .dropout, .reduce, .softmax, .argmax, .crossEntropy,
      .crossEntropySlope, .matrixProduct, .exactNearZero, .convolve(_, .forward), .pool(_, .max),
      .pool(_, .mean), .transpose, .reshape, .stack, .index, .gather, .scatter, .eachRow:
      nil
    }
  }
}

extension Double {
  /// Reads a share from 0 to below 1.
  static func share(from bytes: inout ByteReader) throws(ByteProblem) -> Double {
    let share: Double = try bytes.read()
    guard share >= 0, share < 1 else { throw .invalid("a share") }
    return share
  }
}
