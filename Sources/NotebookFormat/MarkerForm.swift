/// A comment that marks a part of the page: its name, how it is written, and what it is for.
public struct MarkerForm: Sendable {
  /// The word that it begins with.
  public let name: String
  /// What stands on a line of its own, before the part where it marks one.
  public let opening: String
  /// What ends the part; nil of a marker that is a point.
  public let closing: String?
  /// What it marks.
  public let summary: String

  private init(_ name: String, written opening: String? = nil, isPoint: Bool = false, _ summary: String) {
    self.name = name
    self.opening = "<!-- \(opening ?? name) -->"
    closing = isPoint ? nil : "<!-- /\(name) -->"
    self.summary = summary
  }

  /// Every marker there is.
  public static let all: [MarkerForm] = [
    .init("solution", "what is shown with the solutions only"),
    .init("notes", "what is for the lecturer, in the speaker's window and on no page"),
    .init("answer", written: "answer: NAME", "the place for an answer in words to the exercise NAME"),
    .init("slide", "what is on slides only"),
    .init("report", "what is in the report only"),
    .init("columns", "columns side by side on a slide"),
    .init("column", written: "column: 60%", "one of the columns, of this width where one is written"),
    .init("pause", isPoint: true, "what follows on the slide comes with the next step"),
  ]
}
