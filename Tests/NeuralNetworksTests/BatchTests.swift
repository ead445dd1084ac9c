import NeuralNetworks
import Tensors
import Testing

/// A case in a net whose operands come from the rows or, where `shared` says so, from parameters.
private struct Batched {
  let single: Graph
  let node: Graph.Node
  let rowShapes: [Shape]

  init?(_ example: GradientCase, shared: Set<Int>) {
    let operands = example.operands(seed: 3)
    let perRow = example.shapes.indices.filter { !shared.contains($0) }
    guard let first = perRow.first else { return nil }
    rowShapes = perRow.map { example.shapes[$0] }
    var graph = Graph(inputShape: example.shapes[first])
    let nodes = example.shapes.indices.map { i in
      if i == first { return graph.input }
      return shared.contains(i) ? graph.parameter(operands[i]) : graph.addInput(example.shapes[i])
    }
    node = example.build(&graph, nodes)
    single = graph
  }
}

@Test("a net written for many rows gives each row the bits of the net for one", arguments: GradientCase.all)
func rowsHaveTheBitsOfOne(_ example: GradientCase) throws {
  let subsets: [Set<Int>] = [[], [0], [1], [0, 2], [1, 2]]
  for shared in subsets {
    guard let net = Batched(example, shared: shared) else { continue }
    for rows in [0, 1, 5] {
      let examples = (0..<rows).map { row in
        let operands = example.operands(seed: 10 + row)
        return example.shapes.indices.filter { !shared.contains($0) }.map { operands[$0] }
      }
      let inputs = net.rowShapes.indices.map { i in
        Tensor(net.rowShapes[i].prefixed(by: rows), examples.flatMap { $0[i].elements })
      }
      let batch = net.single.batched(rows: rows)
      let node = batch[net.node]
      guard batch.isPerRow(net.node) else {
        #expect(
          batch.graph.evaluate([node], inputs: inputs)
            == net.single.evaluate([net.node], inputs: examples.first ?? []))
        continue
      }
      let together = batch.graph.evaluate([node], inputs: inputs)[0]
      #expect(together.shape == net.single.shape(of: net.node).prefixed(by: rows))
      for (row, one) in examples.enumerated() {
        let alone = net.single.evaluate([net.node], inputs: one)[0]
        #expect(together.row(row) == alone, "row \(row) of \(rows), shared \(shared.sorted())")
      }
    }
  }
}
