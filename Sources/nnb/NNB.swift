import ArgumentParser
import Diagnostics
import Glibc

/// The program.
@main
struct NNB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nnb",
    abstract: "Runs notebooks about neural networks and writes reports.",
    discussion: """
      EXAMPLES
        nnb new first.md          start a notebook about gates
        nnb run first.md          run it and write first.html
        nnb watch first.md        show its page in the browser while it is written
        nnb slides first.md       run it and write first.slides.html
        nnb figures first.md      run it and write its figures for print
        nnb check first.md        find what is wrong without running
        nnb verify first.html     run its notebook again and compare
        nnb explain perceptron    look up a name or the id of an error

      EXIT CODES
         0  all ran and passed
         1  a cell or a check failed
         2  a cell has an error and was not run
         3  a limit of work or memory was crossed
         4  a file could not be read or written
        64  the command line was wrong
        70  nnb itself failed at a cell or a notebook
       130  the run was ended with Ctrl-C
      """,
    version: version,
    subcommands: [
      RunCommand.self, WatchCommand.self, SlidesCommand.self, FiguresCommand.self, SiteCommand.self,
      PDFCommand.self, GFMCommand.self, CheckCommand.self, ReleaseCommand.self, GradeCommand.self,
      VerifyCommand.self, ExplainCommand.self, NewCommand.self, DoctorCommand.self,
    ])

  /// The version of the program.
  static let version = "0.1.0"

  /// Parses the command line and runs the command.
  static func main() {
    // Who stops reading, as `| head` does, must not stop the run: its report is still wanted.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further is told like a disk that is full.
    signal(SIGXFSZ, SIG_IGN)
    // Whoever started this may not want to hear of its processes; we wait for ours.
    signal(SIGCHLD, SIG_DFL)
    openStandardDescriptors()
    let arguments = arguments()
    if arguments.first == WorkerProcess.word { WorkerProcess.main() }
    if let word = arguments.first { checkCommand(word) }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      // Commands also throw the code that says that all went well.
      guard exitCode(for: error) == .success else { exit(withError: error) }
      let help = fullMessage(for: error)
      if !help.isEmpty { Console().print(help) }
    }
    Console.exitIfResultsAreLost()
  }

  /// Fills up those of the first three descriptors that are closed, so that no file gets their numbers and what is printed.
  private static func openStandardDescriptors() {
    var descriptor: Int32 = 0
    while 0...STDERR_FILENO ~= descriptor { descriptor = open("/dev/null", O_RDWR) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// The command line; a file's name in it may hold bytes that are no text.
  private static func arguments() -> [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { word in
        FileName.text(UnsafeBufferPointer(start: word, count: strlen(word)).lazy.map(UInt8.init(bitPattern:)))
      }
    }
  }

  /// Ends the program where its first argument is no command, with the one that was meant.
  private static func checkCommand(_ word: String) {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !word.hasPrefix("-"), word != "help", !commands.contains(word) else { return }
    let meant = word.hasSuffix(".md") ? ["run \(printable(word))"] : nearMisses(of: word, in: commands)
    let messages = Messages(console: Console(), style: .text)
    messages.failure(
      "there is no command `\(printable(word))`",
      hint: didYouMean(meant)?.english ?? "`nnb --help` lists the commands"
    )
    exit(withError: ExitCode(64))
  }
}
