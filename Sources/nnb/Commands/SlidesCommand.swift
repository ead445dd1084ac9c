import ArgumentParser
import Diagnostics
import NotebookFormat
import NotebookRunning
import Reporting

/// The command `nnb slides FILE…`.
struct SlidesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slides",
    abstract: "Run notebooks and write slides beside each.",
    discussion: """
      A heading # opens a section, ## or --- begins a slide. Prose can be for
      slides only, or for the report only; see the guide's page on slides.

      EXAMPLES
        nnb slides xor.md               write xor.slides.html
        nnb slides xor.md --notes       write xor.presenter.html, with notes
        nnb slides xor.md --aspect 4:3  slides for an old projector
        nnb slides xor.md --fragments   print every step on its own page
        nnb slides xor.md --check       which slides hold too much; write nothing
      """)

  @OptionGroup var notebooks: NotebookOptions
  @OptionGroup var templates: TemplateOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The slides' path, or the directory of the slides.", valueName: "path"))
  var output: String?

  @Flag(help: "Write the notes into the file, for the speaker's window.")
  var notes = false

  @Flag(help: "Print every step of a slide on a page of its own.")
  var fragments = false

  @Option(help: ArgumentHelp("The shape of the slides, 16:9 or 4:3.", valueName: "shape"))
  var aspect: SlideAspect?

  @Flag(help: "Lay out every slide and say which hold more than they have room for; write nothing.")
  var check = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let output, output.hasSuffix(".md") {
      throw ValidationError("the name of slides ends in .html; \(printable(output)) would be a notebook")
    }
    if check && (output != nil || notes || fragments) {
      throw ValidationError("with --check no slides are written: leave out -o, --notes and --fragments")
    }
  }

  func run() throws {
    var options = HTMLSlides.Options()
    options.aspect = aspect
    options.printsSteps = fragments
    if check { return try notebooks.run(.slideCheck(options), templates: templates.folder, quiet: quiet) }
    try notebooks.run(
      .slides(output: output, withNotes: notes, options), templates: templates.folder, quiet: quiet)
  }
}

extension SlideAspect: ExpressibleByArgument {}
