import ArgumentParser
import Diagnostics
import NotebookFormat
import NotebookRunning
import Reporting

/// `nnb run FILE…`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run notebooks and write a report beside each.",
    discussion: """
      A directory stands for every notebook below it whose name does not begin with _.

      EXAMPLES
        nnb run xor.md                     write xor.html
        nnb run xor.md -o hand-in.html     write elsewhere
        nnb run key.md --as student        the page that students see
        nnb run --check Notebooks          compare with the recorded outputs, write nothing
      """)

  @Argument(help: ArgumentHelp("Notebooks, or directories of notebooks.", valueName: "file"))
  var files: [String]

  @Option(name: [.short, .long], help: "The report's path; a directory if there are several notebooks.")
  var output: String?

  @Option(name: .customLong("as"), help: "For whom: student or solution.")
  var face: Face?

  @Option(help: "A directory of templates to use instead of the built-in ones.")
  var templates: String?

  @Flag(help: "Compare with the recorded outputs and show the differences; write nothing.")
  var check = false

  @Flag(help: "Write the outputs into the notebook as records; write no report.")
  var record = false

  @Flag(help: "Print one JSON object a line instead of text.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if check && record { throw ValidationError("--check and --record exclude each other") }
    if let output, output.hasSuffix(".md") {
      throw ValidationError("a report's name ends in .html; \(printable(output)) would be a notebook")
    }
    if output != nil && (check || record) { throw ValidationError("with --check or --record no report is written") }
  }

  func run() throws {
    let world = DiskWorld()
    let messages = Messages(console: Console(), style: json ? .json : quiet ? .quiet : .text)
    let purpose: NotebookRun.Purpose = check ? .compare : record ? .record : .report(output: output)
    let code = withDeepStack {
      NotebookRun(world: world, messages: messages, face: face, templates: templates, purpose: purpose)
        .run(files)
    }
    throw ArgumentParser.ExitCode(code.rawValue)
  }
}

extension Face: ExpressibleByArgument {}
