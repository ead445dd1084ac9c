import ArgumentParser
import CourseLibrary
import Diagnostics
import Language
import NotebookFormat

/// The command `nnb explain NAME`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Look up a function, a sign, a word, the id of an error, or a cell option.",
    discussion: """
      EXAMPLES
        nnb explain perceptron
        nnb explain shape-mismatch
        nnb explain points
        nnb explain @
      """)

  // A sign such as `->` begins like an option.
  @Argument(parsing: .allUnrecognized, help: "The name; without it, everything there is is listed.")
  var name: [String] = []

  func validate() throws {
    if name.count > 1 { throw ValidationError("one name at a time") }
  }

  func run() throws {
    let console = Console()
    let reference = Reference(library: .course(reading: DataFiles { _ in nil }))
    guard let name = name.first else { return console.print(reference.contents) }
    if let page = reference.page(name) { return console.print(page) }
    let misses = nearMisses(of: name, in: reference.names)
    console.say("error: there is nothing named `\(printable(name))`")
    console.say("  = hint: \(didYouMean(misses) ?? "`nnb explain` lists every name")")
    throw ExitCode(64)
  }
}
