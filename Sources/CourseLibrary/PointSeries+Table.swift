import Figures
import Language
import Tables

extension PointSeries {
  /// Parts points by their label: one series a label, in ascending order; those of the rows `wrong` are ringed.
  static func byClass(
    _ points: [PlanePoint], _ labels: [Double], name: String, classNames: [String] = [], wrong: Set<Int> = []
  ) -> [PointSeries] {
    var groups: [Double: [Int]] = [:]
    for index in points.indices where !labels[index].isNaN {
      groups[labels[index], default: []].append(index)
    }
    let classes = groups.keys.sorted()
    // The class of a label: the label itself for 0, 1, 2, …; the lower one is 0 for −1 and 1.
    let isCounting = classes.allSatisfy { $0 >= 0 && $0 == $0.rounded() && $0 < 100 }
    return classes.enumerated().map { index, label in
      let named = Int(exactly: label).flatMap { classNames.indices.contains($0) ? classNames[$0] : nil }
      let rows = groups[label] ?? []
      return PointSeries(
        "\(name) = \(named ?? MathText.number(label))", classIndex: isCounting ? Int(label) : index,
        points: rows.map { points[$0] },
        wrong: Set(rows.indices.filter { wrong.contains(rows[$0]) }))
    }
  }
}

extension ShadedPoints {
  /// Whether numbers are better told apart by shades than by the markers of classes: there are more of them than
  /// classes, and not only whole ones, or more than anybody counts.
  static func fit(_ numbers: [Double]) -> Bool {
    let count = Set(numbers.lazy.filter { !$0.isNaN }).count
    return count > 100 || count > 10 && numbers.contains { $0 != $0.rounded() }
  }
}

extension Table {
  /// The rows as points of the plane of the first two inputs, by class; free rows are left out.
  ///
  /// None where the output is no class: those are ``shadedPoints``.
  var pointSeries: [PointSeries] { pointSeries(wrong: []) }

  /// The same with a ring around the rows `wrong`.
  func pointSeries(wrong: Set<Int>) -> [PointSeries] {
    guard !hasShades else { return [] }
    let name = outputs.count == 1 ? outputs[0] : "class"
    return PointSeries.byClass(points, labels, name: name, classNames: classNames[name] ?? [], wrong: wrong)
  }

  /// The rows as points of the plane whose colour is the output, where that is a number and no class.
  var shadedPoints: ShadedPoints? {
    hasShades ? ShadedPoints(points, values: Y.elements, name: outputs[0]) : nil
  }

  private var points: [PlanePoint] {
    (0..<rowCount).map { row in
      let inputs = X.row(row).elements
      return PlanePoint(inputs[0], inputs.count > 1 ? inputs[1] : 0)
    }
  }

  /// Whether the output takes more values than classes have, and not only whole ones.
  var hasShades: Bool {
    outputs.count == 1 && ShadedPoints.fit(Y.elements)
  }

  /// One label a row: the output, or with several outputs the position of the largest, from 0.
  var labels: [Double] {
    guard outputs.count > 1 else { return Y.elements }
    return (0..<rowCount).map { row in
      let values = Y.row(row).elements
      return Double(values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 })
    }
  }
}
