import CKernels
import Wording

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

    /// One of a convolution and its two adjoints; each of them is linear in each of two of the three tensors.
    public enum Part: Sendable, Hashable {
      /// The convolution: operands picture and W.
      case forward
      /// The adjoint by a picture of this shape: operands g, of the result's shape, and W.
      case byInput(Shape)
      /// The adjoint by windows of this shape: operands g, of the result's shape, and the picture.
      case byWeights(Shape)
    }

    /// The positions of a window along a picture; 0 or less where it does not fit.
    fileprivate func positions(_ size: Int, window: Int) -> Int {
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
  public static func convolution(_ convolution: Convolution) -> Operation { .convolve(convolution, .forward) }

  /// The adjoint of ``convolution(_:)`` by the picture: operands g, of the result's shape, and W.
  ///
  /// One accumulator an element, over y, x, f of g ascending.
  public static func convolutionByInput(_ convolution: Convolution, picture: Shape) -> Operation {
    .convolve(convolution, .byInput(picture))
  }

  /// The adjoint of ``convolution(_:)`` by W: operands g, of the result's shape, and the picture.
  ///
  /// One accumulator an element, over the pictures and y, x of g ascending.
  public static func convolutionByWeights(_ convolution: Convolution, weights: Shape) -> Operation {
    .convolve(convolution, .byWeights(weights))
  }
}

extension Operation.Convolution.Part {
  var name: String {
    switch self {
    case .forward: "convolution"
    case .byInput: "convolutionByInput"
    case .byWeights: "convolutionByWeights"
    }
  }

  /// The kernel that computes it.
  var code: nnb_code {
    switch self {
    case .forward: NNB_CONVOLUTION
    case .byInput: NNB_CONVOLUTION_BY_INPUT
    case .byWeights: NNB_CONVOLUTION_BY_WEIGHTS
    }
  }

  /// Whether the pictures of several rows can be pictures of one convolution, each with a result of its own.
  var joinsRows: Bool {
    switch self {
    case .forward, .byInput: true
    case .byWeights: false
    }
  }

  /// The shapes of the picture and of the windows.
  fileprivate func pictureAndWindows(_ operands: [Shape]) -> (picture: Shape, windows: Shape) {
    switch self {
    case .forward: (operands[0], operands[1])
    case .byInput(let picture): (picture, operands[1])
    case .byWeights(let windows): (operands[1], windows)
    }
  }
}

/// The sizes of a convolution, and where its elements stand.
struct ConvolutionSizes {
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

  /// - Precondition: the windows fit.
  fileprivate init(_ picture: Shape, _ windows: Shape, _ convolution: Operation.Convolution) {
    let size = Array(picture.sizes.suffix(3))
    images = picture.rank == 4 ? picture.sizes[0] : 1
    (rows, columns, channels) = (size[0], size[1], size[2])
    (kernelHeight, kernelWidth, filters) = (windows.sizes[0], windows.sizes[1], windows.sizes[3])
    height = convolution.positions(rows, window: kernelHeight)
    width = convolution.positions(columns, window: kernelWidth)
  }

  var cost: Int {
    [height, width, kernelHeight, kernelWidth, channels, filters].reduce(images) { $0.saturatingProduct($1) }
  }
}

extension Operation.Convolution {
  func sizes(_ part: Part, _ prepared: Operation.Prepared) -> ConvolutionSizes {
    let (picture, windows) = part.pictureAndWindows(prepared.operands)
    return ConvolutionSizes(picture, windows, self)
  }

  func shape(_ part: Part, of operands: [Shape]) -> Result<Shape, ShapeProblem> {
    let (picture, windows) = part.pictureAndWindows(operands)
    if let problem = problem(picture, windows) { return .failure(problem) }
    switch part {
    case .forward:
      let sizes = ConvolutionSizes(picture, windows, self)
      return .success(
        Shape((picture.rank == 4 ? [sizes.images] : []) + [sizes.height, sizes.width, sizes.filters]))
    case .byInput: return .success(picture)
    case .byWeights: return .success(windows)
    }
  }

  /// Says why picture and windows do not fit, if they do not.
  private func problem(_ picture: Shape, _ windows: Shape) -> ShapeProblem? {
    guard picture.rank == 3 || picture.rank == 4 else {
      return ShapeProblem(
        "a convolution takes a picture [height, width, channels], not \(picture.phrase)",
        hint: picture.rank == 2
          ? "a grey picture has one channel: [\(picture.sizes[0]), \(picture.sizes[1]), 1]" : nil,
        operand: 0)
    }
    guard windows.rank == 4 else {
      return ShapeProblem(
        "the windows of a convolution are [height, width, channels, filters], not \(windows.phrase)",
        operand: 1)
    }
    let (size, window) = (Array(picture.sizes.suffix(3)), windows.sizes)
    guard size[2] == window[2] else {
      return ShapeProblem("the picture has \(size[2]) channels, the windows have \(window[2])", operand: 1)
    }
    guard positions(size[0], window: window[0]) > 0, positions(size[1], window: window[1]) > 0 else {
      let padded: Message = pad > 0 ? " with \(pad) zeros on each side" : ""
      return ShapeProblem(
        "a window of \(window[0])×\(window[1]) does not fit into \(size[0])×\(size[1])\(padded)",
        hint: "take a smaller window or pad the picture", operand: 1)
    }
    return nil
  }
}

extension InstructionList {
  /// A convolution, or an adjoint of one.
  mutating func convolve(
    _ code: nnb_code, _ sizes: ConvolutionSizes, _ convolution: Operation.Convolution, _ work: Work
  ) {
    var instruction = work.instruction(code)
    (instruction.size.0, instruction.size.1) = (work.rows * sizes.images, sizes.rows)
    (instruction.size.2, instruction.size.3) = (sizes.columns, sizes.channels)
    (instruction.size.4, instruction.size.5, instruction.size.6) = (
      sizes.kernelHeight, sizes.kernelWidth, sizes.filters
    )
    (instruction.step.0, instruction.step.1) = (convolution.stride, convolution.pad)
    append(instruction)
  }
}
