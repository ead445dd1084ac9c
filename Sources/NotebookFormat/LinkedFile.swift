import Diagnostics
import Wording

/// A link of the text to a file, as it is typed: the same words lead elsewhere from another file.
public struct LinkedFile: Sendable, Hashable {
  let url: String
  let path: String

  /// The link to `url` in the text of `file`.
  public init(_ url: String, in file: SourceFile) {
    self.url = url
    path = file.path
  }
}

/// Finds where the links of a page to files lead.
///
/// A link to a notebook leads to the notebook's report where there is one, and one to nothing is told.
struct LinkReader {
  /// The addresses of links that do not lead where they are typed.
  private(set) var addresses: [LinkedFile: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let files: CourseFiles
  private var places: [String: CourseFiles.Place] = [:]

  /// The most paths that are looked at.
  static let mostPaths = 10_000

  init(_ files: CourseFiles) { self.files = files }

  /// Reads the link `url` of the text at `range`.
  mutating func read(_ url: String, at range: SourceRange) {
    guard let (target, rest) = LinkTarget(url).file,
      let path = CourseFiles.path(of: target, from: range.file.path), let place = place(path)
    else { return }
    switch place {
    case .there, .outside: break
    case .report(let report): addresses[LinkedFile(url, in: range.file)] = report.percentEncoded + rest
    case .nothing(let near): report(target, rest, path, near, at: range)
    }
  }

  private mutating func place(_ path: String) -> CourseFiles.Place? {
    if let place = places[path] { return place }
    guard places.count < Self.mostPaths else { return nil }
    let place = files.find(path)
    places[path] = place
    return place
  }

  private mutating func report(
    _ target: String, _ rest: String, _ path: String, _ near: [String], at range: SourceRange
  ) {
    var hint: Message = "write the path of a file as seen from this one"
    var meant: String?
    if path.hasSuffix(".html"), let place = place(String(path.dropLast(5)) + ".md"), place.isThere {
      meant = String(target.dropLast(5)) + ".md"
      hint = "write `\(meant ?? "")`: the page leads to its report as soon as there is one"
    } else if let guess = didYouMean(near) {
      hint = guess
      meant = near.count == 1 ? Self.replacing(lastPartOf: target, by: near[0]) : nil
    }
    let edit = meant.flatMap { meant in
      range.only(target + rest).map { Diagnostic.Edit($0, meant.percentEncoded + rest) }
    }
    diagnostics.append(
      Diagnostic(
        .linkToNothing, "this link leads to nothing: there is no `\(target.prefix(60))`", at: range,
        hint: .init(hint, edit: edit)))
  }

  private static func replacing(lastPartOf path: String, by name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return String(path[...slash]) + name
  }
}

extension CourseFiles.Place {
  fileprivate var isThere: Bool {
    switch self {
    case .there, .report: true
    case .nothing, .outside: false
    }
  }
}

extension SourceRange {
  /// The position of `part` in the text of the range, if it stands there once.
  func only(_ part: String) -> SourceRange? {
    let text = text
    let places = text.ranges(of: part)
    guard places.count == 1, let place = places.first else { return nil }
    let start = lowerBound + text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    return SourceRange(file, start..<start + part.utf8.count)
  }
}
