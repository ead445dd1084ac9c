import Tables
import Tensors

/// What a comprehension runs over; each item becomes a value when its turn comes.
enum ComprehensionItems {
  /// The whole steps of a range.
  case steps([Double])
  /// The parts of a tensor along its first axis.
  case parts(Tensor)
  /// The rows of a table.
  case rows(Table)
  /// Values that are there already.
  case values([Value])

  /// How many there are.
  var count: Int {
    switch self {
    case .steps(let steps): steps.count
    case .parts(let tensor): tensor.shape.sizes[0]
    case .rows(let table): table.rowCount
    case .values(let values): values.count
    }
  }

  /// The item at a position, from 0.
  subscript(position: Int) -> Value {
    switch self {
    case .steps(let steps): return .number(steps[position])
    case .parts(let tensor):
      let shape = tensor.shape.droppingFirst()
      let first = position * shape.count
      return .tensor(Tensor(shape, Array(tensor.elements[first..<first + shape.count])))
    case .rows(let table): return table.record(ofRow: position)
    case .values(let values): return values[position]
    }
  }

  /// The shape of every item; nil where they differ, or have none.
  var commonShape: Shape? {
    switch self {
    case .steps: return .scalar
    case .parts(let tensor): return tensor.shape.droppingFirst()
    case .rows: return nil
    case .values(let values):
      guard let shape = values.first?.shape, values.allSatisfy({ $0.shape == shape }) else { return nil }
      return shape
    }
  }
}
