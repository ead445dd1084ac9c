import Diagnostics

/// Checks labels and the names of exercises across a notebook.
struct NameCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var exercises: [String: Cell] = [:]
  private var labels: [String: Cell] = [:]
  /// How many names of exercises lead nowhere.
  private var unknown = 0

  init(_ notebook: Notebook) {
    for cell in notebook.cells {
      checkLabel(cell)
      if case .exercise(let name, _, _) = cell.role { declare(name, cell) }
    }
    for cell in notebook.cells {
      switch cell.role {
      case .plain, .exercise: break
      case .solution(let name): check(name, at: place(of: name, key: "solution", in: cell))
      case .tests(let name): check(name, at: place(of: name, key: "tests", in: cell))
      case .hidden(let name): check(name, at: place(of: name, key: "hidden", in: cell))
      }
    }
    for block in notebook.blocks.walk() {
      if case .section(.answer(let name), _) = block.kind { check(name, at: block.range.startPoint) }
    }
  }

  private mutating func checkLabel(_ cell: Cell) {
    guard let label = cell.options.label else { return }
    guard let first = labels[label] else {
      labels[label] = cell
      return
    }
    // A solution stands where its exercise stood, with its label.
    if case .solution = cell.role { return }
    diagnostics.append(
      Diagnostic(
        .duplicateLabel, "the label `\(label)` is given twice", at: place(of: label, key: "label", in: cell),
        secondary: [.init(place(of: label, key: "label", in: first), "first given here")],
        hint: .init("choose another label")))
  }

  private mutating func declare(_ name: String, _ cell: Cell) {
    guard let first = exercises[name] else {
      exercises[name] = cell
      return
    }
    diagnostics.append(
      Diagnostic(
        .duplicateExercise, "there are two exercises `\(name)`",
        at: place(of: name, key: "exercise", in: cell),
        secondary: [.init(place(of: name, key: "exercise", in: first), "the first one")],
        hint: .init("choose another name")))
  }

  private mutating func check(_ name: String, at range: SourceRange) {
    guard exercises[name] == nil else { return }
    unknown += 1
    // Looking for near misses is dear, and more are not shown.
    let near = unknown > 20 ? [] : nearMisses(of: name, in: exercises.keys)
    let edit = near.count == 1 && range.text == name ? Diagnostic.Edit(range, near[0]) : nil
    diagnostics.append(
      Diagnostic(
        .unknownExercise, "there is no exercise `\(name)`", at: range,
        hint: .init(didYouMean(near) ?? "name an exercise of this notebook", edit: edit)))
  }

  private func place(of name: String, key: String, in cell: Cell) -> SourceRange {
    cell.range(of: name, inOption: key)
  }
}

extension Cell {
  /// Returns where the option `key` has the value `name`; the start of the fence where it cannot be found.
  public func range(of name: String, inOption key: String) -> SourceRange {
    let file = range.file
    let first = file.lineNumber(of: range.lowerBound) + 1
    let last = max(first, file.lineNumber(of: range.upperBound))
    for number in first..<last {
      let line = file.bytes(ofLine: number)
      let text = file.slice(line)
      guard let option = text.firstRange(of: "#|"), let colon = text.firstIndex(of: ":") else { continue }
      guard option.upperBound < colon, String(text[option.upperBound..<colon]).trimmed == key else {
        continue
      }
      guard let found = text[colon...].firstRange(of: name) else { continue }
      let start = line.lowerBound + text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return SourceRange(file, start..<(start + name.utf8.count))
    }
    return range.startPoint
  }
}
