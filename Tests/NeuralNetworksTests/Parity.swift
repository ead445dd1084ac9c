import NeuralNetworks
import Tensors
import Testing

/// Nets, losses and optimizers with what PyTorch computes for them; make_parity.py says how they are written.
enum Parity {
  /// One net and loss, or one optimizer.
  struct Case: Sendable, CustomTestStringConvertible {
    fileprivate let entries: [String: String]

    var testDescription: String {
      ["net", "loss", "optimizer", "numbers", "l1", "l2"].compactMap { entries[$0] }.joined(separator: ", ")
    }

    /// The words behind a key.
    func words(_ key: String) throws -> String { try #require(entries[key]) }

    /// The tensor behind a key.
    func tensor(_ key: String) throws -> Tensor {
      let parts = try words(key).split(separator: " ")
      let sizes = try #require(parts.first).dropFirst().dropLast().split(separator: ",")
      return Tensor(
        Shape(try sizes.map { try #require(Int($0)) }),
        try parts.dropFirst().map { try #require(Double($0)) })
    }

    /// The tensors behind a key's letter with the numbers of the net's parameters, such as `d1`, `d2`.
    func tensors(_ letter: String, count: Int, _ ending: String = "") throws -> [Tensor] {
      try (1...max(count, 1)).map { try tensor("\(letter)\($0)\(ending)") }
    }
  }

  /// Reads the cases of a text; what one does not name is as in the one before.
  static func cases(_ text: String) -> [Case] {
    var entries: [String: String] = [:]
    var cases: [Case] = []
    var key = ""
    for line in text.split(separator: "\n") {
      if line == "end" {
        cases.append(Case(entries: entries))
      } else if let first = line.first, first.isLetter {
        let parts = line.split(separator: " ", maxSplits: 1)
        key = String(parts[0])
        entries[key] = parts.count > 1 ? String(parts[1]) : ""
      } else {
        entries[key, default: ""] += " " + line
      }
    }
    return cases
  }
}

/// A net as a `net` line describes it, with the parameters of its case.
struct ParityNet {
  private(set) var graph: Graph
  private(set) var output: Graph.Node
  private let parity: Parity.Case
  private var parameterCount = 0

  init(_ parity: Parity.Case) throws {
    self.parity = parity
    let layers = try parity.words("net").split(separator: ";").map {
      $0.split(separator: " ").map(String.init)
    }
    graph = Graph(inputShape: Shape(layers[0].dropFirst().compactMap { Int($0) }))
    output = graph.input
    for layer in layers.dropFirst() { try append(layer) }
    // A result of one number is a number.
    if graph.shape(of: output) == [1] { output = graph.appending(.index([.at(1)]), [output]) }
  }

  private mutating func append(_ layer: [String]) throws {
    let numbers = layer.compactMap { Int($0) }
    switch layer[0] {
    case "dense":
      let product = graph.appending(.matrixProduct, [output, try parameter()])
      output = graph.appending(.add, [product, try parameter()])
      try activate(layer[2])
    case "conv":
      let sums = try graph.convolution(output, try parameter(), stride: numbers[2], pad: numbers[3]).get()
      output = try graph.biased(sums, by: try parameter()).get()
      try activate(layer[3])
    case "pool":
      let kind = try #require(Graph.PoolingKind(rawValue: layer[3]))
      output = try graph.pool(output, kind, window: numbers[0], stride: numbers[1]).get()
    case "flatten": output = graph.flattened(output)
    case "embed": output = try graph.embedding(output, try parameter()).get()
    case "softmax": output = graph.appending(.softmax, [output])
    case let other: Issue.record("no layer \(other)")
    }
  }

  private mutating func activate(_ name: String) throws {
    output = graph.appending(try #require(Activation.named(name)).operation, [output])
  }

  private mutating func parameter() throws -> Graph.Node {
    parameterCount += 1
    return graph.parameter(try parity.tensor("p\(parameterCount)"))
  }
}

/// Expects that two tensors agree within 1e-12 of the largest magnitude in the second.
func expectParity(
  _ ours: Tensor, _ theirs: Tensor, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(ours.shape == theirs.shape, "\(what)", sourceLocation: sourceLocation)
  let bound = 1e-12 * (theirs.elements.map(\.magnitude).max() ?? 0)
  let worst = zip(ours.elements, theirs.elements).map { ($0 - $1).magnitude }.max() ?? 0
  #expect(worst <= bound, "\(what) is \(worst) off", sourceLocation: sourceLocation)
}
