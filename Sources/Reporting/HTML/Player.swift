/// What moves on a page, and is still without the page's script.
enum Player: Sendable, CaseIterable {
  /// Frames, one after the other.
  case film
  /// The outcomes that sliders choose from.
  case sweep

  private var script: String {
    switch self {
    case .film: ReportScript.films
    case .sweep: ReportScript.sweeps
    }
  }

  /// The scripts of these, in one order on every page.
  static func scripts(_ players: Set<Player>) -> [String] { allCases.filter(players.contains).map(\.script) }
}
