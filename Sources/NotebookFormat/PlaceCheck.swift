import Diagnostics

/// Checks that links to anchors of the page itself, `[…](#the-heading)`, lead somewhere.
struct PlaceCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<String>
  /// How often a heading of each name stands on the page.
  private var headings: [String: Int] = [:]
  /// The beginnings of names that only the run completes.
  private var beginnings: [String] = []

  /// The most links for which near misses are looked for, which is dear.
  private static let most = 20

  /// Checks the links of `notebook`.
  init(_ notebook: Notebook, links: [(url: String, range: SourceRange)]) {
    known = Set(PlaceName.ofThePage + notebook.cells.map { PlaceName.cell($0.index) })
    let links = links.filter { $0.url.hasPrefix("#") && $0.url.utf8.count > 1 }
    guard !links.isEmpty else { return }
    known.formUnion(notebook.cells.compactMap(\.options.label))
    for block in notebook.blocks.walk() { learn(block) }
    for (number, link) in links.enumerated() { check(link.url, link.range, mayGuess: number < Self.most) }
  }

  private mutating func learn(_ block: Block) {
    if let label = block.label { known.insert(label) }
    for inline in block.inlines.walk() {
      if case .anchor(let name) = inline.kind { known.insert(name) }
    }
    // A heading with a label has that name alone.
    guard case .heading(_, let inlines) = block.kind, block.label == nil else { return }
    let slug = PlaceName.slug(inlines.heading)
    let count = headings[slug, default: 0]
    headings[slug] = count + 1
    known.insert(count == 0 ? slug : "\(slug)-\(count)")
    if inlines.walk().contains(where: \.isLate) { beginnings.append(PlaceName.slug(inlines.untilValue)) }
  }

  private mutating func check(_ url: String, _ range: SourceRange, mayGuess: Bool) {
    let name = String(url.dropFirst()).percentDecoded ?? String(url.dropFirst())
    guard !known.contains(name), !beginnings.contains(where: name.hasPrefix) else { return }
    let same = known.contains(PlaceName.slug(name)) ? [PlaceName.slug(name)] : []
    let near = same.isEmpty && mayGuess ? nearMisses(of: name, in: known) : same
    let edit =
      near.count == 1
      ? range.only(url).map { Diagnostic.Edit($0, "#" + near[0].percentEncoded) } : nil
    diagnostics.append(
      Diagnostic(
        .linkToNothing, "this link leads to nothing: no place of this page is named `\(name.prefix(60))`",
        at: range,
        hint: .init(
          didYouMean(near.map { "#" + $0 })
            ?? """
            a heading is named by its words, `#the-heading`, or by its label, `{#sec-x}`; any other place \
            by `<a name="x"></a>`
            """, edit: edit)))
  }
}

extension [Inline] {
  /// The words of a heading, as far as they are known before the run.
  fileprivate var heading: String { walk().map(\.words).joined() }

  /// The words before the first that the run gives.
  fileprivate var untilValue: String { walk().prefix { !$0.isLate }.map(\.words).joined() }
}

extension Inline {
  /// Whether its words are known from the run only.
  fileprivate var isLate: Bool {
    switch kind {
    case .value, .reference: true
    case .text, .softBreak, .lineBreak, .code, .emphasis, .strong, .strikethrough, .styled, .anchor, .link,
      .image, .math, .footnoteReference, .html:
      false
    }
  }

  /// The words that it holds itself.
  fileprivate var words: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .math(let math, _): math.formula?.plainText ?? math.tex
    case .value, .reference, .emphasis, .strong, .strikethrough, .styled, .anchor, .link, .image,
      .footnoteReference, .html:
      ""
    }
  }
}
