import ArgumentParser
import Diagnostics
import Reporting

/// The command `nnb new NAME.md`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a notebook about gates that runs; never overwrites a file.",
    discussion: """
      EXAMPLES
        nnb new first.md
      """)

  @Argument(help: "The notebook's path, ending in .md.")
  var path: String

  @OptionGroup var templates: TemplateOptions

  func validate() throws {
    guard path.hasSuffix(".md"), fileName(of: path) != ".md" else {
      throw ValidationError("a notebook's name ends in .md, such as first.md")
    }
  }

  func run() throws {
    let world = DiskWorld()
    let messages = Messages(console: Console(), style: .text)
    do {
      let folder = templates.folder
      let notebook = try world.read(joined(folder, "new.md"), limit: notebookSizeLimit)
      try world.create(notebook, at: path)
    } catch {
      let hint = if case .alreadyThere = error { "choose another name" } else { String?.none }
      messages.failure(error.description, hint: hint)
      throw ExitCode(4)
    }
    messages.console.say("wrote \(printable(path)); now run it: nnb run \(printable(path))")
  }
}
