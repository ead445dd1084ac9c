import BooleanLogic
import Diagnostics
import Figures
import Language

extension Builtin {
  static let kmap = Builtin(
    "kmap", .boolean,
    [.booleanFunction, Parameter("title", .text, .optional)],
    summary:
      "the Karnaugh map of a function of 2 to 5 inputs, with a loop for each term of the smallest formula",
    example: "table F(X1..X3 -> Y) { on 001, 011, 111 }\nkmap(F)",
    traits: [.counts],
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let f = try call.booleanFunction("f", &evaluator) else { return .unknown }
      guard KarnaughMap.inputCounts ~= f.names.count else {
        throw call.error(
          .typeMismatch, "a map has 2 to 5 inputs, this function has \(f.names.count)", at: "f",
          hint: f.names.count > 5 ? "show minimize(…) as a formula" : nil)
      }
      let sum = try call.smallestSum(of: f.function, &evaluator)
      let loops = sum.terms.map { term in
        KarnaughMap.Loop(
          rows: Set(term.rows(inputCount: f.names.count)), label: term.text(of: f.names.map(\.subscripted)))
      }
      let cells = (0..<f.function.rowCount).map { row -> KarnaughMap.Cell in
        f.function.free.contains(row) ? .free : f.function.ones.contains(row) ? .one : .zero
      }
      return .figure(
        .karnaugh(
          KarnaughMap(inputs: f.names.map(\.subscripted), cells: cells, loops: loops),
          title: call.text("title") ?? ""))
    })
}

extension Cube {
  /// The product as a picture writes it, x₁x̄₂, with a line over what is negated; 1 for the empty one.
  fileprivate func text(of names: [String]) -> String {
    if fixed == 0 { return "1" }
    return literals(inputCount: names.count).map { literal in
      let name = names[literal.input]
      guard !literal.isPositive else { return name }
      // The line stands over each letter, not over the digits below.
      return name.unicodeScalars.reduce(into: "") { text, scalar in
        text.unicodeScalars.append(scalar)
        if !("₀"..."₉").contains(scalar) { text.unicodeScalars.append("\u{305}") }
      }
    }.joined(separator: names.contains { $0.count > 2 } ? "·" : "")
  }
}

extension String {
  /// The name with the digits at its end set below the line: x₁ for `x1`.
  fileprivate var subscripted: String {
    let digits = reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits < count else { return self }
    return String(dropLast(digits))
      + suffix(digits).unicodeScalars.map { scalar in
        String(Unicode.Scalar(scalar.value - 0x30 + 0x2080).map(Character.init) ?? "0")
      }.joined()
  }
}
