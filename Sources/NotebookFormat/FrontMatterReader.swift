import Diagnostics

/// A key of the front matter; ``all`` is the only list of them.
public struct FrontMatterKey: Sendable {
  /// The key.
  public let name: String
  /// What the value must be, in words that follow "expected".
  public let wants: String
  /// What it does, in one line.
  public let summary: String
  /// Keeps the value; false where it is of another type.
  let store: @Sendable (YAMLValue, inout FrontMatter) -> Bool

  /// Every key there is.
  public static let all: [FrontMatterKey] = [
    FrontMatterKey(name: "title", wants: "text", summary: "the title of the page") { value, matter in
      matter.title = value.text
      return value.text != nil
    },
    FrontMatterKey(name: "author", wants: "text", summary: "who wrote it") { value, matter in
      matter.author = value.text
      return value.text != nil
    },
    FrontMatterKey(name: "seed", wants: "a whole number", summary: "the seed of all draws") { value, matter in
      guard case .plain(let text) = value, let seed = Int(text) else { return false }
      matter.seed = seed
      return true
    },
    FrontMatterKey(
      name: "precision", wants: "`float64` or `float32`", summary: "the width of all numbers"
    ) { value, matter in
      guard let precision = value.text.flatMap(NumberWidth.init(rawValue:)) else { return false }
      matter.precision = precision
      return true
    },
    FrontMatterKey(
      name: "params",
      wants: "names with numbers, texts, `true`, `false` or lists of numbers, as in `{lr: 0.5}`",
      summary: "names of every cell that `-P name:value` changes"
    ) { value, matter in
      guard case .table(let entries) = value else { return false }
      for entry in entries {
        guard let parameter = NotebookParameter(name: entry.key, value: entry.value) else { return false }
        matter.params.removeAll { $0.name == parameter.name }
        matter.params.append(parameter)
      }
      return true
    },
  ]
}

/// Reads the settings between two `---` at the very top.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The first line of the page, counted from 0.
  private(set) var firstLine = 0

  /// Reads the settings at the top of a page; `defaults` are those of the course.
  init(_ lines: SourceLines, defaults: FrontMatter = FrontMatter()) {
    frontMatter = defaults
    guard lines.ranges.count > 0, Self.isFence(lines, 0) else { return }
    guard let end = (1..<max(1, lines.ranges.count)).first(where: { Self.isFence(lines, $0) }) else {
      if lines.ranges.count > 1, Self.looksLikeKey(lines, 1) { reportUnclosed(lines) }
      return
    }
    firstLine = end + 1
    read(lines, 1..<end)
  }

  /// Reads a file that holds nothing but settings.
  init(settings file: SourceFile) {
    let lines = SourceLines(file)
    read(lines, lines.ranges.indices)
  }

  private mutating func read(_ lines: SourceLines, _ numbers: Range<Int>) {
    let entries = numbers.map { (lines.file.slice(lines.ranges[$0]), lines.ranges[$0].lowerBound) }
    var reader = YAMLEntryReader(file: lines.file, malformed: .frontMatter, repeated: .frontMatter)
    reader.read(entries)
    diagnostics += reader.diagnostics
    for entry in reader.entries { store(entry) }
  }

  private static func isFence(_ lines: SourceLines, _ line: Int) -> Bool {
    lines.bytes[lines.trimmed(line)].elementsEqual("---".utf8)
  }

  private static func looksLikeKey(_ lines: SourceLines, _ line: Int) -> Bool {
    lines[line].contains(UInt8(ascii: ":"))
  }

  private mutating func reportUnclosed(_ lines: SourceLines) {
    diagnostics.append(
      Diagnostic(
        .frontMatter, "the front matter is not closed, so it is shown as text",
        at: lines.range(lines.ranges[0]), severity: .warning,
        hint: .init("write `---` on a line of its own behind it")))
  }

  private mutating func store(_ entry: YAMLEntry) {
    guard let key = FrontMatterKey.all.first(where: { $0.name == entry.key }) else {
      let known = FrontMatterKey.all.map(\.name)
      diagnostics.append(.unknownKey(.frontMatter, "setting", entry, known: known, severity: .warning))
      return
    }
    guard key.store(entry.value, &frontMatter) else {
      diagnostics.append(.wrongType(.frontMatter, entry, wants: key.wants))
      return
    }
  }
}
