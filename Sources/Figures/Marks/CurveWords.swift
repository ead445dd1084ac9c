import Wording

/// What a curve looks like, in words: where it rises, where it jumps, where it has poles.
struct CurveWords {
  private let curve: Curve
  private let x: Axis
  private let y: Axis
  private let words: Words
  private let finite: [PlanePoint]

  init(_ curve: Curve, _ x: Axis, _ y: Axis, _ words: Words) {
    self.curve = curve
    self.x = x
    self.y = y
    self.words = words
    finite = curve.points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  /// The words, without a full stop.
  var text: String {
    let title = curve.name.isEmpty ? words(.aCurve) : curve.name
    guard let first = finite.first, let last = finite.last else { return words(.withoutValues, title) }
    if finite.count == 1 { return words(.at, title, place(first)) }
    return ([title + " " + shape(first, last)] + jumps + poles).joined(separator: ", ")
  }

  private func place(_ point: PlanePoint) -> String { point.words(on: x, y) }

  private func shape(_ first: PlanePoint, _ last: PlanePoint) -> String {
    let ends = words(.fromTo, place(first), place(last))
    if !polePlaces.isEmpty { return ends }
    let steps = zip(finite, finite.dropFirst())
    let rises = steps.allSatisfy { $0.y <= $1.y }, falls = steps.allSatisfy { $0.y >= $1.y }
    if rises && falls {
      return words(
        .constant, y.words(first.y), x.name(or: "x"), x.words(first.x), x.words(last.x))
    }
    if rises || falls { return words(rises ? .rises : .falls, place(first), place(last)) }
    var shape = ends
    if let low = finite.min(by: { $0.y < $1.y }), low.y < min(first.y, last.y) {
      shape += ", " + words(.least, place(low))
    }
    if let high = finite.max(by: { $0.y < $1.y }), high.y > max(first.y, last.y) {
      shape += ", " + words(.greatest, place(high))
    }
    return shape
  }

  private var jumps: [String] {
    curve.jumps.prefix(3).map { jump in
      words(.jump, y.words(jump.left), y.words(jump.right), x.name(or: "x"), x.words(jump.x))
    } + rest(curve.jumps.count, .moreJumps)
  }

  private var poles: [String] {
    let places = polePlaces.prefix(3).map { words(.pole, x.name(or: "x"), $0) }
    return places + rest(polePlaces.count, .morePoles)
  }

  /// How many there are beyond the first three.
  private func rest(_ count: Int, _ phrase: Phrase) -> [String] {
    count > 3 ? [words.count(phrase, count - 3)] : []
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
