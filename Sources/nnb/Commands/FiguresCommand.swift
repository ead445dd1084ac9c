import ArgumentParser
import Drawing
import NotebookRunning
import Reporting

/// The command `nnb figures FILE…`.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Run notebooks and write their figures as files for print.",
    discussion: """
      Each figure is named by the label of its cell. SVG and PDF hold lines and
      words; PNG has 384 pixels to the inch. With --width a figure is laid out
      anew for that width, so that its type keeps its size.

      EXAMPLES
        nnb figures xor.md                        write into xor-figures
        nnb figures xor.md -o img --width 8cm     pictures for a column of LaTeX
        nnb figures xor.md --format png --theme dark
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The directory of the pictures.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp("The kinds of file: png, svg, pdf, or several with commas.", valueName: "formats"))
  var format = FormatList(formats: [.svg, .pdf])

  @Option(help: ArgumentHelp("The colours, light or dark.", valueName: "theme"))
  var theme = ThemeName.light

  @Option(help: ArgumentHelp("The width on paper, in cm, mm, in, pt or px.", valueName: "length"))
  var width: PaperLength?

  @Flag(help: "Write words in SVG as outlines, for where the font is not installed.")
  var outlines = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    var options = FigureFiles.Options()
    options.formats = format.formats
    options.theme = theme == .dark ? .dark : .light
    options.width = width
    options.lettering = outlines ? .outlines : .words
    try notebooks.run(
      .figures(output: output, options), templates: Templates.installedDirectory, quiet: quiet)
  }
}

/// Kinds of file with commas between them.
struct FormatList: ExpressibleByArgument {
  let formats: [PictureFormat]

  init(formats: [PictureFormat]) { self.formats = formats }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    formats = words.compactMap(PictureFormat.init(rawValue:))
    guard formats.count == words.count, Set(formats).count == words.count else { return nil }
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }
}

/// The colours of a picture, by name.
enum ThemeName: String, ExpressibleByArgument { case light, dark }

extension PaperLength: ExpressibleByArgument {
  /// Reads a length such as `8cm`.
  public init?(argument: String) { self.init(argument) }
}
