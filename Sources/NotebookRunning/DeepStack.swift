import Glibc

/// Runs `body` on a thread with a stack for programs nested as deep as the limits allow.
///
/// Memory is taken only as far as the stack is used. Where the system gives no room for it, the stack is a smaller one,
/// at last the caller's own: a program that is not nested deeply needs no more.
/// - Complexity: one thread is started and joined.
public func withDeepStack<Result: Sendable>(
  bytes: Int = 1 << 29, _ body: @escaping @Sendable () -> Result
) -> Result {
  withDeepStacks(1, bytes: bytes) { _ in body() }[0]
}

/// Runs `body` on so many threads at once, each with a deep stack, and returns their results by its number.
///
/// What no thread can be started for runs when the others have ended, on the caller's.
@discardableResult
public func withDeepStacks<Result: Sendable>(
  _ count: Int, bytes: Int = 1 << 29, _ body: @escaping @Sendable (_ number: Int) -> Result
) -> [Result] {
  let jobs = (0..<count).map { number in Job { body(number) } }
  for thread in jobs.map({ start($0, stackBytes: bytes) }) {
    if let thread { pthread_join(thread, nil) }
  }
  return jobs.map { $0.finished() }
}

/// Returns what `body` makes of each of the numbers below `count`, computed on as many threads as there are processors.
public func concurrentMap<Result: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
) -> [Result] {
  let threads = max(1, min(count, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  let parts = withDeepStacks(threads, bytes: smallestStack) { first in
    stride(from: first, to: count, by: threads).map(body)
  }
  return (0..<count).map { parts[$0 % threads][$0 / threads] }
}

/// The smallest stack for which a thread is worth starting: that of a program's first thread.
private let smallestStack = 1 << 23

/// Starts a thread, with a smaller stack where there is no room for the one asked for; nil where there is none at all.
///
/// The job must live until the thread is joined.
private func start(_ job: AnyJob, stackBytes: Int) -> pthread_t? {
  // A stack that takes most of what the process may have leaves nothing to work with.
  var bytes = max(min(stackBytes, addressSpace / 4), min(stackBytes, smallestStack))
  while bytes >= min(stackBytes, smallestStack) {
    if let thread = thread(running: job, stackBytes: bytes) { return thread }
    bytes /= 2
  }
  return nil
}

/// How many bytes of addresses the process may have (`ulimit -v`).
private var addressSpace: Int {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return .max }
  return Int(exactly: limit.rlim_cur) ?? .max
}

private func thread(running job: AnyJob, stackBytes: Int) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackBytes)
  var thread = pthread_t()
  let started = pthread_create(
    &thread, &attributes,
    { argument in
      if let argument { Unmanaged<AnyJob>.fromOpaque(argument).takeUnretainedValue().run() }
      return nil
    }, Unmanaged<AnyJob>.passUnretained(job).toOpaque())
  return started == 0 ? thread : nil
}

/// Something to run, as a C thread can be given it.
private class AnyJob {
  func run() {}
}

/// A function and where its result goes.
private final class Job<Result: Sendable>: AnyJob {
  // Written by the thread, read after it was joined: never at the same time.
  private var result: Result?
  private let body: @Sendable () -> Result

  init(_ body: @escaping @Sendable () -> Result) { self.body = body }

  override func run() { result = body() }

  /// The result of the thread; where none ran it, it is made now.
  func finished() -> Result { result ?? body() }
}
