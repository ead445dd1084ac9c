import Reporting

/// The lecturer's page of a course: students × checks, how the points are spread, and which wrong answers are common.
public struct MatrixPage: Sendable {
  let records: [GradeRecord]
  let key: GradingKey

  /// Prepares the page of all records.
  public init(_ records: [GradeRecord], key: GradingKey) {
    self.records = records
    self.key = key
  }

  /// The page: one file that needs nothing else.
  public var html: String {
    GradingPage.page(key.notebook.frontMatter.title ?? "Grades") { page in
      page.element("h1", text: key.notebook.frontMatter.title ?? "Grades")
      page.element("p", ["class": "soft"], text: summary)
      histogram(&page)
      matrix(&page)
      for exercise in key.exercises { wrongAnswers(exercise, &page) }
      twins(&page)
      timesOfDay(&page)
    }
  }

  private var summary: String {
    let totals = records.compactMap(\.total)
    let mean = totals.isEmpty ? 0 : totals.reduce(0, +) / totals.count
    let counts = GradeRecord.Status.allCases.map { status in
      "\(records.count { $0.status == status }) \(status.rawValue)"
    }
    return "\(records.count) submissions: \(counts.joined(separator: ", ")); mean \(pointsText(mean)) of "
      + "\(pointsText(key.milliPoints)) points"
  }

  // MARK: Parts

  /// How many have how many points, in ten steps, and which grade.
  private func histogram(_ page: inout GradingPage) {
    let totals = records.compactMap(\.total)
    guard key.milliPoints > 0, !totals.isEmpty else { return }
    let steps = 10
    var counts = Array(repeating: 0, count: steps)
    for total in totals { counts[min(steps - 1, total * steps / key.milliPoints)] += 1 }
    let ranges = (0..<steps).map { step in
      [step, step + 1].map { pointsText($0 * key.milliPoints / steps) }.joined(separator: " – ")
    }
    page.bars("Points", zip(ranges, counts).map { ($0, $1) })
    guard let scale = key.notebook.frontMatter.scale else { return }
    let grades = totals.map { scale.grade(of: $0, maximum: key.milliPoints) }
    page.bars("Grades", scale.grades.map { grade in (grade, grades.count { $0 == grade }) })
  }

  /// When students hand in, by the hour.
  private func timesOfDay(_ page: inout GradingPage) {
    let hours = records.compactMap(\.time).map { ($0 % 86_400 + 86_400) % 86_400 / 3_600 }
    guard let first = hours.min(), let last = hours.max() else { return }
    page.bars(
      "Handed in, by the hour (UTC)", (first...last).map { hour in ("\(hour)", hours.count { $0 == hour }) })
  }

  private func matrix(_ page: inout GradingPage) {
    page.element("section") { page in
      page.element("h2", text: "Checks")
      page.element("div", ["class": "scroll"]) { page in
        page.element("table", ["class": "matrix"]) { page in
          heading(&page)
          for record in records { row(record, &page) }
        }
      }
    }
  }

  private func heading(_ page: inout GradingPage) {
    page.element("tr") { page in
      page.element("th", text: "")
      page.element("th", text: "points")
      for exercise in key.exercises {
        page.element(
          "th", ["colspan": "\(max(1, exercise.checks.count))", "scope": "colgroup"], text: exercise.name)
      }
      page.element("th", text: "")
    }
  }

  private func row(_ record: GradeRecord, _ page: inout GradingPage) {
    page.element("tr") { page in
      page.element("th", ["scope": "row"], text: record.identity.name ?? record.identity.id)
      page.element("td", text: record.total.map(pointsText) ?? "?")
      for exercise in key.exercises {
        let graded = record.exercises.first { $0.name == exercise.name }
        if exercise.checks.isEmpty {
          page.element("td", text: graded.map { exercise.waits($0) ? "?" : pointsText($0.milliPoints) } ?? "")
        }
        for (number, check) in exercise.checks.enumerated() {
          let verdicts = graded?.checks ?? []
          page.element("td", ["title": check.text]) { page in
            page.mark(verdicts.indices.contains(number) ? verdicts[number].outcome : .notRun)
          }
        }
      }
      let words = [record.reason].compactMap { $0 } + record.remarks
      page.element("td", ["style": "text-align:left"], text: words.joined(separator: "; "))
    }
  }

  /// The wrong answers of an exercise that more than one gave, by their value.
  private func wrongAnswers(_ exercise: KeyExercise, _ page: inout GradingPage) {
    var groups: [String: [(record: GradeRecord, graded: GradedExercise)]] = [:]
    for record in records {
      guard let graded = record.exercises.first(where: { $0.name == exercise.name }), !graded.digest.isEmpty,
        graded.milliPoints < exercise.milliPoints
      else { continue }
      groups[graded.digest, default: []].append((record, graded))
    }
    let common = groups.values.filter { $0.count > 1 }.sorted {
      ($1.count, $0[0].graded.answer) < ($0.count, $1[0].graded.answer)
    }
    guard !common.isEmpty else { return }
    page.element("section") { page in
      page.element("h2", text: "Wrong answers to \(exercise.name)")
      for group in common.prefix(10) {
        let names = group.prefix(12).map { $0.record.identity.name ?? $0.record.identity.id }
        page.element(
          "p",
          text: "\(group.count) chose this: \(names.joined(separator: ", "))\(group.count > 12 ? ", …" : "")")
        page.element("pre", text: String(group[0].graded.answer.prefix(600)))
      }
    }
  }
}
