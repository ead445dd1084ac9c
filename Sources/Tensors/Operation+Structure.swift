import Wording

extension Operation {
  /// What stands in one position of an index; positions start at 1.
  public enum IndexItem: Sendable, Hashable {
    /// Everything along this axis: `:`.
    case all
    /// One position; the axis goes away.
    case at(Int)
    /// The positions from the first to the second, both included.
    case range(Int, Int)
  }

  static func reshaped(_ operand: Shape, to shape: Shape) -> Result<Shape, ShapeProblem> {
    guard operand.count == shape.count else {
      return .failure(
        ShapeProblem(
          "\(operand.phrase) has \(operand.count) elements, \(shape.phrase) has \(shape.count)", operand: 0))
    }
    return .success(shape)
  }

  static func stackedShape(_ count: Int, _ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    guard let part = operands.first else { return .failure(ShapeProblem("there is nothing to stack")) }
    if let odd = operands.firstIndex(where: { $0 != part }) {
      return .failure(
        ShapeProblem(
          "the parts differ: number 1 is \(part.phrase), number \(odd + 1) is \(operands[odd].phrase)",
          operand: odd))
    }
    guard part.rank < Shape.maximalRank else {
      return .failure(ShapeProblem("an array has at most \(Shape.maximalRank) axes"))
    }
    return .success(part.prefixed(by: count))
  }

  static func indexedShape(_ items: [IndexItem], of shape: Shape) -> Result<Shape, ShapeProblem> {
    guard items.count == shape.rank else { return .failure(rankProblem(items.count, shape)) }
    for (axis, item) in items.enumerated() {
      switch item {
      case .all: continue
      case .at(let position):
        guard position >= 1, position <= shape.sizes[axis] else {
          return .failure(outside(position, axis, shape))
        }
      case .range(let first, let last):
        if let problem = rangeProblem(first, last, axis, shape) { return .failure(problem) }
      }
    }
    return .success(self.shape(of: items, in: shape))
  }

  /// The shape of the elements at these positions.
  /// - Precondition: the positions are inside.
  static func shape(of items: [IndexItem], in shape: Shape) -> Shape {
    let sizes = zip(items, shape.sizes).compactMap { item, size -> Int? in
      switch item {
      case .all: size
      case .at: nil
      case .range(let first, let last): last - first + 1
      }
    }
    return Shape(sizes)
  }

  /// Where the elements at these positions stand in a tensor of this shape.
  /// - Precondition: the positions are inside.
  static func offsets(of items: [IndexItem], in shape: Shape) -> [Int] {
    var offsets = [0]
    for (item, size) in zip(items, shape.sizes) {
      let positions =
        switch item {
        case .all: 0..<size
        case .at(let position): position - 1..<position
        case .range(let first, let last): first - 1..<last
        }
      offsets = offsets.flatMap { offset in positions.map { offset * size + $0 } }
    }
    return offsets
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
    let found: Message =
      switch (shape.rank, axis) {
      case (1, _): "the vector has \(size) element\(size == 1 ? "" : "s")"
      case (2, 0): "the matrix has \(size) row\(size == 1 ? "" : "s")"
      case (2, _): "the matrix has \(size) column\(size == 1 ? "" : "s")"
      case (_, _): "axis \(axis + 1) of \(shape) has size \(size)"
      }
    return ShapeProblem(
      "there is no position \(position): \(found)", hint: position == 0 ? "positions start at 1" : nil)
  }

  private static func rankProblem(_ count: Int, _ shape: Shape) -> ShapeProblem {
    if shape.isScalar { return ShapeProblem("a number has no elements to index") }
    let form = (0..<shape.rank).map { $0 == 0 ? "1" : ":" }.joined(separator: ", ")
    return ShapeProblem(
      "\(shape) takes \(shape.rank) position\(shape.rank == 1 ? "" : "s"), not \(count)",
      hint: "write [\(form)]")
  }
}
