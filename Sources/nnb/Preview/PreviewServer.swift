import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview on the loopback address, and nothing else, to who knows the token.
struct PreviewServer: HTTPHandler {
  let preview: Preview
  /// The part of the address that nobody can guess.
  let token: String

  /// A token of 128 random bits.
  static func newToken() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Makes the server; port 0 is any that is free.
  static func server(_ preview: Preview, token: String, port: UInt16) throws -> HTTPServer {
    HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
      handler: PreviewServer(preview: preview, token: token))
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard isOfOurs(request) else { return answer(.forbidden, "text/plain", Array("forbidden\n".utf8)) }
    guard request.method == .GET else { return answer(.methodNotAllowed, "text/plain", []) }
    switch request.target.path() {
    case "/\(token)/": return shell
    case "/\(token)/page":
      return answer(.ok, "text/html; charset=utf-8", preview.page, ["X-Frame-Options": "SAMEORIGIN"])
    case "/\(token)/events":
      return HTTPResponse(
        statusCode: .ok, headers: headers("text/event-stream"), body: HTTPBodySequence(from: preview.events())
      )
    default: return answer(.notFound, "text/plain", Array("nothing is here\n".utf8))
    }
  }

  /// Whether a request comes from the page that we serve, or from the address bar: other sites can make a browser ask
  /// this machine, under names of theirs too.
  private func isOfOurs(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host] else { return false }
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, ["127.0.0.1", "localhost"].contains(parts[0]) else { return false }
    if let origin = request.headers[HTTPHeader("Origin")], origin != "http://\(host)" { return false }
    if let site = request.headers[HTTPHeader("Sec-Fetch-Site")] {
      return ["same-origin", "none"].contains(site)
    }
    return true
  }

  private var shell: HTTPResponse {
    answer(
      .ok, "text/html; charset=utf-8", Array(PreviewShell.html.utf8),
      ["X-Frame-Options": "DENY", "Content-Security-Policy": PreviewShell.policy])
  }

  private func answer(
    _ code: HTTPStatusCode, _ type: String, _ bytes: [UInt8], _ more: [String: String] = [:]
  ) -> HTTPResponse {
    var headers = headers(type)
    for (name, value) in more { headers[HTTPHeader(name)] = value }
    return HTTPResponse(statusCode: code, headers: headers, body: Data(bytes))
  }

  private func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer", HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
  }
}
