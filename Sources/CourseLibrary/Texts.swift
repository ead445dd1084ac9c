import Diagnostics
import Language
import Tables
import Tensors

extension Library {
  /// Letters as numbers, and computed tables.
  static let texts: [Builtin] = [.encode, .decode, .data]
}

extension Builtin {
  static let encode = Builtin(
    "encode", .data, [Parameter("text", .text), Parameter("alphabet", .text)],
    summary: "the position of each letter in the alphabet", example: "encode(\"cab\", \"abc\")",
    traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let text = call.text("text"), let alphabet = call.text("alphabet") else { return .unknown }
      try evaluator.charge(100 * (text.utf8.count + alphabet.utf8.count), at: call.range)
      let letters = Dictionary(alphabet.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
      var numbers: [Double] = []
      for letter in text {
        guard let position = letters[letter] else {
          throw call.error(
            .indexRange, "`\(letter)` is not in the alphabet", at: "text",
            hint: [letter.lowercased(), letter.uppercased()].first { $0.count == 1 && alphabet.contains($0) }
              .map {
                "capital and small letters differ: write `\($0)`, or add `\(letter)` to the alphabet"
              } ?? "add it to the alphabet")
        }
        numbers.append(Double(position))
      }
      return .tensor(Tensor(numbers))
    })

  static let decode = Builtin(
    "decode", .data, [Parameter("numbers", .tensor), Parameter("alphabet", .text)],
    summary: "the text whose letters stand at these positions of the alphabet",
    example: "decode([3, 1, 2], \"abc\")",
    traits: [.exact],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let numbers = call.tensor("numbers"), let given = call.text("alphabet") else { return .unknown }
      try evaluator.charge(50 * given.utf8.count, at: call.range)
      let alphabet = Array(given)
      // A letter can be long: one with a thousand accents.
      let longest = alphabet.reduce(0) { max($0, $1.utf8.count) }
      let bytes = longest.saturatingProduct(numbers.count)
      try evaluator.charge(numbers.count.saturatingSum(bytes).saturatingProduct(50), at: call.range)
      try evaluator.allocate(bytes: bytes, at: call.range)
      var text = ""
      for number in numbers.elements {
        guard number == number.rounded(), number >= 1, number <= Double(alphabet.count) else {
          throw call.error(
            .indexRange, "a letter's number is from 1 to \(alphabet.count), this is \(number.text())",
            at: "numbers")
        }
        text.append(alphabet[Int(number) - 1])
      }
      return .text(text)
    })

  static let data = Builtin(
    "data", .data, [Parameter("X", .tensor), Parameter("y", .any("numbers or texts, one for each row"))],
    summary:
      "a table of computed numbers, columns x1, x2, … and y; X may be pictures, y texts that name classes",
    example: "t = data([0, 0; 1, 1], [0, 1])\nt.x1\nu = data([1, 2, 3], [\"low\", \"high\", \"high\"])\nu.y",
    read: { (call, _) throws(Stop) -> (X: Shape, y: Shape)? in
      guard let y = try call.shapeOfTargets(), let X = call.value("X").shape else { return nil }
      try call.checkData(X, y)
      return (X, y)
    },
    // The numbers, and every row as it is shown.
    cost: {
      CallCost(
        fuel: 50 * ($0.X.count + $0.y.count), elements: 3 * ($0.X.count + $0.y.count) + 8 * $0.X.sizes[0])
    },
    run: { (_, call, evaluator) throws(Stop) in
      guard let X = call.tensor("X"), let (y, classes) = try call.targets(&evaluator) else { return .unknown }
      let rows = X.shape.sizes[0]
      let columns = X.shape.droppingFirst().count
      let outputs = y.rank == 1 ? 1 : y.shape.sizes[1]
      return .table(
        Table(
          name: call.boundName ?? "", inputs: (0..<columns).map { "x\($0 + 1)" },
          outputs: outputs == 1 ? ["y"] : (0..<outputs).map { "y\($0 + 1)" }, X: X.reshaped([rows, columns]),
          Y: y.reshaped([rows, outputs]), classNames: classes.isEmpty ? [:] : ["y": classes]))
    })
}

extension Call {
  /// Checks that inputs and outputs have one row for each example.
  fileprivate func checkData(_ X: Shape, _ y: Shape) throws(Stop) {
    guard X.rank >= 1, y.rank == 1 || y.rank == 2, X.sizes[0] == y.sizes[0] else {
      throw error(
        .shapeMismatch, "X is \(X.phrase) and y is \(y.phrase), both need one row for each example", at: "y",
        hint: "X is [m, n] or pictures [m, height, width], y is [m] or [m, k]")
    }
    guard X.count > 0, y.count > 0 else {
      throw error(
        .shapeMismatch,
        "a table has at least a row, an input and an output, X is \(X.phrase) and y is \(y.phrase)",
        at: X.count > 0 ? "y" : "X", hint: "look at how the numbers are made: the list is empty")
    }
  }

  /// The shape of the targets, numbers or texts; nil where it is not known.
  fileprivate func shapeOfTargets() throws(Stop) -> Shape? {
    guard let value = arguments["y"]?.value, !value.isUnknown else { return nil }
    if let shape = value.shape { return shape }
    if case .list(let list) = value {
      let odd = list.values.first { item in if case .text = item { false } else { !item.isUnknown } }
      if odd == nil { return [list.values.count] }
    }
    throw error(
      .typeMismatch, "`y` is a number or a text for each row, this is \(value.kindText)", at: "y",
      hint: "such as [0, 1] or [\"low\", \"high\"]")
  }

  /// The targets as numbers, and the names of their classes in the order of the alphabet.
  fileprivate func targets(
    _ evaluator: inout Evaluator
  ) throws(Stop) -> (numbers: Tensor, classes: [String])? {
    if let numbers = tensor("y") { return (numbers, []) }
    guard case .list(let list)? = arguments["y"]?.value else { return nil }
    try evaluator.charge(500 * list.values.count, at: range)
    let labels = list.values.compactMap { value in if case .text(let text) = value { text } else { nil } }
    guard labels.count == list.values.count else { return nil }
    let classes = Set(labels).sorted()
    guard classes.count <= 100 else {
      throw error(
        .tableTooLarge, "\(readable(classes.count)) different texts are too many classes, 100 is the most",
        at: "y")
    }
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Double($0)) })
    return (Tensor(labels.map { numbers[$0] ?? 0 }), classes)
  }
}
