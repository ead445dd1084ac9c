extension Operation {
  /// What stands in one place of an index; positions start at 1.
  public enum IndexItem: Sendable, Hashable {
    /// Everything along this axis: `:`.
    case all
    /// One position; the axis goes away.
    case at(Int)
    /// The positions from the first to the second, both included.
    case range(Int, Int)
  }

  /// Puts `count` operands of one shape along a new first axis.
  public static func stack(_ count: Int) -> Operation {
    Operation("stack", linearity: .joint) { shapes in
      expect(count, shapes, "stack")
      guard let part = shapes.first else { return .failure(ShapeProblem("there is nothing to stack")) }
      if let odd = shapes.firstIndex(where: { $0 != part }) {
        return .failure(
          ShapeProblem(
            "the parts differ: number 1 is \(part.phrase), number \(odd + 1) is \(shapes[odd].phrase)",
            operand: odd))
      }
      guard part.rank < Shape.maximalRank else {
        return .failure(ShapeProblem("an array has at most \(Shape.maximalRank) axes"))
      }
      let size = part.count
      return .success(
        Prepared(
          shape: part.prefixed(by: count), cost: size.saturatingProduct(count),
          kernel: .join(count, size: size)))
    }
  }

  /// Takes the elements at these positions, one item for each axis.
  public static func index(_ items: [IndexItem]) -> Operation {
    Operation("index", linearity: .joint) { shapes in
      expect(1, shapes, "index")
      return selection(items, of: shapes[0]).map { selected in
        Prepared(
          shape: selected.shape, cost: selected.offsets.count, kernel: .gather(selected.offsets),
          choosing: selected.offsets)
      }
    }
  }

  private static func selection(
    _ items: [IndexItem], of shape: Shape
  ) -> Result<(shape: Shape, offsets: [Int]), ShapeProblem> {
    guard items.count == shape.rank else { return .failure(rankProblem(items.count, shape)) }
    var sizes: [Int] = []
    var offsets = [0]
    for (axis, item) in items.enumerated() {
      let size = shape.sizes[axis]
      let positions: Range<Int>
      switch item {
      case .all: positions = 0..<size
      case .at(let position):
        guard position >= 1, position <= size else { return .failure(outside(position, axis, shape)) }
        positions = position - 1..<position
      case .range(let first, let last):
        if let problem = rangeProblem(first, last, axis, shape) { return .failure(problem) }
        positions = first - 1..<last
      }
      if case .at = item {} else { sizes.append(positions.count) }
      offsets = offsets.flatMap { offset in positions.map { offset * size + $0 } }
    }
    return .success((Shape(sizes), offsets))
  }

  private static func rangeProblem(_ first: Int, _ last: Int, _ axis: Int, _ shape: Shape) -> ShapeProblem? {
    if first > last {
      return ShapeProblem("the range \(first)..\(last) is empty", hint: "write the smaller end first")
    }
    if first < 1 { return outside(first, axis, shape) }
    return last > shape.sizes[axis] ? outside(last, axis, shape) : nil
  }

  private static func outside(_ position: Int, _ axis: Int, _ shape: Shape) -> ShapeProblem {
    let size = shape.sizes[axis]
    let place =
      switch (shape.rank, axis) {
      case (1, _): "the vector has \(size) element\(size == 1 ? "" : "s")"
      case (2, 0): "the matrix has \(size) row\(size == 1 ? "" : "s")"
      case (2, _): "the matrix has \(size) column\(size == 1 ? "" : "s")"
      case (_, _): "axis \(axis + 1) of \(shape) has size \(size)"
      }
    return ShapeProblem(
      "there is no position \(position): \(place)", hint: position == 0 ? "positions start at 1" : nil)
  }

  private static func rankProblem(_ count: Int, _ shape: Shape) -> ShapeProblem {
    if shape.isScalar { return ShapeProblem("a number has no elements to index") }
    let places = (0..<shape.rank).map { $0 == 0 ? "1" : ":" }.joined(separator: ", ")
    return ShapeProblem(
      "\(shape) takes \(shape.rank) position\(shape.rank == 1 ? "" : "s"), not \(count)",
      hint: "write [\(places)]")
  }
}
