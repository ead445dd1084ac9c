import ArgumentParser
import NotebookFormat
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

  @Option(
    name: .customLong("allow-data"),
    help: ArgumentHelp("Let cells read this CSV file, or those of this folder.", valueName: "path"))
  var dataPaths: [String] = []

  @Flag(help: "Fail on warnings, too.")
  var strict = false

  @Flag(help: "Print one JSON object a line instead of text.")
  var json = false
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
