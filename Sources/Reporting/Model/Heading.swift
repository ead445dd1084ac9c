import NotebookFormat

/// A heading of the page, as the contents list it.
struct Heading: Sendable, Equatable {
  /// 2 to 6: below the title, and never more than one level below the heading before.
  let level: Int
  /// The level in the notebook, 1 to 6.
  let written: Int
  /// The words.
  let title: String
  /// The id.
  let anchor: String
}

/// A line of the contents.
enum ContentsEntry: Sendable {
  case heading(Heading)
  /// An exercise, by its name, and the cell that stands for it.
  case exercise(name: String, anchor: String)

  /// The id it leads to.
  var anchor: String {
    switch self {
    case .heading(let heading): heading.anchor
    case .exercise(_, let anchor): anchor
    }
  }
}

/// Where a page's title comes from.
struct PageTitle {
  /// The words.
  let text: String
  /// The blocks below the title.
  let blocks: [Block]

  /// Takes the front matter's title, else the first heading wherever it stands, else the file's name.
  ///
  /// A heading of the first level moves to the top; others, and one that is referred to, stay where they are.
  init(_ notebook: Notebook, plainText: ([Inline]) -> String) {
    let blocks = notebook.blocks
    if let title = notebook.frontMatter.title, !title.isEmpty {
      text = title
      self.blocks = blocks
    } else if let place = blocks.firstIndex(where: { if case .heading = $0.kind { true } else { false } }),
      case .heading(let level, let inlines) = blocks[place].kind
    {
      text = plainText(inlines)
      let moves = level == 1 && (place == 0 || blocks[place].label == nil)
      self.blocks = moves ? Array(blocks[..<place] + blocks[(place + 1)...]) : blocks
    } else {
      text = Self.stem(of: notebook.file.path)
      self.blocks = blocks
    }
  }

  /// Returns a file's name without its folders and its last extension.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
