import Diagnostics
import Wording

/// A key of the front matter; ``all`` is the only list of them.
public struct FrontMatterKey: Sendable {
  /// The key.
  public let name: String
  /// What the value must be, in words that follow "expected".
  public let wants: Message
  /// What it does, in one line.
  public let summary: String
  /// Whether it is a setting of the course, which no page may make for itself.
  var isOfCourse = false
  /// Keeps the value; false where it is of another type.
  let store: @Sendable (YAMLValue, inout FrontMatter) throws(NotebookParameter.Problem) -> Bool

  /// What other tools call the same.
  static let aliases: [String: String] = [
    "language": "lang", "locale": "lang", "name": "title", "heading": "title", "parameters": "params",
    "parameter": "params", "variables": "params", "deadline": "due", "random_seed": "seed",
    "random-seed": "seed", "grades": "scale", "ratio": "aspect", "aspectratio": "aspect",
  ]

  /// The keys that only grading reads, so that no student's file needs them.
  static let forGrading = ["variants"]

  /// Every key there is.
  public static let all: [FrontMatterKey] = [
    FrontMatterKey(name: "title", wants: "text", summary: "the title of the page") { value, matter in
      matter.title = value.text
      return value.text != nil
    },
    FrontMatterKey(name: "subtitle", wants: "text", summary: "what stands under the title") { value, matter in
      matter.subtitle = value.text
      return value.text != nil
    },
    FrontMatterKey(name: "author", wants: "text", summary: "who wrote it") { value, matter in
      matter.author = value.text
      return value.text != nil
    },
    FrontMatterKey(name: "date", wants: "text", summary: "the date, as it is to be shown") { value, matter in
      matter.date = value.text
      return value.text != nil
    },
    FrontMatterKey(
      name: "aspect", wants: "`16:9` or `4:3`", summary: "the shape of the slides, width to height"
    ) { value, matter in
      guard let aspect = value.text.flatMap(SlideAspect.init(rawValue:)) else { return false }
      matter.aspect = aspect
      return true
    },
    FrontMatterKey(
      name: "lang", wants: "`en` or `pl`", summary: "the language of the words that nnb writes into the page"
    ) { value, matter in
      guard let language = value.text.flatMap(PageLanguage.init(rawValue:)) else { return false }
      matter.language = language
      return true
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
    ) { value, matter throws(NotebookParameter.Problem) in
      guard case .table(let entries) = value else { return false }
      var own: [NotebookParameter] = []
      var names: Set<String> = []
      var problem: NotebookParameter.Problem?
      // One that is wrong hides no other.
      for entry in entries {
        do throws(NotebookParameter.Problem) {
          let parameter = try NotebookParameter(entry)
          guard names.insert(parameter.name).inserted else { throw .init(twice: entry.key) }
          own.append(parameter)
        } catch {
          problem = problem ?? error
        }
      }
      matter.params = matter.params.filter { !names.contains($0.name) } + own
      if let problem { throw problem }
      return true
    },
    FrontMatterKey(
      name: "data", wants: "files or folders of the course, as in `[marks.csv, data]`",
      summary: "what cells may read without `--allow-data`; in nnb.yml only", isOfCourse: true
    ) { value, matter in
      let items = if case .list(let items) = value { items } else { [value] }
      let paths = items.compactMap(\.text)
      guard paths.count == items.count, paths.allSatisfy({ CourseFiles.path(of: $0, from: "") != nil }) else {
        return false
      }
      matter.dataPaths = paths
      return paths.allSatisfy { !$0.split(separator: "/").contains("..") }
    },
    FrontMatterKey(
      name: "due", wants: "a time with its offset from UTC, as in `2026-11-20 23:59 +01:00`",
      summary: "when answers are due, for `nnb grade`"
    ) { value, matter in
      matter.due = value.text.flatMap(readTime)
      return matter.due != nil
    },
    FrontMatterKey(
      name: "late", wants: "a rule, as in `{grace: 15 min, per-day: 10%, cap: 50%}`",
      summary: "what answers lose that are handed in after `due`"
    ) { value, matter in
      guard let rule = LateRule(value) else { return false }
      matter.late = rule
      return true
    },
    FrontMatterKey(
      name: "scale", wants: "grades with shares that rise from 0 %, as in `{\"2,0\": 0%, \"3,0\": 50%}`",
      summary: "the grades that points give, for `nnb grade`"
    ) { value, matter in
      matter.scale = GradeScale(value)
      return matter.scale != nil
    },
    FrontMatterKey(
      name: "variants", wants: "names with several values, as in `{lr: [0.1, 0.2], n: 3..9}`",
      summary: "parameters that each student has a value of their own for, for `nnb release --for`"
    ) { value, matter in
      guard case .table(let entries) = value else { return false }
      matter.variants = entries.compactMap(Variant.init)
      // The key itself runs with the first values, unless `params` says otherwise.
      for variant in matter.variants where !matter.params.contains(where: { $0.name == variant.name }) {
        matter.params.append(NotebookParameter(name: variant.name, value: variant.values[0]))
      }
      return matter.variants.count == entries.count && !entries.isEmpty
    },
    FrontMatterKey(
      name: "student", wants: "text", summary: "the student for whom `nnb release --for` made the sheet"
    ) { value, matter in
      matter.student = value.text
      return value.text != nil
    },
    FrontMatterKey(
      name: "signature", wants: "text", summary: "what proves for whom the sheet was made"
    ) { value, matter in
      matter.signature = value.text
      return value.text != nil
    },
    FrontMatterKey(
      name: "macros", wants: "commands of TeX with what they stand for, as in `R: \\mathbb{R}`",
      summary: "commands for formulas of a course's own; `#1` stands for an argument"
    ) { value, matter in
      guard case .table(let entries) = value else { return false }
      for entry in entries {
        guard let body = entry.value.text, matter.macros.add(entry.key, body) else { return false }
      }
      return true
    },
  ]
}

