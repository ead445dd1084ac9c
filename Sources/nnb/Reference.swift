import Diagnostics
import Formulas
import Language
import NotebookFormat

/// The reference that `nnb explain` prints, made from the tables of the program.
struct Reference {
  let library: Library

  /// Every name there is a page for.
  var names: [String] {
    library.names + InitializerForm.all.map(\.name) + DiagnosticKind.all.map(\.id)
      + CellOption.all.map(\.name)
      + FrontMatterKey.all.map(\.name)
      + MarkerForm.all.map(\.name)
      + LanguageWord.all.map(\.name)
      + Set(library.builtins.values.flatMap(\.parameters).map(\.name)).sorted()
  }

  /// The page of a name, or nothing: `learning rate` and `Σ` are names, too.
  func page(_ typed: String) -> String? {
    let name = Self.letters[typed] ?? typed.split(separator: " ").joined(separator: "_")
    let pages = [
      LanguageWord.named(name).map(page),
      library.builtins[name].map(page), library.constants[name].map { "\(name) = \($0.shortestText)" },
      InitializerForm.all.first { $0.name == name }.map(page),
      DiagnosticKind.named(name).map(page), CellOption.named(name).map(page),
      FrontMatterKey.all.first { $0.name == name }.map(page),
      MarkerForm.all.first { $0.name == name }.map(page),
    ].compactMap { $0 }
    return pages.isEmpty ? argumentPage(name) : pages.joined(separator: "\n\n")
  }

  /// The functions that slides write as one letter.
  private static let letters = [
    "Σ": "sum", "∑": "sum", "σ": "sigmoid", "π": "pi", "∇": "grad", "don't care": "dont_care",
  ]

  /// The functions that take an argument of this name.
  private func argumentPage(_ name: String) -> String? {
    let lines = library.builtins.values.sorted { $0.name < $1.name }.flatMap { builtin in
      builtin.parameters.filter { $0.name == name }.map { "  \(builtin.name): \(described($0))" }
    }
    return lines.isEmpty ? nil : (["\(name) is an argument of"] + lines).joined(separator: "\n")
  }

  /// All names under their headings, each on a line with what it is.
  var contents: String {
    var lines: [String] = []
    for kind in LanguageWord.Kind.allCases {
      lines += list(kind.rawValue, LanguageWord.all.filter { $0.kind == kind }.map { ($0.name, $0.summary) })
    }
    for topic in Builtin.Topic.allCases {
      let builtins = library.builtins.values.filter { $0.topic == topic }.sorted { $0.name < $1.name }
      if !builtins.isEmpty { lines += list(topic.rawValue, builtins.map { ($0.name, $0.summary.english) }) }
    }
    lines += list("initialisers", InitializerForm.all.map { ($0.name, $0.standard.summary) })
    lines += list(
      "constants", library.constants.sorted { $0.key < $1.key }.map { ($0.key, $0.value.shortestText) })
    lines += list("cell options", CellOption.all.map { ($0.name, $0.summary) })
    lines += list("settings", FrontMatterKey.all.map { ($0.name, $0.summary) })
    lines += list("comments that mark a part of the page", MarkerForm.all.map { ($0.name, $0.summary) })
    lines += list(
      "errors and warnings",
      DiagnosticKind.all.sorted { $0.id < $1.id }.map { ($0.id, String($0.page.prefix { $0 != "." })) })
    return lines.joined(separator: "\n")
  }

  /// A heading and a line for each name, cut at 100 characters.
  private func list(_ heading: String, _ names: [(name: String, summary: String)]) -> [String] {
    let width = min(24, names.map(\.name.count).max() ?? 0)
    let lines = names.map { name, summary in
      let line = "  \(name)\(String(repeating: " ", count: max(0, width - name.count)))  \(summary)"
      return line.count > 100 ? line.prefix(99) + "…" : line
    }
    return ["\(heading):"] + lines
  }

  /// Breaks a text into lines of at most 78 characters, between words.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func page(_ word: LanguageWord) -> String {
    let names = ([word.name] + word.others).joined(separator: "  ")
    return ([names] + wrapped(word.summary).map { "  \($0)" } + ["  example:"] + indented(word.example))
      .joined(separator: "\n")
  }

  /// A formula of a table as a terminal shows it.
  private func text(ofFormula tex: String) -> String { readFormula(tex: tex)?.plainText ?? tex }

  private func described(_ parameter: Parameter) -> String {
    let presence =
      switch parameter.presence {
      case .required: "required"
      case .optional: "may be left out"
      case .repeated, .named: "one or more"
      case .defaulted(let standard): "\(standard.text) unless given"
      }
    return "\(parameter.kind.text), \(presence)"
  }

  private func page(_ builtin: Builtin) -> String {
    var lines = [builtin.signature, "  \(builtin.summary.english)"]
    if let formula = builtin.formula { lines.append("  formula: \(text(ofFormula: formula))") }
    lines.append("  arguments:")
    for parameter in builtin.parameters { lines.append("    \(parameter.name): \(described(parameter))") }
    return (lines + ["  example:"] + indented(builtin.example)).joined(separator: "\n")
  }

  private func page(_ form: InitializerForm) -> String {
    let initializer = form.standard
    return """
      \(form.signature)
        first values of weights, \(initializer.summary)
        formula: \(text(ofFormula: initializer.formula))
        example:
          input(2) -> dense(1, sigmoid, init=\(form.signature))
      """
  }

  private func page(_ kind: DiagnosticKind) -> String {
    let examples = ["", "shows it:"] + indented(kind.example) + ["", "repaired:"] + indented(kind.repair)
    // What only a file can show has no example.
    let lines =
      ["\(kind.severity.rawValue)[\(kind.id)]"] + wrapped(kind.page) + (kind.example.isEmpty ? [] : examples)
    return lines.joined(separator: "\n")
  }

  private func page(_ key: FrontMatterKey) -> String {
    "\(key.name): \(key.wants)\n  \(key.summary), between two `---` at the top or in nnb.yml"
  }

  private func page(_ marker: MarkerForm) -> String {
    let form = [marker.opening, marker.closing].compactMap { $0 }.joined(separator: " … ")
    return "\(form)\n  \(marker.summary); each stands alone on its line"
  }

  private func page(_ option: CellOption) -> String {
    "#| \(option.name): \(option.wants)\n  \(option.summary)"
  }

  private func indented(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // The limits' examples are long on purpose; their beginning and end tell enough.
    guard lines.count > 12 else { return lines.map { "    \($0)" } }
    return lines.prefix(5).map { "    \($0)" } + ["    …"] + lines.suffix(2).map { "    \($0)" }
  }
}
