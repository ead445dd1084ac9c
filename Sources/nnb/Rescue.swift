import CRescue
import Glibc
import NotebookFormat
import NotebookRunning
import Synchronization

/// How far the program is, so that a defect of its own costs no more than the cell that met it.
///
/// A defect ends the program by a signal. The handler starts it anew with the same arguments and with the note that
/// is kept here: `CODES/PRINTED PLACE:SIGNAL …`. It has the exit codes of the notebooks that are done, how many
/// cells of the one under way were printed, and the places where it failed there. Place 0 is outside of any cell, cells
/// follow, then values.
final class Rescue: Sendable {
  /// What the note says of the notebook under way.
  fileprivate struct State {
    var codes: [NotebookRunning.ExitCode] = []
    var printed = 0
    var failures: [(place: Int, signal: Int32)] = []

    var text: String {
      codes.map { String($0.rawValue) }.joined(separator: ",") + "/\(printed)"
        + failures.map { " \($0.place):\($0.signal)" }.joined()
    }
  }

  private let state: Mutex<State>

  /// Reads the note of the attempt before, if there was one, and listens for signals from now on.
  static func begin() -> Rescue {
    let note = getenv(RESCUE_VARIABLE).map { String(cString: $0) } ?? ""
    let state = State(note)
    // Beyond any notebook, as in the words about all of them, there is nothing to leave out.
    if state.failures.count(where: { $0.place == 0 }) > 1 { exit(NotebookRunning.ExitCode.defect.rawValue) }
    let rescue = Rescue(state)
    rescue_begin(CommandLine.unsafeArgv)
    rescue.update { _ in }
    return rescue
  }

  private init(_ state: State) { self.state = Mutex(state) }

  /// Begins work in this thread: a stack that overflows is a defect like any other.
  func guardStack() { rescue_guard_stack() }

  private func update(_ change: (inout sending State) -> Void) {
    let text = state.withLock { state in
      change(&state)
      return state.text
    }
    rescue_place(0)
    rescue_note(text)
  }

  // MARK: Notebooks

  /// The exit codes of the notebooks that are done.
  var codes: [NotebookRunning.ExitCode] { state.withLock { $0.codes } }

  /// Notes that a notebook is done.
  func finish(_ code: NotebookRunning.ExitCode) {
    update { state in
      state.codes.append(code)
      state.printed = 0
      state.failures = []
    }
  }

  /// Forgets the failures of the notebook under way, which will be another text.
  func forget() {
    update { state in
      state.printed = 0
      state.failures = []
    }
  }

  /// Whether an attempt at the notebook under way has failed.
  var isNewAttempt: Bool { state.withLock { !$0.failures.isEmpty } }

  /// How the program failed outside of any cell of the notebook under way, so that nothing can be made of it.
  var failure: String? {
    state.withLock { $0.failures.first { $0.place == 0 }?.signal }.map(words)
  }

  // MARK: Cells

  /// Watches over the parts of a notebook.
  func watch(_ notebook: Notebook) -> Watch {
    let cells = notebook.cells.count
    var defects: [Watch.Part: String] = [:]
    for (place, signal) in state.withLock({ $0.failures }) where place > 0 {
      defects[place <= cells ? .cell(place - 1) : .value(place - 1 - cells)] = words(signal)
    }
    return Watch(defects: defects) { part in
      switch part {
      case nil: rescue_place(0)
      case .cell(let index): rescue_place(Int32(clamping: 1 + index))
      case .value(let index): rescue_place(Int32(clamping: 1 + cells + index))
      }
    }
  }

  /// Whether an attempt before has printed this cell, which gives the same again.
  func hasPrinted(_ cell: Cell, at position: Int) -> Bool {
    state.withLock { $0.printed >= position && $0.failures.last?.place != 1 + cell.index }
  }

  /// Notes that the cell at this position of the page was printed.
  func print(_ position: Int) { update { $0.printed = max($0.printed, position) } }
}

extension Rescue.State {
  /// Reads a note; what is no note is none.
  fileprivate init(_ note: String) {
    self.init()
    let parts = note.split(separator: " ", omittingEmptySubsequences: false)
    let done = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard done.count == 2, let printed = Int(done[1]) else { return }
    self.printed = printed
    codes = done[0].split(separator: ",").compactMap { Int32($0).flatMap(NotebookRunning.ExitCode.init) }
    for part in parts.dropFirst() {
      let numbers = part.split(separator: ":").compactMap { Int32($0) }
      guard numbers.count == 2 else { continue }
      // A part that was left out and failed all the same: nothing can be made of this notebook.
      let isAgain = failures.contains { $0.place == Int(numbers[0]) }
      failures.append((isAgain ? 0 : Int(numbers[0]), numbers[1]))
    }
  }
}

/// What a signal means, in words.
private func words(_ signal: Int32) -> String {
  strsignal(signal).map { String(cString: $0).lowercased() } ?? "signal \(signal)"
}
