import NotebookFormat

/// A piece of raw HTML that may stand on a page: bare `<details>` with a plain `<summary>`, or its end.
enum DetailsTag: Equatable {
  case open(summary: String)
  case close

  /// Reads a block of raw HTML that is nothing but such a tag.
  init?(_ html: String) {
    let text = trimmed(html)
    if text == "</details>" {
      self = .close
      return
    }
    guard text.hasPrefix("<details>") else { return nil }
    let rest = trimmed(String(text.dropFirst("<details>".count)))
    guard !rest.isEmpty else {
      self = .open(summary: "")
      return
    }
    guard rest.hasPrefix("<summary>"), rest.hasSuffix("</summary>") else { return nil }
    let summary = rest.dropFirst("<summary>".count).dropLast("</summary>".count)
    guard !summary.contains(where: { $0 == "<" || $0 == ">" }) else { return nil }
    self = .open(summary: trimmed(String(summary)))
  }
}

private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}

/// Which blocks of a container open and close details: only those that find a partner count.
struct DetailsPairs {
  /// The index of the block that closes what the block at an index opens.
  let closing: [Int: Int]

  init(_ blocks: [Block]) {
    var open: [Int] = []
    var closing: [Int: Int] = [:]
    for (index, block) in blocks.enumerated() {
      guard case .html(let html) = block.kind, let tag = DetailsTag(html) else { continue }
      if case .open = tag {
        open.append(index)
      } else if let start = open.popLast() {
        closing[start] = index
      }
    }
    self.closing = closing
  }
}
