import CourseLibrary
import Language
import TestSupport
import Testing

/// What stands below the library knows a function by what is declared of it, never by its name.
@Suite struct NameTests {
  /// Words that mean something else below: parameters, fields, and what is counted.
  private static let words: Set<String> = ["data", "input", "mean", "sd", "step", "shuffle"]
  private let names = Set(Library.course.builtins.keys).subtracting(words)

  @Test func theLanguageHasNoNameOfABuiltin() throws {
    // The table of what other languages call things says how it is written here, and the one of initialisers has
    // names of its own.
    for file in Repository.files(below: "Sources/Language", suffix: ".swift")
    where !file.contains("/ForeignNames") {
      for match in try Repository.text(file).matches(of: #/(name: )?"([a-z0-9_]+)"/#)
      where match.output.1 == nil && names.contains(String(match.output.2)) {
        Issue.record("\(file) names the built-in \(match.output.2)")
      }
    }
  }

  @Test(arguments: [
    "Tensors", "NeuralNetworks", "BooleanLogic", "Tables", "Figures", "Drawing", "Syntax",
  ])
  func nobodyBelowComparesWithTheNameOfABuiltin(target: String) throws {
    for file in Repository.files(below: "Sources/\(target)", suffix: ".swift") {
      for match in try Repository.text(file).matches(of: #/(?:[=!]=|case) "([a-z0-9_]+)"/#)
      where names.contains(String(match.output.1)) {
        Issue.record("\(file) asks for the built-in \(match.output.1)")
      }
    }
  }
}
