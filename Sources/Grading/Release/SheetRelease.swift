import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Wording

/// The student's file of a key, and why it must not be released if anything speaks against it.
public struct SheetRelease: Sendable {
  /// The text of the student's file.
  public let sheet: String
  /// What speaks against a release; an accepted survivor is a warning.
  public private(set) var problems: [Diagnostic] = []
  /// How many mutants of the solutions were tried.
  public private(set) var mutantCount = 0
  /// The mutants that no check tells from the solution, in words.
  public private(set) var survivors: [String] = []

  private let key: GradingKey
  private let run: AnswerRun
  private let judge: Judge

  /// Writes the student's file of a key and tries it.
  ///
  /// `beside` are the texts of the data files that go with it; `acceptsSurvivors` makes warnings of weak checks, and
  /// `triesMutants` may be false where another edition of the key was tried. `owner` is the student who is to have it.
  /// - Complexity: two runs of the key, and one of an exercise and its checks for each mutant.
  public init(
    _ key: GradingKey, beside: [String] = [], acceptsSurvivors: Bool = false, triesMutants: Bool = true,
    for owner: SheetOwner? = nil
  ) {
    self.key = key
    judge = Judge(key)
    sheet = key.sheetText(for: owner)
    let (notebook, found) = readNotebook(
      SourceFile(path: key.notebook.file.path, text: sheet), files: .beside(key.notebook))
    run = AnswerRun(sheet: notebook, library: key.library, solved: key.solved)
    problems = key.diagnostics.filter { $0.severity == .error && !$0.isExpected }
    guard problems.isEmpty else { return }
    checkForm(of: notebook, found)
    checkLeaks(beside)
    checkUntouched()
    let answers = key.solutions
    let solved = run.run(answers, to: Set(answers.keys))
    checkSolved(solved)
    if problems.isEmpty, triesMutants { tryMutants(of: answers, solved, acceptsSurvivors) }
  }

  /// What makes the marks of its key doubtful, as warnings.
  public var doubts: [Diagnostic] {
    problems.filter { [.keyLosesPoints, .sheetScores].contains($0.kind) }.map { problem in
      var doubt = problem
      doubt.severity = .warning
      return doubt
    }
  }

  /// Whether nothing speaks against it.
  public var isFit: Bool { !problems.contains { $0.severity == .error } }

  // MARK: The file

  /// The written file, parsed again, must hold what it should and nothing else.
  private mutating func checkForm(of notebook: Notebook, _ found: [Diagnostic]) {
    problems += found.filter { $0.severity == .error }
    let wanted = key.notebook.cells.filter { cell in
      if case .solution = cell.role { false } else { !cell.role.isHidden }
    }
    let isWhole = wanted.map(\.source.text) == notebook.cells.map(\.source.text)
    let sections = notebook.blocks.walk().contains { block in
      switch block.kind {
      case .section(.solution, _), .section(.notes, _): true
      case .section(.answer, _), .section(.slide, _), .section(.report, _), .section(.columns, _),
        .section(.column, _), .pause, .heading, .paragraph, .quote, .callout, .list, .code, .cell, .table,
        .thematicBreak, .math, .html, .footnote, .details, .centred:
        false
      }
    }
    guard !isWhole || sections else { return }
    problems.append(
      Diagnostic(
        .releaseDiffers, "the student's file, read again, has other cells than the key shows to students",
        at: key.notebook.blocks.first?.range ?? SourceRange(key.notebook.file, 0..<0),
        hint: .init("move cells out of lists and quotes")))
  }

  private mutating func checkLeaks(_ beside: [String]) {
    let search = LeakSearch(written: key.sheetText(keepingRecords: false))
    let parts = key.notebook.partsLeftOut
    for leak in search.leaks(of: parts, in: sheet) + beside.flatMap({ search.leaks(of: parts, in: $0) }) {
      problems.append(
        Diagnostic(
          .releaseLeak,
          "the student's file tells what stands in a part that is left out: `\(leak.prefix(60))`",
          at: range(of: leak),
          hint: .init("remove it from what students see, or let it stand in their part of the key too")))
    }
  }

  private func range(of text: String) -> SourceRange {
    let file = key.notebook.file
    guard let found = file.text.range(ofFirst: text) else { return SourceRange(file, 0..<0) }
    return SourceRange(file, found)
  }

  // MARK: The points

  private mutating func checkUntouched() {
    let outcomes = run.run(key.untouched, to: Set(key.untouched.keys))
    for (exercise, verdict) in zip(key.exercises, judge.verdicts(on: outcomes)) {
      guard verdict.milliPoints > 0 else { continue }
      let check = zip(exercise.checks, verdict.checks).first { $0.1.outcome == .passed }?.0
      problems.append(
        Diagnostic(
          .sheetScores,
          """
          the untouched sheet scores \(pointsText(verdict.milliPoints)) in exercise `\(exercise.name)`: \
          `\(check?.text ?? "")` holds without an answer
          """, at: range(of: exercise),
          hint: .init("let the check need what the answer binds")))
    }
  }

