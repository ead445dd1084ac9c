import Diagnostics
import Yams
import Wording

/// Reads `key: value` lines, each entry on its own, so that one mistake hides no other entry.
struct YAMLEntryReader {
  let file: SourceFile
  /// The kind of what is not YAML.
  let malformed: DiagnosticKind
  /// The kind of a key given twice.
  let repeated: DiagnosticKind
  private(set) var entries: [YAMLEntry] = []
  /// Where each key is given first.
  private var places: [String: SourceRange] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  typealias Line = (text: String, offset: Int)

  init(file: SourceFile, malformed: DiagnosticKind, repeated: DiagnosticKind) {
    self.file = file
    self.malformed = malformed
    self.repeated = repeated
  }

  /// Reads `lines`: an entry begins at a line's first column and goes on until the next does.
  mutating func read(_ lines: [Line]) {
    guard lines.count <= InputBounds.optionLines else {
      return report(
        "of more than \(readable(InputBounds.optionLines)) lines none is read", lines[0],
        "leave most of them out")
    }
    var group: [Line] = []
    for line in lines {
      let first = line.text.utf8.first
      let continues = first == nil || first == .space || first == .tab || line.text.hasPrefix("- ")
      if !continues || group.isEmpty {
        readEntry(group)
        group = []
      }
      group.append(line)
    }
    readEntry(group)
  }

  private mutating func readEntry(_ group: [Line]) {
    guard let first = group.first else { return }
    let start = first.text.drop { $0 == " " || $0 == "\t" }
    guard !start.isEmpty, !start.hasPrefix("#") else { return }
    guard let (key, keyRange, valueRange) = keyAndValue(group), start.count == first.text.count else {
      let meant = Self.keyAndValue(in: first.text)
      report(
        "`\(start.prefix(40))` is no `key: value`", first,
        meant.map { "write `\($0)`" } ?? "write it as `key: value`", edit: meant)
      return
    }
    if let earlier = places[key] {
      diagnostics.append(
        Diagnostic(
          repeated, "`\(key)` is given twice", at: keyRange,
          secondary: [.init(earlier, "first given here")],
          hint: .init("remove one of the two")))
      return
    }
    guard let value = value(of: group, valueRange) else { return }
    places[key] = keyRange
    entries.append(YAMLEntry(key: key, keyRange: keyRange, value: value, valueRange: valueRange))
  }

  /// `key: value` where `key=value`, `key:value` or `key value` was written, in a line of its own.
  private static func keyAndValue(in line: String) -> String? {
    let key = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    let rest = line.dropFirst(key.count).drop { $0 == " " }
    let value = ("=:".contains(rest.first ?? " ") ? rest.dropFirst() : rest).drop { $0 == " " }
    guard !key.isEmpty, !value.isEmpty, value.count < line.count - key.count, value.utf8.count < 60 else {
      return nil
    }
    let isParted = "=:".contains(rest.first ?? " ")
    guard isParted || !value.contains(" ") else { return nil }
    // What is not simple goes into quotes of its own.
    guard !value.contains(where: { "=:#{}[]&*!|>%@`'".contains($0) }) else { return nil }
    return "\(key): \(value)"
  }

  /// Finds the first colon that ends a key.
  private func keyAndValue(_ group: [Line]) -> (key: String, keyRange: SourceRange, valueRange: SourceRange)?
  {
    let bytes = Array(group[0].text.utf8)
    let ends = bytes.indices.first { at in
      bytes[at] == UInt8(ascii: ":") && (at + 1 == bytes.count || bytes[at + 1].isBlank)
    }
    guard let colon = ends, colon > 0 else { return nil }
    let key = String(decoding: bytes[..<colon], as: UTF8.self)
    guard !key.contains(where: { " \t\"'[]{}#&*!|>%@`,?".contains($0) }) else { return nil }
    var start = colon + 1
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    let offset = group[0].offset
    let last = group[group.count - 1]
    let end = last.offset + last.text.utf8.count
    let lower = min(offset + start, end)
    return (key, SourceRange(file, offset..<(offset + colon)), SourceRange(file, lower..<end))
  }

  private mutating func value(of group: [Line], _ range: SourceRange) -> YAMLValue? {
    let yaml = group.map(\.text).joined(separator: "\n")
    if let danger = danger(in: yaml, value: range.text, lines: group.count) {
      report("\(danger) in the value of an option", group[0], "write the value out")
      return nil
    }
    if group.count == 1, let simple = YAMLValue(simple: range.text) { return simple }
    do {
      guard case .mapping(let mapping)? = try Yams.compose(yaml: yaml), let pair = mapping.first,
        mapping.count == 1
      else {
        report("`\(yaml.prefix(40))` is no `key: value`", group[0], "write it as `key: value`")
        return nil
      }
      return Self.value(pair.value, depth: 0)
    } catch {
      reportFailure(error, group)
      return nil
    }
  }

  private static func value(_ node: Node, depth: Int) -> YAMLValue {
    switch node {
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return .quoted(scalar.string) }
      return ["", "~", "null"].contains(scalar.string) ? .nothing : .plain(scalar.string)
    case .sequence(let sequence):
      return .list(depth > 4 ? [] : sequence.map { value($0, depth: depth + 1) })
    case .mapping(let mapping):
      guard depth <= 4 else { return .table([]) }
      return .table(
        mapping.map { YAMLPair(key: $0.key.scalar?.string ?? "", value: value($0.value, depth: depth + 1)) })
    case .alias:
      return .table([])
    }
  }

  /// Names what no option needs and what could make reading dear: YAML is not trusted.
  private func danger(in yaml: String, value: String, lines: Int) -> Message? {
    if yaml.utf8.count > 8_000 || lines > 200 { return "more than 8000 bytes" }
    let nesting = yaml.utf8.count { $0 == .leftBracket || $0 == UInt8(ascii: "{") }
    if nesting > 50 || yaml.split(separator: " ").count(where: { $0 == "-" || $0 == "?" }) > 50 {
      return "more than 50 nested lists"
    }
    guard let first = value.utf8.first else { return nil }
    let isStructure = lines > 1 || first == .leftBracket || first == UInt8(ascii: "{")
    var previous = UInt8.space
    for byte in isStructure ? Array(value.utf8) : [first] {
      if [.ampersand, UInt8(ascii: "*"), .exclamation].contains(byte),
        [.space, .lineFeed, .leftBracket, .comma, UInt8(ascii: "{")].contains(previous)
      {
        return "an anchor, alias or tag"
      }
      previous = byte
    }
    return nil
  }

  private mutating func reportFailure(_ error: any Error, _ group: [Line]) {
    var line = group[0]
    var problem: Message = "it cannot be read"
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
        .composer(_, let what, let mark, _):
        line = group[min(max(mark.line - 1, 0), group.count - 1)]
        problem = .english(what)
      default: break  // The library's own cases that carry no position.
      }
    }
    report("this is not YAML: \(problem)", line, "put the value in quotes")
  }

  private mutating func report(_ message: Message, _ line: Line, _ hint: Message, edit: String? = nil) {
    let range = SourceRange(file, line.offset..<(line.offset + line.text.utf8.count))
    diagnostics.append(
      Diagnostic(malformed, message, at: range, hint: .init(hint, edit: edit.map { .init(range, $0) })))
  }
}
