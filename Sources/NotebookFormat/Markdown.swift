import Diagnostics

/// A block of the page.
public struct Block: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange
  /// The name others refer to: `{#sec-x}` behind a heading, `{#eq-x}` behind a displayed formula, `{#fig-x}` behind
  /// a picture that stands alone, `{#tbl-x}` behind the caption of a table.
  public var label: String?

  /// Makes a block.
  public init(_ kind: Kind, _ range: SourceRange, label: String? = nil) {
    self.kind = kind
    self.range = range
    self.label = label
  }

  /// The kinds of block.
  public indirect enum Kind: Sendable, Hashable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case quote([Block])
    /// `> [!NOTE]` and its four kin.
    case callout(Callout, [Block])
    /// `start` is nil for a bulleted list.
    case list(start: Int?, isTight: Bool, items: [ListItem])
    /// A fenced or indented block that is not a cell; `language` is the info string's first word.
    case code(language: String?, text: String)
    /// A cell, by its position in ``Notebook/cells``.
    case cell(Int)
    /// `caption` is what stands behind the colon of the line `: Caption` below it.
    case table(
      alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [])
    case thematicBreak
    /// ```` ```math ````
    case math(Math)
    /// Raw HTML that is shown as text.
    case html(String)
    case footnote(label: String, [Block])
    /// The blocks between `<!-- solution -->` and `<!-- /solution -->`, and the like.
    case section(Section, [Block])
    /// `<!-- pause -->`: what follows on a slide comes with the next step.
    case pause
    /// `<details>`; the summary is empty where the text has none.
    case details(Details, [Block])
    /// `<center>` and its kin.
    case centred([Block])
  }

  /// What is seen of `<details>` before it is opened.
  public struct Details: Sendable, Hashable {
    /// The words of `<summary>`.
    public var summary: [Inline]
    /// Whether it is open from the beginning.
    public var isOpen: Bool

    /// Makes one.
    public init(summary: [Inline] = [], isOpen: Bool = false) {
      self.summary = summary
      self.isOpen = isOpen
    }
  }

  /// An item of a list; `isDone` is nil where it has no box.
  public struct ListItem: Sendable, Hashable {
    /// The state of a task's box.
    public var isDone: Bool?
    /// What the item holds.
    public var blocks: [Block]

    /// Makes an item.
    public init(isDone: Bool?, blocks: [Block]) {
      self.isDone = isDone
      self.blocks = blocks
    }
  }

  /// GitHub's callouts.
  public enum Callout: String, Sendable, Hashable, CaseIterable {
    case note, tip, important, warning, caution
  }

  /// A column's alignment.
  public enum Alignment: Sendable, Hashable {
    case none, left, center, right
  }

  /// A part of the prose that belongs to one face or medium only, or stands beside another.
  public enum Section: Sendable, Hashable {
    case solution
    /// What the lecturer says; in a speaker's view only.
    case notes
    case answer(exercise: String)
    /// On slides only.
    case slide
    /// In reports only.
    case report
    /// What stands side by side on a slide: it holds ``column(percent:)`` sections.
    case columns
    /// One of several columns; `percent` is its part of the width, nil an equal share.
    case column(percent: Int?)
  }
}

/// A piece of running text.
public struct Inline: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where it stands, as exactly as the block's own lines tell.
  public var range: SourceRange

  /// Makes a piece.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of running text.
  public indirect enum Kind: Sendable, Hashable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// `` `{nn} expr` ``, by its position in ``Notebook/values``.
    case value(Int)
    /// `@fig-x` and its kin.
    case reference(label: String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    /// What stands between two tags of HTML such as `<sub>` and `</sub>`.
    case styled(Style, [Inline])
    /// `<a name="x"></a>`: an anchor that links of the page can lead to.
    case anchor(String)
    /// A link; only `http`, `https`, `mailto` and fragments may be followed.
    case link(url: String, title: String, [Inline])
    case image(url: String, title: String, attributes: PictureAttributes = PictureAttributes(), [Inline])
    /// `$…$`, or `$$…$$` where it is displayed.
    case math(Math, isDisplayed: Bool)
    case footnoteReference(label: String)
    /// Raw HTML that is shown as text.
    case html(String)
  }

  /// How a piece between two tags looks; the raw value is the element of HTML.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    case emphasis = "em"
    case strong
    case strikethrough = "del"
    case `subscript` = "sub"
    case superscript = "sup"
    case key = "kbd"
    case bold = "b"
    case italic = "i"
    case underlined = "u"
    case marked = "mark"
    case small
  }
}
