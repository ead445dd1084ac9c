@testable import Reporting

/// The one script that a page may hold.
enum ReportScriptText {
  static let value = ReportScript.text
}
