extension DrawingList {
  /// The canonical form: one line for each element, coordinates in 1/64 px.
  public var text: String {
    var lines = ["drawing \(width) \(height)"]
    lines += elements.map(\.text)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The 64-bit FNV-1a hash of ``text``, as 16 hexadecimal digits.
  public var digest: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension DrawingElement {
  fileprivate var text: String {
    switch self {
    case .fill(let outlines, let role):
      "fill \(role.name)" + outlines.map { " [\(joined($0))]" }.joined()
    case .stroke(let lines, let role, let stroke):
      "stroke \(role.name) width \(stroke.width)"
        + (stroke.dashes.isEmpty ? "" : " dashes \(stroke.dashes.map(String.init).joined(separator: ","))")
        + lines.map { $0.isClosed ? " [\(joined($0.points))]" : " (\(joined($0.points)))" }.joined()
    case .marker(let marker):
      "marker \(marker.shape.rawValue) class \(marker.classIndex) \(joined([marker.center])) radius \(marker.radius)"
    case .text(let text, let role):
      "text \(role.name) \(joined([text.start])) size \(text.size) \(text.direction.rawValue) \"\(text.words)\""
    }
  }

  private func joined(_ points: [DrawingPoint]) -> String {
    points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }
}
