import Diagnostics

/// What a cell shows, as far as the page takes it.
struct Display {
  private(set) var outputs: [Output] = []
  /// What the page can still take.
  private(set) var page: PageBudget
  /// How many of the outputs the page has taken.
  private var admitted = 0

  init(page: PageBudget) { self.page = page }

  /// Adds an output of the statement under way.
  mutating func show(_ output: Output) { outputs.append(output) }

  /// Leaves out what the page cannot take of the outputs of the statement that ended.
  mutating func admit(at range: SourceRange) throws(Stop) {
    let (count, problem) = page.admit(outputs[admitted...], at: range)
    admitted += count
    outputs.removeSubrange(admitted...)
    if let problem { throw problem }
  }
}
