import Tensors
import Testing

/// A convolution with pictures and windows to try it on.
struct ConvolutionCase: Sendable, CustomTestStringConvertible {
  let picture: Shape
  let windows: Shape
  let convolution: Operation.Convolution
  var testDescription: String { "\(picture) by \(windows), \(convolution)" }

  init(_ picture: Shape, _ windows: Shape, stride: Int = 1, pad: Int = 0) {
    self.picture = picture
    self.windows = windows
    convolution = Operation.Convolution(stride: stride, pad: pad)
  }

  static let all = [
    ConvolutionCase([4, 5, 2], [2, 3, 2, 3]), ConvolutionCase([3, 3, 1], [3, 3, 1, 1]),
    ConvolutionCase([5, 4, 1], [2, 2, 1, 4], stride: 2), ConvolutionCase([3, 4, 2], [3, 3, 2, 2], pad: 1),
    ConvolutionCase([5, 5, 1], [3, 2, 1, 17], stride: 3, pad: 2),
    ConvolutionCase([2, 4, 4, 3], [2, 2, 3, 5]),
    ConvolutionCase([3, 5, 5, 1], [2, 2, 1, 2], stride: 2, pad: 1),
    ConvolutionCase([4, 4, 40], [3, 3, 40, 2]),
    ConvolutionCase([0, 3, 3, 1], [2, 2, 1, 2]), ConvolutionCase([1, 1, 1], [1, 1, 1, 1]),
  ]
}

/// What meets in a convolution: every product of an element of the picture with one of the windows, with the
/// place of the result it belongs to, by the formula alone.
private func products(_ test: ConvolutionCase, _ result: Shape) -> [(picture: Int, window: Int, result: Int)]
{
  let (h, w, c) = (
    test.picture.sizes[test.picture.rank - 3], test.picture.sizes[test.picture.rank - 2],
    test.windows.sizes[2]
  )
  let (kh, kw, f) = (test.windows.sizes[0], test.windows.sizes[1], test.windows.sizes[3])
  let (oh, ow) = (result.sizes[result.rank - 3], result.sizes[result.rank - 2])
  let images = test.picture.rank == 4 ? test.picture.sizes[0] : 1
  var found: [(picture: Int, window: Int, result: Int)] = []
  for place in 0..<images * oh * ow * f {
    let (image, y, x) = (place / f / ow / oh, place / f / ow % oh, place / f % ow)
    for k in 0..<kh * kw * c {
      let row = y * test.convolution.stride + k / c / kw - test.convolution.pad
      let column = x * test.convolution.stride + k / c % kw - test.convolution.pad
      guard (0..<h).contains(row), (0..<w).contains(column) else { continue }
      found.append((((image * h + row) * w + column) * c + k % c, k * f + place % f, place))
    }
  }
  return found
}

@Test("a convolution and its adjoints add the products of the formula", arguments: ConvolutionCase.all)
func convolutions(_ test: ConvolutionCase) throws {
  var random = RandomNumbers(seed: 4)
  // Small whole numbers: every sum is exact, whatever its order.
  func whole(_ shape: Shape) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in Double(random.bits() % 9) - 4 })
  }
  let (picture, windows) = (whole(test.picture), whole(test.windows))
  let result = try Operation.convolution(test.convolution).apply([picture, windows]).get()
  let g = whole(result.shape)
  var sums = (
    result: [Double](repeating: 0, count: result.count), picture: picture.elements.map { _ in 0.0 },
    windows: windows.elements.map { _ in 0.0 }
  )
  for product in products(test, result.shape) {
    sums.result[product.result] += picture.elements[product.picture] * windows.elements[product.window]
    sums.picture[product.picture] += g.elements[product.result] * windows.elements[product.window]
    sums.windows[product.window] += g.elements[product.result] * picture.elements[product.picture]
  }
  let byPicture = Operation.convolutionByInput(test.convolution, picture: test.picture)
  let byWindows = Operation.convolutionByWeights(test.convolution, weights: test.windows)
  #expect(result.elements == sums.result)
  #expect(try byPicture.apply([g, windows]).get().elements == sums.picture)
  #expect(try byWindows.apply([g, picture]).get().elements == sums.windows)
}

@Test("a convolution adds in the order of rule R2")
func convolutionOrder() throws {
  var random = RandomNumbers(seed: 5)
  let (picture, windows) = (random.tensor([3, 3, 70], .ordinary), random.tensor([3, 3, 70, 2], .ordinary))
  let result = try Operation.convolution(Operation.Convolution()).apply([picture, windows]).get()
  let product = try Operation.matrixProduct.apply([picture.reshaped([630]), windows.reshaped([630, 2])]).get()
  #expect(result == product.reshaped([1, 1, 2]))
}

@Test(
  "pooling and its adjoints are their definitions",
  arguments: [(2, 2), (2, 1), (3, 2), (1, 1)], [[4, 5, 2], [3, 3, 3, 1], [3, 4, 17]] as [Shape])
func poolings(_ sizes: (window: Int, stride: Int), _ shape: Shape) throws {
  var random = RandomNumbers(seed: 6)
  let pooling = Operation.Pooling(window: sizes.window, stride: sizes.stride)
  let images = shape.rank == 4 ? shape.sizes[0] : 1
  let one = pooling.windows(of: Shape(shape.sizes.suffix(3)))
  let size = one.source.count
  for kind in RandomNumbers.Kind.allCases {
    let picture = random.tensor(shape, kind)
    let largest = try Operation.poolMax(pooling).apply([picture]).get()
    let mean = try Operation.poolMean(pooling).apply([picture]).get()
    let g = random.tensor(largest.shape, .ordinary)
    var (slope, meanSlope) = (
      [Double](repeating: 0, count: shape.count), [Double](repeating: 0, count: shape.count)
    )
    let count = sizes.window * sizes.window
    for place in 0..<largest.count {
      let image = place / (largest.count / images)
      let start = place % (largest.count / images) * count
      let places = one.table[start..<start + count].map { image * size + $0 }
      let window = places.map { picture.elements[$0] }
      let first = window.firstIndex(where: \.isNaN) ?? window.firstIndex(of: window.max() ?? 0) ?? 0
      #expect(largest.elements[place].canonical.bitPattern == window[first].canonical.bitPattern)
      let expected = try Operation.mean(.all).apply([Tensor(window)]).get().elements[0]
      #expect(mean.elements[place] == expected || expected.isNaN && mean.elements[place].isNaN)
      slope[places[first]] += g.elements[place]
      for target in places { meanSlope[target] += g.elements[place] / Double(count) }
    }
    #expect(try Operation.poolMaxSlope(pooling).apply([g, picture]).get().elements == slope)
    #expect(try Operation.poolMeanSlope(pooling, picture: shape).apply([g]).get().elements == meanSlope)
    #expect(largest.shape == mean.shape)
  }
}
