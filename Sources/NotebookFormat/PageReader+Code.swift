import CCMarkGFM
import Diagnostics
import Wording

/// Cells, other code and records.
extension PageReader {
  /// Reads a fence that is no record.
  mutating func block(_ fence: FencedBlock, in place: Place) -> Block {
    switch fence.language {
    case "nn" where fence.isBackticks, "{nn}" where fence.isBackticks:
      guard !place.isFootnote else {
        reportCellInFootnote(openingLine(fence))
        return plainCode(fence)
      }
      reportAttributes(fence)
      return Block(.cell(readCell(fence)), fence.range)
    case "math":
      return Block(
        .math(Math(String(fence.text.dropLast()), macros: &findings.macros)), fence.range,
        label: label(of: fence))
    case "output":
      diagnostics.append(
        Diagnostic(
          .strayOutput, "this `output` stands behind no cell", at: openingLine(fence),
          hint: .init("move it right behind the cell whose outputs it records")))
      return plainCode(fence)
    default:
      reportLookAlike(fence)
      return plainCode(fence)
    }
  }

  /// The label behind `math`, as in ```` ```math {#eq-x} ````.
  private mutating func label(of fence: FencedBlock) -> String? {
    guard fence.info != fence.language else { return nil }
    let rest = String(fence.info.dropFirst(fence.language.count)).trimmed
    if let braces = BracedAttributes(rest), braces.values.isEmpty, braces.length == rest.utf8.count {
      return braces.label
    }
    diagnostics.append(
      Diagnostic(
        .fenceAttributes, "this is read as a formula, and `\(rest.prefix(40))` is not read",
        at: openingLine(fence), hint: .init("write nothing behind `math`, or a label: `{#eq-x}`")))
    return nil
  }

  /// Says so where a fence looks like one that means something, and how to write that.
  private mutating func reportLookAlike(_ fence: FencedBlock) {
    guard let word = CodeLookAlike.word(meantBy: fence.info) else { return }
    let wanted: Message =
      ["nn": "a cell", "output": "the record of a cell", "math": "a formula"][word] ?? .english(word)
    let fact: Message =
      fence.language == word
      ? "a fence of `~` is read as plain code" : "`\(fence.language.prefix(40))` is read as plain code"
    diagnostics.append(
      Diagnostic(
        .notACell, "\(fact), not as \(wanted)", at: openingLine(fence), hint: rewriting(fence, as: word)))
  }

  /// Says so where attributes stand behind the word that makes a cell: options are lines of their own.
  private mutating func reportAttributes(_ fence: FencedBlock) {
    guard fence.info != fence.language else { return }
    let rest = fence.info.dropFirst(fence.language.count)
    diagnostics.append(
      Diagnostic(
        .fenceAttributes, "this is read as a cell, and `\(String(rest).trimmed.prefix(40))` is not read",
        at: openingLine(fence), hint: rewriting(fence, as: "nn")))
  }

  /// The action of writing a fence as our own, with its attributes as option lines where they are some.
  private func rewriting(_ fence: FencedBlock, as word: String) -> Diagnostic.Hint {
    let start = fence.opening.offset
    let mark: UInt8 = fence.isBackticks ? .backtick : .tilde
    let end = lines.ranges[fence.opening.line].upperBound
    let marks = lines.bytes[start..<end].prefix { $0 == mark }.count
    let options = word == "nn" ? CodeLookAlike.options(in: fence.info) : []
    let advice = options.map { $0.map { "`\($0)`" }.joined(separator: ", ") } ?? "`#| key: value`"
    let text: Message =
      advice.isEmpty
      ? "write `\(word)` behind three backticks"
      : "write `\(word)` behind three backticks, and \(advice) below them"
    guard fence.isBackticks, let options else { return .init(text) }
    let prefix = "\n" + linePrefix(fence)
    return .init(
      text,
      edit: .init(
        lines.range((start + marks)..<max(start + marks, end)),
        ([word] + options).joined(separator: prefix)))
  }

  private func plainCode(_ fence: FencedBlock) -> Block {
    let language = fence.language.isEmpty ? nil : fence.language
    return Block(.code(language: language, text: fence.text), fence.range)
  }

  private func openingLine(_ fence: FencedBlock) -> SourceRange {
    let end = lines.trimmed(fence.opening.line).upperBound
    return lines.range(fence.opening.offset..<max(fence.opening.offset, end))
  }

