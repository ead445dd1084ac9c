/// The reports that a run writes, so that the pages can lead to each other.
struct Reports: Sendable {
  /// Where the notebook at a place writes its page; both paths begin at the root.
  private let pages: [String: String]
  private let written: Set<String>
  /// The folder that a site is made of, from the root: its notebooks may speak of all that is in it.
  let course: String?

  /// Those of the notebooks at `paths`.
  init(of paths: [String], for purpose: NotebookRun.Purpose, in world: DiskWorld) {
    var pages: [String: String] = [:]
    for path in paths {
      // A check, and a comparison with records, is of the pages that a run would write.
      let page = purpose.page(of: path, in: world) ?? nnb.page(of: path, ending: ".html")
      guard let place = world.place(of: path) else { continue }
      pages[place] = world.place(of: page)
    }
    self.pages = pages
    written = Set(pages.values)
    course = if case .site(let site) = purpose { world.resolved(site.source) } else { nil }
  }

  /// The page that the run writes for the notebook at a place; nil where it writes none.
  func page(writtenFor place: String) -> String? { pages[place] }

  /// Whether the run writes a page at a place.
  func isWritten(_ place: String) -> Bool { written.contains(place) }

  /// The page of a notebook of this run.
  func page(of path: String, in world: DiskWorld) -> String {
    let place = world.place(of: path) ?? path
    return pages[place] ?? nnb.page(of: place, ending: ".html")
  }
}
