import Wording
import Diagnostics
import Language
import NeuralNetworks
import Tensors

extension Library {
  /// Functions of whole vectors and matrices.
  static let linearAlgebra: [Builtin] = [
    .vector("softmax", "e^x of each element, divided by their sum along the last axis", .softmax),
    .vector("argmax", "the position of the largest element, from 1, along the last axis", .argmax),
    .dot, .norm, .variance, .deviation, .clip, .mod, .count, .cumsum, .sort, .linspace,
    .filled("zeros", "a tensor of zeros", 0), .filled("ones", "a tensor of ones", 1),
    .identityMatrix, .det, .solve,
  ]
}

extension Builtin {
  fileprivate static func vector(_ name: String, _ summary: Message, _ operation: Operation) -> Builtin {
    Builtin(
      name, .mathematics, [Parameter("x", .tensor)], summary: summary, example: "\(name)([1, 2, 3])",
      evaluation: .operation(operation))
  }

  static let dot = Builtin(
    "dot", .mathematics, [Parameter("a", .vector), Parameter("b", .vector)],
    summary: "the sum of the products of two vectors", formula: #"a \cdot b = \sum_i a_i b_i"#,
    example: "dot([1, 2], [3, 4])", evaluation: .operation(.matrixProduct))

  static let norm = Builtin(
    "norm", .mathematics, [Parameter("x", .tensor)], summary: "the Euclidean length",
    formula: #"\sqrt{\sum_i x_i^2}"#, example: "norm([3, 4])",
    evaluation: .known { (call, evaluator) throws(Stop) in
      try evaluator.squareRoot(try evaluator.sumOfSquares(call.value("x"), .wideSum(.all), call), call)
    })

  static let variance = Builtin(
    "var", .mathematics, [Parameter("x", .tensor)], summary: "the mean square distance from the mean",
    formula: #"\frac{1}{n} \sum_i (x_i - \bar{x})^2"#, example: "var([1, 2, 3, 4])",
    evaluation: .known { (call, evaluator) throws(Stop) in try evaluator.variance(call) })

  static let deviation = Builtin(
    "sd", .mathematics, [Parameter("x", .tensor)],
    summary: "the standard deviation, the root of the variance",
    formula: #"\sqrt{\frac{1}{n} \sum_i (x_i - \bar{x})^2}"#, example: "sd([1, 2, 3, 4])",
    evaluation: .known { (call, evaluator) throws(Stop) in
      try evaluator.squareRoot(try evaluator.variance(call), call)
    })

