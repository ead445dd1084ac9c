import Diagnostics

// Environments: `\begin{pmatrix} … \end{pmatrix}`.
extension TeXReader {
  /// Reads an environment, whose `\begin` was taken.
  mutating func environment(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let (name, bytes) = try environmentName(token)
    let kind = Formula.Grid.kind(name)
    // The cells of one that is not known are shown all the same.
    if kind == nil { note(unknownEnvironment(name, bytes)) }
    let (columns, endsWithLine) = try head(of: kind ?? .matrix, bytes)
    var rows: [[Formula.Node]] = [[]]
    var tags: [Int: Formula.Node] = [:]
    var lines: Set<Int> = []
    let outer = tag
    defer { tag = outer }
    while true {
      tag = nil
      if takeLines() { lines.insert(rows.count - 1) }
      let cell = Self.joined(try row())
      rows[rows.count - 1].append(cell)
      if let tag { tags[rows.count - 1] = tag }
      let separator = scanner.take()
      switch separator.kind {
      case .cell: continue
      case .line:
        skipLineSpace()
        rows.append([])
      case .command("end"):
        let closing = try environmentName(separator)
        guard closing.name == name else {
          throw TeXProblem(
            message: "`\\begin{\(name)}` is closed by `\\end{\(closing.name)}`", bytes: closing.bytes,
            hint: "write `\\end{\(name)}`", replacement: "\\end{\(name)}")
        }
        if rows.count > 1, rows[rows.count - 1] == [.row([])] { rows.removeLast() }
        var grid = Formula.Grid(kind ?? .matrix, rows: rows)
        (grid.columns, grid.tags, grid.lines) = (columns, tags, lines)
        grid.endsWithLine = endsWithLine
        return .grid(grid)
      case .command, .character, .open, .close, .lower, .upper, .prime, .end:
        throw TeXProblem(
          message: "`\\begin{\(name)}` has no `\\end{\(name)}`", bytes: bytes,
          hint: "write `\\end{\(name)}` behind its last row")
      }
    }
  }

  /// `\substack{i \\ j}`.
  mutating func substack(_ token: TeXScanner.Token) throws(TeXProblem) -> Formula.Node {
    let opening = scanner.next
    guard opening.kind == .open else {
      throw TeXProblem(message: "`\(spelling(token))` needs braces behind it", bytes: token.bytes)
    }
    _ = scanner.take()
    var rows: [[Formula.Node]] = []
    while true {
      rows.append([Self.joined(try row())])
      let separator = scanner.take()
      switch separator.kind {
      case .line: skipLineSpace()
      case .close: return .grid(Formula.Grid(.substack, rows: rows))
      case .command, .character, .open, .lower, .upper, .prime, .cell, .end:
        throw TeXProblem(
          message: "`{` is not closed", bytes: opening.bytes, hint: "write `}` behind the group")
      }
    }
  }

  /// Reads what stands between an environment's name and its first row.
  private mutating func head(
    of kind: Formula.Grid.Kind, _ bytes: Range<Int>
  ) throws(TeXProblem) -> (columns: [Formula.Grid.Column], endsWithLine: Bool) {
    for place in ["t", "b", "c"] where scanner.takeText("[\(place)]") { break }
    switch kind {
    case .array:
      guard let columns = scanner.takeGroup() else {
        throw TeXProblem(
          message: "`\\begin{array}` needs its columns in braces", bytes: bytes,
          hint: "write `\\begin{array}{cc}`")
      }
      return (Self.columns(columns), columns.hasSuffix("|"))
    case .alignedat: _ = scanner.takeGroup()
    case .matrix, .pmatrix, .bmatrix, .Bmatrix, .vmatrix, .Vmatrix, .smallmatrix, .cases, .dcases, .rcases,
      .aligned,
      .eqnarray, .gathered, .substack:
      break
    }
    return ([], false)
  }

  /// The columns that `lc|r` describes; at most a hundred.
  private static func columns(_ text: String) -> [Formula.Grid.Column] {
    var columns: [Formula.Grid.Column] = []
    var hasLine = false
    for letter in text.prefix(200) {
      let side: Formula.Grid.Column.Side? =
        switch letter {
        case "l": .left
        case "c": .center
        case "r": .right
        default: nil
        }
      if letter == "|" { hasLine = true }
      guard let side, columns.count < 100 else { continue }
      columns.append(.init(side: side, hasLine: hasLine))
      hasLine = false
    }
    return columns
  }

  /// Takes `\hline` at the start of a row.
  private mutating func takeLines() -> Bool {
    var hasLine = false
    while case .command(let name) = scanner.next.kind, case .line? = TeXCommand.named[name] {
      _ = scanner.take()
      hasLine = true
    }
    return hasLine
  }

  /// Leaves out the space of `\\[2pt]`, and the star of `\\*`.
  private mutating func skipLineSpace() {
    _ = scanner.takeExactly("*")
    guard scanner.takeExactly("[") else { return }
    _ = scanner.takeText(upTo: ["]", "\\", "&", "{", "}"])
    _ = scanner.takeExactly("]")
  }

  private mutating func environmentName(
    _ token: TeXScanner.Token
  ) throws(TeXProblem) -> (name: String, bytes: Range<Int>) {
    guard scanner.next.kind == .open else {
      throw TeXProblem(message: "`\(spelling(token))` needs a name in braces", bytes: token.bytes)
    }
    _ = scanner.take()
    guard let name = scanner.takeText(upTo: ["}", "{", "\\", "\n"]), scanner.takeExactly("}") else {
      throw TeXProblem(message: "`\(spelling(token))` needs a name in braces", bytes: token.bytes)
    }
    return (name, token.bytes.lowerBound..<scanner.offset)
  }
}
