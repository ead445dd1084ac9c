import Wording

/// One column of a file of comma-separated values: numbers, or texts that become classes.
///
/// A column is numbers where at least half of its values are, however they are written; then every value must be
/// one. Otherwise it is classes 0, 1, … in the order of the sorted texts. What was named as missing is NaN.
struct CSVColumn {
  /// A number for each row.
  private(set) var values: [Double] = []
  /// The names of the classes; none for a column of numbers.
  private(set) var classes: [String] = []
  /// What was read in a way that may not be meant.
  private(set) var doubts: [CSVProblem] = []

  private let name: String
  private let missing: [String]

  init(
    _ name: String, _ cells: [(line: Int, text: String)], _ separator: CSVRows.Separator, missing: [String]
  ) throws(CSVProblem) {
    self.name = name
    self.missing = missing
    let read = cells.map { missing.contains($0.text) ? nil : CSVCell($0.text, separator) }
    var (numbers, texts) = (0, 0)
    for case let cell? in read {
      switch cell {
      case .number, .foreignNumber: numbers += 1
      case .text: texts += 1
      case .mark: break
      }
    }
    if numbers > 0 ? numbers >= texts : read.allSatisfy({ $0 == nil }) {
      try readNumbers(cells, read)
    } else {
      try readClasses(cells, read)
    }
  }

  private mutating func readNumbers(
    _ cells: [(line: Int, text: String)], _ read: [CSVCell?]
  ) throws(CSVProblem) {
    var wrong: [(line: Int, text: String, cell: CSVCell)] = []
    values.reserveCapacity(cells.count)
    for (written, cell) in zip(cells, read) {
      switch cell {
      case .number(let number): values.append(number)
      case nil: values.append(.nan)
      case .foreignNumber?, .mark?, .text?:
        if let cell { wrong.append((written.line, written.text, cell)) }
      }
    }
    guard let first = wrong.first else { return }
    let kind: Message = first.text.isEmpty ? "" : ", a column of numbers"
    let more: Message =
      switch wrong.count {
      case 1: ""
      case 2: ", and 1 more is no number"
      case let count: ", and \(count - 1) more are no numbers"
      }
    throw CSVProblem(
      message: "\(Self.fact(first.line, first.text, name))\(kind)\(more)",
      hint: hint(for: first.text, first.cell))
  }

  private mutating func readClasses(
    _ cells: [(line: Int, text: String)], _ read: [CSVCell?]
  ) throws(CSVProblem) {
    var names: Set<String> = []
    for (written, cell) in zip(cells, read) {
      guard let cell else { continue }
      if written.text.isEmpty {
        throw CSVProblem(message: Self.fact(written.line, "", name), hint: hint(for: "", cell))
      }
      if names.insert(written.text).inserted { noteDoubt(written, cell) }
    }
    let classes = names.sorted()
    self.classes = classes
    let numbers = Dictionary(classes.enumerated().map { ($1, Double($0)) }) { first, _ in first }
    values = zip(cells, read).map { $1 == nil ? .nan : numbers[$0.text] ?? .nan }
  }

  /// Notes a number or a mark that becomes the name of a class, the first of each kind only.
  private mutating func noteDoubt(_ written: (line: Int, text: String), _ cell: CSVCell) {
    guard doubts.isEmpty else { return }
    let fact: Message =
      "\(Self.fact(written.line, written.text, name)), a column of texts: it is the name of a class there"
    switch cell {
    case .text: break
    case .mark: doubts.append(CSVProblem(message: fact, hint: hint(for: written.text, cell)))
    case .number, .foreignNumber:
      doubts.append(
        CSVProblem(message: fact, hint: "write a word instead, or let the column be numbers alone"))
    }
  }

  private static func fact(_ line: Int, _ text: String, _ name: String) -> Message {
    text.isEmpty
      ? "line \(line) has no value for `\(name)`" : "line \(line) has `\(bounded(text))` for `\(name)`"
  }

  /// A text as a message shows it.
  private static func bounded(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40))…" : text
  }

  private func hint(for text: String, _ cell: CSVCell) -> Message {
    let words = (missing + [text]).map { "\"\(Self.bounded($0))\"" }.joined(separator: ", ")
    let asMissing = "missing=[\(words)]"
    switch cell {
    case .foreignNumber(let cure): return cure
    case .mark: return "fill it in, leave out the row, or read it as nan: \(asMissing)"
    case .number, .text: return "correct it, leave out the row, or read it as nan: \(asMissing)"
    }
  }
}
