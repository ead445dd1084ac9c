import ArgumentParser
import Diagnostics
import Grading
import NotebookFormat
import NotebookRunning

/// The command `nnb release KEY`.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write the student's sheet of a key, if the key is fit for grading.",
    discussion: """
      Nothing is written unless the untouched sheet scores 0, the key's own solutions score all, no text of a
      solution is left in the sheet, and the checks notice small mistakes in the solutions.

      EXAMPLES
        nnb release key.md               write release/key.md and what belongs to it
        nnb release key.md -o sheets     write elsewhere
      """)

  @Argument(help: ArgumentHelp("The notebook with solutions.", valueName: "key"))
  var key: String

  @Option(name: [.short, .long], help: ArgumentHelp("The directory of the sheet.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("accept-survivors"),
    help: ArgumentHelp(
      "Release although wrong answers would pass, for this reason.", valueName: "reason"))
  var reason: String?

  @OptionGroup var running: RunningOptions

  func validate() throws {
    if let reason, reason.allSatisfy(\.isWhitespace) {
      throw ValidationError("--accept-survivors needs a reason")
    }
  }

  func run() throws {
    let command = self
    try running.finish { world, messages in try command.release(world, messages) }
  }

  private func release(_ world: DiskWorld, _ messages: Messages) throws -> NotebookRunning.ExitCode {
    let file = try KeyFile(key, allowing: running.dataPaths, in: world)
    guard file.key.notebook.hasSolutions else {
      messages.failure(
        "\(printable(key)) has no solutions, so it is no key",
        hint: "`nnb explain solution` shows how to write one")
      return .invalid
    }
    let release = SheetRelease(
      file.key, beside: file.data.values.map { String(decoding: $0, as: UTF8.self) },
      acceptsSurvivors: reason != nil)
    for problem in release.problems { messages.say(problem) }
    guard release.isFit else {
      messages.failure("\(printable(key)) is not released, and nothing was written", hint: nil)
      return .failed
    }
    let path = try write(release, of: file, in: world)
    messages.released(path, file.key, release)
    return .passed
  }

  /// Writes the sheet and what it shows and reads, and returns the sheet's path.
  private func write(_ release: SheetRelease, of file: KeyFile, in world: DiskWorld) throws -> String {
    let folder = output ?? joined(directory(of: file.path), "release")
    let path = joined(folder, fileName(of: file.path))
    if world.areSame(path, file.path) { throw NotebookFileError.ownKey(path: path) }
    try world.makeDirectory(folder)
    for picture in file.key.notebook.pictures where !picture.url.split(separator: "/").contains("..") {
      let target = joined(folder, picture.url)
      try world.makeDirectory(directory(of: target))
      try world.write(picture.bytes, to: target)
    }
    for (name, bytes) in file.data.sorted(by: { $0.key < $1.key }) {
      try world.write(bytes, to: joined(folder, name))
    }
    // The sheet comes last: where it is, all is.
    try world.write(Array(release.sheet.utf8), to: path)
    return path
  }
}

extension Messages {
  /// A sheet was released.
  fileprivate func released(_ path: String, _ key: GradingKey, _ release: SheetRelease) {
    let survivors = release.survivors.count
    guard style != .json else {
      let event = JSONValue.object([
        ("event", .string("release")), ("file", .string(path)), ("exercises", .integer(key.exercises.count)),
        ("milli_points", .integer(key.milliPoints)), ("mutants", .integer(release.mutantCount)),
        ("survivors", .integer(survivors)),
      ])
      return console.print(event.text)
    }
    console.say(
      "wrote \(printable(path)): \(counted(key.exercises.count, "exercise")), "
        + "\(counted(release.mutantCount, "wrong answer")) tried, "
        + (survivors == 0 ? "all of them noticed" : "\(survivors) accepted"))
  }
}
