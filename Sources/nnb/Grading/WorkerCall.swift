import CSandbox
import Glibc
import Grading

/// One worker from its start to its end, as the process that started it sees it.
struct WorkerCall {
  /// What a worker left behind.
  enum Ending: Sendable, Equatable {
    /// A reply, and how the worker was locked in.
    case replied([UInt8], SandboxLevel)
    /// None, and why.
    case failed(String)
    /// There was no worker, for want of descriptors, processes or memory.
    case notStarted(String)
  }

  /// The seconds of processor time that a worker has; verdicts come from the work it counts, this is a backstop.
  let seconds: Int

  /// Has a worker made, gives it the request and waits for its end.
  ///
  /// `warm` makes it, and is started where there is none. After a worker without a reply it is ended, and the worker with it.
  func ending(_ request: [UInt8], from warm: inout WarmProcess?) -> Ending {
    var (toWorker, fromWorker) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    guard sandbox_pipe(&toWorker) == 0 else { return .notStarted("no pipe could be made") }
    guard sandbox_pipe(&fromWorker) == 0 else {
      for end in toWorker { close(end) }
      return .notStarted("no pipe could be made")
    }
    let mother = start(from: &warm, input: toWorker[0], output: fromWorker[1])
    close(toWorker[0])
    close(fromWorker[1])
    defer { close(fromWorker[0]) }
    guard let mother else {
      close(toWorker[1])
      return .notStarted("no worker could be started")
    }
    guard let reply = exchange(request, to: toWorker[1], from: fromWorker[0]) else {
      warm = nil
      return .failed("the worker gave no answer in its time, or too much of one")
    }
    guard let status = mother.status else {
      warm = nil
      return .failed("the worker was ended")
    }
    return Self.ending(status, reply)
  }

  /// Has a worker started, by a new warm process where the old one is gone; returns the process that started it.
  private func start(from warm: inout WarmProcess?, input: Int32, output: Int32) -> WarmProcess? {
    for _ in 0..<2 {
      if warm == nil { warm = WarmProcess() }
      if let mother = warm, mother.fork(seconds: UInt32(clamping: seconds), input: input, output: output) {
        return mother
      }
      warm = nil
    }
    return nil
  }

  /// A reply counts only of a worker that ended in order.
  private static func ending(_ status: Int32, _ reply: [UInt8]) -> Ending {
    guard status != WorkerProcess.notStarted else { return .notStarted("no worker could be started") }
    guard status & 0x7F == 0 else {
      let name = strsignal(status & 0x7F).map { String(cString: $0) } ?? "signal \(status & 0x7F)"
      return .failed("the worker was ended: \(name)")
    }
    guard status >> 8 & 0xFF == 0, let first = reply.first,
      let level = SandboxLevel(rawValue: String(UnicodeScalar(first)))
    else { return .failed("the worker failed") }
    return .replied(Array(reply.dropFirst()), level)
  }

  /// Writes the request and reads the reply at once; nil where the time ran out or the reply is too long.
  private func exchange(_ request: [UInt8], to input: Int32, from output: Int32) -> [UInt8]? {
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    var (reply, written, isOpen) = ([UInt8](), 0, true)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = Self.now + Double(2 * seconds + 30)
    defer { if isOpen { close(input) } }
    while true {
      var requests = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let left = deadline - Self.now
      guard left > 0 else { return nil }
      let ready = poll(&requests, 2, Int32(min(left, 1_000) * 1_000))
      if ready < 0, errno != EINTR { return nil }
      if isOpen, requests[1].revents != 0 {
        let count = request[written...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        if count > 0 { written += count }
        // A worker that does not read to the end has ended.
        if written == request.count || (count < 0 && errno != EAGAIN && errno != EINTR) {
          close(input)
          isOpen = false
        }
      }
      if requests[0].revents != 0 {
        let count = read(output, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return reply }
        reply += buffer[..<count]
        guard reply.count <= WorkerReply.limit else { return nil }
      }
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
