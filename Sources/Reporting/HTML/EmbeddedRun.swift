import Diagnostics
import NotebookRunning

/// What a report tells of the run that made it, so that the run can be made again.
public struct EmbeddedRun: Sendable, Hashable {
  /// A parameter that was given on the command line.
  public struct Parameter: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value, as it was typed.
    public let value: String

    /// Makes one.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// For whom the page was made; nil where nobody said.
  public let face: String?
  /// The parameters that were given, in their order.
  public let parameters: [Parameter]
  /// The data files that its cells read.
  public private(set) var data: [RunRecord.DataFile] = []

  /// Describes a run.
  public init(face: String? = nil, parameters: [Parameter] = []) {
    self.face = face
    self.parameters = parameters
  }

  /// The same run, in which the cells read these files.
  func reading(_ data: [RunRecord.DataFile]) -> EmbeddedRun {
    var run = self
    run.data = data
    return run
  }

  private static let open = "<script type=\"text/x-nnb-run\">"

  /// The element, which no browser runs or shows; none where nothing was given.
  var markup: String {
    guard face != nil || !parameters.isEmpty || !data.isEmpty else { return "" }
    let json = JSONValue.object([
      ("face", face.map { .string($0) } ?? .null),
      (
        "parameters",
        .array(parameters.map { .object([("name", .string($0.name)), ("value", .string($0.value))]) })
      ),
      ("data", .array(data.map { .object([("name", .string($0.name)), ("digest", .string($0.digest))]) })),
    ])
    return "\n\(Self.open)\(base64(Array(json.text.utf8)))</script>"
  }

  /// Reads the run off a page that may come from anywhere.
  public init(page: String) {
    var json: JSONValue?
    if let open = page.firstRange(of: Self.open), let end = page[open.upperBound...].firstIndex(of: "<"),
      let bytes = EmbeddedSource.bytes(base64: page[open.upperBound..<end].utf8)
    {
      json = JSONValue(reading: String(decoding: bytes, as: UTF8.self))
    }
    face = json?["face"]?.string
    parameters = (json?["parameters"]?.array ?? []).prefix(1_000).compactMap { entry in
      guard let name = entry["name"]?.string, let value = entry["value"]?.string else { return nil }
      return Parameter(name: name, value: value)
    }
    data = (json?["data"]?.array ?? []).prefix(1_000).compactMap { entry in
      guard let name = entry["name"]?.string, let digest = entry["digest"]?.string else { return nil }
      return RunRecord.DataFile(name: name, digest: digest)
    }
  }
}

/// A report that may come from anywhere, read for what it shows.
public struct ReportReading: Sendable {
  /// A part of the page: a cell and the text behind it, or what stands before all cells.
  public struct Part: Sendable, Hashable {
    /// The number of the cell, from 1; nil before all cells.
    public let cell: Int?
    /// The markup.
    fileprivate let markup: Substring

    /// What a reader sees, line by line.
    public var lines: [String] { ReportReading.visible(markup) }

    /// Equal parts have the same bytes.
    public static func == (a: Part, b: Part) -> Bool { a.markup.utf8.elementsEqual(b.markup.utf8) }

    /// Hashes the markup.
    public func hash(into hasher: inout Hasher) { hasher.combine(markup) }
  }

  /// The version of the program that says it made the page.
  public let version: String?
  /// The parts in the order of the page.
  public private(set) var parts: [Part] = []

  /// Reads a page.
  /// - Complexity: linear in the page.
  public init(_ page: String) {
    version = page.firstRange(of: "content=\"nnb ").flatMap { mark in
      page[mark.upperBound...].firstIndex(of: "\"").map { String(page[mark.upperBound..<$0].prefix(40)) }
    }
    var rest = page[...]
    var number: Int?
    while let mark = rest.firstRange(of: "<div class=\"cell\" id=\"cell-") {
      parts.append(Part(cell: number, markup: rest[..<mark.lowerBound]))
      number = Int(rest[mark.upperBound...].prefix { $0.isASCII && $0.isNumber })
      rest = rest[mark.upperBound...]
    }
    parts.append(Part(cell: number, markup: rest))
  }

  /// The text between the tags, without what no reader sees.
  private static func visible(_ markup: Substring) -> [String] {
    var text = ""
    var rest = markup
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      let tag = rest[open...]
      // Scripts and styles are no text.
      let hidden = ["script", "style"].first { tag.dropFirst().hasPrefix($0) }
      let end =
        hidden.flatMap { tag.firstRange(of: "</\($0)>")?.upperBound }
        ?? tag.firstIndex(of: ">").map { tag.index(after: $0) }
      guard let end else { return lines(text) }
      let isInline = ["<span", "</span", "<b", "<i", "<em", "<strong", "<code", "</code", "<a", "</a"]
        .contains {
          tag.hasPrefix($0)
        }
      if !isInline { text += "\n" }
      rest = rest[end...]
    }
    return lines(text + rest)
  }

  private static func lines(_ text: String) -> [String] {
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text)
    {
      $0.replacing($1.0, with: $1.1)
    }
    return plain.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace))
    }.filter { !$0.isEmpty }
  }
}
