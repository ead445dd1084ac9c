/// A part of a page that holds parts of its own kind.
public protocol PagePart: Sendable {
  /// What it holds, in order.
  var children: [Self] { get }
}

extension Block: PagePart {
  /// The blocks inside it, in order.
  public var children: [Block] {
    switch kind {
    case .quote(let inner), .callout(_, let inner), .footnote(_, let inner), .section(_, let inner),
      .details(_, let inner), .centred(let inner):
      inner
    case .list(_, _, let items): items.flatMap(\.blocks)
    case .heading, .paragraph, .code, .cell, .table, .thematicBreak, .math, .html, .pause: []
    }
  }

  /// The running text that it holds itself, in order.
  public var inlines: [Inline] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): inlines
    case .table(_, let header, let rows, let caption): Array(([header] + rows).joined().joined()) + caption
    case .details(let details, _): details.summary
    case .quote, .callout, .list, .code, .cell, .thematicBreak, .math, .html, .footnote, .section, .centred,
      .pause:
      []
    }
  }

  /// Returns the block with other blocks instead of those inside it; the items of a list are replaced one by one.
  func replacingChildren(_ replacement: ([Block]) -> [Block]) -> Block {
    var block = self
    switch kind {
    case .quote(let inner): block.kind = .quote(replacement(inner))
    case .callout(let callout, let inner): block.kind = .callout(callout, replacement(inner))
    case .footnote(let label, let inner): block.kind = .footnote(label: label, replacement(inner))
    case .section(let section, let inner): block.kind = .section(section, replacement(inner))
    case .details(let details, let inner): block.kind = .details(details, replacement(inner))
    case .centred(let inner): block.kind = .centred(replacement(inner))
    case .list(let start, let isTight, var items):
      for item in items.indices { items[item].blocks = replacement(items[item].blocks) }
      block.kind = .list(start: start, isTight: isTight, items: items)
    case .heading, .paragraph, .code, .cell, .table, .thematicBreak, .math, .html, .pause: break
    }
    return block
  }
}

extension Inline: PagePart {
  /// The pieces inside it, in order.
  public var children: [Inline] {
    switch kind {
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .styled(_, let inner),
      .link(_, _, let inner), .image(_, _, _, let inner):
      inner
    case .text, .softBreak, .lineBreak, .code, .value, .reference, .anchor, .math, .footnoteReference, .html:
      []
    }
  }
}

extension Array where Element: PagePart {
  /// Returns every part, each before those that it holds, in the order of the text.
  ///
  /// What a part holds is passed over where `entering` says so, and where it lies `deepest` levels down.
  /// - Complexity: linear, and never deep on the stack.
  public func walk(
    deepest: Int = .max, entering: @escaping (Element) -> Bool = { _ in true }
  ) -> PageWalk<Element> {
    PageWalk(self, deepest: deepest, entering: entering)
  }
}

/// The parts of a page in the order of the text.
public struct PageWalk<Part: PagePart>: Sequence, IteratorProtocol {
  /// The parts still to come on each level, the innermost level last.
  private var levels: [ArraySlice<Part>]
  private let deepest: Int
  private let entering: (Part) -> Bool

  init(_ parts: [Part], deepest: Int, entering: @escaping (Part) -> Bool) {
    levels = [parts[...]]
    self.deepest = deepest
    self.entering = entering
  }

  /// The next part; nil behind the last.
  public mutating func next() -> Part? {
    while let last = levels.indices.last {
      guard let part = levels[last].popFirst() else {
        levels.removeLast()
        continue
      }
      if levels.count < deepest, entering(part) { levels.append(part.children[...]) }
      return part
    }
    return nil
  }
}
