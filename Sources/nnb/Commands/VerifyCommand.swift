import ArgumentParser
import NotebookRunning

/// The command `nnb verify REPORT…`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run the notebook that a report holds, and compare.",
    discussion: """
      Says of each report: reproduced, the same page byte for byte; stale, made with another version of nnb or from
      another text than stands beside it now; or altered, and where. Exit code 1 for what is not reproduced.

      EXAMPLES
        nnb verify xor.html
        nnb verify --json xor.html hand-in.html
      """)

  @Argument(help: ArgumentHelp("Reports that nnb run wrote.", valueName: "report"))
  var files: [String]

  @OptionGroup var templates: TemplateOptions
  @OptionGroup var running: RunningOptions

  func run() throws {
    let command = self
    let rescue = Rescue.begin()
    try running.finish { world, messages in
      rescue.guardStack()
      try world.requireData(at: command.running.dataPaths)
      let verification = Verification(
        world: world, messages: messages, templates: command.templates.folder,
        dataPaths: command.running.dataPaths, rescue: rescue)
      for path in command.files.dropFirst(rescue.codes.count) {
        if let failure = rescue.failure {
          messages.defect(path, failure)
          rescue.finish(.defect)
        } else {
          rescue.finish(messages.outcome { try verification.run(path) })
        }
      }
      return rescue.codes.max() ?? .passed
    }
  }
}
