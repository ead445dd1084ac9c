import Foundation
import Glibc
import Testing

/// A preview that runs, asked through sockets as a browser asks.
private final class RunningPreview {
  let folder: Folder
  let port: UInt16
  let token: String
  private let process: pid_t

  init(_ files: [String: String], _ file: String) throws {
    folder = try Folder(files)
    let errors = open(folder.path("said.txt"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    process = try Program.start(["watch", file], in: folder, output: errors, errors: errors)
    close(errors)
    var address: Substring?
    for _ in 0..<2_000 where address == nil {
      let said = folder.text("said.txt") ?? ""
      address = said.firstMatch(of: #/http://127\.0\.0\.1:(\d+/[0-9a-f]{32})/\n/#)?.output.1
      usleep(5_000)
    }
    let parts = try #require(address, "\(folder.text("said.txt") ?? "")").split(separator: "/")
    port = try #require(UInt16(parts[0]))
    token = String(parts[1])
  }

  deinit {
    kill(process, SIGINT)
    Program.wait(for: process)
  }

  /// Sends a request and returns the descriptor to read the answer from.
  func send(_ method: String = "GET", _ path: String, _ headers: [String: String] = [:]) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isConnected)
    let given = ["Host": "127.0.0.1:\(port)"].merging(headers) { $1 }
    let lines = ["\(method) \(path) HTTP/1.1"] + given.map { "\($0): \($1)" } + ["", ""]
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    return descriptor
  }

  /// The status of an answer, and the whole of it.
  func answer(_ method: String = "GET", _ path: String, _ headers: [String: String] = [:]) throws -> (
    Int, String
  ) {
    let descriptor = try send(method, path, ["Connection": "close"].merging(headers) { $1 })
    defer { close(descriptor) }
    let text = Self.text(of: descriptor) { text in
      guard let head = text.firstRange(of: "\r\n\r\n"),
        let length = text.firstMatch(of: #/(?i)content-length: (\d+)/#).flatMap({ Int($0.output.1) })
      else { return false }
      return text[head.upperBound...].utf8.count >= length
    }
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, text)
  }

  func page() throws -> String { try answer("GET", "/\(token)/page").1 }

  /// Reads until the text is enough, or nothing more comes.
  static func text(of descriptor: Int32, until isEnough: (String) -> Bool) -> String {
    var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if isEnough(text) { return text }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return text }
      bytes += buffer[..<count]
    }
  }
}

@Suite(.serialized) struct WatchTests {
  private let notebook = "# A\n\n{{< include _part.md >}}\n\n" + cell("1 + 1")

  @Test func onlyWhoKnowsTheTokenIsServed() throws {
    let preview = try RunningPreview(
      ["a.md": notebook, "_part.md": "Part.\n", "secret.txt": "secret"], "a.md")
    let token = preview.token
    let (code, shell) = try preview.answer("GET", "/\(token)/")
    #expect(code == 200 && shell.contains("<iframe id=\"page\"") && shell.contains("default-src 'none'"))
    for path in [
      "/", "/page", "/\(token.reversed())/page", "/\(token)/secret.txt", "/\(token)/../secret.txt",
      "/\(token)",
    ] {
      #expect(try preview.answer("GET", path).0 == 404, "\(path)")
    }
    for headers in [
      ["Host": "evil.example:\(preview.port)"], ["Origin": "http://evil.example"],
      ["Sec-Fetch-Site": "cross-site"],
      ["Host": "127.0.0.1.evil.example"],
    ] {
      #expect(try preview.answer("GET", "/\(token)/page", headers).0 == 403, "\(headers)")
    }
    #expect(try preview.answer("POST", "/\(token)/page").0 == 405)
  }

  @Test func everySaveIsShownAndTheLastGoodPageStays() throws {
    let preview = try RunningPreview(["a.md": notebook, "_part.md": "Part one.\n"], "a.md")
    let events = try preview.send("GET", "/\(preview.token)/events")
    defer { close(events) }
    var seen = ""
    func wait(for word: String) {
      seen = ""
      while !seen.contains(word) {
        let more = RunningPreview.text(of: events) { !$0.isEmpty }
        guard !more.isEmpty else { break }
        seen += more
      }
      #expect(seen.contains(word), "\(word) in \(seen)")
    }
    func waitForPage(with words: String) throws {
      for _ in 0..<400 {
        if try preview.page().contains(words) { return }
        usleep(50_000)
      }
      Issue.record("no page with \(words)")
    }
    try waitForPage(with: "Part one.")
    try preview.folder.put("_part.md", "Part two.\n")
    try waitForPage(with: "Part two.")
    try preview.folder.put("a.md", notebook + "\n\nThree.\n")
    try waitForPage(with: "Three.")
    #expect(try preview.folder.nnb("run", "a.md").code == 0)
    let page = try preview.page()
    #expect(page.hasSuffix(preview.folder.text("a.html") ?? "?"))
    try preview.folder.put("a.md", bytes: [0xFF, 0xFE])
    wait(for: "event: failed")
    #expect(try preview.page() == page)
    // A training tells how far it is.
    let training = """
      table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
      run = train(input(2) -> dense(4, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=sgd(0.5), epochs=60000)
      """
    try preview.folder.put("a.md", cell(training))
    wait(for: "event: training")
  }

  @Test func wrongUseIsSaid() throws {
    let folder = try Folder(["a.md": ""])
    #expect(try folder.nnb("watch", "nothing.md").code == 4)
    let page = try Folder(["a.md": "", "a.html": ""]).nnb("watch", "a.html")
    #expect(page.code == 4 && page.errors.contains("a.html is a report"), "\(page.everything)")
    let meant = try folder.nnb("watch", "a")
    #expect(meant.code == 4 && meant.errors.contains("did you mean a.md?"), "\(meant.everything)")
    #expect(try folder.nnb("watch", ".").errors.contains(". is a folder"))
    #expect(try folder.nnb("watch", "a.md", "--port", "70000").code == 64)
  }
}
