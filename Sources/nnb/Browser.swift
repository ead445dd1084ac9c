import Diagnostics
import Glibc

/// A Chromium of this machine, run without a window: it lays out pages and prints them.
struct Browser {
  /// The program.
  let path: String

  /// The names under which it is found.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]
  /// The seconds that it has for a page.
  private static let patience = 60.0

  /// The browser that `NNB_BROWSER` names, else the first that is found; nil where there is none, or the name is empty.
  static func find(in world: DiskWorld) -> Browser? {
    if let named = world.environment("NNB_BROWSER") { return named.isEmpty ? nil : Browser(path: named) }
    let folders = (world.environment("PATH") ?? "").split(separator: ":").map(String.init)
    let paths = folders.flatMap { folder in names.map { joined(folder, $0) } }
    return paths.map(Browser.init).first(where: \.isThere)
  }

  /// Whether it can be run.
  var isThere: Bool { access(path, X_OK) == 0 }

  /// Returns the page at a path as it is once its scripts have run; nil where the browser failed or took too long.
  func document(at path: String, width: Int, height: Int) -> String? {
    let bytes = run([
      "--dump-dom", "--virtual-time-budget=10000", "--window-size=\(width),\(height)", address(of: path),
    ])
    return bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// Prints the page at a path into a PDF file; false where the browser failed or took too long.
  func print(_ path: String, to file: String) -> Bool {
    run([
      "--print-to-pdf=\(file)", "--no-pdf-header-footer", "--virtual-time-budget=10000", address(of: path),
    ]) != nil && access(file, R_OK) == 0
  }

  private func address(of path: String) -> String { "file://" + path.percentEncoded }

  /// Runs the browser with a profile of its own and returns what it printed.
  private func run(_ arguments: [String]) -> [UInt8]? {
    (try? DiskWorld().withTemporaryFolder { run(arguments, profile: $0) }) ?? nil
  }

  private func run(_ arguments: [String], profile folder: String) -> [UInt8]? {
    // As root it has no sandbox of its own to offer; the page is one of ours, without network.
    let common = [path, "--headless", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=\(folder)"]
    var pipe = [Int32](repeating: -1, count: 2)
    guard Glibc.pipe(&pipe) == 0 else { return nil }
    _ = fcntl(pipe[0], F_SETFD, FD_CLOEXEC)
    let process = start(common + (geteuid() == 0 ? ["--no-sandbox"] : []) + arguments, output: pipe[1])
    close(pipe[1])
    defer { close(pipe[0]) }
    guard let process else { return nil }
    let bytes = output(of: pipe[0])
    if bytes == nil { kill(-process, SIGKILL) }
    return wait(process) == 0 ? bytes : nil
  }

  private func output(of descriptor: Int32) -> [UInt8]? {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    let deadline = DiskWorld().now + Self.patience
    while true {
      let left = deadline - DiskWorld().now
      guard left > 0, bytes.count < 200_000_000 else { return nil }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Int32(left * 1_000)) > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Starts a program in a group of its own, with nothing to read, and no words for the terminal.
  private func start(_ words: [String], output: Int32?) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    return posix_spawn(&process, words[0], &actions, &attributes, &arguments, environ) == 0 ? process : nil
  }

  private func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
