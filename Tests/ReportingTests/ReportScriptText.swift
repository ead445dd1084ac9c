@testable import Reporting

/// The scripts that a page may hold: one of them.
enum ReportScriptText {
  static let values = [ReportScript.text(hasFilms: false), ReportScript.text(hasFilms: true)]
}
