import ArgumentParser
import NotebookFormat
import NotebookRunning
import Reporting

/// What every command that reads notebooks is told.
struct NotebookOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Notebooks, or directories of notebooks.", valueName: "file"))
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Take the page as students see it, or with solutions.", valueName: "face"))
  var face: Face?

  @Option(
    name: .customShort("P"),
    help: ArgumentHelp("Give a parameter of the notebook another value.", valueName: "name:value"))
  var parameters: [ParameterOption] = []

  @Flag(help: "Fail on warnings, too.")
  var strict = false

  @OptionGroup var running: RunningOptions

  var dataPaths: [String] { running.dataPaths }
  var json: Bool { running.json }
}

extension NotebookOptions {
  /// Runs the notebooks for a purpose and ends the program with the worst exit code.
  func run(_ purpose: NotebookRun.Purpose, templates: String, quiet: Bool) throws {
    try Self.run(
      files, face: face, parameters: parameters, dataPaths: dataPaths, isStrict: strict, purpose,
      templates: templates,
      Messages(console: Console(), style: json ? .json : quiet ? .quiet : .text), DiskWorld())
  }

  /// Runs notebooks for a purpose and ends the program with the worst exit code.
  static func run(
    _ files: [String], face: Face?, parameters: [ParameterOption], dataPaths: [String], isStrict: Bool,
    _ purpose: NotebookRun.Purpose, templates: String, _ messages: Messages, _ world: DiskWorld
  ) throws {
    try messages.requireData(at: dataPaths, in: world)
    Interruption.hold()
    let rescue = Rescue.begin()
    let code = withDeepStack {
      rescue.guardStack()
      return NotebookRun(
        world: world, messages: messages, face: face, templates: templates, parameters: parameters,
        dataPaths: dataPaths, purpose: purpose, isStrict: isStrict, rescue: rescue
      ).run(files)
    }
    throw ArgumentParser.ExitCode(code.rawValue)
  }
}

/// Where the templates of pages and of new notebooks are.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: ArgumentHelp("Use the templates of this directory.", valueName: "dir"))
  var givenFolder: String?

  /// The folder: the given one, or that of the installation.
  var folder: String { givenFolder ?? Templates.installedDirectory }
}

extension Face: ExpressibleByArgument {}
