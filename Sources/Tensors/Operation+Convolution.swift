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
        Prepared(shape: sizes.shape(like: shapes[0]), cost: sizes.cost) { operands, result in
          let (picture, weights) = (operands[0], operands[1])
          sizes.eachResult { image, y, x, f, place in
            result[place] = contraction(sizes.kernelHeight * sizes.kernelWidth * sizes.channels) { k in
              let (i, j, c) = sizes.window(k)
              guard let from = sizes.picture(image, y, x, i, j, c) else { return nil }
              return (picture[from], weights[k * sizes.filters + f])
            }
          }
        }
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
        Prepared(shape: picture, cost: sizes.cost) { operands, result in
          let (g, weights) = (operands[0], operands[1])
          sizes.eachPictureElement { image, row, column, c, place in
            result[place] = contraction(sizes.height * sizes.width * sizes.filters) { k in
              let (y, x, f) = sizes.output(k)
              guard let i = sizes.offset(row, y, sizes.kernelHeight),
                let j = sizes.offset(column, x, sizes.kernelWidth)
              else { return nil }
              let weight = ((i * sizes.kernelWidth + j) * sizes.channels + c) * sizes.filters + f
              return (g[((image * sizes.height + y) * sizes.width + x) * sizes.filters + f], weights[weight])
            }
          }
        }
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
        Prepared(shape: weights, cost: sizes.cost) { operands, result in
          let (g, picture) = (operands[0], operands[1])
          for place in 0..<weights.count {
            let (i, j, c) = sizes.window(place / sizes.filters)
            let f = place % sizes.filters
            result[place] = contraction(sizes.images * sizes.height * sizes.width) { k in
              let (y, x) = (k / sizes.width % sizes.height, k % sizes.width)
              let image = k / (sizes.width * sizes.height)
              guard let from = sizes.picture(image, y, x, i, j, c) else { return nil }
              return (g[k * sizes.filters + f], picture[from])
            }
          }
        }
      }
    }.with(.convolution(convolution))
  }

  /// The sum of `count` products in one accumulator, in chunks of 256 (rule R2); nil leaves a product out.
  @inline(__always)
  private static func contraction(_ count: Int, _ factors: (Int) -> (Double, Double)?) -> Double {
    var total = 0.0
    for start in stride(from: 0, to: count, by: 256) {
      var sum = 0.0
      for k in start..<Swift.min(start + 256, count) {
        if let (a, b) = factors(k) { sum = sum.addingProduct(a, b) }
      }
      total += sum
    }
    return total
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

  /// The place inside the window.
  func window(_ k: Int) -> (i: Int, j: Int, c: Int) {
    (k / (channels * kernelWidth), k / channels % kernelWidth, k % channels)
  }

  /// The place in the result of one picture.
  func output(_ k: Int) -> (y: Int, x: Int, f: Int) {
    (k / (filters * width), k / filters % width, k % filters)
  }

  /// Where the picture stands under a window, nil in the padding.
  func picture(_ image: Int, _ y: Int, _ x: Int, _ i: Int, _ j: Int, _ c: Int) -> Int? {
    let row = y * convolution.stride + i - convolution.pad
    let column = x * convolution.stride + j - convolution.pad
    guard row >= 0, row < rows, column >= 0, column < columns else { return nil }
    return ((image * rows + row) * columns + column) * channels + c
  }

  /// The place inside the window at `position` that lies on a row or column, if one does.
  func offset(_ row: Int, _ position: Int, _ window: Int) -> Int? {
    let offset = row + convolution.pad - position * convolution.stride
    return offset >= 0 && offset < window ? offset : nil
  }

  func eachResult(_ body: (_ image: Int, _ y: Int, _ x: Int, _ f: Int, _ place: Int) -> Void) {
    each(height, width, filters, body)
  }

  func eachPictureElement(_ body: (_ image: Int, _ row: Int, _ column: Int, _ c: Int, _ place: Int) -> Void) {
    each(rows, columns, channels, body)
  }

  private func each(_ a: Int, _ b: Int, _ c: Int, _ body: (Int, Int, Int, Int, Int) -> Void) {
    var place = 0
    for image in 0..<images {
      for i in 0..<a {
        for j in 0..<b {
          for k in 0..<c {
            body(image, i, j, k, place)
            place += 1
          }
        }
      }
    }
  }
}