  static let clip = Builtin(
    "clip", .mathematics, [Parameter("x", .tensor), Parameter("lo", .number), Parameter("hi", .number)],
    summary: "each element, brought between lo and hi", example: "clip([-2, 0.5, 3], 0, 1)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      let raised = try evaluator.apply(.maximum, [call.value("x"), call.value("lo")], of: call)
      return try evaluator.apply(.minimum, [raised, call.value("hi")], of: call)
    })

  static let mod = Builtin(
    "mod", .mathematics, [Parameter("a", .tensor), Parameter("b", .tensor)],
    summary: "the rest of a division, with the sign of b", formula: #"a - b \lfloor a / b \rfloor"#,
    example: "mod(7, 3)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      let (a, b) = (call.value("a"), call.value("b"))
      let quotient = try evaluator.apply(.divide, [a, b], of: call)
      let whole = try evaluator.apply(MathematicalFunction.floor.operation, [quotient], of: call)
      return try evaluator.apply(
        .subtract, [a, try evaluator.apply(.multiply, [b, whole], of: call)], of: call)
    })

  static let count = Builtin(
    "count", .mathematics, [Parameter("x", .tensor)], summary: "the number of elements",
    example: "count([3, 1, 2])",
    traits: [.exact],
    evaluation: .known { (call, _) throws(Stop) in
      call.value("x").shape.map { .number(Double($0.count)) } ?? .unknown
    })

  static let cumsum = eager(
    "cumsum", [Parameter("x", .vector)], "the sums of the first elements", "cumsum([1, 2, 3])"
  ) { x in
    var sum = 0.0
    return Tensor(
      x.elements.map { element in
        sum += element
        return sum
      })
  }

  static let sort = eager(
    "sort", [Parameter("x", .vector)], "the elements from the smallest to the largest", "sort([3, 1, 2])",
    // As many comparisons an element as its number of elements has binary digits.
    price: { 10 * max(6, Int.bitWidth - $0.leadingZeroBitCount) }
  ) { x in
    // Not-a-numbers go to the end, so that the order is total.
    Tensor(x.elements.sorted { $1.isNaN ? !$0.isNaN : $0 < $1 })
  }

  static let linspace = Builtin(
    "linspace", .mathematics,
    [Parameter("from", .number), Parameter("to", .number), Parameter("n", .number)],
    summary: "n numbers at equal distances, both ends included", example: "linspace(0, 1, 5)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let count = try call.count("n", from: 2, to: 10_000_000) else { return .unknown }
      guard let from = call.number("from"), let to = call.number("to") else {
        return .symbol(Symbol(shape: [count]))
      }
      try evaluator.charge(10 * count, at: call.range)
      try evaluator.allocate(bytes: 8 * count, at: call.range)
      let inner = (0..<count - 1).map { from + (to - from) * (Double($0) / Double(count - 1)) }
      return .tensor(Tensor(inner + [to]))
    })

  fileprivate static func filled(_ name: String, _ summary: Message, _ value: Double) -> Builtin {
    Builtin(
      name, .mathematics, [Parameter("sizes", .tensor, .repeated)], summary: summary,
      example: "\(name)(2, 3)",
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let shape = try call.shapeOfSizes() else { return .unknown }
        try evaluator.charge(shape.count, at: call.range)
        try evaluator.allocate(bytes: 8 * shape.count, at: call.range)
        return .tensor(Tensor(repeating: value, shape))
      })
  }

  static let identityMatrix = Builtin(
    "identity_matrix", .mathematics, [Parameter("n", .number)],
    summary: "ones on the diagonal, zeros elsewhere",
    example: "identity_matrix(3)",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let n = try call.count("n", from: 1, to: 5_000) else { return .unknown }
      try evaluator.charge(20 * n * n, at: call.range)
      try evaluator.allocate(bytes: 8 * n * n, at: call.range)
      return .tensor(Tensor([n, n], (0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }))
    })

  static let det = Builtin(
    "det", .mathematics, [Parameter("A", .tensor)], summary: "the determinant of a square matrix",
    example: "det([1, 2; 3, 4])",
    read: { (call, _) throws(Stop) in try call.squareSize("A") },
    gives: .symbol(Symbol(shape: .scalar)),
    cost: Elimination.cost,
    run: { (_, call, _) throws(Stop) in
      call.tensor("A").map { .number(Elimination($0, right: []).determinant) } ?? .unknown
    })

  static let solve = Builtin(
    "solve", .mathematics, [Parameter("A", .tensor), Parameter("b", .vector)],
    summary: "the x with A @ x == b, by elimination with row exchanges",
    example: "solve([2, 1; 1, 3], [3, 5])",
    read: { (call, _) throws(Stop) -> Int? in
      guard let n = try call.squareSize("A") else { return nil }
      if let b = call.value("b").shape, b != [n] {
        throw call.error(
          .shapeMismatch, "A is [\(n), \(n)], b is \(b.phrase)", at: "b",
          hint: "b has one number for each row of A")
      }
      return n
    },
    expected: { (n, _, _) throws(Stop) in .symbol(Symbol(shape: [n])) },
    cost: Elimination.cost,
    run: { (_, call, _) throws(Stop) in
      guard let A = call.tensor("A"), let b = call.tensor("b") else { return .unknown }
      guard let x = Elimination(A, right: b.elements).solution else {
        throw call.error(
          .typeMismatch, "the matrix is singular: no x, or more than one, solves this", at: "A",
          hint: "its rows are not independent; look at det(A)")
      }
      return .tensor(Tensor(x))
    })

  /// A function whose result has the shape of its argument `x`.
  private static func eager(
    _ name: String, _ parameters: [Parameter], _ summary: Message, _ example: String,
    price: @escaping @Sendable (_ count: Int) -> Int = { _ in 60 },
    compute: @escaping @Sendable (Tensor) -> Tensor
  ) -> Builtin {
    Builtin(
      name, .mathematics, parameters, summary: summary, example: example,
      read: { (call, _) throws(Stop) in call.value("x").shape },
      expected: { (shape, _, _) throws(Stop) in .symbol(Symbol(shape: shape)) },
      cost: { CallCost(fuel: price($0.count) * $0.count, elements: $0.count) },
      run: { (_, call, _) throws(Stop) in call.tensor("x").map { .tensor(compute($0)) } ?? .unknown })
  }
}

