import ArgumentParser
import Bytes
import Diagnostics
import NotebookFormat
import NotebookRunning
import Reporting

/// The command `nnb site DIR -o OUT`.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "Write the pages of a course's folder, with an index and a search.",
    discussion: """
      Pages stand in folders as their notebooks do, and lead to one another. A page
      whose notebook, data and templates are as they were is not made again. A page
      that holds solutions is not published: --as student publishes the students'.

      EXAMPLES
        nnb site Notebooks -o site                 write site/index.html and the pages
        nnb site Notebooks -o site --as student    what students may see
      """)

  @Argument(help: ArgumentHelp("The folder of the notebooks.", valueName: "dir"))
  var folder: String

  @Option(name: [.short, .long], help: ArgumentHelp("The folder of the pages.", valueName: "out"))
  var output: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Publish the pages as students see them, or with solutions.", valueName: "face"))
  var face: Face?

  @Option(
    name: .customLong("allow-data"),
    help: ArgumentHelp("Let cells read this CSV file, or those of this folder.", valueName: "path"))
  var dataPaths: [String] = []

  @OptionGroup var templates: TemplateOptions

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print one JSON object a line instead of text.")
  var json = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("-o needs a folder") }
  }

  func run() throws {
    let world = DiskWorld(log: FileLog())
    let messages = Messages(console: Console(), style: json ? .json : quiet ? .quiet : .text)
    guard world.isDirectory(folder) else {
      messages.failure("\(printable(folder)) is not a folder", hint: "give the folder of the notebooks")
      throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
    }
    guard world.isDirectory(output) || !world.exists(output) else {
      messages.failure("\(printable(output)) is not a folder", hint: "name another place with -o")
      throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
    }
    let source = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let site = Site(of: source, at: output, making: making(in: world), in: world)
    try NotebookOptions.run(
      [source], face: face, parameters: [], dataPaths: dataPaths, isStrict: false, .site(site),
      templates: templates.folder, messages, world)
  }

  /// What makes pages, beside what the notebooks are made of: this program, its options and templates.
  private func making(in world: DiskWorld) -> String {
    var parts = [
      "\(world.stamp(of: "/proc/self/exe") ?? [])", face?.rawValue ?? "", dataPaths.joined(separator: "\n"),
    ]
    for name in (try? world.contents(of: templates.folder)) ?? [] {
      let bytes = (try? world.read(joined(templates.folder, name), limit: 10_000_000)) ?? []
      parts += [name, Digest(of: bytes).description]
    }
    return Digest(of: Array(parts.joined(separator: "\0").utf8)).description
  }
}