  private mutating func checkSolved(_ outcomes: [String: AnswerOutcome]) {
    for (exercise, verdict) in zip(key.exercises, judge.verdicts(on: outcomes))
    where exercise.marking == .checks && !verdict.isPassed {
      let lost = zip(exercise.checks, verdict.checks).first { $0.1.outcome != .passed }
      let why = lost?.1.reasons.first ?? outcomes[exercise.name]?.remarks.first ?? ""
      let fact: Message = """
        the solution of `\(exercise.name)` scores \(pointsText(verdict.milliPoints)) of \
        \(pointsText(exercise.milliPoints)): `\(lost?.0.text ?? "")` \(lost?.1.outcome.rawValue ?? "")
        """
      problems.append(
        Diagnostic(
          .keyLosesPoints, why.isEmpty ? fact : "\(fact) (\(why))", at: range(of: exercise),
          hint: .init("mend the solution or the check; a check may use only what `binds` lists")))
    }
  }

  private func range(of exercise: KeyExercise) -> SourceRange {
    key.notebook.cells[exercise.cell].range(of: exercise.name, inOption: "exercise")
  }

  // MARK: Mutants

  private mutating func tryMutants(
    of answers: [String: String], _ solved: [String: AnswerOutcome], _ acceptsSurvivors: Bool
  ) {
    for exercise in key.exercises where exercise.marking == .checks {
      guard let code = answers[exercise.name], let own = solved[exercise.name] else { continue }
      for name in key.unreadNames(of: exercise) {
        report(
          "any `\(name.text)`", "no check of `\(exercise.name)` needs `\(name.text)`, which it asks for",
          at: name.range, of: exercise, acceptsSurvivors)
      }
      let behaviour = behaviours(of: own)
      for mutant in Mutant.all(of: code) {
        mutantCount += 1
        var (outcomes, tried) = (solved, answers)
        tried[exercise.name] = mutant.code
        guard let outcome = run.run(tried, to: [exercise.name])[exercise.name] else { continue }
        outcomes[exercise.name] = outcome
        guard judge.verdicts(on: outcomes, of: [exercise.name]).allSatisfy(\.isPassed),
          behaviours(of: outcome) != behaviour
        else { continue }
        report(mutant, of: exercise, acceptsSurvivors)
      }
    }
  }

  private func behaviours(of outcome: AnswerOutcome) -> [String: Behaviour] {
    outcome.values.mapValues { Behaviour($0, on: key.state) }
  }

  private mutating func report(_ mutant: Mutant, of exercise: KeyExercise, _ isAccepted: Bool) {
    let cell = key.notebook.cells.first { $0.role == .solution(exercise: exercise.name) }
    report(
      mutant.change,
      "no check of `\(exercise.name)` tells these apart: the solution and \(mutant.change) in its line \(mutant.line)",
      at: cell?.range(of: exercise.name, inOption: "solution") ?? range(of: exercise), of: exercise,
      isAccepted)
  }

  private mutating func report(
    _ survivor: String, _ fact: Message, at range: SourceRange, of exercise: KeyExercise, _ isAccepted: Bool
  ) {
    survivors.append("\(exercise.name): \(survivor)")
    problems.append(
      Diagnostic(
        .weakCheck, fact, at: range, severity: isAccepted ? .warning : .error,
        hint: .init("add a check that fails for it, or `--accept-survivors REASON`")))
  }
}

extension GradingKey {
  /// The text of the student's file.
  public var sheetText: String { sheetText(for: nil) }

  /// The text of a student's file.
  func sheetText(for owner: SheetOwner?) -> String { sheetText(keepingRecords: true, for: owner) }

  /// The same; records stay only behind cells that no answer reaches, and in no sheet with values of its own.
  func sheetText(keepingRecords: Bool, for owner: SheetOwner? = nil) -> String {
    let binds = Dictionary(exercises.map { ($0.name, $0.binds) }) { first, _ in first }
    let dependent = Set(flow.dependent.map { state.order[$0] })
    let keeps = keepingRecords && notebook.frontMatter.variants.isEmpty
    return notebook.studentSheet(binds: binds, owner: owner) { [notebook] index in
      keeps && notebook.cells[index].role == .plain && !dependent.contains(index)
    }
  }
}

extension CourseFiles {
  /// The pictures of a notebook that was read, for its student's file.
  static func beside(_ notebook: Notebook) -> CourseFiles {
    CourseFiles { [pictures = notebook.pictures] path, _ throws(Refusal) in
      guard let picture = pictures.first(where: { path.hasSuffix($0.url) }) else {
        throw .world(.notFound(path: path))
      }
      return picture.bytes
    }
  }
}

/// Milli-points as points: `2`, `0.5`, `1.333`.
public func pointsText(_ milliPoints: Int) -> String {
  let (whole, rest) = milliPoints.magnitude.quotientAndRemainder(dividingBy: 1000)
  var digits = String(rest)
  digits = String(repeating: "0", count: 3 - digits.count) + digits
  while digits.hasSuffix("0") { digits.removeLast() }
  return (milliPoints < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
}

extension String {
  /// The bytes at which another text begins first.
  func range(ofFirst text: String) -> Range<Int>? {
    guard let found = self.ranges(of: text).first else { return nil }
    let start = utf8.distance(from: startIndex, to: found.lowerBound)
    return start..<(start + text.utf8.count)
  }
}