  mutating func reportUnclosed(_ fence: FencedBlock) {
    guard !fence.isClosed else { return }
    let mark: UInt8 = fence.isBackticks ? .backtick : .tilde
    let width = lines.bytes[fence.opening.offset...].prefix { $0 == mark }.count
    let marks = String(repeating: fence.isBackticks ? "`" : "~", count: width)
    let opening = lines.ranges[fence.opening.line]
    let lineEnd = lines.file.slice(opening.upperBound..<lines.nextStarts[fence.opening.line])
    let last = min(fence.lastLine, fence.opening.line + fence.codeCount)
    if fence.codeCount < fence.code.count, FencedBlock.isWrongMark(fence.code[fence.codeCount].text) {
      let line = lines.trimmed(fence.opening.line + 1 + fence.codeCount)
      let typed = line.lowerBound + lines.bytes[line].prefix { $0.isBlank || $0 == .greaterThan }.count
      diagnostics.append(
        Diagnostic(
          .unclosedFence, "this fence is not closed", at: openingLine(fence),
          secondary: [.init(lines.range(typed..<line.upperBound), "this does not close it")],
          hint: .init("write \(marks) there", edit: .init(lines.range(typed..<line.upperBound), marks))))
      return
    }
    let end = lines.ranges[last].upperBound
    let closing = (lineEnd.isEmpty ? "\n" : lineEnd) + linePrefix(fence) + marks
    diagnostics.append(
      Diagnostic(
        .unclosedFence, "this fence is not closed", at: openingLine(fence),
        hint: .init(
          "write \(marks) on a line of its own behind the code", edit: .init(lines.range(end..<end), closing))
      ))
  }

  /// Reports the cells of footnotes that nothing refers to, which the parser leaves out; `codeLines` are
  /// where such footnotes hold code.
  mutating func reportDropped(codeLines: [Int]) {
    for line in codeLines.map({ $0 - 1 + firstLine }) where lines.ranges.indices.contains(line) {
      let range = lines.trimmed(line)
      let text = lines.bytes[range]
      guard let start = text.firstIndex(of: .backtick) else { continue }
      let fence = text[start...].prefix { $0 == .backtick }
      let info = text[fence.endIndex...].drop(while: \.isBlank).prefix { !$0.isBlank }
      guard fence.count >= 3, info.elementsEqual("nn".utf8) || info.elementsEqual("{nn}".utf8) else {
        continue
      }
      reportCellInFootnote(lines.range(start..<range.upperBound))
    }
  }

  private mutating func reportCellInFootnote(_ range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .cellInFootnote, "a footnote holds a cell", at: range,
        hint: .init("move the cell out of the footnote")))
  }

  /// Reads an indented block of code.
  mutating func indentedCode(_ node: MarkdownNode) -> Block {
    let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let start = start(of: node)
    let last = min(line(of: node) + max(1, text.utf8.count { $0 == .lineFeed }), lines.ranges.count) - 1
    let opening = text.prefix { $0 != "\n" }
    let info = opening.drop { $0 == "`" }
    if opening.count - info.count > 2, CodeLookAlike.word(meantBy: String(info)) == "nn" {
      diagnostics.append(
        Diagnostic(
          .notACell, "four blanks before it make this plain code, not a cell",
          at: lines.range(start..<max(start, lines.trimmed(line(of: node)).upperBound)),
          hint: .init("move it to the left, under the text that it belongs to")))
    }
    return Block(
      .code(language: nil, text: text), lines.range(start..<max(start, lines.trimmed(last).upperBound)))
  }

  // MARK: Cells

  private mutating func readCell(_ fence: FencedBlock) -> Int {
    var reader = CellOptionsReader(file: lines.file)
    reader.read(fence.code)
    diagnostics += reader.diagnostics
    for (key, range) in reader.captions { captions.append((cells.count, key, range)) }
    let end = fence.closing?.offset ?? lines.ranges[fence.lastLine].upperBound
    cells.append(
      Cell(
        index: cells.count,
        source: SourceText(file: lines.file, lines: code(of: fence, reader.code), end: end),
        options: reader.settings.options, role: reader.role, range: fence.range, record: nil,
        recordOffset: lines.nextStarts[fence.lastLine], linePrefix: linePrefix(fence),
        isClosed: fence.isClosed))
    return cells.count - 1
  }

  /// The lines of a cell; of one that is not closed those before the prose that follows it.
  private func code(
    of fence: FencedBlock, _ lines: [(text: String, offset: Int)]
  ) -> [(text: String, offset: Int)] {
    let count = fence.codeCount
    guard count < fence.code.count else { return lines }
    return lines.filter { $0.offset < fence.code[count].offset }
  }

  /// What stands before each line of a fence beside this one: a list's mark becomes blanks.
  private func linePrefix(_ fence: FencedBlock) -> String {
    let start = lines.ranges[fence.opening.line].lowerBound
    var prefix = ""
    var column = 0
    // A byte order mark, the only thing here that is not ASCII, takes no room.
    for byte in lines.bytes[start..<fence.opening.offset] where byte < 0x80 {
      let width = byte == .tab ? 4 - column % 4 : 1
      // A quote takes one blank behind its mark, which must not be the list's.
      if prefix.hasSuffix(">"), !byte.isBlank, byte != .greaterThan { prefix += " " }
      prefix += byte == .greaterThan ? ">" : String(repeating: " ", count: width)
      column += width
    }
    // Nor must it be the text's.
    return prefix.hasSuffix(">") ? prefix + " " : prefix
  }

  // MARK: Records

  /// Whether nothing but blank lines stands between a line and a fence.
  func isOnlyBlank(_ line: Int, _ fence: FencedBlock) -> Bool {
    (line + 1..<max(line + 1, fence.opening.line)).allSatisfy { lines.isBlank($0) }
  }

  mutating func attach(_ fence: FencedBlock, to index: Int) {
    cells[index].record = RecordedOutput(text: fence.text, range: fence.range)
  }
}
