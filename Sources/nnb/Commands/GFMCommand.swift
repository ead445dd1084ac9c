import ArgumentParser
import NotebookRunning
import Reporting

/// The command `nnb gfm FILE…`.
struct GFMCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gfm",
    abstract: "Run notebooks and write each as Markdown with pictures, for GitHub.",
    discussion: """
      The file's name begins with _, so that it is no notebook of its folder.

      EXAMPLES
        nnb gfm xor.md                  write _xor.md, and pictures into _xor-figures
        nnb gfm xor.md -o README.md     write elsewhere, and into README-figures
      """)

  @OptionGroup var notebooks: NotebookOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file's path, or the directory of the files.", valueName: "path"))
  var output: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    try notebooks.run(.gfm(output: output), templates: Templates.installedDirectory, quiet: quiet)
  }
}
