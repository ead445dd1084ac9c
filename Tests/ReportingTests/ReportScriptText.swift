@testable import Reporting

/// The scripts that a page may hold: one of them.
enum ReportScriptText {
  static let values =
    [[], [.film], [.sweep], [.film, .sweep]].flatMap { (players: Set<Player>) in
      [ReportScript.text(players: players)]
        + [false, true].map { SlideScript.text(players: players, hasNotes: $0) }
    }
}
