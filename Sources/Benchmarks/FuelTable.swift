import CourseLibrary
import Foundation
import Language

/// What the price of a call is worth: the seconds and the memory of a call with large arguments, and the seconds
/// that all the fuel of a cell would last at that price.
struct FuelTable {
  /// One line of the table.
  struct Row {
    /// The call.
    let call: String
    /// The fuel it took.
    let fuel: Int
    /// Its seconds, without those of a notebook that does nothing.
    let seconds: Double
    /// The most memory the process held.
    let peakBytes: Int
    /// How the cell ended, as the program says it.
    let status: String

    /// The seconds of as much fuel as a cell has; nil where too little was done to tell.
    var secondsOfBudget: Double? {
      guard fuel > 0, seconds > 0.03 else { return nil }
      return seconds * Double(Budget.cell.fuel) / Double(fuel)
    }

    /// The row as Markdown.
    var line: String {
      let whole = secondsOfBudget.map { String(format: "%.1f", $0) } ?? "–"
      let (time, work) = (String(format: "%.2f", seconds), String(format: "%.3g", Double(fuel)))
      return "| `\(call)` | \(time) | \(work) | \(whole) | \(peakBytes / 1_000_000) | \(status) |"
    }

    static let head = """
      | call | seconds | fuel | seconds for 10¹⁰ | peak MB | ended |
      |---|---|---|---|---|---|
      """
  }

  private let folder: URL
  private let idle: Double

  /// Measures what a notebook without work takes.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nnb-fuel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let folder = folder
    idle = try (0..<5).map { _ in try Self.run("1", in: folder).process.seconds }.median
  }

  /// Removes what the runs left.
  func close() { try? FileManager.default.removeItem(at: folder) }

  /// Measures a program of one cell.
  func row(_ program: String) throws -> Row {
    let (process, fuel, status) = try Self.run(program, in: folder)
    return Row(
      call: String(program.replacing("\n", with: "; ").replacing("|", with: "\\|").prefix(90)),
      fuel: fuel, seconds: process.seconds - idle, peakBytes: process.peakBytes, status: status)
  }

  /// What is read of a line that `nnb run --json` writes.
  private struct Event: Decodable {
    let event: String
    let fuel: Int?
    let status: String?
  }

  private static func run(
    _ program: String, in folder: URL
  ) throws -> (process: MeasuredProcess, fuel: Int, status: String) {
    let notebook = folder.appendingPathComponent("fuel.md")
    try "# Fuel\n\n```nn\n\(program)\n```\n".write(to: notebook, atomically: true, encoding: .utf8)
    let page = folder.appendingPathComponent("fuel.html").path
    let process = try MeasuredProcess(
      [Place.program("nnb"), "run", "--json", "-o", page, notebook.path], folder: folder)
    var (fuel, status) = (0, "no report")
    for line in process.output.split(separator: "\n") {
      guard let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8)) else { continue }
      if event.event == "report" { fuel = event.fuel ?? 0 }
      if event.event == "cell" { status = event.status ?? status }
    }
    return (process, fuel, status)
  }
}
