import Diagnostics
import Wording

/// Cuts a text into tokens, from the left, the longest first.
///
/// Whatever cannot be a token becomes one of kind `bad`, or a repaired one with its diagnostic; the
/// tokens of short rows and the ends of statements are found later, when the brackets are paired.
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  var offset = 0
  var tokens: [Token] = []
  /// Diagnostics that belong to a token, and are said only if the token stays.
  var problems: [Diagnostic] = []
  /// Diagnostics about characters, said in any case.
  var remarks: [Diagnostic] = []
  var comments: [Range<Int>] = []
  /// Whether a refused `|` was read as the beginning of `abs(`.
  var barIsOpen = false
  /// Whether a refused `||` was read as the beginning of `norm(`.
  var normIsOpen = false

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  /// The most tokens of a cell that is read; those of a course have some hundred.
  static let mostTokens = 100_000
  /// The most diagnostics of characters, of tokens, of brackets and of statements in a cell: each takes a thousand
  /// bytes, and a reader sees twenty.
  static let mostDiagnostics = 200

  /// Reads the whole text, up to ``mostDiagnostics`` bad tokens; nothing of one of more than ``mostTokens``.
  mutating func scan() {
    while offset < bytes.count, problems.count < Self.mostDiagnostics {
      guard tokens.count < Self.mostTokens else { return refuse() }
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case 0x0A, 0x0D: lineEnd()
      case 0x23: comment()
      case 0x22: text(from: offset, contentAt: offset + 1)
      case 0x30...0x39: number()
      case 0x41...0x5A, 0x61...0x7A: name()
      case 0x80...: unicode()
      default: sign()
      }
    }
  }

  /// Leaves only that there are too many tokens.
  private mutating func refuse() {
    let place = source.range(offset..<offset)
    (tokens, comments, problems) = ([], [], [])
    remarks = [
      Diagnostic(
        .notebookTooLarge, "the cell has more than \(readable(Self.mostTokens)) words, numbers and signs",
        at: place,
        hint: .init("split it into several cells, or read the data from a file"))
    ]
  }

  // MARK: Looking

  /// Returns the byte at `index`, or 0 behind the end.
  func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Returns the scalar at `index` and its length in bytes.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var iterator = bytes[index..<min(index + length, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// Whether `spelling` stands at `index`.
  func stands(_ spelling: String, at index: Int) -> Bool {
    var place = index
    for unit in spelling.utf8 {
      guard byte(place) == unit else { return false }
      place += 1
    }
    return true
  }

  /// Returns the end of the line that holds `index`.
  func lineEnd(from index: Int) -> Int {
    var end = index
    while !isLineEnd(end) { end += 1 }
    return end
  }

  /// Whether a line ends at `index`.
  func isLineEnd(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  /// Returns the text between two offsets.
  func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x5F || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The last token if nothing stands between it and the next.
  var touching: Token? { tokens.last.flatMap { $0.bytes.upperBound == offset ? $0 : nil } }

  /// Whether the last token is a field's point.
  var isBehindPoint: Bool { touching?.kind == .sign(.point) }

  // MARK: Adding

  /// Adds a token from the current position to `end` and goes there.
  mutating func add(_ kind: Token.Kind, to end: Int, text: String = "") {
    tokens.append(Token(kind: kind, bytes: offset..<end, text: text))
    offset = end
  }

  /// Adds a token that stands for something else that was typed.
  mutating func addRepaired(_ kind: Token.Kind, to end: Int, text: String = "", _ problem: Diagnostic) {
    add(kind, to: end, text: text)
    tokens[tokens.count - 1].isRepaired = true
    tokens[tokens.count - 1].problem = problems.count
    problems.append(problem)
  }

  /// Adds a token that is none.
  mutating func addBad(to end: Int, _ problem: Diagnostic) {
    add(.bad, to: end)
    tokens[tokens.count - 1].problem = problems.count
    problems.append(problem)
  }

  func range(_ start: Int, _ end: Int) -> SourceRange { source.range(start..<end) }

  // MARK: Lines and comments

  private mutating func lineEnd() {
    let isPair = bytes[offset] == 0x0D && byte(offset + 1) == 0x0A
    barIsOpen = false
    normIsOpen = false
    add(.line, to: offset + (isPair ? 2 : 1))
  }

  private mutating func comment() {
    let end = lineEnd(from: offset)
    comments.append(offset..<end)
    remarkBidirectionalControls(in: offset..<end)
    offset = end
  }

  /// Reports each control in `range` that turns the direction of the text.
  mutating func remarkBidirectionalControls(in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index)
      if Letters.isBidirectionalControl(scalar) { remarkHidden(scalar, index..<index + length) }
      index += length
    }
  }

  mutating func remarkHidden(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    // Errors have room of their own behind the notes, so that the first is told in any case.
    guard remarks.count < 2 * Self.mostDiagnostics else { return }
    let range = source.range(range)
    remarks.append(
      Diagnostic(
        .hiddenCharacter, "an invisible character, \(Letters.code(scalar)), stands here", at: range,
        hint: .init("delete it", edit: .init(range, ""))))
  }

  mutating func remarkRepaired(
    _ scalar: Unicode.Scalar, _ range: Range<Int>, as plain: String, _ name: Message
  ) {
    remarkRepaired("\(Letters.code(scalar)) is read as \(name)", range, as: plain, "write \(name)")
  }

  /// Notes that `range` was read as `plain`.
  mutating func remarkRepaired(
    _ message: @autoclosure () -> Message, _ range: Range<Int>, as plain: @autoclosure () -> String,
    _ action: @autoclosure () -> Message
  ) {
    guard remarks.count < Self.mostDiagnostics else { return }
    let range = source.range(range)
    remarks.append(
      Diagnostic(
        .repairedCharacter, message(), at: range, hint: .init(action(), edit: .init(range, plain()))))
  }
}
