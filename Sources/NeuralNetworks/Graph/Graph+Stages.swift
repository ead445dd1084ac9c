import Tensors

// Layers of pictures and words; a dense layer is a product, a sum and an activation.
extension Graph {
  /// Adds the cross-correlation of a picture `[h, w, c]` with windows `[kh, kw, c, filters]`.
  ///
  /// The result is `[(h + 2·pad − kh)/stride + 1, …, filters]`.
  /// Source: Y. LeCun et al., Backpropagation applied to handwritten zip code recognition, 1989.
  /// - Precondition: the stride is at least 1, the pad not negative.
  public mutating func convolution(
    _ picture: Node, _ windows: Node, stride: Int = 1, pad: Int = 0
  ) -> Result<Node, ShapeProblem> {
    append(.convolution(Operation.Convolution(stride: stride, pad: pad)), [picture, windows])
  }

  /// Adds a bias `[c]` to each position of `[…, c]`.
  public mutating func biased(_ node: Node, by bias: Node) -> Result<Node, ShapeProblem> {
    let (shape, channels) = (shape(of: node), shape(of: bias))
    guard channels.rank == 1, shape.sizes.last == channels.count, channels.count > 0 else {
      return .failure(
        ShapeProblem("a bias of shape \(channels) does not fit \(shape.phrase): it has one number a channel"))
    }
    let rows = reshaped(node, [shape.count / channels.count, channels.count])
    return .success(reshaped(sum(rows, bias), shape))
  }

  /// What becomes of a window of a picture.
  public enum PoolingKind: String, Sendable, Hashable, CaseIterable {
    /// Its largest element; of equal ones the first has the derivative.
    case max
    /// The mean of its elements.
    case mean
  }

  /// Adds one number for each window of a picture `[h, w, c]` and each channel.
  ///
  /// The result is `[(h − window)/stride + 1, …, c]`.
  /// - Precondition: window and stride are at least 1.
  public mutating func pool(
    _ picture: Node, _ kind: PoolingKind, window: Int, stride: Int
  ) -> Result<Node, ShapeProblem> {
    let pooling = Operation.Pooling(window: window, stride: stride)
    switch kind {
    case .max: return append(.poolMax(pooling), [picture])
    case .mean: return append(.poolMean(pooling), [picture])
    }
  }

  /// Adds all elements as one vector.
  public mutating func flattened(_ node: Node) -> Node { reshaped(node, [shape(of: node).count]) }

  /// Adds the rows of a table `[count, size]` for indices from 0: `[n]` gives `[n, size]`, a number `[size]`.
  ///
  /// An index that the table has no row for gives NaN. Written as a product with rows of 0 and 1, so cost
  /// n·count·size.
  public mutating func embedding(_ indices: Node, _ table: Node) -> Result<Node, ShapeProblem> {
    let (given, sizes) = (shape(of: indices), shape(of: table))
    guard sizes.rank == 2 else {
      return .failure(ShapeProblem("an embedding has a row for each index, not \(sizes.phrase)", operand: 1))
    }
    guard given.rank <= 1 else {
      return .failure(
        ShapeProblem("an embedding takes a vector of indices, not \(given.phrase)", operand: 0))
    }
    let labels = reshaped(indices, [given.count])
    let chosen = oneHot(labels, (0..<sizes.sizes[0]).map(Double.init))
    // 0/1 where there is a row, 0/0 where there is none.
    let missing = quotient(number(0), appending(.sum(.rows), [chosen]))
    let rows = inRows(.add, appending(.matrixProduct, [chosen, table]), missing, perRow: true)
    return .success(reshaped(rows, Shape(given.sizes + [sizes.sizes[1]])))
  }

  /// Returns what each embedding on the way to `output` takes as indices, and how many rows its table has.
  public func embeddings(of output: Node) -> [(indices: Node, count: Int)] {
    ancestors(of: [output]).compactMap { node in
      // The part of an embedding that nothing else has: 0 divided by how many rows an index chooses.
      guard case .application(.meet(.divide), let operands) = contents[node.index],
        constant(at: operands[0])?.scalar == 0,
        case .application(.reduce(.sum, .rows), let chosen) = contents[operands[1].index],
        case .application(.eachRow, let pair) = contents[chosen[0].index],
        let names = constant(at: pair[0])
      else { return nil }
      return (pair[1], names.count)
    }
  }
}
