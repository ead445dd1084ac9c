@testable import Reporting

/// The scripts that a page may hold: one of them.
enum ReportScriptText {
  static let values =
    [false, true].flatMap { hasFilms in
      [ReportScript.text(hasFilms: hasFilms)]
        + [false, true].map { SlideScript.text(hasFilms: hasFilms, hasNotes: $0) }
    }
}
