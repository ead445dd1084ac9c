import Language

extension PageWriter {
  /// Writes a cell's code with its colours; the page's script adds the button that copies it.
  mutating func highlighted(_ code: PageCode) {
    element("div", ["class": code.ticks.isEmpty ? "code" : "code ticked"]) { page in
      page.element("pre") { page in
        page.element("code", ["data-stages": page.stages(of: code)]) { $0.lines(of: code) }
      }
    }
  }

  /// Writes the lines of code, each piece in its colour.
  mutating func lines(of code: PageCode) {
    let bytes = Array(code.text.utf8)
    var highlights = code.highlights[...]
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") } + [bytes.count]
    var start = 0
    for (number, end) in ends.enumerated() {
      // Beside the first line stands the button that copies the code.
      let room = CodeLine.shortLine - (number == 0 ? CodeLine.button : 0)
      let line = CodeLine(bytes, start..<end, &highlights, room: room)
      let ticks = code.ticks[number] ?? []
      let isLast = end == bytes.count
      if line.isLong || !ticks.isEmpty || code.firstEmphasis != nil {
        let stages = code.firstEmphasis.map { _ in code.stages(ofLine: number + 1) }
        element("span", line.attributes(stages: stages)) { page in
          page.ticks(ticks)
          page.pieces(of: line)
          if !isLast { page.html.line() }
        }
      } else {
        pieces(of: line)
        if !isLast { html.line() }
      }
      start = end + 1
    }
  }

  /// The steps at which other lines of the code are pointed out; nil where none ever are.
  private func stages(of code: PageCode) -> String? {
    code.firstEmphasis.map { first in
      code.emphasis.indices.map { String(first + $0) }.joined(separator: " ")
    }
  }

  private mutating func pieces(of line: CodeLine) {
    var rest = line.pieces[...]
    while let piece = rest.popFirst() {
      if line.isLong, piece.text.hasSuffix("-"), let next = rest.first, next.text.first?.isWhitespace == false
      {
        rest.removeFirst()
        element("span", ["class": "n"]) { page in
          page.piece(piece)
          page.piece(next)
        }
      } else {
        self.piece(piece)
      }
    }
  }

  private mutating func piece(_ piece: CodeLine.Piece) {
    // Names have the colour of the text.
    guard let kind = piece.kind, kind != .name else { return html.text(piece.text) }
    element("span", ["class": kind.rawValue], text: piece.text)
    if piece.canPart { html.open("wbr") }
  }

  /// The checks that hold on this line; their sign is drawn by the style sheet, so that copied code does not have it.
  private mutating func ticks(_ checks: [CheckResult]) {
    guard !checks.isEmpty else { return }
    let points = checks.compactMap(\.points)
    let texts = checks.map { check in
      words(.holds) + (check.extent.map { " (\(words.text($0)))" } ?? "")
    }
    let score = points.isEmpty ? "" : words.text(points.reduce(Points(earned: 0, possible: 0), +))
    let label = (texts + (score.isEmpty ? [] : [score])).joined(separator: ", ")
    element(
      "span", ["class": "tick", "role": "img", "aria-label": label, "title": label],
      text: "")
  }

  /// Writes a text in which no line breaks behind a hyphen: `->` and `1e-12` stay whole.
  mutating func unbroken(_ text: String) {
    let characters = Array(text)
    guard characters.count > CodeLine.shortLine, text.utf8.contains(UInt8(ascii: "-")) else {
      return html.text(text)
    }
    var written = 0
    for index in characters.indices where characters[index] == "-" && index >= written {
      var (first, end) = (index, index + 1)
      while first > written, characters[first - 1].isWordPart, index - first < 24 { first -= 1 }
      while end < characters.count, characters[end].isWordPart || characters[end] == ">", end - index < 24 {
        end += 1
      }
      guard end > index + 1 else { continue }
      html.text(String(characters[written..<first]))
      element("span", ["class": "n"], text: String(characters[first..<end]))
      written = end
    }
    html.text(String(characters[written...]))
  }
}

extension PageCode {
  /// The positions in ``emphasis`` that point a line out.
  fileprivate func stages(ofLine line: Int) -> String {
    emphasis.indices.filter { stage in
      emphasis[stage].isEmpty || emphasis[stage].contains { $0.contains(line) }
    }.map(String.init).joined(separator: " ")
  }
}

extension Character {
  /// Whether it belongs to a name or a number.
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "." || self == "_" }
}

/// A line of code in pieces.
struct CodeLine {
  /// A piece of one colour.
  struct Piece {
    let text: String
    let kind: Highlight.Kind?
    /// Whether the line may be parted behind it.
    var canPart = false
  }

  /// A line of so many characters fits on a phone.
  static let shortLine = 36
  /// So many of them has the button that copies the code.
  static let button = 9

  private(set) var pieces: [Piece] = []
  private let length: Int
  private let indentation: Int
  private let room: Int

  /// Whether the line may have to be wrapped.
  var isLong: Bool { length > room }

  /// The attributes of the line's element: where wrapped parts begin depends on the line's own beginning.
  ///
  /// `stages` are those at which a slide points the line out.
  func attributes(stages: String?) -> Attributes {
    let style = indentation == 0 || !isLong ? nil : "--i:\(indentation)"
    return ["class": "l", "style": style, "data-in": stages]
  }

  /// Takes the line in `range`, and from `highlights` those that end in it; a phone has room for `room` characters.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ highlights: inout ArraySlice<Highlight>, room: Int) {
    length = range.count
    self.room = room
    indentation = bytes[range].prefix { $0 == UInt8(ascii: " ") }.count
    var written = range.lowerBound
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    while let highlight = highlights.first, highlight.bytes.lowerBound < range.upperBound {
      // A piece that goes over several lines has a part on each.
      let part = highlight.bytes.clamped(to: written..<range.upperBound)
      if part.lowerBound > written { pieces.append(Piece(text: text(written..<part.lowerBound), kind: nil)) }
      if part.lowerBound == written, let last = pieces.last, last.kind == highlight.kind {
        // One element for signs that stand together, such as `([`.
        pieces[pieces.count - 1] = Piece(text: last.text + text(part), kind: last.kind)
      } else if !part.isEmpty {
        pieces.append(Piece(text: text(part), kind: highlight.kind))
      }
      written = part.upperBound
      if highlight.bytes.upperBound > range.upperBound { break }
      highlights.removeFirst()
    }
    if written < range.upperBound { pieces.append(Piece(text: text(written..<range.upperBound), kind: nil)) }
    if isLong { partLongWords() }
  }

  /// Lets what has no blanks and is nearly as long as a phone's line part behind its brackets.
  private mutating func partLongWords() {
    var length = 0
    var brackets: [Int] = []
    func endWord() {
      if length > Self.shortLine - Self.button { for index in brackets { pieces[index].canPart = true } }
      (length, brackets) = (0, [])
    }
    for index in pieces.indices {
      let piece = pieces[index]
      for character in piece.text {
        if character.isWhitespace { endWord() } else { length += 1 }
      }
      if piece.kind == .operator, "([".contains(piece.text.last ?? " ") { brackets.append(index) }
    }
    endWord()
  }
}
