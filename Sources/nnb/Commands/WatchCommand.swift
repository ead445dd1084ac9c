import ArgumentParser
import Diagnostics
import Dispatch
import FlyingFox
import FlyingSocks
import Glibc
import NotebookFormat
import NotebookRunning
import Reporting
import Synchronization

/// The command `nnb watch FILE`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Show a notebook's page in the browser while it is written.",
    discussion: """
      The page is served on this machine only, at an address that holds a random
      token. It follows every save of the notebook and of what it includes. Ctrl-C
      ends it.

      EXAMPLES
        nnb watch xor.md                 print the address of the preview
        nnb watch xor.md --port 8000     at a port of your choice
      """)

  @Argument(help: ArgumentHelp("The notebook.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The port; any that is free unless it is given.", valueName: "port"))
  var port: UInt16?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Show the page as students see it, or with solutions.", valueName: "face"))
  var face: Face?

  @Option(
    name: .customShort("P"),
    help: ArgumentHelp("Give a parameter of the notebook another value.", valueName: "name:value"))
  var parameters: [ParameterOption] = []

  @Option(
    name: .customLong("allow-data"),
    help: ArgumentHelp("Let cells read this CSV file, or those of this folder.", valueName: "path"))
  var dataPaths: [String] = []

  @OptionGroup var templates: TemplateOptions

  /// Where the address of a preview is kept, so that it stays the same when the program starts anew after a defect.
  private static let variable = "NNB_PREVIEW"

  func run() throws {
    let log = FileLog()
    let (world, messages) = (DiskWorld(log: log), Messages(console: Console(), style: .text))
    try checkFile(in: world, messages)
    try messages.requireData(at: dataPaths, in: world)
    Interruption.hold()
    let rescue = Rescue.begin()
    let preview = Preview()
    let address = try serve(preview, messages, world)
    messages.note("watching \(printable(file)): \(address)\nCtrl-C ends it")
    let watch = NotebookWatch(
      run: NotebookRun(
        world: world, messages: messages, face: face, templates: templates.folder, parameters: parameters,
        dataPaths: dataPaths, purpose: .report(output: nil), isStrict: false, rescue: rescue
      ),
      path: file, preview: preview, log: log)
    withDeepStack {
      rescue.guardStack()
      watch.follow(isEnded: { Interruption.isPending })
    }
    throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.interrupted.rawValue)
  }

  /// Ends the program where the file is no notebook.
  private func checkFile(in world: DiskWorld, _ messages: Messages) throws {
    var (failure, hint) = ("there is no notebook \(printable(file))", "`nnb new NAME.md` starts one")
    if world.isDirectory(file) {
      (failure, hint) = ("\(printable(file)) is a folder", "give one notebook of it")
    } else {
      do throws(NotebookFileError) {
        _ = try notebookPaths([file], in: world)
        if world.exists(file) { return }
      } catch {
        (failure, hint) = (error.description, error.hint ?? hint)
      }
    }
    messages.failure(failure, hint: hint)
    throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
  }

  /// Starts to serve, and returns the address.
  private func serve(_ preview: Preview, _ messages: Messages, _ world: DiskWorld) throws -> String {
    let kept = world.environment(Self.variable)?.split(separator: ":").map(String.init) ?? []
    let token = kept.count == 2 ? kept[1] : PreviewServer.newToken()
    let wanted = kept.count == 2 ? UInt16(kept[0]) ?? 0 : port ?? 0
    let server = try PreviewServer.server(preview, token: token, port: wanted)
    let isReady = DispatchSemaphore(value: 0)
    let isFree = Mutex<UInt16?>(nil)
    Task.detached { try await server.run() }
    Task.detached {
      try? await server.waitUntilListening(timeout: 5)
      if case .ip4(_, let port)? = await server.listeningAddress { isFree.withLock { $0 = port } }
      isReady.signal()
    }
    isReady.wait()
    guard let port = isFree.withLock({ $0 }) else {
      messages.failure(
        "cannot listen on 127.0.0.1:\(wanted)", hint: "another program has this port: leave --port out")
      throw ArgumentParser.ExitCode(NotebookRunning.ExitCode.inputOutput.rawValue)
    }
    setenv(Self.variable, "\(port):\(token)", 1)
    return "http://127.0.0.1:\(port)/\(token)/"
  }
}
