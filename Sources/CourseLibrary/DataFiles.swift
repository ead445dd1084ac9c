import Diagnostics
import Language
import Tables

/// The files that the user lets the cells of a notebook read.
public struct DataFiles: Sendable {
  /// The largest file, in bytes.
  public static let sizeLimit = 20_000_000

  let read: @Sendable (_ name: String) throws(WorldError) -> [UInt8]?

  /// Makes them from what gives a file of at most ``sizeLimit`` bytes by its name; nil if none of this name is allowed.
  public init(read: @escaping @Sendable (_ name: String) throws(WorldError) -> [UInt8]?) {
    self.read = read
  }
}

extension Library {
  /// The course, with `read` for these files; without it a cell has no way to any file.
  public static func course(reading files: DataFiles) -> Library {
    Library(
      Array(course.builtins.values) + [.read(files)], constants: course.constants,
      forms: Array(course.forms.values))
  }
}

extension Builtin {
  fileprivate static func read(_ files: DataFiles) -> Builtin {
    Builtin(
      "read", .data,
      [
        Parameter("file", .text), Parameter("target", .text, .optional),
        Parameter("missing", .any("a list of texts such as [\"NA\", \"?\"]"), .optional),
      ],
      summary:
        "the table of a CSV file; `target` is the output, else the last column. At least half numbers make a column of numbers, in which no text may stand; other columns are classes by sorted names; what `missing` lists is nan",
      example: "read(\"marks.csv\", target=\"passed\")",
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let name = call.text("file"), !call.hasUnknown else { return .unknown }
        let bytes: [UInt8]?
        do throws(WorldError) { bytes = try files.read(name) } catch {
          throw call.error(.notAvailable, error.message, at: "file")
        }
        guard let bytes else {
          throw call.error(
            .notAvailable, "`\(name)` is none of the files that may be read", at: "file",
            hint: "give its name without a folder, and allow it: --allow-data FOLDER")
        }
        try evaluator.charge(500 * bytes.count, at: call.range)
        try evaluator.allocate(bytes: 8 * bytes.count, at: call.range)
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw call.error(
            .notAvailable, "`\(name)` is not written in UTF-8", at: "file", hint: "save it as CSV in UTF-8")
        }
        let missing = try call.texts("missing")
        do throws(CSVProblem) {
          let (table, doubts) = try Table.reading(
            csv: text, name: call.boundName ?? "", target: call.text("target"), missing: missing)
          for doubt in doubts.prefix(5) {
            evaluator.remark(
              Diagnostic(
                .dataFileDoubt, "`\(name)`: \(doubt.message)", at: call.range(of: "file"),
                hint: doubt.hint.map { .init($0) }))
          }
          return .table(table)
        } catch {
          throw call.error(.dataFile, "`\(name)`: \(error.message)", at: "file", hint: error.hint)
        }
      })
  }
}

extension Call {
  /// The texts of a list, or the only one; none where they are left out.
  fileprivate func texts(_ name: String) throws(Stop) -> [String] {
    guard let argument = arguments[name] else { return [] }
    let values = if case .list(let list) = argument.value { list.values } else { [argument.value] }
    let texts = values.compactMap { value in if case .text(let text) = value { text } else { nil } }
    guard texts.count == values.count else {
      throw error(
        .typeMismatch, "`\(name)` is a list of texts, this is \(argument.value.kindText)", at: name,
        hint: "such as \(name)=[\"NA\", \"?\"]")
    }
    return texts
  }
}
