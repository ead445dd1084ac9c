/// A language of code that a page only shows, as far as its colours need it.
struct CodeLanguage {
  /// What stands behind the backticks of a fence, in small letters.
  let names: [String]
  let keywords: Set<String>
  /// What begins a comment that ends with its line.
  let lineComment: String?
  /// What begins and ends a comment of several lines.
  let blockComment: (open: String, close: String)?
  /// What begins and ends a text, longer marks first; those of three characters and the backtick take several lines.
  let quotes: [String]

  /// Returns the language of a fence; nil where it is none of the table.
  static func named(_ name: String) -> CodeLanguage? {
    let word = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return all.first { $0.names.contains(word) }
  }

  private static let all = [
    CodeLanguage(
      ["python", "py", "python3"],
      """
      False None True and as assert async await break case class continue def del elif else except finally for from \
      global if import in is lambda match nonlocal not or pass raise return try while with yield
      """, line: "#", quotes: ["\"\"\"", "'''", "\"", "'"]),
    CodeLanguage(["json"], "true false null", line: nil, quotes: ["\""]),
    CodeLanguage(
      ["js", "javascript", "mjs"],
      """
      async await break case catch class const continue debugger default delete do else export extends false finally \
      for from function if import in instanceof let new null of return static super switch this throw true try \
      typeof undefined var void while with yield
      """, line: "//", block: ("/*", "*/"), quotes: ["`", "\"", "'"]),
    CodeLanguage(
      ["c", "h"],
      """
      auto bool break case char const continue default do double else enum extern false float for goto if inline int \
      long NULL register restrict return short signed sizeof static struct switch true typedef union unsigned void \
      volatile while #define #elif #else #endif #if #ifdef #ifndef #include #pragma #undef
      """, line: "//", block: ("/*", "*/"), quotes: ["\"", "'"]),
    CodeLanguage(
      ["swift"],
      """
      actor any as associatedtype async await break case catch class continue default defer deinit do else enum \
      extension fallthrough false fileprivate for func guard if import in init inout internal is let mutating nil \
      nonisolated operator override precedencegroup private protocol public repeat rethrows return self Self some \
      static struct subscript super switch throw throws true try typealias var where while
      """, line: "//", block: ("/*", "*/"), quotes: ["\"\"\"", "\""]),
    CodeLanguage(
      ["sh", "bash", "shell", "zsh", "console"],
      """
      break case continue do done elif else esac exit export fi for function if in local readonly return set shift \
      then unset until while
      """, line: "#", quotes: ["\"", "'"]),
  ]

  private init(
    _ names: [String], _ keywords: String, line: String?, block: (open: String, close: String)? = nil,
    quotes: [String]
  ) {
    self.names = names
    self.keywords = Set(keywords.split(whereSeparator: \.isWhitespace).map(String.init))
    (lineComment, blockComment, self.quotes) = (line, block, quotes)
  }

  /// Tells what the pieces of `text` are.
  /// - Complexity: linear.
  func highlights(_ text: String) -> [Highlight] {
    var scanner = CodeScanner(text, self)
    return scanner.highlights()
  }
}

/// Goes through code once.
private struct CodeScanner {
  private let bytes: [UInt8]
  private let language: CodeLanguage
  private var at = 0
  private var found: [Highlight] = []

  init(_ text: String, _ language: CodeLanguage) {
    bytes = Array(text.utf8)
    self.language = language
  }

  mutating func highlights() -> [Highlight] {
    while at < bytes.count {
      if let end = endOfComment() {
        add(.comment, to: end)
      } else if let quote = language.quotes.first(where: { stands($0, at) }) {
        add(.string, to: endOfText(quote))
      } else if bytes[at].isDigit, !isInWord {
        add(.number, to: end { $0.isWordPart || $0 == UInt8(ascii: ".") })
      } else if bytes[at].isWordPart || bytes[at] == UInt8(ascii: "#") {
        let end = max(at + 1, end(from: at + 1) { $0.isWordPart })
        let word = String(decoding: bytes[at..<end], as: UTF8.self)
        if language.keywords.contains(word) { add(.keyword, to: end) } else { at = end }
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether a letter stands right before, so that a digit is a part of a name.
  private var isInWord: Bool { at > 0 && bytes[at - 1].isWordPart }

  private mutating func add(_ kind: Highlight.Kind, to end: Int) {
    found.append(Highlight(at..<end, kind))
    at = end
  }

  private func stands(_ mark: String, _ place: Int) -> Bool { bytes[place...].starts(with: mark.utf8) }

  private func end(from start: Int? = nil, _ isInside: (UInt8) -> Bool) -> Int {
    bytes[(start ?? at)...].firstIndex { !isInside($0) } ?? bytes.count
  }

  private func endOfComment() -> Int? {
    // In a shell `$#` and `a#b` are no comments.
    let isApart = at == 0 || bytes[at - 1] <= UInt8(ascii: " ") || language.lineComment != "#"
    if let mark = language.lineComment, isApart, stands(mark, at) { return end { $0 != UInt8(ascii: "\n") } }
    guard let (open, close) = language.blockComment, stands(open, at) else { return nil }
    var end = at + open.utf8.count
    while end < bytes.count, !stands(close, end) { end += 1 }
    return min(bytes.count, end + close.utf8.count)
  }

  private func endOfText(_ quote: String) -> Int {
    let isLong = quote.utf8.count == 3 || quote == "`"
    var end = at + quote.utf8.count
    while end < bytes.count, !stands(quote, end) {
      if bytes[end] == UInt8(ascii: "\n"), !isLong { return end }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(bytes.count, end + quote.utf8.count)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether it belongs to a name or a number.
  fileprivate var isWordPart: Bool {
    isDigit || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self
      || self == UInt8(ascii: "_") || self >= 0x80
  }
}
