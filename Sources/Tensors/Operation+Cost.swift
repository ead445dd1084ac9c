extension Operation.Prepared {
  /// The fuel one application takes: multiply-add or element 1, exp-class function 20.
  public var cost: Int {
    switch operation {
    case .map(let function): shape.count.saturatingProduct(function.cost)
    case .meet(let function): shape.count.saturatingProduct(function.cost)
    case .near, .choice, .select, .dropout, .transpose, .reshape, .stack, .index: shape.count
    case .reduce, .argmax: operands[0].count
    case .softmax, .crossEntropy, .crossEntropySlope:
      operands[0].count.saturatingProduct(Operation.functionCost)
    case .matrixProduct: ProductSizes(operands).cost
    case .exactNearZero:
      // A product of a sum that is computed in decimals takes 200, and more where they are very long.
      (operands[1].count + 1).saturatingProduct(shape.count).saturatingProduct(200)
    case .convolve(let convolution, let part): convolution.sizes(part, self).cost
    case .pool(let pooling, let part): pooling.sizes(part, self).cost
    case .gather(let movement), .scatter(let movement): max(movement.source.count, movement.result.count)
    case .eachRow(let each): each.one(of: self).cost.saturatingProduct(each.rows)
    }
  }
}
