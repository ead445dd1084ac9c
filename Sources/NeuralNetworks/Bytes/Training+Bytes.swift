import Bytes
import Tensors

extension Training.EarlyStop: ByteCoded {
  /// Writes the rule.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .below(let bound): bytes.write(case: 0, bound)
    case .patience(let epochs): bytes.write(case: 1, epochs)
    }
  }

  /// Reads a rule.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .below(try bytes.read())
    case 1: self = .patience(try .bounded(1...Training.mostEpochsRead, from: &bytes))
    case _: throw .invalid("an early stop")
    }
  }
}

extension Training.Result.End: ByteCoded {
  /// Writes why a training ended.
  public func write(to bytes: inout ByteWriter) {
    switch self {
    case .epochs: bytes.write(case: 0)
    case .below(let bound): bytes.write(case: 1, bound)
    case .patience(let epochs): bytes.write(case: 2, epochs)
    case .interrupted: bytes.write(case: 3)
    case .diverged(let step, let parameter, let size): bytes.write(case: 4, step, parameter, size)
    case .outgrown(let parameter, let size): bytes.write(case: 5, parameter, size)
    }
  }

  /// Reads why a training ended.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = .epochs
    case 1: self = .below(try bytes.read())
    case 2: self = .patience(try bytes.read())
    case 3: self = .interrupted
    case 4: self = .diverged(step: try bytes.read(), parameter: try bytes.read(), size: try bytes.read())
    case 5: self = .outgrown(parameter: try bytes.read(), size: try bytes.read())
    case _: throw .invalid("the end of a training")
    }
  }
}

extension Training {
  /// The most epochs of a training that is read.
  public static let mostEpochsRead = 1_000_000_000
}

extension Training.Method: ByteCoded {
  /// Writes how a net learns; of the loss its name only.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(loss.name, optimizer, epochs, batch, l1, l2)
    bytes.write(stop, order, dropout, precision)
  }

  /// Reads how a net learns; a loss that is none of the table is one of a notebook.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    let (name, optimizer): (String, Optimizer) = (try bytes.read(), try bytes.read())
    let epochs = try Int.bounded(0...Training.mostEpochsRead, from: &bytes)
    let (batch, l1, l2): (Int?, Double, Double) = (try bytes.read(), try bytes.read(), try bytes.read())
    guard (batch ?? 1) > 0 else { throw .invalid("a batch") }
    let (stop, order): (Training.EarlyStop?, RandomStream?) = (try bytes.read(), try bytes.read())
    let dropout: RandomStream = try bytes.read()
    self.init(
      loss: Loss.named(name) ?? .ofNotebook(name), optimizer: optimizer, epochs: epochs,
      precision: try bytes.read(), dropout: dropout)
    (self.batch, self.l1, self.l2, self.stop, self.order) = (batch, l1, l2, stop, order)
  }
}

extension Training.Result {
  /// Writes the parameters, the losses, and why it ended.
  public func write(to bytes: inout ByteWriter) {
    bytes.write(graph.parameters.compactMap(graph.constant(at:)), losses, validationLosses, steps, end)
  }

  /// Reads what a training of this net left.
  public init(from bytes: inout ByteReader, net: Graph) throws(ByteProblem) {
    let parameters: [Tensor] = try bytes.read()
    guard parameters.map(\.shape) == net.parameters.map(net.shape(of:)) else { throw .invalid("parameters") }
    var graph = net
    for (node, tensor) in zip(net.parameters, parameters) { graph.setConstant(node, to: tensor) }
    self.init(
      graph: graph, losses: try bytes.read(), validationLosses: try bytes.read(),
      steps: try .bounded(0...1 << 60, from: &bytes), end: try bytes.read())
  }
}
