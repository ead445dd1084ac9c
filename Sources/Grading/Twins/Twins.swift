import NotebookFormat

/// Two students with the same answers, but for names and order, to exercises that few others answer so.
///
/// That is no proof of anything: a person looks at both.
struct Twins: Sendable {
  /// The two, in the order of the course.
  let pair: (GradeRecord, GradeRecord)
  /// The exercises whose answers have the same form.
  let exercises: [String]
  /// How many words, numbers and signs these answers have.
  let size: Int

  /// The least that two must have in common: what is short is alike by itself.
  static let leastSize = 30

  /// The pairs of a course, the most striking first.
  /// - Complexity: linear in the answers, and quadratic in how many may share one without being common.
  static func pairs(in records: [GradeRecord], key: GradingKey) -> [Twins] {
    let common = Set(
      key.notebook.cells.filter { cell in
        switch cell.role {
        case .plain, .exercise: true
        case .solution, .tests, .hidden: false
        }
      }.flatMap { TreeForm.parts(of: $0.source.text) })
    // What more than these have in common is what the exercise asks for.
    let most = max(3, records.count / 20)
    var found: [[Int]: (exercises: [String], size: Int)] = [:]
    for exercise in key.exercises {
      var groups: [TreeForm: [Int]] = [:]
      for (index, record) in records.enumerated() {
        guard let graded = record.exercises.first(where: { $0.name == exercise.name }), !graded.answer.isEmpty
        else { continue }
        let form =
          exercise.marking == .person
          ? TreeForm(prose: graded.answer) : TreeForm(graded.answer, without: common)
        groups[form, default: []].append(index)
      }
      groups[TreeForm(key.solutions[exercise.name] ?? "", without: common)] = nil
      for (form, group) in groups where 2...most ~= group.count && form.size > 0 {
        for (index, first) in group.enumerated() {
          for second in group[(index + 1)...] {
            found[[first, second], default: ([], 0)].exercises.append(exercise.name)
            found[[first, second], default: ([], 0)].size += form.size
          }
        }
      }
    }
    return found.filter { $0.value.size >= leastSize }.sorted {
      ($1.value.size, $0.key[0], $0.key[1]) < ($0.value.size, $1.key[0], $1.key[1])
    }.map { pair, alike in
      Twins(pair: (records[pair[0]], records[pair[1]]), exercises: alike.exercises, size: alike.size)
    }
  }
}

extension MatrixPage {
  /// The most pairs that are shown.
  private static let mostTwins = 20

  /// Answers that are the same but for names and order, side by side.
  func twins(_ page: inout GradingPage) {
    let twins = Twins.pairs(in: records, key: key)
    guard !twins.isEmpty else { return }
    page.element("section") { page in
      page.element("h2", text: "The same but for names and order")
      page.element(
        "p", ["class": "soft"],
        text: "Answers that few others gave, without the code of the sheet. Look before you judge.")
      for pair in twins.prefix(Self.mostTwins) {
        let names = [pair.pair.0, pair.pair.1].map { $0.identity.name ?? $0.identity.id }
        page.element(
          "h3", text: "\(names.joined(separator: " and ")): \(pair.exercises.joined(separator: ", "))")
        for exercise in pair.exercises {
          page.element("div", ["class": "pair"]) { page in
            for record in [pair.pair.0, pair.pair.1] {
              let answer = record.exercises.first { $0.name == exercise }?.answer ?? ""
              page.element("pre", text: String(answer.prefix(2_000)))
            }
          }
        }
      }
      if twins.count > Self.mostTwins {
        page.element("p", text: "and \(twins.count - Self.mostTwins) more pairs")
      }
    }
  }
}
