import NeuralNetworks
import Syntax
import Tensors

/// The draws of one statement: keyed by the seed, the statement and their number, in the order of evaluation.
public struct Draws: Sendable {
  /// The notebook's seed, or that of the cell, or of one call in a sweep.
  var seed: Int { didSet { stream = nil } }
  /// The statement; the name it binds, or its canonical text, is the path of its draws.
  let statement: Statement?
  /// Whether numbers are drawn; the check before a run only counts.
  let isDrawing: Bool
  /// The width of the numbers drawn for parameters.
  private let precision: Precision
  /// How many draws there were.
  var count = 0

  /// How many of them were of random numbers that somebody used.
  var used = 0
  /// The name of the statement, or its canonical text; found by the first draw.
  private lazy var path = statement.map { $0.definedNames.first?.text ?? $0.canonicalText } ?? ""
  /// The first draw, once there was one: the path, which may be long, is hashed once.
  private var stream: RandomStream?

  /// Begins the draws of a statement.
  init(seed: Int, statement: Statement?, isDrawing: Bool, precision: Precision) {
    self.precision = precision
    self.seed = seed
    self.statement = statement
    self.isDrawing = isDrawing
  }

  /// The random numbers of the next draw.
  mutating func next() -> RandomStream {
    count += 1
    used += 1
    let first = stream ?? RandomStream(seed: seed, path: path, draw: 0)
    stream = first
    return first.at(draw: count - 1)
  }

  /// The random numbers of many steps below the next draw, such as `shuffle` of each epoch.
  mutating func nextBranch(isUsed: Bool) -> Branch {
    count += 1
    if isUsed { used += 1 }
    return Branch(seed: seed, path: "\(path)/\(count - 1)")
  }

  /// Random numbers below one draw: a stream for each kind, whose draws are the steps.
  public struct Branch: Sendable {
    let seed: Int
    let path: String

    /// The random numbers of this kind.
    public func stream(_ kind: String) -> RandomStream {
      RandomStream(seed: seed, path: "\(path)/\(kind)", draw: 0)
    }
  }

  /// The first values of a parameter.
  mutating func tensor(_ shape: Shape, _ initializer: Initializer) -> Tensor {
    let stream = next()
    return isDrawing ? initializer.tensor(shape, stream).rounded(to: precision) : Tensor(repeating: 0, shape)
  }
}
