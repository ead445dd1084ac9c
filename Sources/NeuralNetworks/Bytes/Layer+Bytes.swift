import Bytes
import Tensors

extension Initializer: ByteCoded {
  /// Writes which one it is, and its numbers.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .xavier: bytes.write(case: 0)
    case .he: bytes.write(case: 1)
    case .zeros: bytes.write(case: 2)
    case .uniform(let low, let high): bytes.write(case: 3, low, high)
    case .normal(let mean, let deviation): bytes.write(case: 4, mean, deviation)
    case .constant(let value): bytes.write(case: 5, value)
    }
  }

  /// Reads an initializer.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .xavier
    case 1: self = .he
    case 2: self = .zeros
    case 3: self = .uniform(try bytes.read(), try bytes.read())
    case 4: self = .normal(try bytes.read(), try bytes.read())
    case 5: self = .constant(try bytes.read())
    case _: throw .invalid("an initialiser")
    }
  }
}

extension Graph.PoolingKind: ByteCoded {}

extension Layer: ByteCoded {
  /// Writes which layer it is, and its numbers.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .dense(let units, let activation, let weights, let bias):
      bytes.write(case: 0, units, activation, weights, bias)
    case .convolution(let filters, let size, let activation, let stride, let pad, let weights):
      bytes.write(case: 1, filters, size, activation, stride, pad, weights)
    case .pool(let size, let stride, let kind): bytes.write(case: 2, size, stride, kind)
    case .flatten: bytes.write(case: 3)
    case .dropout(let share): bytes.write(case: 4, share)
    case .embedding(let count, let size, let weights): bytes.write(case: 5, count, size, weights)
    }
  }

  /// Reads a layer.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    func size() throws(ByteProblem) -> Int { try .bounded(Int.sizes, from: &bytes) }
    switch try bytes.next() {
    case 0:
      self = .dense(
        units: try size(), activation: try bytes.read(), weights: try bytes.read(), bias: try bytes.read())
    case 1:
      self = .convolution(
        filters: try size(), size: try size(), activation: try bytes.read(), stride: try size(),
        pad: try .bounded(0...Int.sizes.upperBound, from: &bytes), weights: try bytes.read())
    case 2: self = .pool(size: try size(), stride: try size(), kind: try bytes.read())
    case 3: self = .flatten
    case 4: self = .dropout(share: try .share(from: &bytes))
    case 5: self = .embedding(count: try size(), size: try size(), weights: try bytes.read())
    case _: throw .invalid("a layer")
    }
  }
}

extension Optimizer: ByteCoded {
  /// Writes the name and the numbers.
  public func write(to bytes: inout ByteWriter) { bytes.write(kind.name, numbers) }

  /// Reads an optimizer with a number for each of its arguments.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let kind = Kind.named(try bytes.read())
    let numbers: [Double] = try bytes.read()
    guard let kind, numbers.count == kind.arguments.count else { throw .invalid("an optimizer") }
    self.init(kind, numbers)
  }
}
