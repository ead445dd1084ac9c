import Diagnostics
import Tensors
import Wording

/// Collects the rows of one table and what is wrong with them.
struct TableBuilder {
  let name: String
  let inputs: [TableColumn]
  let outputs: [TableColumn]
  let rest: Table.Rest
  let range: SourceRange
  private var diagnostics: [Diagnostic] = []
  private var rows: [Row] = []
  /// The index in `rows` of each row of inputs; asked, never listed.
  private var rowIndices: [[Double]: Int] = [:]

  private struct Row {
    let inputs: [Double]
    let outputs: [PatternValue]
    let range: SourceRange
  }

  init(name: String, inputs: [TableColumn], outputs: [TableColumn], rest: Table.Rest, range: SourceRange) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.rest = rest
    self.range = range
  }

  mutating func build(_ patterns: [TablePattern]) -> (table: Table?, diagnostics: [Diagnostic]) {
    checkNames()
    let fitting = patterns.filter { wrongSide(of: $0) == nil }
    if fitting.count < patterns.count { reportLengths(of: patterns.filter { wrongSide(of: $0) != nil }) }
    let hasHole = fitting.contains { ($0.inputs + ($0.outputs ?? [])).contains(.hole) }
    guard !hasHole, checkSize(fitting) else { return (nil, diagnostics) }
    if isTruthTable(fitting) { return (truthTable(fitting), diagnostics) }
    for pattern in fitting { add(pattern) }
    nameMissing()
    guard !hasError else { return (nil, diagnostics) }
    let table = table(fitting)
    if rest == .absent, fitting.allSatisfy(\.isShort) { reportMissing(in: table) }
    return (table, diagnostics)
  }

  private var hasError: Bool { diagnostics.contains { $0.severity == .error } }

  // MARK: Checks

  /// The most missing rows that are named one by one.
  private static let namedRows = 4

  /// Warns of inputs of 0 and 1 that no row is written for: whatever a net does there, it passes.
  private mutating func reportMissing(in table: Table) {
    let count = table.missingCount
    guard count > 0 else { return }
    let missing = table.missingRows(limit: Self.namedRows).map { Self.written($0.map(PatternValue.init)) }
    let more: Message = count > missing.count ? " and \(count - missing.count) more" : ""
    let free = missing[0] + ":" + String(repeating: "-", count: outputs.count)
    let action: Message =
      count == 1
      ? "write `\(free)` if it does not matter"
      : "write such as `\(free)` if they do not matter; behind `on`, rows that are not written are 0"
    diagnostics.append(
      Diagnostic(
        .rowsMissing,
        "`\(name)` has no row for \(missing.joined(separator: ", "))\(more): a check does not look there",
        at: range, severity: .warning, hint: .init(action)))
  }

  private mutating func checkNames() {
    var firsts: [String: TableColumn] = [:]
    for column in inputs + outputs {
      guard let first = firsts[column.name] else {
        firsts[column.name] = column
        continue
      }
      diagnostics.append(
        Diagnostic(
          .columnTwice, "the table has two columns named \(column.name)", at: column.range,
          secondary: [.init(first.range, "the first is here")], hint: .init("give one of them another name")))
    }
  }

  /// The most columns that are named where a row does not fit them.
  private static let namedColumns = 16

  /// The side of a row that has not as many places as there are columns.
  private func wrongSide(of pattern: TablePattern) -> (count: Int, columns: [TableColumn], name: String)? {
    if pattern.inputs.count != inputs.count { return (pattern.inputs.count, inputs, "input") }
    if let values = pattern.outputs, values.count != outputs.count {
      return (values.count, outputs, "output")
    }
    return nil
  }

  /// Says once of all rows that are too short or too long: a table with one slip in its head has many.
  private mutating func reportLengths(of patterns: [TablePattern]) {
    guard let first = patterns.first, let (count, columns, side) = wrongSide(of: first) else { return }
    let names = columns.prefix(Self.namedColumns).map(\.name).joined(separator: ", ")
    let more = columns.count > Self.namedColumns ? ", …" : ""
    let others = patterns.dropFirst()
    let alike = others.allSatisfy { wrongSide(of: $0).map { $0.count == count && $0.name == side } == true }
    let rows: Message =
      others.isEmpty
      ? "the row has"
      : alike
        ? "\(readable(patterns.count)) rows have"
        : "\(readable(patterns.count)) rows do not fit: this one has"
    let places: Message = side == "input" ? "before" : "behind"
    diagnostics.append(
      Diagnostic(
        .rowLength,
        "\(rows) \(counted(count, side)), the table has \(counted(columns.count, side)): \(names)\(more)",
        at: first.range, secondary: others.prefix(Self.namedRows).map { .init($0.range, "and here") },
        hint: hasSign(first)
          ? signHint(first, isAlone: others.isEmpty)
          : .init("write one value for each of them \(places) the `:`, or correct the head of the table")))
  }

  /// What to do about `00:-1`.
  private func signHint(_ row: TablePattern, isAlone: Bool) -> Diagnostic.Hint {
    let inputs = row.inputs.prefix(Self.namedColumns).map(\.description).joined(separator: ", ")
    let isWhole = isAlone && row.inputs.count <= Self.namedColumns && outputs.count == 1
    let long = "(\(inputs)\(row.inputs.count > Self.namedColumns ? ", …" : "")): -1"
    return .init(
      "in a short row each character is a column; other numbers stand in long rows: `\(long)`",
      edit: isWhole ? .init(row.range, long) : nil)
  }

  /// Whether `-1` may be meant.
  private func hasSign(_ pattern: TablePattern) -> Bool {
    guard pattern.isShort, let outputs = pattern.outputs, outputs.count == 2 * self.outputs.count else {
      return false
    }
    return outputs.first == .any && outputs.contains(.one)
  }

  /// The most rows: those of a truth table, where its patterns are of 0, 1 and `-` alone.
  private func mostRows(_ patterns: [TablePattern]) -> Int {
    guard 1...Table.mostTruthInputs ~= inputs.count, patterns.allSatisfy(\.isShort) else {
      return Table.maximalRows
    }
    return max(Table.maximalRows, 1 << inputs.count)
  }

  private mutating func checkSize(_ patterns: [TablePattern]) -> Bool {
    let most = mostRows(patterns)
    var rows = 0
    for pattern in patterns {
      rows += Self.rowCount(pattern)
      if rows > most { return refuseSize(at: pattern.range) }
    }
    if rest == .zero {
      rows = inputs.count > Table.mostTruthInputs ? most + 1 : 1 << inputs.count
    }
    let columns = outputs.count + (rows > Table.maximalRows ? 0 : inputs.count)
    return rows > most || rows * columns > Table.maximalValues ? refuseSize(at: range) : true
  }

  /// How many rows a pattern stands for; more than any table has where that is too large a number.
  private static func rowCount(_ pattern: TablePattern) -> Int {
    1 << min(pattern.inputs.count { $0 == .any }, Table.mostTruthInputs + 1)
  }

  private mutating func refuseSize(at range: SourceRange) -> Bool {
    diagnostics.append(
      Diagnostic(
        .tableTooLarge,
        "\(name) would have more than \(readable(Table.maximalRows)) rows or \(readable(Table.maximalValues)) values",
        at: range,
        hint: .init("a truth table, which has all rows of 0 and 1, may have \(Table.mostTruthInputs) inputs"))
    )
    return false
  }

  // MARK: Truth tables

  /// Whether all rows of {0,1}ⁿ are meant: those that are not written are 0, or there are more than can be listed.
  private func isTruthTable(_ patterns: [TablePattern]) -> Bool {
    guard patterns.allSatisfy(\.isShort) else { return false }
    return rest == .zero || patterns.reduce(0) { $0 + Self.rowCount($1) } > Table.maximalRows
  }

  /// The table of all rows of {0,1}ⁿ; nil where rows disagree, or where one is missing.
  private mutating func truthTable(_ patterns: [TablePattern]) -> Table? {
    var values = [TruthValue](repeating: .zero, count: outputs.count << inputs.count)
    var owners = [Int32](repeating: -1, count: 1 << inputs.count)
    for index in patterns.indices { write(index, of: patterns, to: &values, &owners) }
    guard !hasError else { return nil }
    let leftOut = owners.count { $0 < 0 }
    guard rest == .zero || leftOut == 0 else {
      diagnostics.append(
        Diagnostic(
          .tableTooLarge,
          "a table of more than \(readable(Table.maximalRows)) rows has all rows of 0 and 1, `\(name)` lacks \(readable(leftOut)) of them",
          at: range,
          hint: .init(
            "write them with - where they do not matter; behind `on`, rows that are not written are 0"))
      )
      return nil
    }
    return Table(
      name: name, inputs: inputs.map(\.name), outputs: outputs.map(\.name), values: values,
      written: written(patterns), leftOut: leftOut)
  }

  /// Writes the outputs of the rows that a pattern stands for; says at most once that it meets another one.
  private mutating func write(
    _ index: Int, of patterns: [TablePattern], to values: inout [TruthValue], _ owners: inout [Int32]
  ) {
    let pattern = patterns[index]
    let own = outputs(of: pattern).map { $0.truth ?? .any }
    let (n, k) = (inputs.count, outputs.count)
    func bits(_ entry: PatternValue) -> Int { pattern.inputs.reduce(0) { $0 << 1 | ($1 == entry ? 1 : 0) } }
    let (fixed, open) = (bits(.one), bits(.any))
    var reported = false
    var part = 0
    repeat {
      let code = fixed | part
      if owners[code] < 0 {
        owners[code] = Int32(index)
        for column in 0..<k { values[code * k + column] = own[column] }
      } else if !reported {
        let first = patterns[Int(owners[code])]
        let row = (0..<n).map { Double(code >> (n - 1 - $0) & 1) }
        report(
          row, outputs(of: pattern), pattern.range,
          against: Row(inputs: row, outputs: outputs(of: first), range: first.range))
        reported = true
      }
      // The next larger number with no other bits than the open ones.
      part = (part - open) & open
    } while part != 0
  }

  private func outputs(of pattern: TablePattern) -> [PatternValue] {
    pattern.outputs ?? [PatternValue](repeating: .one, count: outputs.count)
  }

  private func written(_ patterns: [TablePattern]) -> [Table.WrittenRow] {
    patterns.map { Table.WrittenRow(inputs: $0.inputs, outputs: outputs(of: $0)) }
  }

  // MARK: Rows

  /// Adds the rows that a pattern stands for; says at most once that it meets another one.
  private mutating func add(_ pattern: TablePattern) {
    let outputs = outputs(of: pattern)
    var reported = false
    for inputs in Self.expanded(pattern.inputs) {
      guard let index = rowIndices[inputs] else {
        rowIndices[inputs] = rows.count
        rows.append(Row(inputs: inputs, outputs: outputs, range: pattern.range))
        continue
      }
      if !reported { report(inputs, outputs, pattern.range, against: rows[index]) }
      reported = true
    }
  }

  /// Returns the rows with both values for each `-`, in counting order.
  private static func expanded(_ inputs: [PatternValue]) -> [[Double]] {
    inputs.reduce([[]]) { rows, entry in
      // 0 + x turns −0 into 0, so that the two are one row.
      if let value = entry.value { return rows.map { $0 + [0 + value] } }
      return rows.flatMap { [$0 + [0], $0 + [1]] }
    }
  }

  /// Two rows of the same inputs are one too many, and where a row is missing, its inputs are what is wrong.
  private mutating func nameMissing() {
    guard let index = diagnostics.firstIndex(where: { $0.kind == .rowsDisagree }), inputs.count <= 4,
      rowIndices.keys.allSatisfy({ $0.allSatisfy { $0 == 0 || $0 == 1 } })
    else { return }
    let counting = Table.countingRows(inputs.count)
    let missing = (0..<counting.shape.sizes[0]).map { counting.row($0).elements }.filter {
      rowIndices[$0] == nil
    }
    guard missing.count == 1, rest == .absent else { return }
    let row = Self.written(missing[0].map(PatternValue.init))
    diagnostics[index].hint = .init("no row is written for \(row): perhaps one of the two is meant for it")
  }

  private mutating func report(
    _ inputs: [Double], _ outputs: [PatternValue], _ range: SourceRange, against first: Row
  ) {
    let row = Self.written(inputs.map(PatternValue.init))
    let (old, new) = (Self.written(first.outputs), Self.written(outputs))
    if outputs.map(\.value) == first.outputs.map(\.value) {
      diagnostics.append(
        Diagnostic(
          .rowTwice, "the row \(row) stands in the table twice", at: range,
          secondary: [.init(first.range, "the first is here")], hint: .init("remove one of them")))
    } else {
      diagnostics.append(
        Diagnostic(
          .rowsDisagree, "the row \(row) has the output \(new) here and \(old) above", at: range,
          secondary: [.init(first.range, "\(old) here")],
          hint: .init("remove one of them, or correct its output")))
    }
  }

  /// Returns entries as one writes them: `01-`, or `(0.5, 1)` where they are not single characters.
  private static func written(_ entries: [PatternValue]) -> String {
    let parts = entries.map(\.description)
    if parts.allSatisfy({ $0.utf8.count == 1 }) { return parts.joined() }
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: ", ") + ")"
  }

  private func table(_ patterns: [TablePattern]) -> Table {
    let values = rows.flatMap { $0.outputs.map(\.value) }
    return Table(
      name: name, inputs: inputs.map(\.name), outputs: outputs.map(\.name),
      X: Tensor([rows.count, inputs.count], rows.flatMap(\.inputs)),
      Y: Tensor([rows.count, outputs.count], values.map { $0 ?? .nan }), dontCare: values.map { $0 == nil },
      written: written(patterns))
  }
}
