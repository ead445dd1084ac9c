/// One row of the speed table.
struct Benchmark: Sendable {
  /// The names of the rows, as the peers call them.
  enum Task: String, Sendable, CaseIterable {
    case xor, playground, grid, mnist, cnn, gemm, plot, notebook, grading
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
    case .xor: xor
    case .playground: playground
    case .grid: grid
    case .mnist: mnist
    case .cnn: cnn
    case .gemm: gemm
    case .plot: plot
    case .notebook: notebook
    case .grading: grading
    }
  }
}
