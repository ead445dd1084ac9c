import Foundation

extension Benchmark {
  /// The whole process of `nnb grade` on a course that is made for it, with feedback for everyone.
  ///
  /// The sheets are those that the peers grade: five exercises on gates, and XOR by training. Half of the submissions are
  /// right, the others have the mistakes of the peers' course. Every worker must be locked in as well as can be.
  static let grading = Benchmark(task: .grading) { effort in
    try GradedSheet.all.map { sheet in
      let count = effort == .full ? sheet.count : 2
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nnb-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try sheet.makeCourse(count, in: folder)
      let run = ChildProcess(
        command: [
          Place.program("nnb"), "grade", Place.source("Peers/\(sheet.key)"), "handed-in", "-o", "out",
          "--jobs", "2",
        ], folder: folder.path)
      let time = try Stopwatch.seconds { try run.output() }
      let table = try String(contentsOf: folder.appendingPathComponent("out/grades.csv"), encoding: .utf8)
      let rows = table.split(separator: "\r\n").dropFirst()
      guard rows.count == count, rows.allSatisfy({ $0.hasSuffix(",A") }) else {
        throw ChildProcess.Failure(
          description: "of \(count) submissions \(rows.count) are in the table, or not at level A")
      }
      let points = rows.compactMap { Double($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
      return Measurement(
        .grading, "\(sheet.name) \(count)", metric: "ms/submission", value: time * 1e3 / Double(count),
        sum: points.reduce(0, +))
    }
  }
}

/// A sheet that is graded, with the answers that students give.
struct GradedSheet: Sendable {
  /// What it is called in the table.
  let name: String
  /// The file of the key.
  let key: String
  /// How many hand in.
  let count: Int
  /// The right answers by exercise, in order.
  let right: [(exercise: String, code: String)]
  /// Wrong ones.
  let wrong: [String: String]
  /// The exercises that each of twenty students gets wrong.
  let mistakes: [[String]]

  static let all = [
    GradedSheet(
      name: "gates", key: "gates-key.md", count: 1_000,
      right: [
        ("neuron", "neuron(x, w, b) = step(x · w + b)"), ("and", "and_gate = perceptron(w=[1, 1], T=1.5)"),
        ("or", "or_gate = perceptron(w=[1, 1], T=0.5)"), ("not", "not_gate = perceptron(w=[-1], T=-0.5)"),
        ("xor", "xor_gate(a, b) = and_gate(or_gate(a, b), not_gate(and_gate(a, b)))"),
      ],
      wrong: [
        "neuron": "neuron(x, w, b) = ?", "and": "and_gate = perceptron(w=[1, 1], T=0.5)",
        "not": "not_gate = perceptron(w=[1], T=nothing)", "xor": "xor_gate(a, b) = or_gate(a, b)",
      ],
      mistakes: Array(repeating: [], count: 10) + Array(repeating: ["xor"], count: 4)
        + Array(repeating: ["not"], count: 3) + Array(repeating: ["and", "xor"], count: 2) + [["neuron"]]),
    GradedSheet(
      name: "training", key: "training-key.md", count: 200,
      right: [
        (
          "xor",
          """
          m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)
          run = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=2000)
          """
        )
      ],
      wrong: [
        "xor": """
        m = input(2) -> dense(1, sigmoid)
        run = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=2000)
        """
      ], mistakes: [[], [], [], ["xor"]]),
  ]

  /// Writes what so many students hand in.
  func makeCourse(_ count: Int, in folder: URL) throws {
    for number in 0..<count {
      let wrong = mistakes[number % mistakes.count]
      let cells = right.map { answer in
        let code = wrong.contains(answer.exercise) ? self.wrong[answer.exercise] ?? "" : answer.code
        return "```nn\n#| exercise: \(answer.exercise)\n\(code)\n```\n"
      }
      let place = folder.appendingPathComponent("handed-in/Student_\(1_000 + number)_assignsubmission_file_")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(cells.joined(separator: "\n").utf8).write(to: place.appendingPathComponent("sheet.md"))
    }
  }
}
