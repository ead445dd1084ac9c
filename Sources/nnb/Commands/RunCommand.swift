import ArgumentParser
import Diagnostics
import NotebookFormat
import NotebookRunning
import Reporting

/// The command `nnb run FILE…`.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run notebooks and write a report beside each.",
    discussion: """
      A directory stands for the notebooks below it; names beginning with _ are left out.

      EXAMPLES
        nnb run xor.md                   write xor.html
        nnb run xor.md -o hand-in.html   write elsewhere
        nnb run key.md --as student      the page that students see
        nnb run --check Notebooks        compare with the recorded outputs
      """)

  @OptionGroup var notebooks: NotebookOptions
  @OptionGroup var templates: TemplateOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The report's path, or the directory of the reports.", valueName: "path"))
  var output: String?

  @Flag(help: "Compare with the recorded outputs and show the differences; write nothing.")
  var check = false

  @Flag(help: "Write the outputs into the notebook as records; write no report.")
  var record = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if check && record { throw ValidationError("--check and --record exclude each other") }
    if let output, output.hasSuffix(".md") {
      throw ValidationError("a report's name ends in .html; \(printable(output)) would be a notebook")
    }
    if output != nil && (check || record) {
      throw ValidationError("with --check or --record no report is written")
    }
  }

  func run() throws {
    try notebooks.run(
      check ? .compare : record ? .record : .report(output: output), templates: templates.folder, quiet: quiet
    )
  }
}
