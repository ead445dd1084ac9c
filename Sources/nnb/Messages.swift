import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import Reporting

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

  private var renderer: TerminalRenderer { TerminalRenderer(usesColour: console.usesColour) }
  private var terminal: TerminalReport { TerminalReport(figures: figureText) }

  /// A notebook of several begins.
  func begin(_ path: String) {
    if style == .text { console.say(printable(path)) }
  }

  /// A cell begins or ends.
  func event(_ event: SessionEvent) {
    switch (style, event) {
    case (.json, .finished(let cell, _, _, let record)):
      for event in CellEvents(figures: figureText).events(cell, record) { console.print(event.text) }
    case (.text, .started(let cell, let position, let count)):
      console.sayForNow(terminal.heading(cell, position: position, count: count))
    case (.text, .finished(let cell, let position, let count, let record)):
      console.clearLine()
      for line in terminal.lines(cell, position: position, count: count, record: record) { console.say(line) }
      diagnostics(record)
    case (.quiet, .finished(_, _, _, let record)): diagnostics(record)
    case (.json, .started), (.quiet, .started): break
    }
  }

  private func diagnostics(_ record: CellRecord) {
    for case .diagnostic(let diagnostic) in record.outputs { say(diagnostic) }
  }

  /// The whole notebook has run.
  func outcome(_ record: RunRecord) {
    switch style {
    case .json:
      for diagnostic in record.diagnostics { console.print(diagnostic.json.text) }
      console.print(CellEvents(figures: figureText).summary(record).text)
    case .text:
      for diagnostic in record.diagnostics { say(diagnostic) }
      console.say(terminal.summary(record))
    case .quiet:
      for diagnostic in record.diagnostics { say(diagnostic) }
      if record.exitCode != .passed { console.say(terminal.summary(record)) }
    }
  }

  /// One diagnostic; the quiet style leaves out what is no error.
  func say(_ diagnostic: Diagnostic) {
    switch style {
    case .json: console.print(diagnostic.json.text)
    case .text: console.say(renderer.render(diagnostic))
    case .quiet: if diagnostic.severity == .error { console.say(renderer.render(diagnostic)) }
    }
  }

  /// A report was written.
  func wrote(_ path: String, bytes: Int) {
    switch style {
    case .json:
      let event: [(key: String, value: JSONValue)] = [
        ("event", .string("report")), ("file", .string(path)), ("bytes", .integer(bytes)),
      ]
      console.print(JSONValue.object(event).text)
    case .text: console.say("wrote \(printable(path)) (\((bytes + 1023) / 1024) KB)")
    case .quiet: break
    }
  }

  /// A record in the file differs from what the cell gives now.
  func difference(_ difference: RecordComparison.Difference, path: String) {
    let place = "\(printable(path)):\(difference.line)"
    switch style {
    case .json:
      let event: [(key: String, value: JSONValue)] = [
        ("event", .string("difference")), ("file", .string(path)), ("line", .integer(difference.line)),
        ("recorded", difference.recorded.map { .string($0) } ?? .null), ("now", .string(difference.now)),
      ]
      console.print(JSONValue.object(event).text)
    case .text, .quiet:
      console.say("\(place): the output differs from its record")
      for line in difference.lines { console.say("  " + printable(line)) }
    }
  }

  /// Several notebooks are done.
  func total(_ codes: [ExitCode]) {
    guard style == .text else { return }
    let good = codes.count { $0 == .passed }
    console.say("\(counted(codes.count, "notebook")): \(good) passed, \(codes.count - good) did not")
  }

  /// Something could not be done at all.
  func failure(_ text: String, hint: String?) {
    if style == .json {
      let event: [(key: String, value: JSONValue)] = [
        ("event", .string("error")), ("message", .string(text)), ("hint", hint.map { .string($0) } ?? .null),
      ]
      console.print(JSONValue.object(event).text)
    } else {
      console.say("error: \(text)" + (hint.map { "\n  = hint: \($0)" } ?? ""))
    }
  }
}
