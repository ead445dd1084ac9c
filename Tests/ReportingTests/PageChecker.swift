/// Reads a page strictly: tags balance, attributes are quoted and known, ids are unique, nothing is fetched.
struct PageChecker {
  private(set) var problems: [String] = []
  private(set) var ids: Set<String> = []
  private(set) var links: [String] = []
  private(set) var headings: [Int] = []
  private(set) var scripts = 0
  /// The text of the page, entities read.
  private(set) var text = ""
  private var open: [String] = []

  private static let void: Set<String> = ["meta", "img", "source", "br", "hr", "input"]
  private static let tags: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "div", "header", "h1", "h2", "h3", "h4", "h5",
    "h6", "p", "nav",
    "ol", "ul", "li", "main", "section", "span", "strong", "em", "del", "b", "sup", "sub", "kbd", "code",
    "pre", "mark",
    "details", "summary", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption",
    "figure",
    "figcaption", "picture", "source", "img", "br", "hr", "button", "output", "footer", "script",
    "aside", "svg", "defs", "image", "use", "polyline", "circle", "input",
    "math", "semantics", "annotation", "mrow", "mi", "mo", "mn", "mtext", "mspace", "msub", "msup", "msubsup",
    "mover", "munder", "munderover", "mfrac", "msqrt", "mroot", "mtable", "mtr", "mtd", "mstyle", "mpadded",
    "mphantom",
  ]
  private static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "title", "rel", "aria-label",
    "aria-hidden",
    "aria-labelledby", "role", "tabindex", "start", "scope", "src", "srcset", "media", "width", "height",
    "alt", "type",
    "hidden", "viewBox", "aria-pressed", "value", "min", "max", "step", "points", "cx", "cy", "r",
    "data-copied", "data-selected", "data-copy",
    "data-play", "data-pause", "data-step", "data-steps", "data-stages", "data-in", "data-slide",
    "data-title",
    "data-prints-steps", "aria-expanded", "aria-controls",
    "data-copy-code", "data-copy-data", "style",
    "display", "encoding", "stretchy", "lspace", "rspace", "form", "accent", "mathvariant", "columnalign",
    "displaystyle", "movablelimits", "mathsize", "linethickness", "minsize", "maxsize", "symmetric",
    "mathcolor", "scriptlevel",
    "accentunder", "height", "depth", "open",
  ]

  init(_ page: String) {
    var rest = page[...]
    if rest.hasPrefix("<!doctype html>") {
      rest = rest.dropFirst("<!doctype html>".count)
    } else {
      problems.append("no doctype")
    }
    while let start = rest.unicodeScalars.firstIndex(of: "<") {
      addText(rest[..<start])
      rest = rest[start...]
      guard let end = Self.tagEnd(rest) else {
        problems.append("a tag is not closed: \(rest.prefix(60))")
        return
      }
      let tag = String(rest.unicodeScalars[rest.unicodeScalars.index(after: start)..<end])
      rest = Substring(rest.unicodeScalars[rest.unicodeScalars.index(after: end)...])
      let name = read(tag)
      if name == "script" || name == "style" { rest = skip(rest, name) }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
    for link in links where link.hasPrefix("#") && !ids.contains(String(link.dropFirst())) {
      problems.append("leads nowhere: \(link)")
    }
  }

  /// A `>` inside quotes does not end a tag.
  private static func tagEnd(_ text: Substring) -> String.Index? {
    var isQuoted = false
    for index in text.unicodeScalars.indices {
      switch text.unicodeScalars[index] {
      case "\"": isQuoted.toggle()
      case ">" where !isQuoted: return index
      default: break
      }
    }
    return nil
  }

  private mutating func skip(_ rest: Substring, _ name: String) -> Substring {
    guard let end = rest.firstRange(of: "</\(name)>") else { return "" }
    if name == "script" {
      scripts += 1
      if !ReportScriptText.values.contains(String(rest[..<end.lowerBound])) {
        problems.append("a script that is not ours")
      }
    }
    return rest[end.lowerBound...]
  }

  private mutating func addText(_ piece: Substring) {
    if piece.unicodeScalars.contains(">") || piece.contains("\"") {
      problems.append("bare markup in text: \(piece)")
    }
    text += Self.decoded(String(piece))
  }

  private static func decoded(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private mutating func read(_ tag: String) -> String {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { problems.append("</\(name)> closes nothing") }
      return ""
    }
    let name = String(tag.prefix { $0 != " " })
    if !Self.tags.contains(name) { problems.append("unknown element <\(tag)>") }
    if !Self.void.contains(name) { open.append(name) }
    if name.count == 2, name.first == "h", let level = Int(name.dropFirst()) { headings.append(level) }
    readAttributes(String(tag.dropFirst(name.count)), of: name)
    return name
  }

  private mutating func readAttributes(_ text: String, of name: String) {
    var rest = text[...]
    while !rest.isEmpty {
      guard let match = rest.prefixMatch(of: /\ ([a-zA-Z-]+)="([^"]*)"/) else {
        problems.append("odd attributes of \(name): \(rest.prefix(80))")
        return
      }
      check(String(match.1), Self.decoded(String(match.2)), of: name)
      rest = rest[match.range.upperBound...]
    }
  }

  private mutating func check(_ attribute: String, _ value: String, of name: String) {
    if !Self.attributes.contains(attribute) { problems.append("unknown attribute \(attribute) of \(name)") }
    switch attribute {
    case "style":
      // The indentation of a line of code, the width of a picture or a column; nothing of anyone's text may get there.
      if value.wholeMatch(
        of:
          /--[iw]:[0-9]+|flex:0 1 [0-9]+%|width:(?:[0-9]+(?:px|%)|min\(100%,max\([0-9]+%,[0-9]+px\)\))(?:;height:[0-9]+(?:px|%))?|height:[0-9]+(?:px|%)/
      ) == nil {
        problems.append("a style of its own: \(value)")
      }
    case "id":
      if !ids.insert(value).inserted { problems.append("the id \(value) stands twice") }
    case "href":
      if name != "image" { links.append(value) }
      let isElsewhere = ["http:", "https:", "mailto:"].contains { value.lowercased().hasPrefix($0) }
      // A browser takes what has no colon before its first `/`, `?` or `#` for a file beside the page.
      let isFile =
        value.firstMatch(of: #/^[\s\x00-\x20]|^//|\\|^[^/?#]*:/#) == nil && !value.isEmpty
      let isAllowed = isElsewhere || isFile
      // A picture that stands on the page twice is kept once, and used where it stands.
      let isRight =
        switch name {
        case "a": isAllowed
        case "image": value.hasPrefix("data:image/png;base64,")
        case "use": value.hasPrefix("#")
        default: false
        }
      if !isRight { problems.append("a link to \(value)") }
    case "src", "srcset":
      if !value.hasPrefix("data:image/png;base64,") { problems.append("a picture from \(value)") }
    default: break
    }
  }
}
