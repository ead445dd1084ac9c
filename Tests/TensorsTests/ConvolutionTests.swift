import CKernels
import Testing

/// A convolution and its arrays; numbers outside the image are 0 and take part.
private struct Convolution<Number: KernelNumber> {
  let m, h, w, c, kh, kw, f, stride, pad: Int
  let x, weights, g: [Number]

  var oh: Int { (h + 2 * pad - kh) / stride + 1 }
  var ow: Int { (w + 2 * pad - kw) / stride + 1 }
  var sizes: [Int] { [m, h, w, c, kh, kw, f] }

  init(_ sizes: [Int], _ stride: Int, _ pad: Int, _ kind: RandomNumbers.Kind, _ random: inout RandomNumbers) {
    (m, h, w, c, kh, kw, f) = (sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6])
    (self.stride, self.pad) = (stride, pad)
    x = random.array(m * h * w * c, kind)
    weights = random.array(kh * kw * c * f, kind)
    let (oh, ow) = ((h + 2 * pad - kh) / stride + 1, (w + 2 * pad - kw) / stride + 1)
    g = random.array(m * oh * ow * f, kind)
  }

  func pixel(_ i: Int, _ y: Int, _ z: Int, _ channel: Int) -> Number {
    y < 0 || z < 0 || y >= h || z >= w ? 0 : x[((i * h + y) * w + z) * c + channel]
  }

  func weight(_ a: Int, _ b: Int, _ channel: Int, _ filter: Int) -> Number {
    weights[((a * kw + b) * c + channel) * f + filter]
  }

  /// The slope of the result at (y, z) of the results spread by the stride.
  func spread(_ i: Int, _ y: Int, _ z: Int, _ filter: Int) -> Number {
    guard y >= 0, z >= 0, y % stride == 0, z % stride == 0, y / stride < oh, z / stride < ow else { return 0 }
    return g[((i * oh + y / stride) * ow + z / stride) * f + filter]
  }

  var forward: [Number] {
    (0..<m * oh * ow * f).map { q in
      let (i, y, z, filter) = (q / (f * ow * oh), q / (f * ow) % oh, q / f % ow, q % f)
      return contraction(kh * kw * c) { p in
        let (a, b, channel) = (p / (c * kw), p / c % kw, p % c)
        return (
          pixel(i, y * stride - pad + a, z * stride - pad + b, channel), weight(a, b, channel, filter)
        )
      }
    }
  }

  var byWeights: [Number] {
    (0..<kh * kw * c * f).map { q in
      let (a, b, channel, filter) = (q / (f * c * kw), q / (f * c) % kw, q / f % c, q % f)
      return contraction(m * oh * ow) { p in
        let (i, y, z) = (p / (ow * oh), p / ow % oh, p % ow)
        return (pixel(i, y * stride - pad + a, z * stride - pad + b, channel), g[p * f + filter])
      }
    }
  }

  var byInput: [Number] {
    (0..<m * h * w * c).map { q in
      let (i, y, z, channel) = (q / (c * w * h), q / (c * w) % h, q / c % w, q % c)
      return contraction(kh * kw * f) { p in
        let (a, b, filter) = (kh - 1 - p / (f * kw), kw - 1 - p / f % kw, p % f)
        return (spread(i, y + pad - a, z + pad - b, filter), weight(a, b, channel, filter))
      }
    }
  }

  func run(_ code: nnb_code, _ count: Int, _ a: [Number], _ b: [Number], on set: nnb_instruction_set)
    -> [Number]
  {
    InstructionRun(
      code: code, places: [Array(repeating: 3, count: count), a, b], sizes: sizes, steps: [stride, pad])(
        on: set)[0]
  }
}

