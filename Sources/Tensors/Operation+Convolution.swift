import CKernels

// Layers for pictures: [h, w, c] for one, [m, h, w, c] for several.
extension Operation {
  /// How the window of a convolution moves.
  public struct Convolution: Sendable, Hashable {
    /// The step from one window to the next.
    public let stride: Int
    /// The zeros around the picture on each side.
    public let pad: Int

    /// Makes a movement.
    /// - Precondition: the stride is at least 1, the pad not negative.
    public init(stride: Int = 1, pad: Int = 0) {
      precondition(stride > 0 && pad >= 0, "stride \(stride), pad \(pad)")
      self.stride = stride
      self.pad = pad
    }

    /// The positions of a window along a picture; 0 or less where it does not fit.
    func positions(_ size: Int, window: Int) -> Int {
      let room = size + 2 * pad - window
      return room < 0 ? 0 : room / stride + 1
    }
  }

  /// The cross-correlation of a picture with f windows, the padding being zeros.
  ///
  ///     result[y, x, f] = Σ picture[y·stride + i − pad, x·stride + j − pad, c] W[i, j, c, f]
  ///
  /// One accumulator an output, i, j, c ascending by fused multiply-add, in chunks of 256 (rule R2).
  /// Shapes: picture `[h, w, c]` or `[m, h, w, c]`, W `[kh, kw, c, f]`, result `[oh, ow, f]` or
  /// `[m, oh, ow, f]` with oh = (h + 2·pad − kh)/stride + 1.
  public static func convolution(_ convolution: Convolution) -> Operation {
    Operation("convolution", linearity: .inEach) { shapes in
      expect(2, shapes, "convolution")
      return ConvolutionSizes.of(shapes[0], shapes[1], convolution).map { sizes in
        Prepared(shape: sizes.shape(like: shapes[0]), cost: sizes.cost, kernel: sizes.kernel(NNB_CONVOLUTION))
      }
    }.with(.convolution(convolution))
  }

  /// The adjoint of ``convolution(_:)`` by the picture: operands g, of the result's shape, and W.
  ///
  /// One accumulator an element, over y, x, f of g ascending.
  public static func convolutionByInput(_ convolution: Convolution, picture: Shape) -> Operation {
    Operation("convolutionByInput", linearity: .inEach) { shapes in
      expect(2, shapes, "convolutionByInput")
      return ConvolutionSizes.of(picture, shapes[1], convolution).map { sizes in
        Prepared(shape: picture, cost: sizes.cost, kernel: sizes.kernel(NNB_CONVOLUTION_BY_INPUT))
      }
    }.with(.convolution(convolution))
  }

  /// The adjoint of ``convolution(_:)`` by W: operands g, of the result's shape, and the picture.
  ///
  /// One accumulator an element, over the pictures and y, x of g ascending.
  public static func convolutionByWeights(_ convolution: Convolution, weights: Shape) -> Operation {
    Operation("convolutionByWeights", linearity: .inEach) { shapes in
      expect(2, shapes, "convolutionByWeights")
      return ConvolutionSizes.of(shapes[1], weights, convolution).map { sizes in
        Prepared(
          shape: weights, cost: sizes.cost, kernel: sizes.kernel(NNB_CONVOLUTION_BY_WEIGHTS, joins: false))
      }
    }.with(.convolution(convolution))
  }
}

/// The sizes of a convolution, and where its elements stand.
private struct ConvolutionSizes {
  let images: Int
  let rows: Int
  let columns: Int
  let channels: Int
  let kernelHeight: Int
  let kernelWidth: Int
  let filters: Int
  /// The positions of the window.
  let height: Int
  let width: Int
  private let convolution: Operation.Convolution

  var cost: Int {
    [height, width, kernelHeight, kernelWidth, channels, filters].reduce(images) { $0.saturatingProduct($1) }
  }

  func shape(like picture: Shape) -> Shape {
    Shape((picture.rank == 4 ? [images] : []) + [height, width, filters])
  }

  /// Finds the sizes, or says why picture and windows do not fit.
  static func of(
    _ picture: Shape, _ weights: Shape, _ convolution: Operation.Convolution
  ) -> Result<ConvolutionSizes, ShapeProblem> {
    guard picture.rank == 3 || picture.rank == 4 else {
      return .failure(
        ShapeProblem(
          "a convolution takes a picture [height, width, channels], not \(picture.phrase)",
          hint: picture.rank == 2
            ? "a grey picture has one channel: [\(picture.sizes[0]), \(picture.sizes[1]), 1]" : nil,
          operand: 0))
    }
    guard weights.rank == 4 else {
      return .failure(
        ShapeProblem(
          "the windows of a convolution are [height, width, channels, filters], not \(weights.phrase)",
          operand: 1))
    }
    let (size, window) = (picture.sizes.suffix(3).map { $0 }, weights.sizes)
    guard size[2] == window[2] else {
      return .failure(
        ShapeProblem("the picture has \(size[2]) channels, the windows have \(window[2])", operand: 1))
    }
    let height = convolution.positions(size[0], window: window[0])
    let width = convolution.positions(size[1], window: window[1])
    guard height > 0 && width > 0 else {
      let padded = convolution.pad > 0 ? " with \(convolution.pad) zeros on each side" : ""
      return .failure(
        ShapeProblem(
          "a window of \(window[0])×\(window[1]) does not fit into \(size[0])×\(size[1])\(padded)",
          hint: "take a smaller window or pad the picture", operand: 1))
    }
    return .success(
      ConvolutionSizes(
        images: picture.rank == 4 ? picture.sizes[0] : 1, rows: size[0], columns: size[1],
        channels: size[2], kernelHeight: window[0], kernelWidth: window[1], filters: window[3],
        height: height, width: width, convolution: convolution))
  }

  /// The kernel for a code; where it `joins`, the pictures of all rows are pictures of one convolution.
  func kernel(_ code: nnb_code, joins: Bool = true) -> Kernel {
    Kernel { work in
      guard work.rows == 1 || joins && work.operands[1].step == 0 else {
        return work.alone(resultSize(code)).flatMap { kernel(code).records($0) }
      }
      var record = work.record(code)
      (record.size.0, record.size.1, record.size.2, record.size.3) =
        (work.rows * images, rows, columns, channels)
      (record.size.4, record.size.5, record.size.6) = (kernelHeight, kernelWidth, filters)
      (record.step.0, record.step.1) = (convolution.stride, convolution.pad)
      return [record]
    }
  }

  private func resultSize(_ code: nnb_code) -> Int {
    switch code {
    case NNB_CONVOLUTION: images * height * width * filters
    case NNB_CONVOLUTION_BY_INPUT: images * rows * columns * channels
    case _: kernelHeight * kernelWidth * channels * filters
    }
  }
}
