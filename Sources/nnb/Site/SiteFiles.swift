import Bytes
import Diagnostics
import Grading
import NotebookFormat
import NotebookRunning
import Reporting

/// Why a file to which a page leads does not come along into the site.
private enum StayingFile: Error {
  case outside, hidden, secret, folder, notebook
  case unreadable(WorldError)
  /// It tells what a part says that students do not see.
  case leak(String)
  /// It was made from a notebook with such parts, and cannot be searched.
  case unsearchable(notebook: String)

  var words: String {
    switch self {
    case .outside: "it lies outside the folder of the site"
    case .hidden: "its name begins with a point"
    case .secret: "it is the course's secret"
    case .folder: "it is a folder"
    case .notebook: "it is a notebook's text"
    case .unreadable(let error): error.description
    case .leak(let text): "it tells what stands in a part that is left out: `\(text.prefix(60))`"
    case .unsearchable(let notebook): "it may hold what students do not see of \(notebook)"
    }
  }

  var hint: String {
    switch self {
    case .outside: "keep the file inside the folder"
    case .hidden: "give it another name"
    case .secret: "remove the link"
    case .folder: "link to its files"
    case .notebook: "give it a name without `_`, so that it has a page"
    case .unreadable: "mend the file, or remove the link"
    case .leak: "make it for students, or remove the link"
    case .unsearchable: "link to the page, or give it a name of its own if students may see it"
    }
  }

  /// Whether a student would see what they must not.
  var isLeak: Bool {
    switch self {
    case .leak, .unsearchable: true
    case .outside, .hidden, .secret, .folder, .notebook, .unreadable: false
    }
  }
}

extension NotebookRun {
  /// Copies the files to which a page leads into the site; returns the digest of each by its place there.
  ///
  /// A file has the same place as in the folder of the notebooks. What lies elsewhere stays there, and so does what would
  /// tell students what the page hides from them; both are said.
  func copyFiles(
    linkedFrom addresses: [String], of notebook: Notebook, at path: String, on site: Site
  ) throws -> (copies: [String: String], code: NotebookRunning.ExitCode) {
    var copies: [String: String] = [:]
    var seen: Set<String> = []
    var code = NotebookRunning.ExitCode.passed
    for address in addresses {
      guard let file = LinkTarget(address).file?.path,
        let place = CourseFiles.path(of: file, from: site.place(of: path)), seen.insert(place).inserted
      else { continue }
      let bytes: [UInt8]?
      do throws(StayingFile) { bytes = try linkedFile(at: place, of: notebook, on: site) } catch {
        let fact = "\(printable(path)) leads to \(printable(file)), which is not published: \(error.words)"
        guard error.isLeak else {
          messages.warning(fact, hint: error.hint)
          continue
        }
        messages.failure(fact, hint: error.hint)
        code = .failed
        continue
      }
      let target = joined(site.output, place)
      // A site in the folder of its notebooks has the file itself.
      guard let bytes, !world.areSame(joined(site.source, place), target) else { continue }
      copies[place] = Digest(of: bytes).description
      // A world without a log: what the site has is nothing that a page is made from.
      if (try? DiskWorld().read(target, limit: bytes.count)) == bytes { continue }
      try world.makeDirectory(directory(of: target))
      try world.write(bytes, to: target)
      messages.wrote(target, bytes: bytes.count)
    }
    return (copies, code)
  }

  /// The bytes of a file to which a page of `notebook` leads; nil where it is a page of the site, or nothing.
  private func linkedFile(
    at place: String, of notebook: Notebook, on site: Site
  ) throws(StayingFile) -> [UInt8]? {
    let parts = place.split(separator: "/")
    guard parts.first != ".." else { throw .outside }
    let source = joined(site.source, place)
    guard world.exists(source), !isPage(place, source) else { return nil }
    guard !parts.contains(where: { $0.hasPrefix(".") }) else { throw .hidden }
    guard fileName(of: source) != SecretFile.name else { throw .secret }
    guard !world.isDirectory(source) else { throw .folder }
    guard !source.hasSuffix(".md") else { throw .notebook }
    // A link inside the folder may lead out of it.
    guard let root = world.resolved(site.source), world.resolved(source)?.hasPrefix(root + "/") == true else {
      throw .outside
    }
    let bytes: [UInt8]
    do throws(WorldError) { bytes = try world.read(source, limit: 100_000_000) } catch {
      throw .unreadable(error)
    }
    let told = texts(inFile: bytes, at: source)
    try search(told ?? [], forPartsOf: notebook)
    if let origin = origin(of: source) {
      guard let key = readKey(origin) else { throw .unsearchable(notebook: origin) }
      if told == nil, !key.partsLeftOut.isEmpty { throw .unsearchable(notebook: origin) }
      try search(told ?? [], forPartsOf: key)
    }
    return bytes
  }

  /// Whether a notebook of the site has its page at a place, or the site itself.
  private func isPage(_ place: String, _ source: String) -> Bool {
    if [SitePages.index, SitePages.search].contains(place) { return true }
    guard source.hasSuffix(".html"), !fileName(of: source).hasPrefix("_") else { return false }
    return world.exists(String(source.dropLast(5)) + ".md")
  }

  /// The notebook beside a file from which nnb makes files of its name.
  private func origin(of source: String) -> String? {
    [".presenter.html", ".slides.html", ".slides.pdf", ".html", ".pdf"].lazy
      .filter { source.hasSuffix($0) }.map { String(source.dropLast($0.count)) + ".md" }
      .first { world.exists($0) }
  }

  private func readKey(_ path: String) -> Notebook? {
    guard let file = try? readSource(path, in: world),
      let files = try? world.courseFiles(of: path, Reports(of: [path], for: purpose, in: world))
    else { return nil }
    return readNotebook(file, files: files).notebook
  }

  private func search(_ texts: [String], forPartsOf notebook: Notebook) throws(StayingFile) {
    let hidden = notebook.partsLeftOut
    guard !hidden.isEmpty, !texts.isEmpty else { return }
    let leaks = LeakSearch(hiding: notebook).leaks(of: hidden, onPage: texts.joined(separator: "\n"))
    if let leak = leaks.first { throw .leak(leak) }
  }
}
