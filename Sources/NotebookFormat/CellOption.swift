import Diagnostics
import Syntax
import Wording

/// What a cell's options say, before roles are told apart.
struct CellSettings {
  var options = CellOptions()
  var exercise: String?
  var solution: String?
  var tests: String?
  var hidden: String?
  var milliPoints: Int?
  var binds: [String]?
}

/// An option that a cell may give with `#| name: value`.
///
/// ``all`` is the only list of options: the reader, its "did you mean" and the reference page
/// iterate over it.
public struct CellOption: Sendable {
  /// The key.
  public let name: String
  /// What the value must be, in words that follow "expected".
  public let wants: Message
  /// What it does, in one line.
  public let summary: String
  /// Keeps the value; false where it is of another type.
  let store: @Sendable (YAMLValue, inout CellSettings) -> Bool
}

extension CellOption {
  /// Returns the option of this name.
  public static func named(_ name: String) -> CellOption? { all.first { $0.name == name } }

  /// The options of other tools, and what is written here, or what to do.
  static let foreign: [String: String] = [
    "caption": "fig-cap", "fig.cap": "fig-cap", "fig_cap": "fig-cap", "figcap": "fig-cap",
    "fig-caption": "fig-cap",
    "figure-caption": "fig-cap", "fig-title": "fig-cap", "title": "fig-cap", "table-caption": "tbl-cap",
    "tab-cap": "tbl-cap", "tbl-caption": "tbl-cap", "alt": "fig-alt", "alt-text": "fig-alt",
    "fig.alt": "fig-alt",
    "width": "fig-width", "fig.width": "fig-width",
    "out-width": "the width is a number of pixels: `fig-width: 600`",
    "height": "fig-height", "fig.height": "fig-height", "fold": "code-fold", "code_fold": "code-fold",
    "code-overflow": "code lines break by themselves: leave the option out",
    "id": "label", "name": "label", "run": "eval", "evaluate": "eval", "execute": "eval",
    "show": "output", "code": "echo", "show-code": "echo",
    "hide": "code is hidden by `echo: false`, results by `output: false`, both by `include: false`",
    "hide-code": "code is hidden by `echo: false`", "results": "results are hidden by `output: false`",
    "collapse": "code is folded away by `code-fold: true`",
    "random-seed": "seed", "random_state": "seed", "random-state": "seed", "set.seed": "seed",
    "pts": "points",
    "point": "points", "grade": "points", "task": "exercise", "answer": "solution", "test": "tests",
    "warning": "warnings tell what to mend: leave the option out",
    "message": "notes tell what to mend: leave the option out",
    "cache": "cells are computed anew for each page: leave the option out",
    "fig-align": "figures stand in the middle: leave the option out",
    "fig-cap-location": "captions have their place: leave the option out",
    "dpi": "a figure is as sharp as the page: leave the option out",
    "format": "fig-format", "timeout": "limits are `budget: {fuel: 2e9, memory: 200MB}`",
    "fuel": "limits are `budget: {fuel: 2e9, memory: 200MB}`",
    "memory": "limits are `budget: {fuel: 2e9, memory: 200MB}`",
  ]

  /// Every option there is.
  public static let all = outputs + code + slides + running + roles

  /// How outputs are shown.
  private static let outputs: [CellOption] = [
    name("label", "the name that others refer to, as in `@fig-and`") { $1.options.label = $0 },
    text("fig-cap", "the caption of the cell's figures") { $1.options.figureCaption = Caption($0) },
    text("fig-alt", "the alt text of the figures, in place of the generated one") {
      $1.options.figureAlt = $0
    },
    pixels("fig-width", from: 240, "the width of the figures in CSS pixels") { $1.options.figureWidth = $0 },
    pixels("fig-height", from: 200, "the height of the figures in CSS pixels") {
      $1.options.figureHeight = $0
    },
    CellOption(
      name: "fig-format", wants: "`png` or `svg`",
      summary: "whether the page holds the figures as pixels, or as lines that are sharp at every size"
    ) { value, settings in
      guard let format = value.text.flatMap(FigureFormat.init(rawValue:)) else { return false }
      settings.options.figureFormat = format
      return true
    },
    text("tbl-cap", "the caption of the cell's tables") { $1.options.tableCaption = Caption($0) },
  ]

