import Glibc

/// Runs `body` on a thread with a stack for programs nested as deep as the limits allow.
///
/// Memory is taken only as far as the stack is used.
/// - Complexity: one thread is started and joined.
public func withDeepStack<Result: Sendable>(
  bytes: Int = 1 << 29, _ body: @escaping @Sendable () -> Result
) -> Result {
  let job = Job(body)
  pthread_join(start(job, stackBytes: bytes), nil)
  guard let result = job.result else { preconditionFailure("the thread gave no result") }
  return result
}

/// Runs `body` on so many threads at once, each with a deep stack, and returns their results by its number.
@discardableResult
public func withDeepStacks<Result: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (_ number: Int) -> Result
) -> [Result] {
  let jobs = (0..<count).map { number in Job { body(number) } }
  for thread in jobs.map({ start($0, stackBytes: 1 << 29) }) { pthread_join(thread, nil) }
  return jobs.map { job in
    guard let result = job.result else { preconditionFailure("a thread gave no result") }
    return result
  }
}

/// Starts a thread; the job must live until it is joined.
private func start(_ job: AnyJob, stackBytes: Int) -> pthread_t {
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
  precondition(started == 0, "no thread could be started: error \(started)")
  return thread
}

/// Something to run, as a C thread can be given it.
private class AnyJob {
  func run() {}
}

/// A function and where its result goes.
private final class Job<Result: Sendable>: AnyJob {
  // Written by the thread, read after it was joined: never at the same time.
  var result: Result?
  private let body: @Sendable () -> Result

  init(_ body: @escaping @Sendable () -> Result) { self.body = body }

  override func run() { result = body() }
}
