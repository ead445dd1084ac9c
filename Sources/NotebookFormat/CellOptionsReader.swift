import Diagnostics
import Wording

/// Reads the `#|` lines at the top of a cell.
struct CellOptionsReader {
  let file: SourceFile
  private(set) var settings = CellSettings()
  private(set) var role = Role.plain
  /// The lines of the cell that are no options.
  private(set) var code: [(text: String, offset: Int)] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Which captions there are, and where their texts stand.
  private(set) var captions: [(key: String, range: SourceRange)] = []

  init(file: SourceFile) { self.file = file }

  /// Takes the option lines out of `lines` and reads them.
  mutating func read(_ lines: [(text: String, offset: Int)]) {
    var options: [(text: String, offset: Int)] = []
    var hasCode = false
    for line in lines {
      let start = line.text.utf8.prefix { $0.isBlank }.count
      let text = line.text.utf8.dropFirst(start)
      guard text.starts(with: "#|".utf8) else {
        if !hasCode { reportLookAlike(line, start) }
        hasCode = hasCode || !(text.isEmpty || text.first == .numberSign)
        code.append(line)
        continue
      }
      guard !hasCode else {
        reportLate(line, start)
        continue
      }
      let skipped = text.dropFirst(2).first == .space ? 3 : 2
      options.append(
        (String(decoding: text.dropFirst(skipped), as: UTF8.self), line.offset + start + skipped))
    }
    guard !options.isEmpty else { return }
    var reader = YAMLEntryReader(file: file, malformed: .optionsNotYAML, repeated: .optionTwice)
    reader.read(options)
    diagnostics += reader.diagnostics
    for entry in reader.entries { store(entry) }
    settleRole(reader.entries)
  }

  /// Says so of `# | echo: false` and `#! echo: false`, which are comments.
  private mutating func reportLookAlike(_ line: (text: String, offset: Int), _ start: Int) {
    let text = String(decoding: line.text.utf8.dropFirst(start), as: UTF8.self)
    guard let mark = ["# | ", "#! ", "#@ ", "//| ", "%| "].first(where: text.hasPrefix) else { return }
    let key = text.dropFirst(mark.count).prefix { $0.isLetter || $0 == "-" }
    guard CellOption.named(String(key)) != nil, text.dropFirst(mark.count + key.count).hasPrefix(":") else {
      return
    }
    let lower = line.offset + start
    let place = SourceRange(file, lower..<lower + mark.utf8.count - 1)
    diagnostics.append(
      Diagnostic(
        .optionsNotYAML, "an option begins with `#|`, and this is a comment", at: place, severity: .warning,
        hint: .init("write `#|`", edit: .init(place, "#|"))))
  }

  private mutating func reportLate(_ line: (text: String, offset: Int), _ start: Int) {
    let lower = line.offset + start
    diagnostics.append(
      Diagnostic(
        .optionAfterCode, "an option stands below the first line of code",
        at: SourceRange(file, lower..<max(lower, line.offset + line.text.utf8.count)),
        hint: .init("move it to the top of the cell")))
  }

  private mutating func store(_ entry: YAMLEntry) {
    guard let option = CellOption.named(entry.key) else {
      diagnostics.append(
        .unknownKey(
          .unknownOption, "cell option", entry, known: CellOption.all.map(\.name),
          foreign: CellOption.foreign))
      return
    }
    guard option.store(entry.value, &settings) else {
      diagnostics.append(.wrongType(.optionType, entry, wants: option.wants))
      return
    }
    if ["fig-cap", "tbl-cap"].contains(entry.key) { captions.append((entry.key, entry.valueRange)) }
  }