private func checkConvolutions<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 31)
  var cases: [([Int], Int, Int)] = [([5, 8, 8, 8, 5, 5, 9], 1, 0), ([1, 6, 7, 30, 3, 3, 34], 1, 1)]
  while cases.count < 24 {
    let sizes = [1...3, 1...9, 1...9, 1...6, 1...4, 1...4, 1...18].map { random.size($0) }
    let (stride, pad) = (random.size(1...3), random.size(0...3))
    if sizes[1] + 2 * pad >= sizes[4], sizes[2] + 2 * pad >= sizes[5] { cases.append((sizes, stride, pad)) }
  }
  for (sizes, stride, pad) in cases {
    for kind in RandomNumbers.Kind.allCases {
      let test = Convolution<Number>(sizes, stride, pad, kind, &random)
      let (forward, byInput, byWeights) = (test.forward, test.byInput, test.byWeights)
      for set in presentSets {
        let what: Comment = "\(sizes), stride \(stride), pad \(pad) on \(set)"
        let result = test.run(NNB_CONVOLUTION, forward.count, test.x, test.weights, on: set)
        #expect(haveSameBits(result, forward), what)
        let dx = test.run(NNB_CONVOLUTION_BY_INPUT, byInput.count, test.g, test.weights, on: set)
        #expect(haveSameBits(dx, byInput), what)
        let dw = test.run(NNB_CONVOLUTION_BY_WEIGHTS, byWeights.count, test.g, test.x, on: set)
        #expect(haveSameBits(dw, byWeights), what)
      }
    }
  }
}

@Test("a convolution and its slopes are their definitions on every instruction set")
func convolutionsAreTheirDefinition() {
  checkConvolutions(Double.self)
  checkConvolutions(Float.self)
}

@Test("threads change no bit of a convolution")
func threadsChangeNoBitOfConvolutions() {
  var random = RandomNumbers(seed: 32)
  let test = Convolution<Float>([9, 12, 12, 8, 5, 5, 16], 1, 1, .ordinary, &random)
  for (code, count, a, b) in [
    (NNB_CONVOLUTION, test.g.count, test.x, test.weights),
    (NNB_CONVOLUTION_BY_INPUT, test.x.count, test.g, test.weights),
    (NNB_CONVOLUTION_BY_WEIGHTS, test.weights.count, test.g, test.x),
  ] {
    nnb_set_threads(1)
    let alone = test.run(code, count, a, b, on: nnb_instruction_set_in_use())
    nnb_set_threads(2)
    for set in presentSets { #expect(haveSameBits(test.run(code, count, a, b, on: set), alone), "\(code)") }
  }
}

private func checkPools<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 33)
  for _ in 0..<20 {
    let (m, h, w, c) = (random.size(1...2), random.size(3...8), random.size(3...8), random.size(1...20))
    let (window, stride) = (random.size(1...3), random.size(1...3))
    let (oh, ow) = ((h - window) / stride + 1, (w - window) / stride + 1)
    // Few different numbers, so that some are equal.
    let x: [Number] = (0..<m * h * w * c).map { _ in
      [.nan, -0.0, 0, 1, 2, -1, -.infinity][random.size(0...6)]
    }
    let g: [Number] = random.array(m * oh * ow * c, .awkward)
    var (largest, means) = (g, g)
    var (byLargest, byMean) = (x.map { _ in Number(0) }, x.map { _ in Number(0) })
    for q in g.indices {
      let (i, y, z, channel) = (q / (c * ow * oh), q / (c * ow) % oh, q / c % ow, q % c)
      let places = (0..<window * window).map { p in
        ((i * h + y * stride + p / window) * w + z * stride + p % window) * c + channel
      }
      let best = places.dropFirst().reduce(places[0]) { best, place in
        x[place] > x[best] || x[place].isNaN && !x[best].isNaN ? place : best
      }
      largest[q] = x[best]
      byLargest[best] += g[q]
      var lanes = Array(repeating: Number(-0.0), count: 16)
      for (p, place) in places.enumerated() { lanes[p % 16] += x[place] }
      for half in [8, 4, 2, 1] { for lane in 0..<half { lanes[lane] += lanes[lane + half] } }
      means[q] = lanes[0] / Number(window * window)
      for place in places { byMean[place] += g[q] / Number(window * window) }
    }
    for set in presentSets {
      for (code, start, operands, expected) in [
        (NNB_POOL_MAX, g, [x], largest), (NNB_POOL_MEAN, g, [x], means),
        (NNB_POOL_MAX_SLOPE, x, [g, x], byLargest),
        (NNB_POOL_MEAN_SLOPE, x, [g], byMean),
      ] {
        let run = InstructionRun(
          code: code, places: [start] + operands, sizes: [m, h, w, c, window], steps: [stride])
        #expect(
          haveSameBits(run(on: set)[0], expected), "\(code) of \((h, w, c)), \(window), \(stride) on \(set)")
      }
    }
  }
}

@Test("a pool and its slope are their definitions on every instruction set")
func poolsAreTheirDefinition() {
  checkPools(Double.self)
  checkPools(Float.self)
}
