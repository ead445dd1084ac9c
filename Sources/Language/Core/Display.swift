import Diagnostics

/// What a cell shows, as far as the page takes it.
struct Display {
  private(set) var outputs: [Output] = []
  /// The statement that each output comes from.
  private(set) var ranges: [SourceRange] = []
  /// What the page can still take.
  private(set) var page: PageBudget
  /// What the statement under way shows.
  private var pending: [Shown] = []

  init(page: PageBudget) { self.page = page }

  /// Adds what the statement under way shows.
  mutating func show(_ shown: Shown) { pending.append(shown) }

  /// Adds an output of the statement under way.
  mutating func show(_ output: Output) { pending.append(.output(output)) }

  /// Puts what the statement that ended shows on the page, as far as there is room.
  mutating func admit(at range: SourceRange) throws(Stop) {
    defer { pending = [] }
    for shown in pending {
      outputs.append(try page.admit(shown, at: range))
      ranges.append(range)
    }
  }
}
