import Diagnostics
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
  }

  /// The page of a name, or nothing.
  func page(_ name: String) -> String? {
    let pages = [
      library.builtins[name].map(page), library.constants[name].map { "\(name) = \($0.shortestText)" },
      InitializerForm.all.first { $0.name == name }.map(page),
      DiagnosticKind.named(name).map(page), CellOption.named(name).map(page),
      FrontMatterKey.all.first { $0.name == name }.map(page),
    ].compactMap { $0 }
    return pages.isEmpty ? nil : pages.joined(separator: "\n\n")
  }

  /// All names under their headings.
  var contents: String {
    var lines: [String] = []
    for topic in Builtin.Topic.allCases {
      let names = library.builtins.values.filter { $0.topic == topic }.map(\.name).sorted()
      if !names.isEmpty { lines += list(topic.rawValue, names) }
    }
    lines += list("initialisers", InitializerForm.all.map(\.name))
    lines += list("constants", library.constants.keys.sorted())
    lines += list("cell options", CellOption.all.map(\.name))
    lines += list("settings", FrontMatterKey.all.map(\.name))
    lines += list("errors and warnings", DiagnosticKind.all.map(\.id).sorted())
    return lines.joined(separator: "\n")
  }

  private func list(_ heading: String, _ names: [String]) -> [String] {
    ["\(heading):"] + wrapped(names.joined(separator: " ")).map { "  \($0)" }
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

  private func page(_ builtin: Builtin) -> String {
    var lines = [builtin.signature, "  \(builtin.summary)"]
    if let formula = builtin.formula { lines.append("  formula: \(formula)") }
    lines.append("  arguments:")
    for parameter in builtin.parameters {
      let presence =
        switch parameter.presence {
        case .required: "required"
        case .optional: "may be left out"
        case .repeated, .named: "one or more"
        case .defaulted(let value): "\(value) unless given"
        }
      lines.append("    \(parameter.name): \(parameter.kind.text), \(presence)")
    }
    return (lines + ["  example:"] + indented(builtin.example)).joined(separator: "\n")
  }

  private func page(_ form: InitializerForm) -> String {
    let initializer = form.standard
    return """
      \(form.signature)
        first values of weights, \(initializer.summary)
        formula: \(initializer.formula)
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
