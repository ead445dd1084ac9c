import Diagnostics
import Language
import NotebookRunning
import Reporting
import Tensors

/// What the program says while it works: to a person, or as one JSON object a line.
struct Messages: Sendable {
  /// For whom.
  enum Style: Sendable {
    case text
    /// Errors and failures only.
    case quiet
    case json
  }

  let console: Console
  let style: Style

  private var terminal: TerminalReport {
    TerminalReport(
      detail: style == .quiet ? .problems : .full, style: console.usesColour ? .coloured : .plain)
  }

  /// A notebook of several begins.
  func begin(_ path: String) {
    if style == .text { console.say(printable(path)) }
  }

  /// A cell begins or ends.
  func event(_ event: SessionEvent) {
    switch (style, event) {
    case (.json, .finished(let cell, _, _, let record)):
      for event in CellEvents.events(of: record, cell: cell) { console.print(event.text) }
    case (.text, .started(let cell, let position, let count)):
      console.sayForNow(terminal.heading(of: cell, position: position, count: count))
    case (.text, .training(let progress)):
      console.sayForNow(
        "    epoch \(readable(progress.epoch)) of \(readable(progress.of)), loss \(progress.loss.text(significantDigits: 4))"
      )
    case (.text, .finished(let cell, let position, let count, let record)):
      console.clearLine()
      show(terminal.lines(of: record, cell: cell, position: position, count: count))
    case (.quiet, .finished(let cell, let position, let count, let record)):
      guard record.hasProblems else { break }
      show(terminal.lines(of: record, cell: cell, position: position, count: count))
    case (.json, .started), (.quiet, .started), (.json, .training), (.quiet, .training): break
    }
  }

  /// The whole notebook has run, and its report was written to `page`.
  func outcome(_ record: RunRecord, page: String?, bytes: Int = 0) {
    guard style != .json else {
      for diagnostic in record.pageDiagnostics { console.print(diagnostic.json.text) }
      for value in CellEvents.values(of: record) { console.print(value.text) }
      return console.print(CellEvents.report(of: record, page: page).text)
    }
    for diagnostic in record.pageDiagnostics { say(diagnostic) }
    guard style == .text || record.exitCode != .passed else { return }
    say([terminal.summary(of: record)])
    if let page { say(["wrote \(printable(page)) (\((bytes + 1023) / 1024) KB)"]) }
  }

  /// A file was written.
  func wrote(_ path: String, bytes: Int) {
    switch style {
    case .json: event("wrote", [("file", .string(path)), ("bytes", .integer(bytes))])
    case .text: say(["wrote \(printable(path)) (\((bytes + 1023) / 1024) KB)"])
    case .quiet: break
    }
  }

  /// Something that is worth knowing, and no problem.
  func note(_ text: String) {
    switch style {
    case .json: event("note", [("message", .string(text))])
    case .text: say([text])
    case .quiet: break
    }
  }

  /// Something that is not as it was asked for, and no failure.
  func warning(_ text: String, hint: String) {
    switch style {
    case .json: event("warning", [("message", .string(text)), ("hint", .string(hint))])
    case .text: say(["warning: \(text)", "  = hint: \(hint)"])
    case .quiet: break
    }
  }

  /// One diagnostic; the quiet style leaves out what is no error.
  func say(_ diagnostic: Diagnostic) {
    switch style {
    case .json: console.print(diagnostic.json.text)
    case .text: say(terminal.lines(of: diagnostic))
    case .quiet: if diagnostic.severity == .error { say(terminal.lines(of: diagnostic)) }
    }
  }

  /// A record in the file differs from what the cell gives now.
  func difference(_ difference: RecordComparison.Difference) {
    let path = difference.path
    guard style != .json else {
      return event(
        "difference",
        [
          ("file", .string(path)), ("line", .integer(difference.line)),
          ("recorded", .string(difference.recorded)),
          ("now", .string(difference.now)),
        ])
    }
    say(["\(printable(path)):\(difference.line): the output differs from its record"])
    say(difference.lines.map { "  " + printable($0) })
  }

  /// The records of a notebook were compared.
  func compared(_ path: String, records: Int, differences: Int) {
    guard style == .text else { return }
    let outcome = differences == 0 ? "no difference" : counted(differences, "difference")
    say(["compared \(printable(path)) with \(counted(records, "record")): \(outcome)"])
  }

  /// The records of a notebook were written, where they were not there yet.
  func recorded(_ path: String, isChanged: Bool) {
    guard style == .text else { return }
    say([
      isChanged
        ? "recorded the outputs in \(printable(path))" : "the records in \(printable(path)) are up to date"
    ])
  }

  /// A notebook was checked without running.
  func checked(_ path: String, errors: Int) {
    guard style == .text else { return }
    say(["\(printable(path)): \(errors == 0 ? "no errors" : counted(errors, "error"))"])
  }

  /// Ctrl-C came before these notebooks.
  func notRun(_ paths: [String]) {
    guard style != .json else {
      for path in paths { event("not-run", [("file", .string(path))]) }
      return
    }
    for path in paths { say(["\(printable(path)) was not run"]) }
  }

  /// Several notebooks are done.
  func total(_ codes: [ExitCode]) {
    guard style == .text else { return }
    let good = codes.count { $0 == .passed }
    say(["\(counted(codes.count, "notebook")): \(good) passed, \(codes.count - good) did not"])
  }

  /// The program itself failed at a notebook, outside of any cell.
  func defect(_ path: String, _ how: String) {
    failure(
      "nnb itself failed at \(printable(path)): \(how)",
      hint: "send the notebook to whoever maintains nnb")
  }

  /// Something could not be done at all.
  func failure(_ text: String, hint: String?) {
    guard style != .json else {
      return event("error", [("message", .string(text)), ("hint", hint.map { .string($0) } ?? .null)])
    }
    say(["error: \(text)"] + (hint.map { ["  = hint: \($0)"] } ?? []))
  }

  /// One event, as a line of JSON.
  func event(_ name: String, _ members: [(key: String, value: JSONValue)]) {
    console.print(JSONValue.object([("event", .string(name))] + members).text)
  }

  /// Results go to standard output, problems to standard error.
  private func show(_ lines: [TerminalReport.Line]) {
    for line in lines { line.isProblem ? console.say(line.text) : console.print(line.text) }
  }

  private func say(_ lines: [String]) {
    for line in lines { console.say(line) }
  }
}

extension CellRecord {
  /// Whether there is something that a person in a hurry must see.
  fileprivate var hasProblems: Bool {
    switch status {
    case .checkFailed, .failed, .exhausted, .invalid, .interrupted: true
    case .ran, .toDo, .skipped, .leftOut: false
    }
  }
}
