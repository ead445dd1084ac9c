import Diagnostics
import Formulas
import Wording

/// A notebook as it was read: what the file says, nothing evaluated.
public struct Notebook: Sendable {
  /// The file.
  public let file: SourceFile
  /// The settings at the top.
  public private(set) var frontMatter: FrontMatter
  /// The page: prose as a tree, cells as leaves that point into ``cells``.
  public let blocks: [Block]
  /// The cells in page order.
  public private(set) var cells: [Cell]
  /// The inline values of the prose and the captions.
  public let values: [InlineSource]
  /// The pictures of the course's folder that the page shows.
  public let pictures: [PictureFile]
  /// The addresses of links that do not lead where they are typed: to the report of a notebook, not to its text.
  public let links: [LinkedFile: String]
  /// Every file the text came from: the notebook's own first, then those it includes.
  public let files: [SourceFile]

  /// Makes a notebook.
  public init(
    file: SourceFile, frontMatter: FrontMatter, blocks: [Block], cells: [Cell], values: [InlineSource] = [],
    pictures: [PictureFile] = [], links: [LinkedFile: String] = [:], includes: [SourceFile] = []
  ) {
    self.file = file
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.cells = cells
    self.values = values
    self.pictures = pictures
    self.links = links
    self.files = [file] + includes
  }

  /// Returns the notebook with other settings.
  public func with(_ frontMatter: FrontMatter) -> Notebook {
    var copy = self
    copy.frontMatter = frontMatter
    return copy
  }

  /// Returns the notebook with other code in a cell.
  ///
  /// The code is a text of its own, so what was said of other cells stays at its position.
  /// - Complexity: O(cells).
  public func replacing(_ cell: Int, by source: SourceText) -> Notebook {
    var copy = self
    copy.cells[cell].source = source
    return copy
  }

  /// Whether any cell is a solution, so that the file is a lecturer's key.
  public var hasSolutions: Bool {
    cells.contains { if case .solution = $0.role { true } else { false } }
  }
}

/// A value in running text or in a caption: what stands between the backticks of `` `{nn} expr` ``.
public struct InlineSource: Sendable {
  /// The expression and its format, each byte with its position in the file.
  public let source: SourceText
  /// The whole code span, or the caption where its position is not known better.
  public let range: SourceRange

  /// Makes an inline value.
  public init(source: SourceText, range: SourceRange) {
    self.source = source
    self.range = range
  }
}

/// The settings at the top of a notebook.
public struct FrontMatter: Sendable, Hashable {
  /// The page's title.
  public var title: String?
  /// What stands under the title.
  public var subtitle: String?
  /// Who wrote it.
  public var author: String?
  /// The date, in the author's words.
  public var date: String?
  /// The shape of the slides.
  public var aspect = SlideAspect.wide
  /// The seed of all draws, 1 unless given.
  public var seed: Int
  /// The language of the words that the program writes into the page.
  public var language = PageLanguage.english
  /// The width of all numbers.
  public var precision = NumberWidth.float64
  /// What the notebook can be run with other values of: each is a name in every cell.
  public var params: [NotebookParameter]
  /// The commands for formulas that the course and the page define.
  public var macros = TeXMacros()
  /// The files and folders that cells may read, seen from the folder of the course.
  public var dataPaths: [String] = []
  /// When answers are due, in seconds since 1970.
  public var due: Int?
  /// What being late costs.
  public var late = LateRule()
  /// The grades that points give; nil where the course has none.
  public var scale: GradeScale?
  /// The parameters that each student has values of their own for.
  public var variants: [Variant] = []
  /// The student for whom the sheet was made.
  public var student: String?
  /// The proof that it was.
  public var signature: String?

  /// Makes settings.
  public init(title: String? = nil, author: String? = nil, seed: Int = 1, params: [NotebookParameter] = []) {
    self.title = title
    self.author = author
    self.seed = seed
    self.params = params
  }
}

/// The shape of slides, width to height; the raw value is how it is written.
public enum SlideAspect: String, Sendable, Hashable, CaseIterable {
  case wide = "16:9"
  case classic = "4:3"
}

/// The width of a notebook's numbers.
public enum NumberWidth: String, Sendable, Hashable, CaseIterable {
  /// About 16 digits.
  case float64
  /// About 7 digits, half the memory.
  case float32
}

/// One `nn` cell.
public struct Cell: Sendable {
  /// The position on the page, from 0.
  public internal(set) var index: Int
  /// The code without the option lines, each byte with its position in the file.
  public internal(set) var source: SourceText
  /// The options.
  public internal(set) var options: CellOptions
  /// What the cell is for.
  public let role: Role
  /// The whole fence, from the opening to the closing line.
  public let range: SourceRange
  /// The `output` fence right after it, if there is one.
  public internal(set) var record: RecordedOutput?
  /// Where a new record goes: an offset at the start of a line behind the cell's fence.
  public let recordOffset: Int
  /// What stands before each line of a new record (a list's indentation, a quote's `> `).
  public let linePrefix: String
  /// Whether a line closes the fence; a record can stand only behind one that is closed.
  public let isClosed: Bool

  /// Makes a cell.
  public init(
    index: Int, source: SourceText, options: CellOptions, role: Role, range: SourceRange,
    record: RecordedOutput?, recordOffset: Int, linePrefix: String, isClosed: Bool = true
  ) {
    self.index = index
    self.source = source
    self.options = options
    self.role = role
    self.range = range
    self.record = record
    self.recordOffset = recordOffset
    self.linePrefix = linePrefix
    self.isClosed = isClosed
  }
}

/// The text an `output` fence records.
public struct RecordedOutput: Sendable, Hashable {
  /// The text between the fences, lines ended by LF.
  public let text: String
  /// The whole fence in the file.
  public let range: SourceRange

  /// Makes a record.
  public init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// What a cell is for.
public enum Role: Sendable, Hashable {
  /// An ordinary cell of the page.
  case plain
  /// What the student fills in; `milliPoints` is nil where no points are given.
  case exercise(name: String, milliPoints: Int?, binds: [String]?)
  /// The lecturer's answer.
  case solution(exercise: String)
  /// Checks that the student sees.
  case tests(exercise: String)
  /// Checks that only the grader sees.
  case hidden(exercise: String)
}

/// For whom the page is.
public enum Face: String, Sendable, Hashable, CaseIterable {
  /// Exercises and tests.
  case student
  /// Solutions where their exercises stand, tests, hidden cells, solution prose.
  case solution
}