  /// What of the cell the page shows.
  private static let code: [CellOption] = [
    truth("echo", "whether the code is shown") { $1.options.echo = $0 },
    truth("output", "whether the outputs are shown") { $1.options.showsOutput = $0 },
    truth("include", "whether the report shows anything of the cell") { $1.options.isIncluded = $0 },
    truth("code-fold", "whether the code is folded away at first") { $1.options.isFolded = $0 },
    text("code-summary", "what stands in place of folded code") { $1.options.foldSummary = $0 },
  ]

  /// How a slide shows the cell.
  private static let slides: [CellOption] = [
    CellOption(
      name: "output-location", wants: "`fragment`, `column`, `column-fragment` or `slide`",
      summary: "where a slide shows the outputs: with the next step, beside the code, on the next slide"
    ) { value, settings in
      guard let location = value.text.flatMap(OutputLocation.init(rawValue:)), location != .below else {
        return false
      }
      settings.options.outputLocation = location
      return true
    },
    CellOption(
      name: "code-line-numbers", wants: "lines, as in `2,4-5`, with a `|` before those of the next step",
      summary: "the lines of code that a slide points out, step by step"
    ) { value, settings in
      guard let emphasis = value.text.flatMap(lineSteps) else { return false }
      settings.options.emphasis = emphasis
      return true
    },
  ]

  /// How the cell runs.
  private static let running: [CellOption] = [
    truth("eval", "whether the cell is run") { $1.options.isEvaluated = $0 },
    truth("error", "whether the cell may fail; its error is shown and does not count") {
      if $0, $1.options.errors == .forbidden { $1.options.errors = .allowed }
    },
    CellOption(
      name: "expect-error", wants: "the id of an error, as in `shape-mismatch`",
      summary: "the error that the cell must have; to have none, or another one, is a failure"
    ) { value, settings in
      guard let kind = value.text.flatMap(DiagnosticKind.named), kind.severity == .error else {
        // The cell is to fail: its error says nothing new.
        settings.options.errors = .allowed
        return false
      }
      settings.options.errors = .required(kind)
      return true
    },
    CellOption(name: "seed", wants: "a whole number", summary: "the seed of the cell's draws") {
      value, settings in
      guard case .plain(let text) = value, let seed = Int(text) else { return false }
      settings.options.seed = seed
      return true
    },
    CellOption(
      name: "budget", wants: "limits, as in `{fuel: 2e9, memory: 200MB}`",
      summary: "the most work and memory that the cell may take: fuel up to 50e9, memory up to 2GB"
    ) { value, settings in
      guard case .table(let entries) = value, !entries.isEmpty else { return false }
      for entry in entries {
        guard case .plain(let text) = entry.value else { return false }
        switch entry.key {
        case "fuel":
          guard let fuel = amount(text, most: 50_000_000_000) else { return false }
          settings.options.fuel = fuel
        case "memory":
          guard let memory = bytes(text) else { return false }
          settings.options.memory = memory
        default: return false  // Text of the student's, not a case of ours.
        }
      }
      return true
    },
    CellOption(
      name: "sweep",
      wants:
        "two values or more for each name, as in `{lr: [0.1, 1], hidden: 2..8}`, and at most \(CellSweep.mostPoints) combinations",
      summary: "computes the cell for every combination of these values, and puts sliders on the page"
    ) { value, settings in
      guard let sweep = CellSweep(value) else { return false }
      settings.options.sweep = sweep
      return true
    },
  ]

  /// What the cell is for.
  private static let roles: [CellOption] = [
    name("exercise", "makes the cell an exercise of this name") { $1.exercise = $0 },
    CellOption(
      name: "points", wants: "a number from 0 to 1000 with at most 3 decimals",
      summary: "what the exercise is worth"
    ) { value, settings in
      guard case .plain(let text) = value, let points = milliPoints(text) else { return false }
      settings.milliPoints = points
      return true
    },
    CellOption(
      name: "binds", wants: "a list of names, as in `[and_gate]`",
      summary: "the names that a solution of the exercise binds"
    ) { value, settings in
      guard case .list(let items) = value else { return false }
      let names = items.compactMap { $0.text.flatMap(canonicalName) }
      guard names.count == items.count else { return false }
      settings.binds = names
      return true
    },
    name("solution", "makes the cell the solution of this exercise") { $1.solution = $0 },
    name("tests", "makes the cell checks of this exercise that students see") { $1.tests = $0 },
    name("hidden", "makes the cell checks of this exercise that only the grader sees") { $1.hidden = $0 },
    truth("names", "whether feedback names the checks of a hidden cell by their texts") {
      $1.options.showsNames = $0
    },
    CellOption(
      name: "uses", wants: "`key`",
      summary: "builds the exercise on the key's earlier solutions, not on the student's own answers"
    ) { value, settings in
      guard value == .plain("key") else { return false }
      settings.options.usesKey = true
      return true
    },
  ]

