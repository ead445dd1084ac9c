import Tensors
import Testing

@testable import NeuralNetworks

/// Who holds the memory of a program while its steps run, found without the plan's own reckoning.
private struct Tenancy {
  private let graph: Graph
  private let layout: CompiledGraph.Layout
  private let rows: Int
  private var tenants: [(node: Graph.Node, place: Range<Int>)] = []
  private(set) var problems: [String] = []

  init(_ graph: Graph, _ results: [Graph.Node], rows: Int, fuses: Bool) {
    self.graph = graph
    self.rows = rows
    layout = CompiledGraph.Layout(graph, results, rows: rows, .float64, fuses: fuses)
    for node in graph.inputs + layout.steps.constants { claim(node) }
    for (number, step) in layout.steps.list.enumerated() {
      let read = reads(of: step), written = writes(of: step)
      for node in read { expectThere(node, "step \(number)") }
      for (i, node) in written.enumerated() {
        for other in read + written[..<i] where place(node).overlaps(place(other)) {
          problems.append("step \(number) writes node \(node.index) over \(other.index)")
        }
      }
      for node in written { claim(node) }
    }
    for (node, _) in layout.copies { expectThere(node, "the end") }
    for node in results where layout.offset(of: node) == layout.source(of: node) {
      expectThere(node, "the end")
    }
  }

  private func place(_ node: Graph.Node) -> Range<Int> {
    let count = graph.shape(of: node).count * (layout.isShared[node.index] ? 1 : rows)
    let start = layout.source(of: node)
    return start..<start + 8 * count
  }

  /// The node whose elements a node has.
  private func origin(_ node: Graph.Node) -> Graph.Node {
    graph.isReshape(node) ? origin(graph.operands(of: node)[0]) : node
  }

  private mutating func claim(_ node: Graph.Node) {
    let place = place(node)
    if place.upperBound > layout.size { problems.append("node \(node.index) ends behind the memory") }
    tenants.removeAll { $0.place.overlaps(place) }
    tenants.append((node, place))
  }

  private mutating func expectThere(_ node: Graph.Node, _ time: String) {
    let place = place(node)
    guard !place.isEmpty, !tenants.contains(where: { $0.node == origin(node) && $0.place == place }) else {
      return
    }
    problems.append("at \(time) the memory of node \(node.index) is another's")
  }

  private func reads(of step: CompiledGraph.Step) -> [Graph.Node] {
    switch step {
    case .apply(let node): graph.operands(of: node)
    case .product(_, let product): [product.left, product.right]
    case .dense(let layer): [layer.x, layer.weights, layer.bias].compactMap { $0 }
    case .denseBackward(let back): [back.g, back.x, back.saved?.node, back.weights].compactMap { $0 }
    case .crossEntropy(let loss): [loss.p, loss.y]
    }
  }

  private func writes(of step: CompiledGraph.Step) -> [Graph.Node] {
    switch step {
    case .apply(let node), .product(let node, _): [node]
    case .dense(let layer): [layer.result, layer.sum].compactMap { $0 }
    case .denseBackward(let back):
      [back.byWeights, back.byBias, back.byInput, back.saved == nil ? nil : back.dz].compactMap { $0 }
    case .crossEntropy(let loss): [loss.mean, loss.slope]
    }
  }
}

/// A random net for some rows, with the gradient of its sum by all parameters and the rows.
private struct GradientNet {
  private(set) var graph: Graph
  let results: [Graph.Node]

  init(seed: Int, rows: Int) throws {
    let net = RandomNet(seed: seed)
    let batch = net.graph.batched(rows: rows)
    graph = batch.graph
    let sum = graph.appending(.sum(.all), [graph.appending(Activation.tanh.operation, [batch[net.output]])])
    results = try graph.gradient(of: sum, by: net.parameters.map { batch[$0] } + [graph.input]) + [sum]
  }
}

@Test("no value stands where another is still needed", arguments: 0..<120, [true, false])
func arenaHoldsEveryValueAsLongAsItIsNeeded(seed: Int, fuses: Bool) throws {
  let net = try GradientNet(seed: seed, rows: 3)
  #expect(Tenancy(net.graph, net.results, rows: 1, fuses: fuses).problems == [])
  let single = RandomNet(seed: seed)
  #expect(Tenancy(single.graph, [single.output], rows: 5, fuses: fuses).problems == [])
}

@Test("a program has the bits of its operations one by one", arguments: 0..<60)
func programsHaveTheBitsOfTheirOperations(seed: Int) throws {
  let net = try GradientNet(seed: seed, rows: 3)
  let rows = randomRows(3, seed)
  for precision in Precision.allCases {
    let inputs = [rows.rounded(to: precision)]
    let expected = net.graph.evaluate(net.results, inputs: inputs, precision: precision)
    for instructionSet in InstructionSet.present {
      for fuses in [true, false] {
        let program = CompiledGraph(
          net.graph, results: net.results, precision: precision, instructionSet: instructionSet, fuses: fuses)
        program.write(rows.elements, to: net.graph.input)
        // The second time the memory is used.
        program.run()
        program.run()
        let found = net.results.map { program.read($0) }
        #expect(
          zip(found, expected).allSatisfy { haveSameBits($0, $1.elements) },
          "\(instructionSet.name), \(precision), \(fuses ? "fused" : "one by one")")
      }
    }
  }
}

/// Whether numbers have the same bits, every NaN being as good as another.
private func haveSameBits(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
}
