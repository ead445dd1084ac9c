@testable import Figures

/// The canonical form of a drawing, broken into lines that can be reviewed, and back.
enum DrawingReview {
  /// The most letters of a line, where a break is allowed.
  private static let longest = 110

  /// Returns the text with its strokes and fills broken between points; what goes on is indented.
  static func broken(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasPrefix("stroke") || line.hasPrefix("fill") else { return String(line) }
      var lines = [""]
      for word in line.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.utf8.count + word.utf8.count < longest {
          lines[lines.count - 1] += " " + word
        } else {
          lines.append("  " + word)
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Returns the canonical form again.
  static func joined(_ text: String) -> String { text.replacing("\n  ", with: " ") }
}

/// Reads a drawing from its canonical form.
struct DrawingReader {
  /// What is wrong with a text that is no drawing.
  struct Problem: Error { let line: String }

  /// Returns the drawing.
  static func drawing(_ text: String) throws -> DrawingList {
    let lines = text.split(separator: "\n").map(String.init)
    guard let head = lines.first?.firstMatch(of: #/^drawing (\d+) (\d+)$/#), let width = Int(head.1),
      let height = Int(head.2)
    else { throw Problem(line: lines.first ?? "") }
    var list = DrawingList(width: width, height: height)
    for line in lines.dropFirst() {
      guard let element = element(line) else { throw Problem(line: line) }
      list.append(element)
    }
    return list
  }

  private static func element(_ line: String) -> DrawingElement? {
    if let match = line.firstMatch(of: #/^fill (\S+)(.*)$/#) {
      return role(match.1).map { .fill(outlines(match.2).map(\.points), $0) }
    }
    if let match = line.firstMatch(of: #/^stroke (\S+) width (\d+)(?: dashes ([\d,]+))?(.*)$/#) {
      let dashes = match.3?.split(separator: ",").compactMap { Int($0) } ?? []
      guard let role = role(match.1), let width = Int(match.2) else { return nil }
      return .stroke(outlines(match.4), role, DrawingStroke(width: width, dashes: dashes))
    }
    if let match = line.firstMatch(of: #/^marker (\w+) class (\d+) (\S+) radius (\d+)$/#) {
      guard let shape = MarkerShape(rawValue: String(match.1)), let index = Int(match.2),
        let center = points(match.3).first, let radius = Int(match.4)
      else { return nil }
      return .marker(DrawingMarker(shape, classIndex: index, center: center, radius: radius))
    }
    if let match = line.firstMatch(of: #/^text (\S+) (\S+) size (\d+) (\w+) "(.*)"$/#) {
      guard let role = role(match.1), let start = points(match.2).first, let size = Int(match.3),
        let direction = DrawingText.Direction(rawValue: String(match.4))
      else { return nil }
      return .text(DrawingText(String(match.5), start: start, size: size, direction: direction), role)
    }
    return nil
  }

  private static func outlines(_ text: Substring) -> [DrawingLine] {
    text.matches(of: #/([\[(])([^\])]*)[\])]/#).map { DrawingLine(points($0.2), isClosed: $0.1 == "[") }
  }

  private static func points(_ text: Substring) -> [DrawingPoint] {
    text.split(separator: " ").compactMap { pair in
      let numbers = pair.split(separator: ",").compactMap { Int($0) }
      return numbers.count == 2 ? DrawingPoint(x: numbers[0], y: numbers[1]) : nil
    }
  }

  private static func role(_ name: Substring) -> ColourRole? {
    guard let match = name.wholeMatch(of: #/faint-(\d+)-(.+)/#) else { return roles[String(name)] }
    guard let percent = Int(match.1), let role = role(match.2) else { return nil }
    return .faint(role, percent: percent)
  }

  private static let roles: [String: ColourRole] = {
    let plain: [ColourRole] = [
      .paper, .ink, .mutedInk, .frame, .grid, .boundary, .noValue, .noValueHatch, .function, .derivative,
      .dots,
      .bar, .positive, .negative, .unit,
    ]
    let numbered = (0..<100).flatMap {
      [.series($0), .seriesEdge($0), .region($0), .line($0)] as [ColourRole]
    }
    let shades = (-24...24).flatMap {
      [.diverging($0), .sequential($0), .onDiverging($0), .onSequential($0)] as [ColourRole]
    }
    return Dictionary((plain + numbered + shades).map { ($0.name, $0) }) { first, _ in first }
  }()
}
