import Diagnostics
import NotebookFormat
import Testing

/// What a page keeps of a drawing, and what it is shown without.
struct SVGTests {
  private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"5\">"

  /// The drawing as a page holds it, and what is said of it.
  private func drawing(_ svg: String) -> (svg: String?, complaints: [String]) {
    let files = CourseFiles { path, _ throws(CourseFiles.Refusal) in
      guard path == "a.svg" else { throw .world(.notFound(path: path)) }
      return Array(svg.utf8)
    }
    let (notebook, diagnostics) = readNotebook(SourceFile(path: "a.md", text: "![](a.svg)"), files: files)
    return (
      notebook.pictures.first.map { String(decoding: $0.bytes, as: UTF8.self) },
      diagnostics.map(\.message.english)
    )
  }

  @Test func whatDrawsIsKept() {
    let body =
      "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#f00\"/></linearGradient><path id=\"p\" d=\"M0 0\"/></defs>"
      + "<style>.a { fill: url(#g) }</style><g class=\"a\"><use href=\"#p\" x=\"1\"/><text>a &lt; b</text></g></svg>"
    #expect(drawing(Self.head + body) == (Self.head + body, []))
  }

  @Test func notesOfProgramsAreDropped() {
    let svg =
      "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/x.dtd\"><!-- x -->"
      + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:i=\"http://inkscape.org\" i:v=\"1\"><metadata><x/></metadata><i:view/>"
      + "<a href=\"https://example.org\"><rect width=\"1\"/></a></svg>"
    #expect(
      drawing(svg) == ("<svg xmlns=\"http://www.w3.org/2000/svg\"><g><rect width=\"1\"/></g></svg>", []))
  }

  @Test(arguments: [
    ("<script>x()</script>", "script"), ("<rect onclick=\"x()\"/>", "onclick"), ("<g ONLOAD='x()'/>", ""),
    ("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", "foreignObject"),
    ("<image href=\"https://example.org/a.png\"/>", "href"),
    ("<use xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"b.svg#x\"/>", "href"),
    ("<rect fill=\"url(https://example.org/x)\"/>", "fill"), ("<rect style=\"fill:u\\72l(x)\"/>", "style"),
    ("<style>@import 'x';</style>", "style"), ("<animate attributeName=\"x\"/>", "animate"),
    ("<set attributeName=\"href\" to=\"javascript:x\"/>", "set"),
    ("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">x()</h:script>", "script"),
    ("<image href=\"data:image/svg+xml;base64,AAAA\"/>", "href"),
  ])
  func whatRunsOrFetchesIsNot(body: String, name: String) throws {
    let (svg, complaints) = drawing(Self.head + body + "<path d=\"M1 1\"/></svg>")
    let kept = try #require(svg).lowercased()
    for word in [
      "script", "onclick", "onload", "foreign", "http://e", "https:", "import", "animate", "<set", "b.svg",
      "\\",
    ] {
      #expect(!kept.contains(word), "\(kept)")
    }
    #expect(kept.contains("m1 1") && complaints.count == (name.isEmpty ? 0 : 1), "\(complaints)")
    if !name.isEmpty { #expect(complaints[0].contains("`\(name)`")) }
  }

  /// Thirty parts, each of which draws the next one twice.
  private static let doubling: String = {
    var parts = head
    for number in 0..<30 {
      let use = "<use href=\"#a\(number + 1)\"/>"
      parts += "<g id=\"a\(number)\">\(use)\(use)</g>"
    }
    return parts + "</svg>"
  }()
  private static let refused: [(String, String)] = [
    ("", "no PNG"), ("hello", "no PNG"), ("<html/>", "no PNG"), (head, "well-formed"),
    ("\(head)<g></svg>", "well-formed"), ("\(head)<g id=\"a\"><use href=\"#a\"/></g></svg>", "so often"),
    (doubling, "so often"), ("\(head)\(String(repeating: "<g/>", count: 60_000))</svg>", "elements"),
    ("\(head)\(String(repeating: "<g>", count: 10_000))", "well-formed"),
  ]

  @Test(arguments: refused)
  func whatCannotBeDrawnIsRefused(svg: String, reason: String) {
    let (picture, complaints) = drawing(svg)
    #expect(picture == nil && complaints.count == 1 && complaints[0].contains(reason), "\(complaints)")
  }

  /// Entities that expand each other: the parser's own bound, or nothing of them.
  @Test func entitiesAreBounded() {
    var entities = ""
    for number in 1..<12 {
      entities += "<!ENTITY e\(number) \"\(String(repeating: "&e\(number - 1);", count: 10))\">"
    }
    let time = ContinuousClock().measure {
      let svg = drawing(
        "<!DOCTYPE svg [<!ENTITY e0 \"x\">\(entities)]>" + Self.head
          + "<text class=\"&e11;\">&e11;</text></svg>"
      ).svg
      #expect((svg?.utf8.count ?? 0) < 1_000_000)
    }
    #expect(time < .seconds(5))
  }
}
