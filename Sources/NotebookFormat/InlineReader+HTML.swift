import Diagnostics
import Wording

/// Raw HTML in running text: the elements that a page keeps become pieces of ours.
extension InlineReader {
  /// Reads a tag that needs no partner; every other waits for the end of its text.
  func piece(ofTag literal: String, at range: SourceRange) -> (inline: Inline, picture: String?) {
    if let tag = HTMLTag(literal), !tag.isClosing {
      if case .lineBreak? = HTMLElement(tag) { return (Inline(.lineBreak, range), nil) }
      if case .picture? = HTMLElement(tag), let url = tag.attributes["src"], !url.isEmpty {
        let words = tag.attributes["alt"] ?? ""
        return (
          Inline(
            .image(
              url: url, title: tag.attributes["title"] ?? "", attributes: PictureAttributes(tag),
              words.isEmpty ? [] : [Inline(.text(words), range.only(words) ?? range)]), range), url
        )
      }
    }
    return (Inline(.html(literal), range), nil)
  }

  /// Puts what stands between a tag and its end into one piece, and tells what is left over.
  /// - Complexity: linear in the pieces times the depth of the tags.
  mutating func joiningTags(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: \.isHTML) else { return inlines }
    var open: [OpenTag] = []
    var counts: [String: Int] = [:]
    var done: [Inline] = []
    for inline in inlines {
      done.append(inline)
      guard case .html(let literal) = inline.kind, let tag = HTMLTag(literal) else { continue }
      if !tag.isClosing, tag.hasPartner, open.count < InputBounds.depth {
        open.append(OpenTag(tag: tag, place: done.count - 1))
        counts[tag.name, default: 0] += 1
      } else if tag.isClosing, counts[tag.name, default: 0] > 0 {
        while let last = open.popLast() {
          counts[last.tag.name, default: 0] -= 1
          if last.tag.name != tag.name {
            reportTag(done[last.place], last.tag)
            continue
          }
          let pieces = joined(last.tag, Array(done[last.place...]))
          done.removeLast(done.count - last.place)
          done += pieces
          break
        }
      } else {
        reportTag(inline, tag)
      }
    }
    for last in open { reportTag(done[last.place], last.tag) }
    return done
  }

  /// A tag that waits for its end, and where it stands among the pieces.
  private struct OpenTag {
    let tag: HTMLTag
    let place: Int
  }

  /// Returns what a tag makes of the pieces from it to its end.
  private mutating func joined(_ tag: HTMLTag, _ all: [Inline]) -> [Inline] {
    guard let first = all.first, let last = all.last else { return [] }
    let (range, inner) = (first.range.joined(with: last.range), Array(all.dropFirst().dropLast()))
    if let style = Inline.Style(tag: tag.name) { return [Inline(.styled(style, inner), range)] }
    let name = tag.attributes["name"] ?? tag.attributes["id"]
    let anchor = name.map { [Inline(.anchor($0), range.startPoint)] } ?? []
    guard let url = tag.attributes["href"] else { return anchor + inner }
    checkTarget(url, range)
    return anchor + [Inline(.link(url: url, title: tag.attributes["title"] ?? "", inner), range)]
  }

  private mutating func reportTag(_ inline: Inline, _ tag: HTMLTag) {
    // The end of what was told is not told again.
    guard shownTags.insert(tag.name).inserted || !tag.isClosing else { return }
    var fact: Message = "a page does not keep this HTML"
    var hint: Message = HTMLElement.advice(for: tag.name)
    if HTMLElement(tag)?.isBlock == true {
      fact = "it stands inside a line"
      hint = "put it at the beginning of a line, with a blank line before it"
    } else if Inline.Style(tag: tag.name) != nil || tag.name == "a" {
      fact = tag.isClosing ? "nothing opens it here" : "nothing closes it here"
      hint = "write both tags in one paragraph, or `&lt;` for a `<` that is meant as it stands"
      if tag.name == "a", !tag.isClosing, !tag.hasPartner {
        fact = "it has neither a name of letters, digits, `-` and `_` nor an address"
        hint = "write `<a name=\"x\"></a>` or a link, `[words](address)`"
      }
    }
    diagnostics.append(.rawHTML("`\(tag.mark)` stays text: \(fact)", at: inline.range, hint: hint))
  }
}

extension Diagnostic {
  /// HTML that a page shows as it is typed.
  static func rawHTML(_ fact: Message, at range: SourceRange, hint: Message) -> Diagnostic {
    Diagnostic(.rawHTML, fact, at: range, hint: .init(hint))
  }
}

extension HTMLTag {
  /// Whether it belongs to running text and waits for its end.
  fileprivate var hasPartner: Bool {
    if Inline.Style(tag: name) != nil { return true }
    guard name == "a" else { return false }
    if let place = attributes["name"] ?? attributes["id"] { return Label.isLabel(place) }
    return attributes["href"] != nil
  }
}

extension Inline {
  fileprivate var isHTML: Bool { if case .html = kind { true } else { false } }
}
