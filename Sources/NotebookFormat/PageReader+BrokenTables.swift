import Diagnostics

/// Tables of Markdown that are none, since the line below their heads does not fit.
extension PageReader {
  /// `| a | b |` over `|---|`: says how many cells the second line needs.
  mutating func reportBrokenTable(_ source: [UInt8], _ map: ContentMap) {
    let rows = source.split(separator: .lineFeed, maxSplits: 2, omittingEmptySubsequences: false)
    guard rows.count > 1, rows[0].contains(.pipe), rows[0].count <= 1_000 else { return }
    let (head, rule) = (rows[0], rows[1])
    let isRule =
      rule.contains(.pipe) && rule.contains(UInt8(ascii: "-"))
      && rule.allSatisfy { "|-: \t".utf8.contains($0) }
    guard isRule else { return }
    let counts = [head, rule].map(Self.cellCount)
    guard counts[0] != counts[1] else { return }
    let place = lines.range(map.offsets(rule.startIndex..<rule.endIndex))
    let line = "|" + String(repeating: "---|", count: counts[0])
    diagnostics.append(
      Diagnostic(
        .notATable,
        "this is no table: its heads have \(counted(counts[0], "cell")), this line has \(counts[1])",
        at: place, hint: .init("write `\(line.prefix(60))`", edit: .init(place, line))))
  }

  private static func cellCount(_ row: ArraySlice<UInt8>) -> Int {
    let inner = row.drop { $0.isBlank || $0 == .pipe }
    let end = inner.lastIndex { !$0.isBlank && $0 != .pipe }.map { $0 + 1 } ?? inner.startIndex
    return inner[..<end].count { $0 == .pipe } + 1
  }
}
