import ArgumentParser
import NotebookRunning
import Reporting

/// The command `nnb pdf FILE…`.
struct PDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: "Run notebooks and print each as PDF, through Chromium.",
    discussion: """
      The program chromium is looked for on the PATH; NNB_BROWSER names another.

      EXAMPLES
        nnb pdf xor.md                  print the report as xor.pdf
        nnb pdf xor.md --slides         print the slides as xor.slides.pdf
      """)

  @OptionGroup var notebooks: NotebookOptions
  @OptionGroup var templates: TemplateOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file's path, or the directory of the files.", valueName: "path"))
  var output: String?

  @Flag(help: "Print the slides, one a page.")
  var slides = false

  @Flag(help: "Print every step of a slide on a page of its own.")
  var fragments = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let output, output.hasSuffix(".md") || output.hasSuffix(".html") {
      throw ValidationError("the name of a PDF ends in .pdf")
    }
    if fragments && !slides { throw ValidationError("--fragments is for --slides") }
  }

  func run() throws {
    var options = HTMLSlides.Options()
    options.printsSteps = fragments
    try notebooks.run(
      .pdf(output: output, slides ? options : nil), templates: templates.folder, quiet: quiet)
  }
}
