/// The students of a course: a CSV file with a column `id`, or Moodle's grading worksheet.
public struct ClassList: Sendable {
  /// The ids in the order of the file, each once.
  public private(set) var ids: [String] = []
  private var known: Set<String> = []

  /// Why a file is no such list.
  public struct Problem: Error, Sendable, Hashable {
    /// The reason in words.
    public let words: String
  }

  /// The most students.
  static let most = 20_000

  /// Reads a list.
  public init(_ file: [UInt8]) throws(Problem) {
    guard let rows = DelimitedText(file)?.rows, let header = rows.first?.map({ $0.lowercased() }) else {
      throw Problem(words: "it is empty, or no UTF-8 text")
    }
    let isMoodles = header.first.map(["identifier", "identyfikator"].contains) ?? false
    guard let column = isMoodles ? 0 : header.firstIndex(of: "id") else {
      throw Problem(words: "it has no column `id`, and is not Moodle's grading worksheet")
    }
    for (number, row) in rows.enumerated().dropFirst() where row != [""] {
      guard row.indices.contains(column), !row[column].isEmpty else {
        throw Problem(words: "row \(number + 1) has no id")
      }
      // Moodle's identifier is a word and the number that its folders have.
      let id =
        isMoodles
        ? String(row[column].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()) : row[column]
      guard !id.isEmpty, id.count <= 200, id.allSatisfy({ !$0.isNewline }) else {
        throw Problem(words: "`\(row[column].prefix(60))` in row \(number + 1) is no id")
      }
      guard known.insert(id).inserted else {
        throw Problem(words: "the id `\(id.prefix(60))` is there twice")
      }
      ids.append(id)
      guard ids.count <= Self.most else { throw Problem(words: "it has more than \(Self.most) students") }
    }
    guard !ids.isEmpty else { throw Problem(words: "nobody is in it") }
  }
}
