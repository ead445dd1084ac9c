import Diagnostics
import Syntax

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

  func hint(forPosition number: Double, _ base: Expression) -> String {
    guard number < 0, let last = last(of: base, back: number) else { return "the first element is [1]" }
    return "the last element is \(last.whole)"
  }

  func edit(ofPosition number: Double, _ written: Expression, _ base: Expression) -> Diagnostic.Edit? {
    if number == 0, case .number = written.kind { return .init(written.range, "1") }
    guard number < 0, number > -1e6 else { return nil }
    return last(of: base, back: number).map { .init(written.range, $0.position) }
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

extension SourceRange {
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
