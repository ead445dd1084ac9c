import ArgumentParser
import Diagnostics
import Glibc
import Grading
import NotebookRunning

/// The command `nnb grade KEY SUBMISSIONS`.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade the submissions of a course with a key.",
    discussion: """
      Submissions are folders, ZIP files as Moodle makes them, or single notebooks.
      Only the answers are taken; they run in a process that can reach nothing.

      EXAMPLES
        nnb grade key.md handed-in -o grades     table, pages and feedback in grades/
        nnb grade key.md list.zip -o grades --worksheet Grades.csv --dry-run
        nnb grade key.md handed-in -o grades --marks marked.csv
        nnb grade --replay kowalski -o grades    once more, from the journal
      """)

  @Argument(
    help: ArgumentHelp(
      "The notebook with solutions; then folders, ZIP files or notebooks.", valueName: "key> <submissions"))
  var paths: [String] = []

  @Option(name: [.short, .long], help: ArgumentHelp("The directory of the results.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("Which attempt of a student counts: last, best or first.", valueName: "which"))
  var attempt = AttemptRule.last

  @Option(help: ArgumentHelp("A CSV file with id,hours: who has longer.", valueName: "file"))
  var extensions: String?

  @Option(help: ArgumentHelp("How many workers at once.", valueName: "count"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The least that a worker must be locked in: A, B or C.", valueName: "level"))
  var require = SandboxLevel.locked

  @Option(help: ArgumentHelp("A filled-in to-mark.csv: what persons gave.", valueName: "file"))
  var marks: String?

  @Option(
    help: ArgumentHelp("Moodle's grading worksheet: write a copy with the grades in it.", valueName: "file"))
  var worksheet: String?

  @Option(
    help: ArgumentHelp(
      "Write the results for another program, too: gradescope or junit.", valueName: "format"))
  var format: [Exports.Format] = []

  @Flag(help: "Say what would change and what Moodle would skip; write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Grade this student again from the journal alone, and compare.", valueName: "id"))
  var replay: String?

  @OptionGroup var running: RunningOptions

  func validate() throws {
    if replay == nil, paths.count < 2 { throw ValidationError("give a key and what was handed in") }
    if replay != nil, !paths.isEmpty { throw ValidationError("--replay needs nothing but -o") }
    if let jobs, !(1...256 ~= jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
  }

  func run() throws {
    let command = self
    try running.finish { world, messages in
      if let id = command.replay {
        return try Replay(id: id, folder: command.output, world: world, messages: messages).run()
      }
      return try command.grade(world, messages)
    }
  }

  private var course: Course {
    Course(
      key: paths[0], submissions: Array(paths.dropFirst()), dataPaths: running.dataPaths, attempt: attempt,
      extensions: extensions, required: require)
  }

  private func grade(_ world: DiskWorld, _ messages: Messages) throws -> NotebookRunning.ExitCode {
    let grading = CourseGrading(
      work: try CourseWork(course, in: world, leftOut: messages.leftOut), folder: output,
      jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), isDry: dryRun, world: world,
      messages: messages)
    let journal = try grading.journal(marks: marks)
    let records = grading.counting(try grading.records(of: grading.work.candidates, journal), journal)
    try grading.publish(records, journal, Exports(worksheet: worksheet, formats: format))
    return records.contains { $0.status == .needsHuman } ? .failed : .passed
  }
}

extension AttemptRule: ExpressibleByArgument {}
extension SandboxLevel: ExpressibleByArgument {}
