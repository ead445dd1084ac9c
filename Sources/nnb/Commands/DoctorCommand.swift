import ArgumentParser
import Drawing
import Reporting
import Tensors

/// The command `nnb doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the installation.",
    discussion: """
      EXAMPLES
        nnb doctor
      """)

  @OptionGroup var templates: TemplateOptions

  func run() throws {
    let console = Console()
    console.print("nnb \(NNB.version), kernels: \(InstructionSet.inUse.name), numerics version 2")
    let folder = templates.folder
    let findings = [
      Finding("font", Font.defaultPath, "install the package fonts-dejavu-core") { _ = try Font() },
      Finding("templates", folder, "build again, or name a folder with --templates") {
        _ = try Templates.load(from: folder, in: DiskWorld())
      },
    ]
    for finding in findings { console.print(finding.line) }
    if findings.contains(where: { $0.problem != nil }) { throw ExitCode(4) }
  }

  /// One thing the program needs, and whether it is there.
  private struct Finding {
    let line: String
    let problem: String?

    init(_ name: String, _ path: String, _ hint: String, _ test: () throws -> Void) {
      do {
        try test()
        problem = nil
        line = "ok       \(name): \(path)"
      } catch {
        problem = "\(error)"
        line = "missing  \(name): \(error)\n         hint: \(hint)"
      }
    }
  }
}
