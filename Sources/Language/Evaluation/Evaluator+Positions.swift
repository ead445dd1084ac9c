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
    let whole = "\(name)[\(first[0].range.text), \(items[0].range.text)]"
    throw .error(
      .indexRange, "both positions of a matrix stand in one pair of brackets", at: range,
      hint: "write \(whole)",
      edit: .init(range, whole))
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
    guard case .name(let name) = base.kind, scope[name]?.value.shape?.rank == 1 else { return nil }
    let position = "count(\(name))" + (number < -1 ? " - \(Int(min(1e6, -number)) - 1)" : "")
    return ("\(name)[count(\(name))]", position)
  }
}
