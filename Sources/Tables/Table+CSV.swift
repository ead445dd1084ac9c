import Diagnostics
import Tensors
import Wording

/// Why a text of comma-separated values is no table.
public struct CSVProblem: Error, Hashable {
  /// The fact, with the line where there is one.
  public let message: Message
  /// What to do.
  public let hint: Message?
}

extension Table {
  /// The most columns of a file.
  public static let maximalColumns = 10_000

  /// Reads a table from comma-separated values whose first line names the columns.
  ///
  /// `target` is the output column, the last one where it is nil. What stands in `missing` is NaN. A column is numbers
  /// where at least half of its values are, and then all must be; any other is classes 0, 1, … in the order of their
  /// sorted names. What cannot stand in a name of the language becomes `_`.
  /// - Returns: the table, and what was read in a way that may not be meant.
  /// - Throws: what is wrong with the text.
  public static func reading(
    csv text: String, name: String, target: String?, missing: [String] = []
  ) throws(CSVProblem) -> (table: Table, doubts: [CSVProblem]) {
    let text = CSVRows(text)
    if let line = text.openQuoteLine {
      throw CSVProblem(message: "line \(line) opens a quote that never ends", hint: nil)
    }
    guard let head = text.rows.first, text.rows.count > 1 else {
      throw CSVProblem(
        message: "there are no rows", hint: "the first line names the columns, each further line is a row")
    }
    let rows = text.rows.dropFirst()
    let names = try columnNames(head.cells, text.separator)
    try checkForm(rows, names, text.separator)
    guard let output = target.map({ names.firstIndex(of: $0) }) ?? names.count - 1 else {
      throw CSVProblem(message: "there is no column `\(target ?? "")`", hint: hint(for: target ?? "", names))
    }
    var doubts = headDoubt(head, text.separator)
    var columns: [[Double]] = []
    var classNames: [String: [String]] = [:]
    for (column, name) in names.enumerated() {
      let column = try CSVColumn(
        name, rows.map { ($0.line, $0.cells[column]) }, text.separator, missing: missing)
      columns.append(column.values)
      if !column.classes.isEmpty { classNames[name] = column.classes }
      doubts += column.doubts
    }
    let inputs = names.indices.filter { $0 != output }
    let table = Table(
      name: name, inputs: inputs.map { names[$0] }, outputs: [names[output]],
      X: Tensor(
        [rows.count, inputs.count], rows.indices.flatMap { row in inputs.map { columns[$0][row - 1] } }),
      Y: Tensor([rows.count, 1], columns[output]), classNames: classNames)
    return (table, doubts)
  }

  /// The columns there are, the most alike first.
  private static func hint(for target: String, _ names: [String]) -> Message {
    if let hint = didYouMean(nearMisses(of: target, in: names)) { return hint }
    return
      "it has \(names.prefix(20).joined(separator: ", "))\(names.count > 20 ? " and \(names.count - 20) more" : "")"
  }

  /// What to say of a first line in which numbers stand.
  private static func headDoubt(
    _ head: (line: Int, cells: [String]), _ separator: CSVRows.Separator
  ) -> [CSVProblem] {
    guard let cell = head.cells.first(where: { isNumber($0, separator) }) else { return [] }
    return [
      CSVProblem(
        message: "line \(head.line) is to name the columns, and has the number \(cell)",
        hint: "if it is a row of values, put a line of names above it: they are no row of the table now")
    ]
  }

  private static func isNumber(_ cell: String, _ separator: CSVRows.Separator) -> Bool {
    switch CSVCell(cell, separator) {
    case .number, .foreignNumber: true
    case .mark, .text: false
    }
  }

  /// The names of the columns as the language can write them.
  private static func columnNames(
    _ cells: [String], _ separator: CSVRows.Separator
  ) throws(CSVProblem) -> [String] {
    guard cells.count <= maximalColumns else {
      throw CSVProblem(
        message: "there are \(cells.count) columns", hint: "a table has at most \(maximalColumns) of them")
    }
    let names = cells.map { cell in
      let letters = cell.unicodeScalars.map { scalar -> Character in
        let isAllowed =
          "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "_"
        return isAllowed ? Character(scalar) : "_"
      }
      let starts = letters.first.map { $0.isLetter } ?? false
      return (starts ? "" : "c") + String(letters)
    }
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      let hasNumbers = cells.contains { isNumber($0, separator) }
      throw CSVProblem(
        message: "two columns are called `\(name)`",
        hint: hasNumbers
          ? "the first line names the columns: put a line of names above the values"
          : "give one of them another name")
    }
    guard names.count > 1 else {
      throw CSVProblem(
        message: "there is only the column `\(names.first ?? "")`",
        hint: "a table has inputs and an output, parted by commas, semicolons or tabs")
    }
    return names
  }

  /// Refuses rows of another length, and more than a table holds.
  private static func checkForm(
    _ rows: ArraySlice<(line: Int, cells: [String])>, _ names: [String], _ separator: CSVRows.Separator
  ) throws(CSVProblem) {
    guard rows.count <= maximalRows, rows.count * names.count <= maximalValues else {
      throw CSVProblem(
        message: "\(rows.count) rows of \(names.count) columns are more than a table holds",
        hint: "a table has at most \(maximalRows) rows and \(maximalValues) values")
    }
    for row in rows where row.cells.count != names.count {
      let isLong = row.cells.count > names.count
      throw CSVProblem(
        message:
          "line \(row.line) has \(counted(row.cells.count, "value")), the first line names \(names.count) columns",
        hint: isLong && separator == .comma
          ? "a number has a decimal point, not a comma; a text that holds a comma stands in double quotes"
          : isLong
            ? "a text that holds a \(separator.word) stands in double quotes"
            : "every row has a value for each column; an empty one has its \(separator.word), too")
    }
  }
}
