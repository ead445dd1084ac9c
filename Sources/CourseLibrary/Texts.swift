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
            .indexRange, "`\(letter)` is not in the alphabet", at: "text", hint: "add it to the alphabet")
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
    "data", .data, [Parameter("X", .tensor), Parameter("y", .tensor)],
    summary: "a table of computed numbers, columns x1, x2, … and y",
    example: "t = data([0, 0; 1, 1], [0, 1])\nt.x1",
    rule: { (call, _) throws(Stop) in
      if let X = call.arguments["X"]?.value.shape, let y = call.arguments["y"]?.value.shape {
        try call.checkData(X, y)
      }
      return .unknown
    },
    run: { (call, evaluator) throws(Stop) in
      guard let X = call.tensor("X"), let y = call.tensor("y") else { return .unknown }
      let rows = X.shape.sizes[0]
      let columns = X.rank == 1 ? 1 : X.shape.sizes[1]
      let outputs = y.rank == 1 ? 1 : y.shape.sizes[1]
      try evaluator.charge(50 * (X.count + y.count), at: call.range)
      // The numbers, and every row as it is shown.
      try evaluator.allocate(elements: 3 * (X.count + y.count) + 8 * rows, at: call.range)
      return .table(
        Table(
          name: call.boundName ?? "", inputs: (0..<columns).map { "x\($0 + 1)" },
          outputs: outputs == 1 ? ["y"] : (0..<outputs).map { "y\($0 + 1)" }, X: X.reshaped([rows, columns]),
          Y: y.reshaped([rows, outputs])))
    })
}

extension Call {
  /// Checks that inputs and outputs have one row for each example.
  fileprivate func checkData(_ X: Shape, _ y: Shape) throws(Stop) {
    guard X.rank == 1 || X.rank == 2, y.rank == 1 || y.rank == 2, X.sizes[0] == y.sizes[0] else {
      throw error(
        .shapeMismatch, "X is \(X.phrase) and y is \(y.phrase), both need one row for each example", at: "y",
        hint: "X is [m, n], y is [m] or [m, k]")
    }
    guard X.count > 0, y.count > 0 else {
      throw error(
        .shapeMismatch,
        "a table has at least a row, an input and an output, X is \(X.phrase) and y is \(y.phrase)",
        at: X.count > 0 ? "y" : "X", hint: "look at how the numbers are made: the list is empty")
    }
  }
}
