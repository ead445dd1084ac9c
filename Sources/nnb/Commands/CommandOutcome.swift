import ArgumentParser
import Diagnostics
import NotebookFormat
import NotebookRunning

extension Messages {
  /// Does something, says what went wrong on the way, and returns the exit code: the one place where errors become codes.
  func outcome(of work: () throws -> NotebookRunning.ExitCode) -> NotebookRunning.ExitCode {
    do {
      return try work()
    } catch let error as NotebookFileError {
      failure(error.description, hint: error.hint)
    } catch let error as WorldError {
      let error = NotebookFileError.world(error)
      failure(error.description, hint: error.hint)
    } catch let error as ParameterError {
      failure(error.message, hint: error.hint)
      return .usage
    } catch let error as UnfitKey {
      for problem in error.problems { say(problem) }
      failure("\(printable(error.path)) is no key that can grade", hint: "`nnb release` says what is wrong")
      return .invalid
    } catch {
      failure("\(error)", hint: nil)
    }
    return .inputOutput
  }
}

/// What every command is told that runs cells and speaks of it.
struct RunningOptions: ParsableArguments {
  @Option(
    name: .customLong("allow-data"),
    help: ArgumentHelp("Let cells read this CSV file, or those of this folder.", valueName: "path"))
  var dataPaths: [String] = []

  @Flag(help: "Print one JSON object a line instead of text.")
  var json = false

  /// Does the work of a command on a deep stack, and ends the program with its exit code.
  func finish(_ work: @escaping @Sendable (DiskWorld, Messages) throws -> NotebookRunning.ExitCode) throws {
    let messages = Messages(console: Console(), style: json ? .json : .text)
    let code = withDeepStack { messages.outcome { try work(DiskWorld(), messages) } }
    throw ArgumentParser.ExitCode(code.rawValue)
  }
}
