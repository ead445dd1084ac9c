import NotebookFormat
import Wording

/// The pages about a course: an index of its notebooks, and a search in titles and headings that needs no server.
public struct SitePages: Sendable {
  /// A page of the course.
  public struct Entry: Sendable, Hashable {
    /// The path of the page as seen from the index, its parts from folder to file.
    public let path: String
    /// What is told of it.
    public let summary: PageSummary

    /// Makes an entry.
    public init(path: String, summary: PageSummary) {
      self.path = path
      self.summary = summary
    }
  }

  private let title: String
  private let entries: [Entry]
  private let templates: Templates
  private let version: String
  private let words: Words

  /// The name of the index.
  public static let index = "index.html"
  /// The name of the search.
  public static let search = "search.html"

  /// Prepares the pages of a course; its entries are in the order of the index.
  public init(title: String, entries: [Entry], templates: Templates, version: String) {
    self.title = title
    self.entries = entries
    self.templates = templates
    self.version = version
    // Where all pages have one language, so has the index.
    let languages = Set(entries.map(\.summary.language))
    words = Words(languages.count == 1 ? languages.first ?? .english : .english)
  }

  /// Returns the page that lists all pages, those of a folder together.
  public func indexPage() throws(ReportError) -> String {
    var page = HTMLWriter()
    var folder = ""
    var isOpen = false
    for entry in entries {
      let own = Self.folder(of: entry.path)
      if own != folder || !isOpen {
        if isOpen { page.close("ul") }
        if own != folder { page.element("h2", text: own) }
        page.open("ul", ["class": "entries"])
        (folder, isOpen) = (own, true)
      }
      write(entry, on: &page)
    }
    if isOpen { page.close("ul") }
    return try render(title, lead: (Self.search, words(.search)), page, script: "")
  }

  /// Returns the page that lists all titles and headings, and keeps those in sight that hold the words typed.
  public func searchPage() throws(ReportError) -> String {
    var page = HTMLWriter()
    page.open("p", ["class": "search", "hidden": ""])
    page.element("label", ["for": "query"], text: words(.search))
    page.open("input", ["type": "search", "id": "query", "autocomplete": "off", "aria-controls": "found"])
    page.close("p")
    page.element("p", ["id": "count", "role": "status", "data-found": words(.found)], text: "")
    page.open("ul", ["class": "found", "id": "found"])
    for entry in entries {
      row(entry, nil, on: &page)
      for heading in entry.summary.headings { row(entry, heading, on: &page) }
    }
    page.close("ul")
    return try render(words(.searchFor), lead: (Self.index, words(.siteIndex)), page, script: Self.searching)
  }

  private func write(_ entry: Entry, on page: inout HTMLWriter) {
    let summary = entry.summary
    page.line()
    page.open("li", ["lang": summary.language == words.language ? nil : summary.language.code])
    page.element("a", ["href": entry.path.percentEncoded], text: summary.title)
    if !summary.lead.isEmpty { page.element("p", text: summary.lead) }
    var facts: [String] = []
    if summary.exercises > 0 { facts.append(words.count(.exerciseCount, summary.exercises)) }
    if let points = summary.milliPoints { facts.append(words.worth(points)) }
    if !facts.isEmpty { page.element("p", ["class": "facts"], text: facts.joined(separator: ", ")) }
    page.close("li")
  }

  private func row(_ entry: Entry, _ heading: PageSummary.Entry?, on page: inout HTMLWriter) {
    let address = entry.path.percentEncoded + (heading.map { "#" + $0.anchor.percentEncoded } ?? "")
    page.line()
    page.open("li", ["lang": entry.summary.language == words.language ? nil : entry.summary.language.code])
    page.element("a", ["href": address], text: heading?.title ?? entry.summary.title)
    if heading != nil {
      page.text(" ")
      page.element("span", ["class": "of"], text: entry.summary.title)
    }
    page.close("li")
  }

  private func render(
    _ title: String, lead: (address: String, text: String), _ page: HTMLWriter, script: String
  ) throws(ReportError) -> String {
    let script = ReportScript.joined([ReportScript.basics, ReportScript.themes, script])
    var link = HTMLWriter()
    link.element("a", ["href": lead.address], text: lead.text)
    return try templates.render(
      SiteContext(
        lang: TemplateText(words.language.code), words: words.table, title: TemplateText(title),
        lead: Markup(link.html), generator: TemplateText("nnb \(version)"),
        policy: TemplateText(ReportScript.policy(of: script, hasFont: false)),
        style: Markup(try templates.siteStyle()), script: Markup(script), body: Markup(page.html)))
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static let searching = #"""
    const items = all(".found li").map((item) => ({ item, text: item.textContent.toLowerCase() }));
    const query = document.getElementById("query");
    const count = document.getElementById("count");
    const search = () => {
      const wanted = query.value.toLowerCase().split(/\s+/).filter(Boolean);
      let found = 0;
      for (const { item, text } of items) {
        item.hidden = !wanted.every((word) => text.includes(word));
        if (!item.hidden) found += 1;
      }
      count.textContent = wanted.length ? found + count.dataset.found : "";
    };
    query.parentElement.hidden = false;
    query.addEventListener("input", search);
    search();
    """#
}

/// What the template `site.html` may speak of.
struct SiteContext {
  /// The language, as HTML names it.
  let lang: TemplateText
  /// The words in that language, by the names that ``Phrase`` gives them.
  let words: [String: TemplateText]
  let title: TemplateText
  /// What stands under the title.
  let lead: Markup
  /// The program that made the page.
  let generator: TemplateText
  /// The policy for the browser.
  let policy: TemplateText
  /// The style sheet.
  let style: Markup
  /// The script.
  let script: Markup
  /// What the page lists.
  let body: Markup
}

extension HTMLWriter {
  /// Writes an element that holds a text.
  fileprivate mutating func element(_ tag: String, _ attributes: Attributes = [:], text: String) {
    guard open(tag, attributes) else { return }
    self.text(text)
    close(tag)
  }
}
