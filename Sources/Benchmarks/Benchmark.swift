/// One row of the speed table.
struct Benchmark: Sendable {
  /// The names of the rows, as the peers call them.
  enum Task: String, Sendable, CaseIterable {
    case grid, plot, notebook
  }

  /// How much is run.
  enum Effort: Sendable {
    /// All of it.
    case full
    /// A few steps, to see that it runs.
    case quick
  }

  /// The row.
  let task: Task
  /// Takes the figures.
  let run: @Sendable (Effort) throws -> [Measurement]

  /// Returns the benchmark of a row.
  static func of(_ task: Task) -> Benchmark {
    switch task {
    case .grid: grid
    case .plot: plot
    case .notebook: notebook
    }
  }
}
