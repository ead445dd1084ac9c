import Tensors

// Products, and operations that move, reduce or compare elements.
extension Adjoints {
  /// The rules of a matrix product.
  static let factors: [Adjoint?] = [
    { use, g, graph in graph.leftFactor(use.operands, g) },
    { use, g, graph in graph.rightFactor(use.operands, g) },
  ]

  /// The rule of a transpose.
  static let transposed: Adjoint = { _, g, graph in graph.transposed(g) }

  /// The rule of a reshape.
  static let reshaped: Adjoint = { use, g, graph in graph.reshaped(g, graph.shape(of: use.operand)) }

  /// The rule of a stack: the part's own cotangent.
  static let taken: Adjoint = { use, g, graph in
    let items = graph.shape(of: use.operand).sizes.map { _ in Operation.IndexItem.all }
    return graph.appending(.index([.at(use.position + 1)] + items), [g])
  }

  /// The rule of an index: the cotangents at the positions that were taken, else 0.
  static func putBack(_ items: [Operation.IndexItem]) -> Adjoint {
    { use, g, graph in
      let shape = graph.shape(of: use.operand)
      let movement = Operation.Movement(of: items, in: shape)
      return movement.staysInOrder ? graph.reshaped(g, shape) : graph.appending(.scatter(movement), [g])
    }
  }

  /// The rule of the shares of exponentials.
  static let softmax: Adjoint = { use, g, graph in graph.softmaxCotangent(use.result, g) }

  /// The rule of a sum, mean, minimum or maximum.
  static func rule(of reduction: Reduction, _ along: Operation.Along) -> Adjoint {
    { use, g, graph in
      let shape = graph.shape(of: use.operand)
      switch reduction {
      case .sum, .wideSum: return graph.spread(g, along, shape)
      case .mean, .wideMean:
        let count = shape.count / max(graph.shape(of: use.result).count, 1)
        return graph.spread(graph.quotient(g, graph.number(Double(count))), along, shape)
      case .min, .max: return graph.extremeCotangent(use, along, g)
      }
    }
  }
}

extension Graph {
  /// The cotangent of A in A@B: g@Bᵀ.
  fileprivate mutating func leftFactor(_ factors: [Node], _ g: Node) -> Node {
    let (a, b) = (shape(of: factors[0]), shape(of: factors[1]))
    if b.rank == 2 { return appending(.matrixProduct, [g, transposed(factors[1])]) }
    return a.rank == 2 ? outer(g, factors[1]) : product(g, factors[1])
  }

  /// The cotangent of B in A@B: Aᵀ@g.
  fileprivate mutating func rightFactor(_ factors: [Node], _ g: Node) -> Node {
    let (a, b) = (shape(of: factors[0]), shape(of: factors[1]))
    if a.rank == 2 { return appending(.matrixProduct, [transposed(factors[0]), g]) }
    return b.rank == 2 ? outer(factors[0], g) : product(g, factors[0])
  }

  /// The products of each element of one vector with each of another: a column times a row.
  private mutating func outer(_ a: Node, _ b: Node) -> Node {
    let column = reshaped(a, [shape(of: a).count, 1])
    return appending(.matrixProduct, [column, reshaped(b, [1, shape(of: b).count])])
  }

  /// pᵢ (gᵢ − Σⱼ pⱼ gⱼ) along the last axis.
  fileprivate mutating func softmaxCotangent(_ shares: Node, _ g: Node) -> Node {
    let shape = shape(of: shares)
    if shape.rank == 1 {
      return product(shares, difference(g, appending(.sum(.all), [product(shares, g)])))
    }
    let columns = shape.sizes[shape.rank - 1]
    let rows: Shape = [shape.count / columns, columns]
    let (p, h) = (reshaped(shares, rows), reshaped(g, rows))
    let mean = appending(.sum(.rows), [product(p, h)])
    return reshaped(product(p, inRows(.subtract, h, mean, perRow: true)), shape)
  }

  /// g where the smallest or largest element stands, in equal parts where there are several, else 0.
  fileprivate mutating func extremeCotangent(_ use: Use, _ along: Operation.Along, _ g: Node) -> Node {
    let shape = shape(of: use.operand)
    let isExtreme = appending(.equal, [use.operand, spread(use.result, along, shape)])
    let part = quotient(g, appending(.sum(along), [isExtreme]))
    return chosen(isExtreme, spread(part, along, shape))
  }
}
