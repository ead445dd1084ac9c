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
    let world = DiskWorld()
    let messages = Messages(console: Console(), style: json ? .json : quiet ? .quiet : .text)
    let options = self
    guard let library = messages.library(allowing: dataPaths, in: world) else {
      throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
    }
    Interruption.hold()
    let rescue = Rescue.begin()
    let code = withDeepStack {
      rescue.guardStack()
      return NotebookRun(
        world: world, messages: messages, face: options.face, templates: templates,
        parameters: options.parameters, library: library, dataPaths: options.dataPaths, purpose: purpose,
        isStrict: options.strict, rescue: rescue
      ).run(options.files)
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