/// Reads the settings between two `---` at the very top.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether these are the settings of the course.
  private var isCourse = false
  /// The settings of other tools.
  private var foreign: [YAMLEntry] = []
  /// The first line of the page, counted from 0.
  private(set) var firstLine = 0

  /// Reads the settings at the top of a page; `defaults` are those of the course.
  init(_ lines: SourceLines, defaults: FrontMatter = FrontMatter()) {
    frontMatter = defaults
    guard lines.ranges.count > 0, Self.isFence(lines, 0) else {
      reportLookAlike(lines)
      return
    }
    guard let end = (1..<max(1, lines.ranges.count)).first(where: { Self.isFence(lines, $0) }) else {
      if lines.ranges.count > 1, Self.looksLikeKey(lines, 1) { reportUnclosed(lines) }
      return
    }
    firstLine = end + 1
    read(lines, 1..<end)
  }

  /// Reads a file that holds nothing but settings.
  init(settings file: SourceFile) {
    isCourse = true
    let lines = SourceLines(file)
    read(lines, lines.ranges.indices)
  }

  private mutating func read(_ lines: SourceLines, _ numbers: Range<Int>) {
    let entries = numbers.map { (lines.file.slice(lines.ranges[$0]), lines.ranges[$0].lowerBound) }
    var reader = YAMLEntryReader(file: lines.file, malformed: .frontMatter, repeated: .frontMatter)
    reader.read(entries)
    diagnostics += reader.diagnostics
    for entry in reader.entries { store(entry) }
    noteForeign(lines)
  }

  /// Says once which settings are those of other tools.
  private mutating func noteForeign(_ lines: SourceLines) {
    guard let first = foreign.first else { return }
    let names = foreign.prefix(4).map { "`\($0.key.prefix(40))`" }.joined(separator: ", ")
    let more: Message = foreign.count > 4 ? " and \(foreign.count - 4) more" : ""
    diagnostics.append(
      Diagnostic(
        .frontMatter,
        "\(names)\(more): \(foreign.count == 1 ? "a setting" : "settings") of other tools, not read here",
        at: first.keyRange, severity: .note))
  }

  /// What Jupyter, Quarto, Hugo and their like read at the top of a page.
  private static let foreignKeys: Set<String> = [
    "jupyter", "kernelspec", "jupytext", "language_info", "format", "output", "execute", "engine", "editor",
    "abstract", "lang", "toc", "toc-depth", "number-sections", "bibliography", "csl",
    "nocite",
    "header-includes", "geometry", "documentclass", "fontsize", "mainfont", "linkcolor", "theme", "css",
    "layout",
    "permalink", "tags", "categories", "category", "keywords", "description", "draft", "slug", "weight",
    "image",
    "authors", "institute", "affiliation", "license", "copyright", "filters", "crossref", "code-fold",
    "freeze",
    "nav_order", "parent", "has_children", "sidebar", "math", "mathjax", "marp", "paginate", "class",
    "aliases",
  ]

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

  /// Says so where settings stand further down, or open with something like `---`: they are read as text.
  private mutating func reportLookAlike(_ lines: SourceLines) {
    guard let first = Self.firstLineOfText(lines) else { return }
    let text = lines.file.slice(lines.ranges[first]).trimmed
    guard text.utf8.count > 2, text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return }
    let names = FrontMatterKey.all.map { $0.name + ":" }
    let body = lines.ranges.indices.dropFirst(first + 1).prefix(50).prefix {
      !lines.file.slice(lines.ranges[$0]).trimmed.hasPrefix("---")
    }
    let setting = body.first { line in
      names.contains { lines[line].starts(with: $0.utf8) }
    }
    guard setting != nil else { return }
    let place = lines.range(lines.ranges[first])
    // A comment above is not to be removed.
    let isBelowBlanks = lines.bytes[..<place.lowerBound].allSatisfy {
      $0.isBlank || $0 == .lineFeed || $0 == .carriageReturn
    }
    let all = lines.range(0..<place.upperBound)
    diagnostics.append(
      Diagnostic(
        .frontMatter, "these settings are read as text: `---` is not the first line of the file", at: place,
        severity: .warning,
        hint: .init("begin the file with `---`", edit: isBelowBlanks ? .init(all, "---") : nil)))
  }

  /// The first line that is not blank, behind comments.
  private static func firstLineOfText(_ lines: SourceLines) -> Int? {
    var isComment = false
    for line in lines.ranges.indices.prefix(100) {
      let text = lines.file.slice(lines.ranges[line]).trimmed
      isComment = isComment || text.hasPrefix("<!--")
      if !isComment, !text.isEmpty { return line }
      if text.hasSuffix("-->") { isComment = false }
    }
    return nil
  }

  private mutating func store(_ entry: YAMLEntry) {
    guard let key = FrontMatterKey.all.first(where: { $0.name == entry.key }) else {
      guard !Self.foreignKeys.contains(entry.key.lowercased()) else { return foreign.append(entry) }
      let known = FrontMatterKey.all.map(\.name)
      diagnostics.append(
        .unknownKey(
          .frontMatter, "setting", entry, known: known, foreign: FrontMatterKey.aliases, severity: .warning))
      return
    }
    guard isCourse || !key.isOfCourse else {
      diagnostics.append(
        Diagnostic(
          .frontMatter, "`\(key.name)` is a setting of the course, which a page cannot make",
          at: entry.keyRange,
          severity: .warning, hint: .init("write it into nnb.yml")))
      return
    }
    do {
      guard try key.store(entry.value, &frontMatter) else {
        return diagnostics.append(.wrongType(.frontMatter, entry, wants: key.wants))
      }
    } catch {
      let range = entry.valueRange
      let found = range.text.firstRange(of: error.key)
      let start = found.map { range.text.utf8.distance(from: range.text.startIndex, to: $0.lowerBound) }
      let place = start.map {
        SourceRange(range.file, (range.lowerBound + $0)..<(range.lowerBound + $0 + error.key.utf8.count))
      }
      diagnostics.append(
        Diagnostic(.frontMatter, error.message, at: place ?? range, hint: .init(error.hint)))
    }
  }
}
