/// What a curve looks like, in words: where it rises, where it jumps, where it has poles.
struct CurveWords {
  private let curve: Curve
  private let x: Axis
  private let y: Axis
  private let finite: [PlanePoint]

  init(_ curve: Curve, _ x: Axis, _ y: Axis) {
    self.curve = curve
    self.x = x
    self.y = y
    finite = curve.points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  /// The words, without a full stop.
  var text: String {
    let title = curve.name.isEmpty ? "a curve" : curve.name
    guard let first = finite.first, let last = finite.last else { return "\(title) without values" }
    if finite.count == 1 { return "\(title) at \(words(first))" }
    return ([title + " " + shape(first, last)] + jumps + poles).joined(separator: ", ")
  }

  private func words(_ point: PlanePoint) -> String { point.words(on: x, y) }

  private func shape(_ first: PlanePoint, _ last: PlanePoint) -> String {
    let ends = "from \(words(first)) to \(words(last))"
    if !polePlaces.isEmpty { return ends }
    let steps = zip(finite, finite.dropFirst())
    let rises = steps.allSatisfy { $0.y <= $1.y }, falls = steps.allSatisfy { $0.y >= $1.y }
    if rises && falls {
      return
        "constant \(y.words(first.y)) from \(x.name(or: "x")) = \(x.words(first.x)) to \(x.words(last.x))"
    }
    if rises || falls { return (rises ? "rises " : "falls ") + ends }
    var words = ends
    if let low = finite.min(by: { $0.y < $1.y }), low.y < min(first.y, last.y) {
      words += ", least \(self.words(low))"
    }
    if let high = finite.max(by: { $0.y < $1.y }), high.y > max(first.y, last.y) {
      words += ", greatest \(self.words(high))"
    }
    return words
  }

  private var jumps: [String] {
    curve.jumps.prefix(3).map { jump in
      "jumps from \(y.words(jump.left)) to \(y.words(jump.right)) at \(x.name(or: "x")) = \(x.words(jump.x))"
    } + rest(curve.jumps.count, "jump")
  }

  private var poles: [String] {
    let places = polePlaces.prefix(3).map { "a pole at \(x.name(or: "x")) = \($0)" }
    return places + rest(polePlaces.count, "pole")
  }

  /// How many there are beyond the first three.
  private func rest(_ count: Int, _ what: String) -> [String] {
    count > 3 ? ["and \(count - 3) more \(what)\(count == 4 ? "" : "s")"] : []
  }

  /// Where the curve is broken and leaves the plane on both sides.
  private var polePlaces: [String] {
    let runs = curve.points.split { !($0.x.isFinite && $0.y.isFinite) }
    var places: [String] = []
    for (left, right) in zip(runs, runs.dropFirst()) {
      guard let before = left.last, let after = right.first, !y.range.contains(before.y),
        !y.range.contains(after.y), after.x - before.x < 0.02 * x.range.width
      else { continue }
      let middle = before.x / 2 + after.x / 2
      // Half of a hundredth of the axis is nothing that anybody sees.
      let place = x.words(abs(middle) < 0.005 * x.range.width ? 0 : middle)
      if places.last != place { places.append(place) }
    }
    return places
  }
}
