import CKernels

// Windows of a picture reduced to one number each: [h, w, c] for one picture, [m, h, w, c] for several.
extension Operation {
  /// The windows that a pooling looks at.
  public struct Pooling: Sendable, Hashable {
    /// The height and width of a window.
    public let window: Int
    /// The step from one window to the next.
    public let stride: Int

    /// Makes windows.
    /// - Precondition: both are at least 1.
    public init(window: Int, stride: Int) {
      precondition(window > 0 && stride > 0, "window \(window), stride \(stride)")
      self.window = window
      self.stride = stride
    }

    /// What becomes of a window, or the adjoint of that.
    public enum Part: Sendable, Hashable {
      /// The largest element: operand picture.
      case max
      /// The mean: operand picture.
      case mean
      /// The adjoint of the largest element: operands g, of its result's shape, and the picture.
      case maxSlope
      /// The adjoint of the mean for a picture of this shape: operand g.
      case meanSlope(Shape)
    }

    /// Returns the elements of each window of a picture behind one another: `[oh, ow, c, window²]`.
    /// - Precondition: a window fits into the picture.
    public func windows(of picture: Shape) -> Movement {
      let (width, channels) = (picture.sizes[1], picture.sizes[2])
      let height = positions(picture.sizes[0])
      let across = positions(width)
      var table: [Int] = []
      for index in 0..<height * across * channels {
        let (y, x) = (index / channels / across, index / channels % across)
        for k in 0..<window * window {
          let (row, column) = (y * stride + k / window, x * stride + k % window)
          table.append((row * width + column) * channels + index % channels)
        }
      }
      return Movement(from: picture, to: [height, across, channels, window * window], table: table)
    }

    fileprivate func positions(_ size: Int) -> Int { size < window ? 0 : (size - window) / stride + 1 }
  }

  /// The largest element of each window, for each channel; NaN if one is.
  ///
  /// Shapes: `[h, w, c]` gives `[oh, ow, c]` with oh = (h − window)/stride + 1; so with `[m]` in front.
  public static func poolMax(_ pooling: Pooling) -> Operation { .pool(pooling, .max) }

  /// The mean of each window, for each channel: the sum in the order of rule R3, divided by window².
  public static func poolMean(_ pooling: Pooling) -> Operation { .pool(pooling, .mean) }

  /// The adjoint of ``poolMax(_:)``: operands g, of its result's shape, and the picture.
  ///
  /// Each g goes to the largest element of its window, of equal ones the first; windows ascending.
  public static func poolMaxSlope(_ pooling: Pooling) -> Operation { .pool(pooling, .maxSlope) }

  /// The adjoint of ``poolMean(_:)`` for a picture of this shape: g/window² to each element of its window.
  public static func poolMeanSlope(_ pooling: Pooling, picture: Shape) -> Operation {
    .pool(pooling, .meanSlope(picture))
  }
}

extension Operation.Pooling.Part {
  var name: String {
    switch self {
    case .max: "poolMax"
    case .mean: "poolMean"
    case .maxSlope: "poolMaxSlope"
    case .meanSlope: "poolMeanSlope"
    }
  }

  /// The kernel that computes it.
  var code: nnb_code {
    switch self {
    case .max: NNB_POOL_MAX
    case .mean: NNB_POOL_MEAN
    case .maxSlope: NNB_POOL_MAX_SLOPE
    case .meanSlope: NNB_POOL_MEAN_SLOPE
    }
  }

  /// In which operands it is linear.
  var linearity: Operation.Linearity {
    switch self {
    case .mean, .meanSlope: .joint
    case .max, .maxSlope: .none
    }
  }

  var operandCount: Int {
    switch self {
    case .max, .mean, .meanSlope: 1
    case .maxSlope: 2
    }
  }

  /// The shape of the picture.
  fileprivate func picture(_ operands: [Shape]) -> Shape {
    switch self {
    case .max, .mean: operands[0]
    case .maxSlope: operands[1]
    case .meanSlope(let picture): picture
    }
  }
}

/// The sizes of a pooling, and where its elements stand.
struct PoolingSizes {
  let images: Int
  let rows: Int
  let columns: Int
  let channels: Int
  let height: Int
  let width: Int
  let window: Int

  /// - Precondition: the windows fit.
  fileprivate init(_ picture: Shape, _ pooling: Operation.Pooling) {
    let size = Array(picture.sizes.suffix(3))
    images = picture.rank == 4 ? picture.sizes[0] : 1
    (rows, columns, channels) = (size[0], size[1], size[2])
    (height, width) = (pooling.positions(rows), pooling.positions(columns))
    window = pooling.window
  }

  var cost: Int { [height, width, channels, window, window].reduce(images) { $0.saturatingProduct($1) } }
}

extension Operation.Pooling {
  func sizes(_ part: Part, _ prepared: Operation.Prepared) -> PoolingSizes {
    PoolingSizes(part.picture(prepared.operands), self)
  }

  func shape(_ part: Part, of operands: [Shape]) -> Result<Shape, ShapeProblem> {
    let picture = part.picture(operands)
    if let problem = problem(picture) { return .failure(problem) }
    switch part {
    case .max, .mean:
      let sizes = PoolingSizes(picture, self)
      return .success(
        Shape((picture.rank == 4 ? [sizes.images] : []) + [sizes.height, sizes.width, sizes.channels]))
    case .maxSlope, .meanSlope: return .success(picture)
    }
  }

  /// Says why no window fits, if none does.
  private func problem(_ picture: Shape) -> ShapeProblem? {
    guard picture.rank == 3 || picture.rank == 4 else {
      return ShapeProblem(
        "pooling takes a picture [height, width, channels], not \(picture.phrase)", operand: 0)
    }
    let size = Array(picture.sizes.suffix(3))
    guard positions(size[0]) > 0, positions(size[1]) > 0 else {
      return ShapeProblem(
        "a window of \(window)×\(window) does not fit into \(size[0])×\(size[1])",
        hint: "take a smaller window", operand: 0)
    }
    return nil
  }
}

extension InstructionList {
  /// A pooling, or the adjoint of one.
  mutating func pool(
    _ code: nnb_code, _ sizes: PoolingSizes, _ pooling: Operation.Pooling, _ work: Work
  ) {
    var instruction = work.instruction(code)
    (instruction.size.0, instruction.size.1) = (work.rows * sizes.images, sizes.rows)
    (instruction.size.2, instruction.size.3) = (sizes.columns, sizes.channels)
    instruction.size.4 = pooling.window
    instruction.step.0 = pooling.stride
    append(instruction)
  }
}
