import Mustache

/// A template as text, and what the engine does not check itself: that its partials exist and end.
struct TemplateSource {
  /// The name that `{{> name}}` uses.
  let name: String
  /// The file.
  let path: String
  /// The text.
  let text: String

  /// Returns the template, or says at which line it is broken.
  func parsed() throws(ReportError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw .brokenTemplate(
        path: path, line: error.context.lineNumber, problem: Self.words(error.error))
    } catch {
      throw .brokenTemplate(path: path, line: 1, problem: "cannot be read as a template")
    }
  }

  /// Throws where a partial names no template: the engine would leave it out silently.
  func checkPartials(_ known: Set<String>) throws(ReportError) {
    for (partial, line) in partials where !known.contains(partial) {
      throw .brokenTemplate(path: path, line: line, problem: "there is no template \(partial).html")
    }
  }

  /// Throws where templates include each other in a circle, which would never end.
  static func checkCycles(_ sources: [TemplateSource]) throws(ReportError) {
    var finished: Set<String> = []
    var remaining = sources
    while !remaining.isEmpty {
      let ready = remaining.filter { $0.partials.allSatisfy { finished.contains($0.name) } }
      guard !ready.isEmpty else { throw remaining[0].circle }
      finished.formUnion(ready.map(\.name))
      remaining.removeAll { finished.contains($0.name) }
    }
  }

  private var circle: ReportError {
    .brokenTemplate(
      path: path, line: partials.first?.line ?? 1, problem: "templates include each other in a circle")
  }

  /// The names after `{{>` and their lines, from 1.
  private var partials: [(name: String, line: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.split(separator: "{{>").dropFirst(line.hasPrefix("{{>") ? 0 : 1).compactMap { rest in
        let name = rest.prefix { $0 != "}" }.filter { !$0.isWhitespace }
        return rest.contains("}}") ? (name, index + 1) : nil
      }
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "a tag is not closed" }
    return switch error {
    case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
    case .unfinishedName: "a name is not closed by }}"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "new delimiters are not written as {{=<% %>=}}"
    case .transformAppliedToInheritanceSection: "a transform cannot stand on an inheritance section"
    case .illegalTokenInsideInheritSection: "a tag cannot stand inside an inherited section"
    case .textInsideInheritSection: "text cannot stand inside an inherited section"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "a setting {{% %}} is not known"
    }
  }
}
