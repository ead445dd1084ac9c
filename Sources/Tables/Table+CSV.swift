import Tensors

/// Why a text of comma-separated values is no table.
public struct CSVProblem: Error, Hashable {
  /// The fact, with the line where there is one.
  public let message: String
  /// What to do.
  public let hint: String?
}

extension Table {
  /// Reads a table from comma-separated values whose first line names the columns.
  ///
  /// `target` is the output column, the last one where it is nil. A column of numbers only is numbers; any other is
  /// classes 0, 1, … in the order of their sorted names. What cannot stand in a name of the language becomes `_`.
  /// - Throws: what is wrong with the text.
  public static func reading(csv text: String, name: String, target: String?) throws(CSVProblem) -> Table {
    let text = CSVRows(text)
    if let line = text.openQuoteLine {
      throw CSVProblem(message: "line \(line) opens a quote that never ends", hint: nil)
    }
    guard let head = text.rows.first, text.rows.count > 1 else {
      throw CSVProblem(
        message: "there are no rows", hint: "the first line names the columns, each further line is a row")
    }
    let rows = text.rows.dropFirst()
    let names = try columnNames(head.cells)
    try checkForm(rows, names)
    guard let output = target.map({ names.firstIndex(of: $0) }) ?? names.count - 1 else {
      throw CSVProblem(
        message: "there is no column `\(target ?? "")`", hint: "it has \(names.joined(separator: ", "))")
    }
    var columns: [[Double]] = []
    var classNames: [String: [String]] = [:]
    for place in names.indices {
      let (values, classes) = column(rows.map { $0.cells[place] })
      columns.append(values)
      if !classes.isEmpty { classNames[names[place]] = classes }
    }
    let inputs = names.indices.filter { $0 != output }
    return Table(
      name: name, inputs: inputs.map { names[$0] }, outputs: [names[output]],
      X: Tensor(
        [rows.count, inputs.count], rows.indices.flatMap { row in inputs.map { columns[$0][row - 1] } }),
      Y: Tensor([rows.count, 1], columns[output]), classNames: classNames)
  }

  /// The names of the columns as the language can write them.
  private static func columnNames(_ cells: [String]) throws(CSVProblem) -> [String] {
    let names = cells.map { cell in
      let letters = cell.unicodeScalars.map { scalar -> Character in
        let isAllowed =
          "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || scalar == "_"
        return isAllowed ? Character(scalar) : "_"
      }
      let starts = letters.first.map { $0.isLetter } ?? false
      return (starts ? "" : "c") + String(letters)
    }
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      throw CSVProblem(message: "two columns are called `\(name)`", hint: "give one of them another name")
    }
    guard names.count > 1 else {
      throw CSVProblem(
        message: "there is only the column `\(names.first ?? "")`",
        hint: "a table has inputs and an output, parted by commas")
    }
    return names
  }

  /// Refuses rows of another length, places without a value, and more than a table holds.
  private static func checkForm(
    _ rows: ArraySlice<(line: Int, cells: [String])>, _ names: [String]
  ) throws(CSVProblem) {
    guard rows.count <= maximalRows, rows.count * names.count <= maximalValues else {
      throw CSVProblem(
        message: "\(rows.count) rows of \(names.count) columns are more than a table holds",
        hint: "a table has at most \(maximalRows) rows and \(maximalValues) values")
    }
    for row in rows {
      guard row.cells.count == names.count else {
        throw CSVProblem(
          message:
            "line \(row.line) has \(row.cells.count) value\(row.cells.count == 1 ? "" : "s"), the first line names \(names.count) columns",
          hint: "a value that holds a comma stands in double quotes")
      }
      if let place = row.cells.firstIndex(of: "") {
        throw CSVProblem(
          message: "line \(row.line) has no value for `\(names[place])`",
          hint: "fill it in, or leave out the row")
      }
    }
  }

  /// Numbers where all are, otherwise the places of the names among the sorted ones.
  private static func column(_ cells: [String]) -> (values: [Double], classes: [String]) {
    let numbers = cells.compactMap { cell in Double(cell).flatMap { $0.isFinite ? $0 : nil } }
    if numbers.count == cells.count { return (numbers, []) }
    let classes = Set(cells).sorted()
    let places = Dictionary(classes.enumerated().map { ($1, Double($0)) }) { first, _ in first }
    return (cells.map { places[$0] ?? .nan }, classes)
  }
}
