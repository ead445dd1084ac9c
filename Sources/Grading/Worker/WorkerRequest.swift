import Bytes
import CourseLibrary
import Diagnostics
import Language
import NotebookFormat
import Tables

/// What a worker is given: the sheet as students have it, and a student's answers.
///
/// It holds nothing that is hidden.
public struct WorkerRequest: Sendable {
  /// The text of the sheet.
  let sheet: String
  /// The answers by exercise.
  let answers: [String: String]
  /// The exercises whose answers are wanted.
  let names: [String]
  /// The data files that cells may read, by name.
  let data: [String: Blob]
  /// What the exercises before one with `uses: key` leave for it.
  let solved: [String: [String: Blob]]

  /// How many answers are to be run.
  public var count: Int { names.count }

  /// The request as bytes.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(sheet, answers, names, data, solved)
    return writer.bytes
  }

  /// Reads a request.
  public init(decoding bytes: [UInt8]) throws(ByteProblem) {
    var reader = ByteReader(bytes[...])
    sheet = try reader.read()
    answers = try reader.read()
    names = try reader.read()
    data = try reader.read()
    solved = try reader.read()
    guard reader.isAtEnd else { throw .invalid("a request") }
  }

  init(
    sheet: String, answers: [String: String], names: [String], data: [String: Blob],
    solved: [String: [String: Blob]]
  ) {
    self.sheet = sheet
    self.answers = answers
    self.names = names
    self.data = data
    self.solved = solved
  }

  /// Runs the answers.
  public func run() -> WorkerReply {
    let library = Library.course(
      reading: DataFiles { [data] name throws(WorldError) in data[name]?.bytes })
    var values: [String: [String: Value]] = [:]
    for (exercise, names) in solved {
      for (name, blob) in names {
        values[exercise, default: [:]][name] = try? Value(decoding: blob.bytes, library: library)
      }
    }
    let (notebook, _) = readNotebook(SourceFile(path: "sheet.md", text: sheet))
    let run = AnswerRun(sheet: notebook, library: library, solved: values)
    return WorkerReply(run.run(answers, to: Set(names)))
  }
}

extension WorkerRequest {
  /// Makes everything that is made at its first use, by running a small sheet.
  public static func prepare() {
    let sheet = """
      ```nn
      table T(a, b -> y) { 00:0, 01:1, 10:1, 11:0 }
      f = [0.1, 0.25]
      ```

      ```nn
      #| exercise: a
      #| binds: [x]
      x = ?
      ```
      """
    let answer = """
      x = perceptron(w=[1, 1], T=1.5)
      regions(x, T)
      check x == T
      sin(pi)
      """
    let request = WorkerRequest(
      sheet: sheet, answers: ["a": answer], names: ["a"], data: [:], solved: [:])
    _ = request.run().encoded
  }
}