extension Evaluator {
  fileprivate mutating func sumOfSquares(
    _ value: Value, _ reduction: Operation, _ call: Call
  ) throws(Stop) -> Value {
    try apply(reduction, [try apply(.multiply, [value, value], of: call)], of: call)
  }

  fileprivate mutating func squareRoot(_ value: Value, _ call: Call) throws(Stop) -> Value {
    try apply(MathematicalFunction.sqrt.operation, [value], of: call)
  }

  fileprivate mutating func variance(_ call: Call) throws(Stop) -> Value {
    let mean = try apply(.wideMean(.all), [call.value("x")], of: call)
    let distance = try apply(.subtract, [call.value("x"), mean], of: call)
    return try sumOfSquares(distance, .wideMean(.all), call)
  }
}

extension Call {
  /// The value given for `name`, unknown where it was left out.
  func value(_ name: String) -> Value { arguments[name]?.value ?? .unknown }

  /// n, where the argument is an n × n matrix; nil where its shape is not known.
  fileprivate func squareSize(_ name: String) throws(Stop) -> Int? {
    guard let shape = value(name).shape else { return nil }
    guard shape.rank == 2, shape.sizes[0] == shape.sizes[1], shape.sizes[0] <= 1_000 else {
      throw error(
        .shapeMismatch, "`\(builtin.name)` takes a square matrix up to 1000 rows, this is \(shape.phrase)",
        at: name)
    }
    return shape.sizes[0]
  }

  /// The shape that `zeros(2, 3)` or `zeros([2, 3])` asks for; nil where it is not known.
  fileprivate func shapeOfSizes() throws(Stop) -> Shape? {
    var sizes: [Int] = []
    for argument in repeated {
      guard let tensor = argument.value.tensor else { return nil }
      for size in tensor.elements {
        guard size == size.rounded(), size >= 1, size <= 1e8 else {
          throw .error(
            .typeMismatch, "a size is a whole number from 1, this is \(size.text())", at: argument.range)
        }
        sizes.append(Int(size))
      }
    }
    let shape = Shape(sizes)
    guard shape.rank <= Shape.maximalRank, shape.count <= 100_000_000 else {
      throw error(.shapeMismatch, "\(shape) is too large: up to 4 axes and 100,000,000 numbers")
    }
    return shape
  }
}

/// Gaussian elimination with row exchanges, the largest pivot of each column first.
private struct Elimination {
  let determinant: Double
  /// The x with A x = right; nil where A is singular.
  private(set) var solution: [Double]?

  /// What the elimination of an n × n matrix takes, with a right side.
  static func cost(_ n: Int) -> CallCost { CallCost(fuel: n * n * n, elements: n * (n + 1)) }

  /// - Complexity: O(n³), in place in one copy of A and the right side.
  init(_ A: Tensor, right: [Double]) {
    let n = A.shape.sizes[0]
    let width = right.isEmpty ? n : n + 1
    var rows: [Double] = []
    rows.reserveCapacity(n * width)
    for row in 0..<n {
      rows += A.elements[(row * n)..<((row + 1) * n)]
      if !right.isEmpty { rows.append(right[row]) }
    }
    let product = rows.withUnsafeMutableBufferPointer { Self.eliminate($0, count: n, width: width) }
    determinant = product ?? 0
    guard product != nil, !right.isEmpty else { return }
    var x = [Double](repeating: 0, count: n)
    for row in (0..<n).reversed() {
      var sum = rows[row * width + n]
      for k in (row + 1)..<max(n, row + 1) { sum -= rows[row * width + k] * x[k] }
      x[row] = sum / rows[row * width + row]
    }
    solution = x
  }

  /// Makes rows of `width` numbers a triangle; returns the product of the pivots, nil where one is 0.
  private static func eliminate(
    _ rows: UnsafeMutableBufferPointer<Double>, count n: Int, width: Int
  ) -> Double? {
    var product = 1.0
    for column in 0..<n {
      let pivot = (column..<n).reduce(column) {
        rows[$1 * width + column].magnitude > rows[$0 * width + column].magnitude ? $1 : $0
      }
      let top = column * width
      guard rows[pivot * width + column] != 0 else { return nil }
      if pivot != column {
        for k in 0..<width { rows.swapAt(pivot * width + k, top + k) }
        product = -product
      }
      product *= rows[top + column]
      for row in (column + 1)..<max(n, column + 1) {
        let start = row * width
        let factor = rows[start + column] / rows[top + column]
        guard factor != 0 else { continue }
        for k in column..<width { rows[start + k] -= factor * rows[top + k] }
      }
    }
    return product
  }
}
