import Bytes
import Diagnostics
import Grading
import NotebookFormat
import NotebookRunning
import Reporting
import Synchronization

/// The site of a course on the disk: which page each notebook has, and what is known of the pages that are there.
final class Site: Sendable {
  /// The folder of the notebooks.
  let source: String
  /// The folder of the pages.
  let output: String
  /// What must be the same for a page to be kept, beside the files that it was made from.
  private let making: String
  private let before: [String: SitePage]
  private let made = Mutex<[String: SitePage]>([:])

  /// Opens the site at `output`; `making` tells by what its pages are made.
  init(of source: String, at output: String, making: String, in world: DiskWorld) {
    self.source = source
    self.output = output
    self.making = making
    var pages: [String: SitePage] = [:]
    let bytes = try? world.read(joined(output, SitePage.listName), limit: 100_000_000)
    for page in bytes.map({ SitePage.list(String(decoding: $0, as: UTF8.self)) }) ?? [] {
      pages[page.notebook] = page
    }
    before = pages
  }

  /// The page of a notebook as seen from the index.
  func place(of notebook: String) -> String {
    let prefix = source.hasSuffix("/") ? source : source + "/"
    let inside =
      source == "."
      ? notebook
      : notebook.hasPrefix(prefix) ? String(notebook.dropFirst(prefix.count)) : fileName(of: notebook)
    return nnb.page(of: inside, ending: ".html")
  }

  /// The page of a notebook.
  func page(of notebook: String) -> String { joined(output, place(of: notebook)) }

  /// The exit code of the run that made a notebook's page, if the page is as it would be made now; it is then kept.
  func codeOfCurrentPage(of notebook: String, in world: DiskWorld) -> NotebookRunning.ExitCode? {
    guard let page = before[notebook], page.making == making,
      page.files(at: place(of: notebook)).allSatisfy({ isThere($0.key, $0.value, in: world) }),
      page.inputs.isCurrent(in: world)
    else { return nil }
    made.withLock { $0[notebook] = page }
    return page.code
  }

  /// Whether the site has a file with this digest at a place.
  private func isThere(_ place: String, _ digest: String, in world: DiskWorld) -> Bool {
    let bytes = try? world.read(joined(output, place), limit: 100_000_000)
    return bytes.map { Digest(of: $0).description } == digest
  }

  /// Notes a page that was written, and the files that were copied for it.
  func note(
    _ bytes: [UInt8], of notebook: String, _ summary: PageSummary, copies: [String: String],
    _ code: NotebookRunning.ExitCode, _ log: FileLog?
  ) {
    let page = SitePage(
      notebook: notebook, making: making, digest: Digest(of: bytes).description, inputs: log?.all ?? [:],
      copies: copies, code: code, summary: summary)
    made.withLock { $0[notebook] = page }
  }

  /// The pages of this time, by notebook.
  var pages: [String: SitePage] { made.withLock { $0 } }

  /// The pages and copies that are there from before, are no longer published, and that nobody changed.
  func leftovers(in world: DiskWorld) -> [String] {
    let kept = Set(pages.values.flatMap { $0.files(at: place(of: $0.notebook)).keys })
    let known = before.values.flatMap { $0.files(at: place(of: $0.notebook)) }
    let left = known.filter { !kept.contains($0.key) && isThere($0.key, $0.value, in: world) }
    return Set(left.map { joined(output, $0.key) }).sorted()
  }
}

extension NotebookRun {
  /// Whether a notebook's page would show what students may not see, so that it is not published.
  func refuses(_ notebook: Notebook, at path: String) -> Bool {
    guard face != .student, face == .solution || notebook.hasSolutions, notebook.hasHiddenParts else {
      return false
    }
    messages.failure(
      "\(printable(path)) holds solutions, and is not published",
      hint: "`--as student` publishes the students' page")
    return true
  }

  /// Writes a page into a site, if it tells no more than it should.
  func publish(
    _ record: RunRecord, _ path: String, on site: Site, _ watch: Watch
  ) throws -> NotebookRunning.ExitCode {
    let hidden = record.notebook.partsLeftOut
    let page = try report(of: record, watch)
    let search = LeakSearch(hiding: record.notebook)
    if let leak = search.leaks(of: hidden, onPage: VisibleText(of: page.html).text).first {
      messages.failure(
        "\(printable(path)) is not published: its page tells what stands in a part that is left out: `\(printable(String(leak.prefix(60))))`",
        hint: "remove it from what students see")
      return .failed
    }
    let linked = try copyFiles(linkedFrom: page.links, of: record.notebook, at: path, on: site)
    let target = site.page(of: path)
    let bytes = Array(page.html.utf8)
    try world.makeDirectory(directory(of: target))
    try world.write(bytes, to: target)
    messages.wrote(target, bytes: bytes.count)
    if let problem = page.problem { messages.say(problem) }
    let code = max(record.exitCode, page.problem == nil ? .passed : .exhausted, linked.code)
    site.note(bytes, of: path, page.summary, copies: linked.copies, code, world.log)
    return code
  }

  /// Throws where a notebook would write a page that is one of those about the site.
  func check(_ site: Site, for paths: [String]) throws(NotebookFileError) {
    for path in paths where [SitePages.index, SitePages.search].contains(site.place(of: path)) {
      throw .siteName(path: path)
    }
  }

  /// Writes the pages about a site, removes what is left of notebooks that are gone, and says what was done.
  func finish(_ site: Site, of paths: [String]) throws {
    let pages = site.pages
    let entries = paths.compactMap { path in
      pages[path].map { SitePages.Entry(path: site.place(of: path), summary: $0.summary) }
    }.sorted { ($0.path.count { $0 == "/" }, $0.path) < ($1.path.count { $0 == "/" }, $1.path) }
    let templates = try Templates.load(from: templates, in: world)
    let about = SitePages(
      title: SitePage.title(of: world.resolved(site.source) ?? site.source), entries: entries,
      templates: templates, version: NNB.version)
    for path in site.leftovers(in: world) {
      try world.remove(path)
      messages.note("removed \(printable(path)), which is no longer published")
    }
    try world.makeDirectory(site.output)
    for (name, html) in [
      (SitePages.index, try about.indexPage()), (SitePages.search, try about.searchPage()),
    ] {
      try world.write(Array(html.utf8), to: joined(site.output, name))
    }
    let list = pages.values.sorted { $0.notebook < $1.notebook }
    try world.write(Array(SitePage.text(list).utf8), to: joined(site.output, SitePage.listName))
    let index = joined(site.output, SitePages.index)
    messages.note("wrote \(printable(index)) of \(counted(entries.count, "page"))")
  }
}
