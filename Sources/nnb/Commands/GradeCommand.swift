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
        nnb grade key.md handed-in -o run --plan 2
        nnb grade --shard 1/2 -o run             on any machine, in any order
        nnb grade --shard 2/2 -o run
        nnb grade --merge -o run                 when all parts are done
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
    help: ArgumentHelp("Freeze the course into so many parts for other machines.", valueName: "parts"))
  var plan: Int?

  @Option(help: ArgumentHelp("Grade one part of the plan in the directory, such as 3/8.", valueName: "part"))
  var shard: ShardPlan.Shard?

  @Flag(help: "Join the parts of the plan in the directory, and write the results.")
  var merge = false

  @Option(
    help: ArgumentHelp("Grade this student again from the journal alone, and compare.", valueName: "id"))
  var replay: String?

  @Option(
    help: ArgumentHelp(
      "The course's secret, for a key with variants; nnb.secret beside the key.", valueName: "file"))
  var secret: String?

  @OptionGroup var running: RunningOptions

  func validate() throws {
    let isOfFolder = replay != nil || shard != nil || merge
    if !isOfFolder, paths.count < 2 { throw ValidationError("give a key and what was handed in") }
    if isOfFolder, !paths.isEmpty {
      throw ValidationError("--replay, --shard and --merge need no key: the directory of -o knows it")
    }
    if [replay != nil, shard != nil, merge, plan != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--plan, --shard, --merge and --replay exclude each other")
    }
    if let jobs, !(1...256 ~= jobs) { throw ValidationError("--jobs is a number from 1 to 256") }
    if let plan, !(1...ShardPlan.most ~= plan) {
      throw ValidationError("--plan is a number from 1 to \(ShardPlan.most)")
    }
  }

  func run() throws {
    let command = self
    try running.finish { world, messages in try command.work(world, messages) }
  }

  private func work(_ world: DiskWorld, _ messages: Messages) throws -> NotebookRunning.ExitCode {
    let exports = Exports(worksheet: worksheet, formats: format)
    let workers = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let shards = ShardRun(folder: output, jobs: workers, world: world, messages: messages)
    if let replay { return try Replay(id: replay, folder: output, world: world, messages: messages).run() }
    if let shard { return try shards.grade(shard) }
    if merge { return try shards.merge(marks: marks, exports) }
    let work = try CourseWork(course, in: world, leftOut: messages.leftOut)
    if let plan { return try write(ShardPlan(work, shards: plan), world, messages) }
    let grading = CourseGrading(
      work: work, folder: output, jobs: workers, isDry: dryRun, world: world, messages: messages)
    let journal = try grading.journal(marks: marks)
    return try grading.finish(try grading.records(of: work.candidates, journal), journal, exports)
  }

  private func write(
    _ plan: ShardPlan, _ world: DiskWorld, _ messages: Messages
  ) throws -> NotebookRunning.ExitCode {
    try world.makeDirectory(output)
    try world.write(Array((plan.json.text + "\n").utf8), to: ShardPlan.path(in: output))
    messages.note(
      "wrote \(printable(ShardPlan.path(in: output))): \(counted(plan.items.count, "submission")) in "
        + "\(counted(plan.shards, "part"))")
    return .passed
  }

  private var course: Course {
    Course(
      key: paths[0], submissions: Array(paths.dropFirst()), dataPaths: running.dataPaths, attempt: attempt,
      extensions: extensions, secret: secret, required: require)
  }
}

extension AttemptRule: ExpressibleByArgument {}
extension SandboxLevel: ExpressibleByArgument {}
