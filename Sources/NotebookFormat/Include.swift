/// A line `{{< include _x.md >}}`.
struct Include {
  /// The path as it was typed.
  let target: String

  /// Reads a paragraph that is nothing but an include.
  init?(_ block: Block) {
    guard case .paragraph = block.kind, block.range.bytes.count < 1_000 else { return nil }
    let text = block.range.text.trimmed
    guard text.hasPrefix("{{<"), text.hasSuffix(">}}"), !text.utf8.contains(.lineFeed) else { return nil }
    let inner = String(text.dropFirst(3).dropLast(3)).trimmed
    guard inner.hasPrefix("include ") || inner.hasPrefix("include\t") else { return nil }
    target = String(inner.dropFirst("include".count)).trimmed
    guard !target.isEmpty, !target.contains("{{<") else { return nil }
  }
}
