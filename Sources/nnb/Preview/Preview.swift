import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// What a preview shows, and the windows that look at it.
///
/// The last good page stays until there is another one; whoever listens hears of every change.
final class Preview: Sendable {
  private struct State {
    var page: [UInt8] = []
    var version = 0
    /// The event that tells a new window where things stand.
    var status = PreviewEvent.busy
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var nextListener = 0
  }

  /// The most events that wait for a window that does not read.
  private static let mostWaiting = 256

  private let state = Mutex(State())

  /// The page as it was made last; empty before the first.
  var page: [UInt8] { state.withLock { $0.page } }

  /// Shows a new page.
  func show(_ page: [UInt8], problems: [String]) {
    tell { state in
      state.page = page
      state.version += 1
      state.status = .shown(version: state.version, problems: problems)
      return state.status
    }
  }

  /// Says why there is no new page.
  func fail(_ problem: String) {
    tell { state in
      state.status = .failed(version: state.version, problem: problem)
      return state.status
    }
  }

  /// Says what happens and does not last: that a run begins, how far a training is.
  func tell(_ event: PreviewEvent) { tell { _ in event } }

  private func tell(_ change: (inout sending State) -> PreviewEvent) {
    let (event, listeners) = state.withLock { state in
      let event = change(&state)
      return (event, Array(state.listeners.values))
    }
    for listener in listeners { listener.yield(event.bytes) }
  }

  /// The events from now on, behind one that tells where things stand.
  func events() -> PreviewEvents {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    let number = state.withLock { state in
      let number = state.nextListener
      state.nextListener += 1
      state.listeners[number] = continuation
      continuation.yield(state.status.bytes)
      return number
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return PreviewEvents(stream: stream)
  }

  /// How many windows listen.
  var listenerCount: Int { state.withLock { $0.listeners.count } }
}

/// Something that the windows of a preview hear of.
enum PreviewEvent: Sendable {
  /// A run begins.
  case busy
  /// A cell begins.
  case cell(String)
  /// A training is so far.
  case training(epoch: Int, of: Int, loss: Double)
  /// There is a new page; the problems are told in the bar.
  case shown(version: Int, problems: [String])
  /// There is no new page.
  case failed(version: Int, problem: String)
  /// Nothing happened; who is gone is found by it.
  case beat

  /// The event as a stream of server-sent events holds it.
  var bytes: [UInt8] {
    switch self {
    case .busy: event("busy", [])
    case .cell(let name): event("cell", [("name", .string(name))])
    case .training(let epoch, let last, let loss):
      event("training", [("epoch", .integer(epoch)), ("of", .integer(last)), ("loss", .number(loss))])
    case .shown(let version, let problems):
      event(
        "shown", [("version", .integer(version)), ("problems", .array(problems.map { .string($0) }))])
    case .failed(let version, let problem):
      event("failed", [("version", .integer(version)), ("problem", .string(problem))])
    case .beat: Array(": beat\n\n".utf8)
    }
  }

  private func event(_ name: String, _ members: [(key: String, value: Diagnostics.JSONValue)]) -> [UInt8] {
    Array("event: \(name)\ndata: \(Diagnostics.JSONValue.object(members).text)\n\n".utf8)
  }
}

/// The body of an answer that goes on as long as somebody listens.
struct PreviewEvents: AsyncBufferedSequence {
  typealias Element = UInt8
  let stream: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(iterator: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var iterator: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(iterator: AsyncStream<[UInt8]>.Iterator) { self.iterator = iterator }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await iterator.next() }

    mutating func next() async throws -> UInt8? {
      if rest.isEmpty { rest = await iterator.next()?[...] ?? [] }
      return rest.popFirst()
    }
  }
}
