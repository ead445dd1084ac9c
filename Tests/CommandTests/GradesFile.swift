import Testing

/// A `grades.csv` that was written, row by row.
struct GradesFile {
  /// The fields of each student by their columns, by id.
  private(set) var rows: [String: [String: String]] = [:]

  init(_ text: String?) throws {
    var lines = Self.lines(try #require(text))
    let head = try #require(lines.isEmpty ? nil : lines.removeFirst())
    for line in lines {
      try #require(line.count == head.count, "\(line)")
      rows[line[0]] = Dictionary(zip(head, line)) { first, _ in first }
    }
  }

  /// The status and the total of a student.
  subscript(id: String) -> String? {
    rows[id].map { "\($0["status"] ?? "") \($0["total"] ?? "")" }
  }

  /// The fields of each line (RFC 4180).
  private static func lines(_ text: String) -> [[String]] {
    var lines: [[String]] = [[""]]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: lines[lines.count - 1].append("")
      case "\n" where !isQuoted: lines.append([""])
      case "\r": break
      case _: lines[lines.count - 1][lines[lines.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return lines.filter { $0 != [""] }
  }
}
