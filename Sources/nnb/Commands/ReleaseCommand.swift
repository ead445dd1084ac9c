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
        nnb release own.md -o sheets --for class.csv
                                         a sheet for each student, with values of their own
      """)

  @Argument(help: ArgumentHelp("The notebook with solutions.", valueName: "key"))
  var key: String

  @Option(name: [.short, .long], help: ArgumentHelp("The directory of the sheet.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("accept-survivors"),
    help: ArgumentHelp(
      "Release although wrong answers would pass, for this reason, which `nnb grade` writes into the gradebook.",
      valueName: "reason"))
  var reason: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Write a sheet for each student of this list, with values of their own for the key's variants.",
      valueName: "class"))
  var classList: String?

  @Option(
    help: ArgumentHelp(
      "The course's secret; nnb.secret beside the key, made if it is not there.", valueName: "file"))
  var secret: String?

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
    let hasVariants = !file.key.notebook.frontMatter.variants.isEmpty
    guard hasVariants == (classList != nil) else {
      messages.failure(
        hasVariants
          ? "\(printable(key)) has `variants`, so each student must have a sheet of their own"
          : "\(printable(key)) has no `variants`, so all students have the same sheet",
        hint: hasVariants ? "give the list of students with --for" : "release it without --for")
      return .usage
    }
    let drawings = file.key.notebook.pictures.filter { $0.url.lowercased().hasSuffix(".svg") }.map(\.bytes)
    let texts = (file.data.values + drawings).map { String(decoding: $0, as: UTF8.self) }
    let release = SheetRelease(file.key, beside: texts, acceptsSurvivors: reason != nil)
    for problem in release.problems { messages.say(problem) }
    guard release.isFit else {
      messages.failure("\(printable(key)) is not released, and nothing was written", hint: nil)
      return .failed
    }
    try recordAcceptance(of: release, file, world)
    guard let classList else {
      let path = try write([(fileName(of: file.path), release.sheet)], of: file, in: world)
      messages.released(path, file.key, release)
      return .passed
    }
    let list: ClassList
    let bytes = try world.read(classList, limit: 50_000_000)
    do throws(ClassList.Problem) { list = try ClassList(bytes) } catch {
      throw WorldError.notReadable(path: classList, reason: error.words)
    }
    return try releaseForEach(of: list.ids, file, texts, world, messages)
  }

  /// Writes the reason beside the key, from where `nnb grade` takes it into the journal.
  private func recordAcceptance(of release: SheetRelease, _ file: KeyFile, _ world: DiskWorld) throws {
    guard let reason, !release.survivors.isEmpty else { return }
    let hash = Grader(file.key, data: file.data, engine: NNB.version).keyHash
    try AcceptanceFile(besideKey: file.path).write(
      Acceptance(key: hash, reason: reason, survivors: release.survivors), in: world)
  }

  /// Writes a sheet for each student, if all of them are fit.
  private func releaseForEach(
    of ids: [String], _ file: KeyFile, _ texts: [String], _ world: DiskWorld, _ messages: Messages
  ) throws -> NotebookRunning.ExitCode {
    let (secret, isNew) = try SecretFile(self.secret, besideKey: key).readOrMake(in: world)
    if isNew {
      messages.note(
        "made \(printable(SecretFile(self.secret, besideKey: key).path)): keep it, and give it to nobody")
    }
    var sheets: [(name: String, text: String)] = []
    for id in ids {
      let own = file.key.with(secret.values(of: file.key.notebook.frontMatter.variants, for: id))
      let release = SheetRelease(own, beside: texts, triesMutants: false, for: secret.owner(id))
      for problem in release.problems { messages.say(problem) }
      guard release.isFit else {
        messages.failure(
          "\(printable(key)) is not released: with the values of `\(printable(id))` it is not fit", hint: nil)
        return .failed
      }
      sheets.append((Identity(id: id).fileName + ".md", release.sheet))
    }
    let last = try write(sheets, of: file, in: world)
    messages.note("wrote \(counted(sheets.count, "sheet")) into \(printable(directory(of: last)))")
    return .passed
  }

  /// Writes sheets and what they show and read, and returns the path of the last one.
  private func write(
    _ sheets: [(name: String, text: String)], of file: KeyFile, in world: DiskWorld
  ) throws -> String {
    let folder = output ?? joined(directory(of: file.path), "release")
    let paths = sheets.map { joined(folder, $0.name) }
    for path in paths where world.areSame(path, file.path) { throw NotebookFileError.ownKey(path: path) }
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
    for (path, sheet) in zip(paths, sheets) { try world.write(Array(sheet.text.utf8), to: path) }
    return paths.last ?? folder
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