  // MARK: Types

  private static func text(
    _ name: String, _ summary: String, _ store: @escaping @Sendable (String, inout CellSettings) -> Void
  ) -> CellOption {
    CellOption(name: name, wants: "text", summary: summary) { value, settings in
      guard let text = value.text else { return false }
      store(text, &settings)
      return true
    }
  }

  private static func truth(
    _ name: String, _ summary: String, _ store: @escaping @Sendable (Bool, inout CellSettings) -> Void
  ) -> CellOption {
    CellOption(name: name, wants: "`true` or `false`", summary: summary) { value, settings in
      guard value == .plain("true") || value == .plain("false") else { return false }
      store(value == .plain("true"), &settings)
      return true
    }
  }

  /// A size of figures; a figure has the same bounds.
  private static func pixels(
    _ name: String, from least: Int, _ summary: String,
    _ store: @escaping @Sendable (Int, inout CellSettings) -> Void
  ) -> CellOption {
    let sizes = least...2000
    return CellOption(
      name: name, wants: "a whole number from \(least) to \(sizes.upperBound)", summary: summary
    ) { value, settings in
      guard case .plain(let text) = value, let number = Int(text), sizes ~= number else { return false }
      store(number, &settings)
      return true
    }
  }

  private static func name(
    _ name: String, _ summary: String, _ store: @escaping @Sendable (String, inout CellSettings) -> Void
  ) -> CellOption {
    CellOption(name: name, wants: "a name of letters, digits, `-` and `_`", summary: summary) {
      value, settings in
      guard let text = plainName(value) else { return false }
      store(text, &settings)
      return true
    }
  }

  private static func plainName(_ value: YAMLValue) -> String? {
    value.text.flatMap { Label.isLabel($0) ? $0 : nil }
  }

  /// Reads `2,4-5|7`: the lines of each step, from 1; an empty step is all lines.
  private static func lineSteps(_ text: String) -> [[ClosedRange<Int>]]? {
    let steps = text.split(separator: "|", omittingEmptySubsequences: false)
    guard steps.count <= 50 else { return nil }
    var read: [[ClosedRange<Int>]] = []
    for step in steps {
      let parts = step.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
      let ranges = parts == [""] ? [] : parts.map(lines)
      guard ranges.count <= 100, !ranges.contains(nil) else { return nil }
      read.append(ranges.compactMap { $0 })
    }
    return read
  }

  /// Reads `4` or `4-5`.
  private static func lines(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      1...10_000 ~= first, first...10_000 ~= last
    else { return nil }
    return first...last
  }

  /// Reads a whole amount from 1 to `most`, such as `2e9`.
  private static func amount(_ text: String, most: Double) -> Int? {
    guard text.utf8.first.map({ 0x30...0x39 ~= $0 }) == true, let number = Double(text), 1...most ~= number,
      number == number.rounded(.towardZero)
    else { return nil }
    return Int(number)
  }

  /// Reads a number of bytes from 1 to 2 GB, such as `200MB`.
  private static func bytes(_ text: String) -> Int? {
    let units = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1.0)]
    let (suffix, unit) = units.first { text.hasSuffix($0.0) } ?? ("", 1)
    return amount(String(text.dropLast(suffix.count)), most: 2e9 / unit).map { $0 * Int(unit) }
  }

  /// Reads a decimal number of points in thousandths, without rounding.
  private static func milliPoints(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    guard isDecimal, parts.count <= 2, let whole = Int(parts[0]), whole <= 1000 else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    guard parts[1].count <= 3, let part = Int(parts[1] + String(repeating: "0", count: 3 - parts[1].count))
    else { return nil }
    return whole * 1000 + part <= 1_000_000 ? whole * 1000 + part : nil
  }
}

extension YAMLValue {
  /// The value as text: numbers and words need no quotes.
  var text: String? {
    switch self {
    case .plain(let text), .quoted(let text): text
    case .nothing, .list, .table: nil
    }
  }
}
