import ArgumentParser
import Diagnostics
import NotebookFormat
import Syntax
import Wording

/// A parameter as the command line gives it: `lr:0.1` or `lr=0.1`.
struct ParameterOption: ExpressibleByArgument, Sendable {
  /// The name.
  let name: String
  /// The value as it was typed.
  let value: String

  init?(argument: String) {
    guard let mark = argument.firstIndex(where: { $0 == ":" || $0 == "=" }), mark != argument.startIndex
    else {
      return nil
    }
    name = String(argument[..<mark])
    value = String(argument[argument.index(after: mark)...])
  }

  init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Why a parameter of the command line does not fit a notebook.
struct ParameterError: Error {
  let message: String
  let hint: String?
}

extension Notebook {
  /// Returns the notebook with these values in place of those of its settings.
  func setting(_ options: [ParameterOption]) throws(ParameterError) -> Notebook {
    guard !options.isEmpty else { return self }
    var settings = frontMatter
    for option in options {
      let name = canonicalName(option.name)
      guard let index = settings.params.firstIndex(where: { $0.name == name }) else {
        let known = settings.params.map(\.name)
        let hint: Message =
          didYouMean(nearMisses(of: option.name, in: known))
          ?? (known.isEmpty
            ? "give it a value in the front matter: `params: {\(printable(option.name)): …}`"
            : "known are \(known.map { "`\($0)`" }.joined(separator: ", "))")
        throw ParameterError(
          message: "\(printable(file.path)) has no parameter `\(printable(option.name))`", hint: hint.english)
      }
      guard let changed = settings.params[index].reading(option.value) else {
        throw ParameterError(
          message: "the parameter `\(option.name)` expected \(settings.params[index].value.wants), "
            + "found `\(printable(option.value))`", hint: nil)
      }
      settings.params[index] = changed
    }
    return with(settings)
  }
}
