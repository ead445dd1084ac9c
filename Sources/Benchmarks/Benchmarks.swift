import ArgumentParser
import Drawing
import Foundation

/// The program that measures the speed table.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measures each row of the speed table, one JSON line a figure.",
    discussion: """
      EXAMPLES
        Benchmarks                          every row
        Benchmarks xor plot                 two rows
        Benchmarks compare ../bench xor     ours and the peers in turn, and the ratios
        Benchmarks compare ../bench --target x86-64-v3
                                            the same held to AVX2, on any machine that has it
        Benchmarks drawing line             the picture for the bare C program
        Benchmarks fuel sort plot           what the price of two functions is worth
      """,
    subcommands: [MeasureCommand.self, CompareCommand.self, DrawingCommand.self, FuelCommand.self],
    defaultSubcommand: MeasureCommand.self)
}

/// The command `Benchmarks [TASK…]`.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measure ours (the default).")

  @Argument(help: ArgumentHelp("Rows of the table; all if left out.", valueName: "task"))
  var tasks: [Benchmark.Task] = []

  @Flag(help: "A few steps only: shows that everything runs, measures nothing.")
  var quick = false

  func run() throws {
    for task in tasks.isEmpty ? Benchmark.Task.allCases : tasks {
      for measurement in try Benchmark.of(task).run(quick ? .quick : .full) { print(try measurement.line) }
    }
  }
}

/// The command `Benchmarks compare FOLDER [TASK…]`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Run ours and the peers in turn, each in a fresh process, and print the ratios as Markdown.")

  @Argument(help: ArgumentHelp("The folder of the peers.", valueName: "folder"))
  var folder: String

  @Argument(help: ArgumentHelp("Rows of the table; all if left out.", valueName: "task"))
  var tasks: [Benchmark.Task] = []

  @Option(help: "How often each runs.")
  var rounds = 5

  @Option(
    help: ArgumentHelp(
      "Build the C programs of the peers for these processors, and hold ours and the others to them.",
      valueName: "processors"))
  var target: Target?

  func run() throws {
    let work = try PeerComparison.workFolder()
    let place = URL(fileURLWithPath: folder).standardizedFileURL.path
    let programs = try target?.buildPrograms(of: place, in: work) ?? "\(place)/c"
    let peers = PeerFolder(
      path: place, programs: programs, work: work, environment: target?.environment ?? [:])
    for task in tasks.isEmpty ? Benchmark.Task.allCases : tasks {
      print(try PeerComparison(task: task, peers: peers, rounds: rounds).table())
    }
  }
}

/// The command `Benchmarks drawing NAME`.
struct DrawingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drawing", abstract: "Print a picture of the plot row for the bare C program.")

  @Argument(help: "Which picture.")
  var picture: PlotPicture

  func run() throws {
    print(DrawingScript(picture.figure.drawingList(), theme: .light, scale: PlotPicture.scale).text)
  }
}

/// The command `Benchmarks fuel [FUNCTION…]`.
struct FuelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuel",
    abstract: "Call every function with large arguments, and print what 10¹⁰ fuel would take as Markdown.")

  @Argument(help: ArgumentHelp("Functions of the library; all if left out.", valueName: "function"))
  var functions: [String] = []

  func run() throws {
    let table = try FuelTable()
    defer { table.close() }
    print(FuelTable.Row.head)
    for program in LargeCalls.programs(of: functions) {
      print(try table.row(program).line)
      fflush(nil)
    }
  }
}

extension Benchmark.Task: ExpressibleByArgument {}
extension PlotPicture: ExpressibleByArgument {}
extension Target: ExpressibleByArgument {}
