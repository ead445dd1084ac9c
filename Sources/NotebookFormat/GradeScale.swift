/// The grades of a course, each with the least share of the points that it takes.
public struct GradeScale: Sendable, Hashable {
  /// A grade as it is written, and the thousandths of all points that it takes.
  struct Step: Sendable, Hashable {
    let grade: String
    let share: Int
  }

  /// From the lowest to the highest.
  private let steps: [Step]

  /// Reads `{"2,0": 0%, "3,0": 50%, "5,0": 90%}`: the shares rise from 0.
  init?(_ value: YAMLValue) {
    guard case .table(let entries) = value else { return nil }
    var steps: [Step] = []
    for entry in entries {
      guard let text = entry.value.text, text.hasSuffix("%"),
        let share = Double(text.dropLast()), 0...100 ~= share
      else { return nil }
      let step = Step(grade: entry.key, share: Int((share * 10).rounded()))
      guard steps.last.map({ $0.share < step.share }) ?? (step.share == 0) else { return nil }
      steps.append(step)
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// The grades, from the lowest to the highest.
  public var grades: [String] { steps.map(\.grade) }

  /// The grade for `milliPoints` of `maximum`: the highest whose share is reached, in whole numbers, so that no rounding decides.
  public func grade(of milliPoints: Int, maximum: Int) -> String {
    steps.last { milliPoints * 1000 >= $0.share * maximum }?.grade ?? steps[0].grade
  }
}
