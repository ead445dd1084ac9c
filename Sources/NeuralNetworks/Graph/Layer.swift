import Tensors

/// A layer of a net before it knows what the layer before gives.
public enum Layer: Sendable, Hashable {
  /// Units that all see every input: f(x W + b), W is `[inputs, units]`.
  case dense(units: Int, activation: Activation, weights: Initializer, bias: Initializer)
  /// Filters that slide over a picture, W is `[size, size, channels, filters]`.
  case convolution(
    filters: Int, size: Int, activation: Activation, stride: Int, pad: Int, weights: Initializer)
  /// The largest or the mean number of each window of a picture.
  case pool(size: Int, stride: Int, kind: Graph.PoolingKind)
  /// All numbers of a picture as one vector.
  case flatten
  /// Drops this share of the numbers in each step of a training.
  case dropout(share: Double)
  /// A row of a table of weights for each index from 0, W is `[count, size]`.
  case embedding(count: Int, size: Int, weights: Initializer)

  /// The layer as a call, such as `dense(4, tanh)`.
  public var text: String {
    switch self {
    case .dense(let units, .identity, _, _): "dense(\(units))"
    case .dense(let units, let activation, _, _): "dense(\(units), \(activation.name))"
    case .convolution(let filters, let size, .identity, _, _, _): "conv(\(filters), \(size))"
    case .convolution(let filters, let size, let activation, _, _, _):
      "conv(\(filters), \(size), \(activation.name))"
    case .pool(let size, let stride, let kind):
      "pool(\(size)\(stride == size ? "" : ", stride=\(stride)")\(kind == .max ? "" : ", \(kind.rawValue)"))"
    case .flatten: "flatten()"
    case .dropout(let share): "dropout(\(share.text()))"
    case .embedding(let count, let size, _): "embed(\(count), \(size))"
    }
  }

  /// Whether all its weights start with the same number.
  public var startsEqual: Bool {
    switch self {
    case .dense(_, _, let weights, _), .convolution(_, _, _, _, _, let weights),
      .embedding(_, _, let weights):
      weights.isConstant
    case .pool, .flatten, .dropout: false
    }
  }

  /// The number of its parameters behind an input of this shape.
  public func parameterCount(behind input: Shape) -> Int {
    switch self {
    case .dense(let units, _, _, _): input.prefixed(by: units).count.saturatingSum(units)
    case .convolution(let filters, let size, _, _, _, _):
      Self.windows(filters, size, over: input).count.saturatingSum(filters)
    case .embedding(let count, let size, _): Shape([count, size]).count
    case .pool, .flatten, .dropout: 0
    }
  }

  private static func windows(_ filters: Int, _ size: Int, over picture: Shape) -> Shape {
    Shape([size, size, picture.sizes.last ?? 1, filters])
  }

  /// What a layer became in a net.
  public struct Part: Sendable {
    /// Its value.
    public let node: Graph.Node
    /// Its parameters by name, `W` and `b`.
    public var parameters: [String: Graph.Node] = [:]
  }

  /// Adds the layer to a net behind `input`; `draw` gives the first values of its parameters, `W` before `b`.
  public func append(
    to graph: inout Graph, behind input: Graph.Node, drawing draw: (Shape, Initializer) -> Tensor
  ) -> Result<Part, ShapeProblem> {
    let shape = graph.shape(of: input)
    switch self {
    case .dense(let units, let activation, let weights, let bias):
      guard shape.rank == 1 else { return .failure(Self.noVector(shape)) }
      let W = graph.parameter(draw([shape.count, units], weights))
      let b = graph.parameter(draw([units], bias))
      let z = graph.appending(.add, [graph.appending(.matrixProduct, [input, W]), b])
      return .success(Part(node: graph.activated(z, activation), parameters: ["W": W, "b": b]))
    case .convolution(let filters, let size, let activation, let stride, let pad, let weights):
      guard shape.rank == 3 else { return .failure(Self.noPicture("conv", shape)) }
      let W = graph.parameter(draw(Self.windows(filters, size, over: shape), weights))
      let b = graph.parameter(draw([filters], .zeros))
      return graph.convolution(input, W, stride: stride, pad: pad)
        .flatMap { graph.biased($0, by: b) }
        .map { Part(node: graph.activated($0, activation), parameters: ["W": W, "b": b]) }
    case .pool(let size, let stride, let kind):
      guard shape.rank == 3 else { return .failure(Self.noPicture("pool", shape)) }
      return graph.pool(input, kind, window: size, stride: stride).map { Part(node: $0) }
    case .flatten: return .success(Part(node: graph.flattened(input)))
    case .dropout(let share): return .success(Part(node: graph.dropout(input, share: share)))
    case .embedding(let count, let size, let weights):
      let W = graph.parameter(draw([count, size], weights))
      return graph.embedding(input, W).map { Part(node: $0, parameters: ["W": W]) }
    }
  }

  private static func noVector(_ shape: Shape) -> ShapeProblem {
    ShapeProblem(
      "a dense layer takes a vector, the stage before gives \(shape.phrase)",
      hint: shape.rank == 3 ? "put flatten between them" : nil)
  }

  private static func noPicture(_ stage: String, _ shape: Shape) -> ShapeProblem {
    ShapeProblem(
      "`\(stage)` takes a picture [h, w, c], the stage before gives \(shape.phrase)",
      hint: "begin with input(h, w, c)")
  }
}

extension Graph {
  /// Adds an activation of every element; the identity is the node itself.
  fileprivate mutating func activated(_ node: Node, _ activation: Activation) -> Node {
    activation == .identity ? node : appending(activation.operation, [node])
  }
}
