import ArgumentParser
import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import NotebookRunning

/// The command `nnb check FILE…`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong without running.",
    discussion: """
      Names, arguments, shapes and the form of the notebook; exit code 2 for an error.

      EXAMPLES
        nnb check xor.md
        nnb check --json Notebooks
      """)

  @OptionGroup var notebooks: NotebookOptions

  func run() throws {
    let messages = Messages(console: Console(), style: notebooks.json ? .json : .text)
    let (notebooks, world) = (notebooks, DiskWorld())
    try messages.requireData(at: notebooks.dataPaths, in: world)
    let rescue = Rescue.begin()
    let code = withDeepStack {
      rescue.guardStack()
      return Self.check(notebooks, world, messages, rescue)
    }
    throw ArgumentParser.ExitCode(code.rawValue)
  }

  private static func check(
    _ notebooks: NotebookOptions, _ world: DiskWorld, _ messages: Messages, _ rescue: Rescue
  ) -> NotebookRunning.ExitCode {
    do {
      let paths = try notebookPaths(notebooks.files, in: world)
      let reports = Reports(of: paths, for: .compare, in: world)
      for path in paths.dropFirst(rescue.codes.count) {
        rescue.finish(check(path, notebooks, world, reports, messages, rescue))
      }
      return rescue.codes.max() ?? .passed
    } catch {
      messages.failure(error.description, hint: error.hint)
      return .inputOutput
    }
  }

  private static func check(
    _ path: String, _ notebooks: NotebookOptions, _ world: DiskWorld, _ reports: Reports,
    _ messages: Messages, _ rescue: Rescue
  ) -> NotebookRunning.ExitCode {
    if let failure = rescue.failure {
      messages.defect(path, failure)
      return .defect
    }
    return messages.outcome {
      let files = try world.courseFiles(of: path, reports)
      let (read, form) = readNotebook(try readSource(path, in: world), files: files)
      let notebook = try read.setting(notebooks.parameters)
      let found = Session(
        notebook, diagnostics: form, face: notebooks.face,
        library: NotebookData(of: notebook, files, allowing: notebooks.dataPaths, in: world).library,
        watch: rescue.watch(notebook)
      ).diagnostics
      for diagnostic in found { messages.say(diagnostic) }
      let errors = found.count { $0.severity == .error && !$0.isExpected }
      messages.checked(path, errors: errors)
      if found.contains(where: { $0.kind == .programDefect }) { return .defect }
      if errors > 0 { return .invalid }
      return notebooks.strict && found.contains { $0.severity == .warning } ? .failed : .passed
    }
  }
}
