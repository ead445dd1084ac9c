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

    /// Returns the elements of each window of a picture behind one another: `[oh, ow, c, window²]`.
    /// - Precondition: a window fits into the picture.
    public func windows(of picture: Shape) -> Movement {
      let (width, channels) = (picture.sizes[1], picture.sizes[2])
      let height = positions(picture.sizes[0])
      let across = positions(width)
      var table: [Int] = []
      for place in 0..<height * across * channels {
        let (y, x) = (place / channels / across, place / channels % across)
        for k in 0..<window * window {
          let (row, column) = (y * stride + k / window, x * stride + k % window)
          table.append((row * width + column) * channels + place % channels)
        }
      }
      return Movement(from: picture, to: [height, across, channels, window * window], table: table)
    }

    fileprivate func positions(_ size: Int) -> Int { size < window ? 0 : (size - window) / stride + 1 }
  }

  /// The largest element of each window, for each channel; NaN if one is.
  ///
  /// Shapes: `[h, w, c]` gives `[oh, ow, c]` with oh = (h − window)/stride + 1; so with `[m]` in front.
  public static func poolMax(_ pooling: Pooling) -> Operation {
    Operation("poolMax") { shapes in
      expect(1, shapes, "poolMax")
      return PoolingSizes.of(shapes[0], pooling).map { sizes in
        Prepared(shape: sizes.shape(like: shapes[0]), cost: sizes.cost, kernel: sizes.kernel(NNB_POOL_MAX))
      }
    }.with(.pooling(pooling))
  }

  /// The mean of each window, for each channel: the sum in the order of rule R3, divided by window².
  public static func poolMean(_ pooling: Pooling) -> Operation {
    Operation("poolMean", linearity: .joint) { shapes in
      expect(1, shapes, "poolMean")
      return PoolingSizes.of(shapes[0], pooling).map { sizes in
        Prepared(shape: sizes.shape(like: shapes[0]), cost: sizes.cost, kernel: sizes.kernel(NNB_POOL_MEAN))
      }
    }.with(.pooling(pooling))
  }

  /// The adjoint of ``poolMax(_:)``: operands g, of its result's shape, and the picture.
  ///
  /// Each g goes to the largest element of its window, of equal ones the first; windows ascending.
  public static func poolMaxSlope(_ pooling: Pooling) -> Operation {
    Operation("poolMaxSlope") { shapes in
      expect(2, shapes, "poolMaxSlope")
      return PoolingSizes.of(shapes[1], pooling).map { sizes in
        Prepared(shape: shapes[1], cost: sizes.cost, kernel: sizes.kernel(NNB_POOL_MAX_SLOPE))
      }
    }.with(.pooling(pooling))
  }

  /// The adjoint of ``poolMean(_:)`` for a picture of this shape: g/window² to each element of its window.
  public static func poolMeanSlope(_ pooling: Pooling, picture: Shape) -> Operation {
    Operation("poolMeanSlope", linearity: .joint) { shapes in
      expect(1, shapes, "poolMeanSlope")
      return PoolingSizes.of(picture, pooling).map { sizes in
        Prepared(shape: picture, cost: sizes.cost, kernel: sizes.kernel(NNB_POOL_MEAN_SLOPE))
      }
    }.with(.pooling(pooling))
  }
}

/// The sizes of a pooling, and where its elements stand.
private struct PoolingSizes {
  private let images: Int
  private let rows: Int
  private let columns: Int
  private let channels: Int
  private let height: Int
  private let width: Int
  private let pooling: Operation.Pooling

  var cost: Int {
    [height, width, channels, pooling.window, pooling.window].reduce(images) { $0.saturatingProduct($1) }
  }

  func shape(like picture: Shape) -> Shape {
    Shape((picture.rank == 4 ? [images] : []) + [height, width, channels])
  }

  /// Finds the sizes, or says why the window does not fit.
  static func of(_ picture: Shape, _ pooling: Operation.Pooling) -> Result<PoolingSizes, ShapeProblem> {
    guard picture.rank == 3 || picture.rank == 4 else {
      return .failure(
        ShapeProblem("pooling takes a picture [height, width, channels], not \(picture.phrase)", operand: 0))
    }
    let size = picture.sizes.suffix(3).map { $0 }
    let (height, width) = (pooling.positions(size[0]), pooling.positions(size[1]))
    guard height > 0 && width > 0 else {
      return .failure(
        ShapeProblem(
          "a window of \(pooling.window)×\(pooling.window) does not fit into \(size[0])×\(size[1])",
          hint: "take a smaller window", operand: 0))
    }
    return .success(
      PoolingSizes(
        images: picture.rank == 4 ? picture.sizes[0] : 1, rows: size[0], columns: size[1],
        channels: size[2], height: height, width: width, pooling: pooling))
  }

  /// The kernel for a code; the pictures of all rows are pictures of one pooling, unless rows share some.
  func kernel(_ code: nnb_code) -> Kernel {
    let isForward = [NNB_POOL_MAX, NNB_POOL_MEAN].contains(code)
    let resultSize = images * channels * (isForward ? height * width : rows * columns)
    return Kernel { work in
      guard work.rows == 1 || work.operands.allSatisfy({ $0.step != 0 }) else {
        return work.alone(resultSize).flatMap { kernel(code).records($0) }
      }
      var record = work.record(code)
      (record.size.0, record.size.1, record.size.2, record.size.3) =
        (work.rows * images, rows, columns, channels)
      record.size.4 = pooling.window
      record.step.0 = pooling.stride
      return [record]
    }
  }
}