  /// Tells the roles apart: a cell has one at most.
  private mutating func settleRole(_ entries: [YAMLEntry]) {
    let roles = ["exercise", "solution", "tests", "hidden"]
    let given = entries.filter { roles.contains($0.key) }
    if given.count > 1 {
      diagnostics.append(
        Diagnostic(
          .severalRoles, "a cell cannot be `\(given[0].key)` and `\(given[1].key)` at once",
          at: given[1].keyRange, secondary: [.init(given[0].keyRange)],
          hint: .init("make two cells of it")))
    }
    if let name = settings.exercise {
      role = .exercise(name: name, milliPoints: settings.milliPoints, binds: settings.binds)
    } else if let name = settings.solution {
      role = .solution(exercise: name)
    } else if let name = settings.hidden {
      role = .hidden(exercise: name)
    } else if let name = settings.tests {
      role = .tests(exercise: name)
    }
    for entry in entries where entry.key == "sweep" && !given.isEmpty {
      settings.options.sweep = nil
      diagnostics.append(
        Diagnostic(
          .sweepOfRole, "`sweep` stands in a cell that is `\(given[0].key)`", at: entry.keyRange,
          secondary: [.init(given[0].keyRange)], hint: .init("move it to a cell without a role")))
    }
    for entry in entries where ["points", "binds"].contains(entry.key) {
      guard !given.contains(where: { $0.key == "exercise" }) else { continue }
      diagnostics.append(
        Diagnostic(
          .optionNeedsExercise, "`\(entry.key)` stands in a cell that is no exercise", at: entry.keyRange,
          hint: .init("move it to the exercise's cell")))
    }
  }
}

extension Diagnostic {
  /// A key that no table lists.
  static func unknownKey(
    _ kind: DiagnosticKind, _ what: Message, _ entry: YAMLEntry, known: [String],
    foreign: [String: String] = [:], severity: Severity? = nil
  ) -> Diagnostic {
    // A key of another tool, or one that is mistyped, stands for the same.
    let alias =
      foreign[entry.key] ?? nearMisses(of: entry.key, in: foreign.keys.sorted()).first.flatMap { foreign[$0] }
    var near = nearMisses(of: entry.key, in: known)
    if near.isEmpty, let alias {
      if !known.contains(alias) {
        return Diagnostic(
          kind, "there is no \(what) `\(entry.key.prefix(60))`", at: entry.keyRange, severity: severity,
          hint: Hint(.english(alias)))
      }
      near = [alias]
    }
    let edit = near.count == 1 ? Edit(entry.keyRange, near[0]) : nil
    let hint = didYouMean(near) ?? "known are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    return Diagnostic(
      kind, "there is no \(what) `\(entry.key.prefix(60))`", at: entry.keyRange, severity: severity,
      hint: Hint(hint, edit: edit))
  }

  /// The truths as other languages write them.
  private static let truths = [
    "true": "true", "false": "false", "yes": "true", "no": "false", "t": "true", "f": "false", "on": "true",
    "off": "false", "1": "true", "0": "false", "\"true\"": "true", "\"false\"": "false", "hide": "false",
    "show": "true",
  ]

  /// The id of an error that is written as `typed`, or nearly so.
  private static func errorID(like typed: String) -> String? {
    let id = typed.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
    let ids = DiagnosticKind.all.filter { $0.severity == .error }.map(\.id)
    return ids.contains(id) ? id : nearMisses(of: id, in: ids, limit: 1).first
  }

  /// A value of another type than its key wants.
  static func wrongType(_ kind: DiagnosticKind, _ entry: YAMLEntry, wants: Message) -> Diagnostic {
    let typed = entry.valueRange.text
    let digits = typed.prefix { $0.isASCII && $0.isNumber }
    // `True`, `500px`
    let meant: String? =
      if wants.english.hasPrefix("`true`") {
        truths[typed.lowercased()]
      } else if wants.english.hasPrefix("a whole number"), !digits.isEmpty,
        ["px", " px", "pt"].contains(typed.dropFirst(digits.count))
      {
        String(digits)
      } else if wants.english.hasPrefix("the id of an error") {
        errorID(like: typed)
      } else {
        nil
      }
    return Diagnostic(
      kind, "`\(entry.key)` expected \(wants), found \(entry.value.found)", at: entry.valueRange,
      hint: Hint(
        meant.map { "write `\($0)`" } ?? "write \(wants)", edit: meant.map { Edit(entry.valueRange, $0) }))
  }
}
