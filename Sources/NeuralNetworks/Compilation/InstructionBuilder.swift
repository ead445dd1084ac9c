import CKernels
import Tensors

/// Writes the instructions of a program's steps.
struct InstructionBuilder {
  private let graph: Graph
  private let layout: CompiledGraph.Layout
  private let memory: UnsafeMutableRawPointer
  private let parameters: UnsafeMutableRawPointer
  private let precision: Precision
  private let instructionSet: InstructionSet
  private let rows: Int

  init(
    _ graph: Graph, _ layout: CompiledGraph.Layout, _ memory: UnsafeMutableRawPointer,
    parameters: UnsafeMutableRawPointer, rows: Int, _ precision: Precision, _ instructionSet: InstructionSet
  ) {
    self.graph = graph
    self.layout = layout
    self.memory = memory
    self.parameters = parameters
    self.rows = rows
    self.precision = precision
    self.instructionSet = instructionSet
  }

  /// The instructions of all steps, and of the results that are copied to their addresses.
  func instructions() -> InstructionList {
    var list = InstructionList()
    for step in layout.steps.list { add(step, to: &list) }
    for (node, offset) in layout.copies { list.append(copy(node, to: offset)) }
    return list
  }

  private func add(_ step: CompiledGraph.Step, to list: inout InstructionList) {
    switch step {
    case .apply(let node): apply(node, &list)
    case .product(let node, let product): list.append(multiplied(node, product))
    case .dense(let dense): list.append(layer(dense))
    case .denseBackward(let back): list.append(wayBack(back))
    case .crossEntropy(let loss): list.append(crossEntropy(loss))
    }
  }

  private func address(_ node: Graph.Node) -> UnsafeMutableRawPointer {
    let offset = layout.source(of: node)
    return layout.parameters.contains(offset) ? parameters + offset : memory + offset
  }
  private func address(_ node: Graph.Node?) -> UnsafeMutableRawPointer? { node.map { address($0) } }

  private func apply(_ node: Graph.Node, _ list: inout InstructionList) {
    guard case .application(let operation, let operands) = graph.contents[node.index] else { return }
    let isShared = layout.isShared[node.index]
    let work = Work(
      rows: isShared ? 1 : rows, result: address(node),
      operands: operands.map { operand in
        let step = layout.isShared[operand.index] ? 0 : graph.shape(of: operand).count
        return Work.Operand(address(operand), step: step)
      }, precision: precision, instructionSet: instructionSet)
    graph.prepared(operation, operands, at: node).lower(work, into: &list)
  }

  private func instruction(_ code: nnb_code) -> nnb_instruction {
    var instruction = nnb_instruction()
    instruction.run = instructionSet.kernel(code, precision)
    return instruction
  }

  private func multiplied(_ node: Graph.Node, _ product: CompiledGraph.Product) -> nnb_instruction {
    let left = graph.shape(of: product.left).sizes
    let right = graph.shape(of: product.right).sizes
    let (code, m, n, k) =
      switch product.form {
      case .asStored: (NNB_PRODUCT_NN, left[0], left[1], right[1])
      case .rightTransposed: (NNB_PRODUCT_NT, left[0], left[1], right[0])
      case .leftTransposed: (NNB_PRODUCT_TN, left[1], left[0], right[1])
      }
    var instruction = instruction(code)
    (instruction.address.0, instruction.address.1, instruction.address.2) = (
      address(node), address(product.left), address(product.right)
    )
    (instruction.size.0, instruction.size.1, instruction.size.2, instruction.size.3) = (1, m, n, k)
    return instruction
  }

  /// The number of examples that a value of a layer holds.
  private func exampleCount(_ node: Graph.Node) -> Int {
    let shape = graph.shape(of: node)
    return (layout.isShared[node.index] ? 1 : rows) * (shape.rank == 2 ? shape.sizes[0] : 1)
  }

  private func layer(_ dense: CompiledGraph.Dense) -> nnb_instruction {
    var instruction = instruction(NNB_DENSE)
    instruction.address.0 = address(dense.result)
    instruction.address.1 = address(dense.x)
    instruction.address.2 = address(dense.weights)
    instruction.address.3 = address(dense.bias)
    instruction.address.4 = address(dense.sum)
    let sizes = graph.shape(of: dense.weights).sizes
    (instruction.size.0, instruction.size.1, instruction.size.2) = (exampleCount(dense.x), sizes[0], sizes[1])
    instruction.size.3 = Int(dense.function.rawValue)
    return instruction
  }

  private func wayBack(_ back: CompiledGraph.DenseBackward) -> nnb_instruction {
    var instruction = instruction(NNB_DENSE_BACKWARD)
    instruction.address.0 = address(back.byWeights)
    instruction.address.1 = address(back.byBias)
    instruction.address.2 = address(back.byInput)
    instruction.address.3 = address(back.g)
    instruction.address.4 = address(back.saved?.node)
    instruction.address.5 = address(back.x)
    instruction.address.6 = address(back.weights)
    instruction.address.7 = address(back.dz)
    let sizes = graph.shape(of: back.byWeights).sizes
    (instruction.size.0, instruction.size.1, instruction.size.2) = (
      graph.shape(of: back.dz).sizes[0], sizes[0], sizes[1]
    )
    instruction.size.3 = back.saved.map { Int($0.slope.rawValue) } ?? -1
    return instruction
  }

  private func crossEntropy(_ loss: CompiledGraph.CrossEntropy) -> nnb_instruction {
    var instruction = instruction(NNB_BCE_LOSS)
    instruction.address.0 = address(loss.mean)
    instruction.address.1 = address(loss.slope)
    instruction.address.2 = address(loss.p)
    instruction.address.3 = address(loss.y)
    instruction.size.0 = graph.shape(of: loss.p).count
    instruction.number.0 = loss.factor
    return instruction
  }

  private func copy(_ node: Graph.Node, to offset: Int) -> nnb_instruction {
    var instruction = instruction(NNB_COPY)
    instruction.address.0 = memory + offset
    instruction.address.1 = address(node)
    instruction.size.0 = graph.shape(of: node).count * (layout.isShared[node.index] ? 1 : rows)
    return instruction
  }
}
