import Diagnostics
import Syntax
import Wording

// What to write for positions that other languages take.
extension Evaluator {
  /// `A[1][2]`: both positions of a matrix stand in one pair of brackets.
  func refuseTwoIndices(
    _ base: Expression, _ items: [Syntax.IndexItem], at range: SourceRange
  ) throws(Stop) {
    guard case .index(let matrix, let first) = base.kind, case .name(let name) = matrix.kind,
      first.count == 1,
      items.count == 1, scope[name]?.value.shape?.rank == 2, range.bytes.count <= 100
    else { return }
    let places = [first[0].range.text, items[0].range.text]
    // Who writes a 0 counts from it.
    let numbers = places.compactMap { Int($0) }
    let isFromZero = numbers.count == 2 && numbers.contains(0)
    let whole = "\(name)[\((isFromZero ? numbers.map { "\($0 + 1)" } : places).joined(separator: ", "))]"
    throw .error(
      .indexRange, "both positions of a matrix stand in one pair of brackets", at: range,
      hint: isFromZero ? "positions start at 1: write \(whole)" : "write \(whole)",
      edit: .init(range, whole))
  }

  /// `XOR["y"]`: a column is a field.
  func refuseNamedColumn(
    _ value: Value, _ base: Expression, _ items: [Syntax.IndexItem], at range: SourceRange
  ) throws(Stop) {
    guard case .table(let table) = value, items.count == 1, case .at(let item) = items[0],
      case .text(let name) = item.kind, table.field(name.value) != nil
    else { return }
    let column = "\(base.range.text).\(name.value)"
    throw .error(
      .typeMismatch, "only a tensor has positions, this is \(value.kindText)", at: base.range,
      hint: "a column is a field: \(column.prefix(60))", edit: .init(range, column))
  }

  /// The repair of `A.T()`, which needs no call, and of `(x + 1)(x - 1)`, which is a product.
  func uncalled(
    _ base: Expression, _ arguments: [Syntax.Argument], _ callee: Value, at range: SourceRange
  ) -> Diagnostic.Edit? {
    guard let shape = callee.shape else { return nil }
    guard let first = arguments.first else {
      return .init(SourceRange(range.file, base.range.upperBound..<range.upperBound), "")
    }
    guard shape.rank == 0, arguments.count == 1, first.name == nil else { return nil }
    let between = SourceRange(range.file, base.range.upperBound..<first.value.range.lowerBound)
    guard let opening = between.text.utf8.firstIndex(of: UInt8(ascii: "(")) else { return nil }
    let place = between.lowerBound + between.text.utf8.distance(from: between.text.startIndex, to: opening)
    return .init(SourceRange(range.file, place..<place), "*")
  }

  /// What to write where a position is asked of a table.
  func tableHint(_ value: Value) -> Message? {
    guard case .table(let table) = value, let column = table.inputs.first else { return nil }
    return "name a column first, such as `.\(column)`, or `.X` for all inputs"
  }

  func hint(forPosition number: Double, _ base: Expression) -> Message {
    if number == 0, let line = lineFromOne(base) { return "count from 1: \(line.replacement.trimmingBlanks)" }
    guard number < 0, let last = last(of: base, back: number) else { return "the first element is [1]" }
    return "the last element is \(last.whole)"
  }

  func edit(ofPosition number: Double, _ written: Expression, _ base: Expression) -> Diagnostic.Edit? {
    if number == 0, case .number = written.kind { return lineFromOne(base) ?? .init(written.range, "1") }
    guard number < 0, number > -1e6 else { return nil }
    return last(of: base, back: number).map { .init(written.range, $0.position) }
  }

  /// The line with all positions of `base` counted from 1, where several are and one of them is 0.
  private func lineFromOne(_ base: Expression) -> Diagnostic.Edit? {
    guard case .name(let name) = base.kind else { return nil }
    let file = base.range.file
    let line = file.line(base.range.start.line)
    let pieces = line.split(separator: "\(name)[", omittingEmptySubsequences: false).map(String.init)
    guard pieces.count > 2, line.utf8.count <= 200 else { return nil }
    var text = pieces[0]
    for piece in pieces.dropFirst() {
      guard let end = piece.firstIndex(of: "]") else { return nil }
      let numbers = piece[..<end].split(separator: ",").map { $0.filter { $0 != " " } }
      let counted = numbers.compactMap { Int($0) }
      guard !counted.isEmpty, counted.count == numbers.count, counted.allSatisfy({ $0 >= 0 }) else {
        return nil
      }
      text += "\(name)[" + counted.map { "\($0 + 1)" }.joined(separator: ", ") + String(piece[end...])
    }
    let start = base.range.lowerBound - base.range.start.column + 1
    guard start >= 0, SourceRange(file, start..<start + line.utf8.count).text == line else { return nil }
    return .init(SourceRange(file, start..<start + line.utf8.count), text)
  }

  /// How the last elements of a vector with a name are found.
  private func last(of base: Expression, back number: Double) -> (whole: String, position: String)? {
    guard isVector(base) else { return nil }
    let written = base.canonicalText
    let position = "count(\(written))" + (number < -1 ? " - \(Int(min(1e6, -number)) - 1)" : "")
    return ("\(written)[count(\(written))]", position)
  }

  /// Whether a name, or a field of one, is a vector.
  private func isVector(_ base: Expression) -> Bool {
    switch base.kind {
    case .name(let name): return scope[name]?.value.shape?.rank == 1
    case .field(let owner, let field):
      guard case .name(let name) = owner.kind else { return false }
      switch scope[name]?.value {
      case .training: return field.text == "loss" || field.text == "val"
      case .table(let table): return field.text != "X" && table.columnCount(of: field.text) == 1
      case .structure(let structure): return structure.field(field.text)?.shape?.rank == 1
      case .tensor, .text, .callable, .range, .list, .figure, .stage, .initializer, .unknown, nil:
        return false
      }
    case .number, .text, .truth, .hole, .list, .comprehension, .index, .call, .derivative, .with, .range,
      .chain, .broken, .binary, .prefix, .conditional, .near:
      return false
    }
  }
}

extension String {
  /// Without the blanks around it.
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension SourceRange {
  /// The repair of `dense(4) -> relu()`, where this is what stands behind the arrow.
  func activationInLayer(_ name: String) -> Diagnostic.Edit? {
    let start = max(0, lowerBound - 60)
    let before = SourceRange(file, start..<lowerBound).text
    let layer = String(before.reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    guard layer.hasSuffix("->") else { return nil }
    let stage = String(layer.dropLast(2).reversed().drop { $0 == " " || $0 == "\n" }.reversed())
    guard stage.hasSuffix(")"), let opening = stage.lastIndex(of: "("),
      stage[..<opening].hasSuffix(ForeignName.unitsLayer),
      !stage[opening...].contains(",")
    else { return nil }
    let end = start + stage.utf8.count - 1
    return .init(SourceRange(file, end..<upperBound), ", \(name))")
  }

  /// A call with its one comma between digits as a point, `f(0.5)` for `f(0,5)`.
  var withPoint: String? {
    guard bytes.count <= 100 else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].last?.isNumber == true, parts[1].first?.isNumber == true else {
      return nil
    }
    return "\(parts[0]).\(parts[1])"
  }
}
