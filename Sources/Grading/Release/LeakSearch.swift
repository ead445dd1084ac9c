import NotebookFormat

/// Finds in a student's file what stands only in the parts that were left out.
///
/// A leak is a line or a text of at least ``shortestText`` characters, or a list of at least ``shortestList`` numbers,
/// of a part that was left out, which the student's file holds outside of what its author wrote for students.
public struct LeakSearch: Sendable {
  /// The shortest text that counts.
  static let shortestText = 12
  /// The shortest list of numbers that counts.
  static let shortestList = 3

  /// What students read on purpose.
  private let written: String
  private let writtenLists: Set<String>

  /// Prepares a search; `written` is what the author wrote for students.
  init(written: String) {
    self.written = written
    writtenLists = Set(Self.lists(in: written))
  }

  /// Prepares a search for what `notebook` hides from students.
  public init(hiding notebook: Notebook) {
    self.init(written: notebook.studentSheet(binds: [:]) { _ in false })
  }

  /// What `text` tells of `parts`, each thing once.
  public func leaks(of parts: [String], in text: String) -> [String] {
    var found: [String] = []
    for candidate in parts.flatMap(Self.texts) where !found.contains(candidate) {
      if !written.contains(candidate), text.contains(candidate) { found.append(candidate) }
    }
    let lists = Self.lists(in: text)
    for list in parts.flatMap(Self.lists) where !found.contains(list) && !Self.holds(writtenLists, list) {
      if Self.holds(lists, list) { found.append(list) }
    }
    return found
  }

  /// The same of a page, which holds what cells computed, too: of lists only those that nobody comes to by chance.
  public func leaks(of parts: [String], onPage text: String) -> [String] {
    leaks(of: parts, in: text).filter { leak in
      let numbers = leak.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
      let isList = numbers.count == leak.count { $0 == "," } + 1
      return !isList || numbers.count { $0 != $0.rounded() || abs($0) > 10 } >= 2
    }
  }

  private static func holds(_ lists: some Sequence<String>, _ list: String) -> Bool {
    lists.contains { (", " + $0 + ", ").contains(", " + list + ", ") }
  }

  /// The lines of a text, and what stands between quotes in them.
  private static func texts(in part: String) -> [String] {
    part.split(whereSeparator: \.isNewline).flatMap { line -> [String] in
      let quoted = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map(\.element)
      return ([line] + quoted).map { $0.trimmingPrefix(while: \.isWhitespace) }.map { line in
        String(line.reversed().drop(while: \.isWhitespace).reversed())
      }
    }.filter { $0.count >= shortestText }
  }

  /// The lists of numbers: those with nothing but a comma or a semicolon, and blanks, between them.
  static func lists(in text: String) -> [String] {
    var lists: [String] = []
    var (run, number) = ([String](), "")
    var separators = 0
    func isPart(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2D }
    func end() {
      if run.count >= shortestList { lists.append(run.joined(separator: ", ")) }
      (run, separators) = ([], 0)
    }
    for byte in Array(text.utf8) + [0x0A] {
      if isPart(byte) {
        number.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      if !number.isEmpty {
        if separators != 1 { end() }
        if let value = Double(number) { run.append("\(value)") } else { end() }
        (number, separators) = ("", 0)
      }
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        separators += 1
      } else if byte != UInt8(ascii: " ") {
        end()
      }
    }
    return lists
  }
}
