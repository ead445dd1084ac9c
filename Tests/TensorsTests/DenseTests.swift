import CKernels
import Testing

/// The elements after the instruction `code` on them.
private func applied<Number: KernelNumber>(
  _ code: nnb_code, _ operand: [Number], on set: nnb_instruction_set
) -> [Number] {
  InstructionRun(code: code, places: [operand, operand], sizes: [operand.count])(on: set)[0]
}

private func product<Number: KernelNumber>(
  _ code: nnb_code, _ a: [Number], _ b: [Number], _ m: Int, _ n: Int, _ k: Int, on set: nnb_instruction_set
) -> [Number] {
  let empty = Array(repeating: Number(0), count: m * k)
  return InstructionRun(code: code, places: [empty, a, b], sizes: [1, m, n, k], steps: [0, 0])(on: set)[0]
}

private let denseSizes = [
  (4, 2, 4), (4, 4, 1), (10, 2, 8), (10, 8, 8), (10, 8, 1), (1, 3, 5), (17, 1, 3), (40, 7, 10), (33, 20, 1),
  (3, 300, 19), (400, 3, 5), (90, 100, 70),
  // More rows than one block, and as many units as fill a vector of some set, half of one, or one more.
  (97, 2, 2), (97, 2, 4), (97, 17, 4), (193, 2, 8), (193, 20, 8), (200, 3, 16), (200, 4, 1), (200, 3, 9),
]

private func checkForward<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 21)
  for (m, n, k) in denseSizes {
    for kind in RandomNumbers.Kind.allCases {
      let (x, w, b): ([Number], [Number], [Number]) = (
        random.array(m * n, kind), random.array(n * k, kind), random.array(k, kind)
      )
      let empty = Array(repeating: Number(0), count: m * k)
      for set in presentSets {
        for (function, bias, keepsSum) in [
          (NNB_TANH, b, true), (NNB_RELU, b, false), (NNB_IDENTITY, nil, true), (NNB_IDENTITY, b, false),
        ] {
          var z = product(NNB_PRODUCT_NN, x, w, m, n, k, on: set)
          if let bias { z = z.enumerated().map { $1 + bias[$0 % k] } }
          let result = InstructionRun(
            code: NNB_DENSE, places: [empty, x, w, bias, keepsSum ? empty : nil],
            sizes: [m, n, k, Int(function.rawValue)])(on: set)
          #expect(haveSameBits(result[0], applied(function, z, on: set)), "\((m, n, k)) on \(set)")
          #expect(!keepsSum || haveSameBits(result[4], z), "\((m, n, k)) on \(set)")
        }
      }
    }
  }
}

@Test("a dense layer has the bits of product, sum and function")
func denseIsItsParts() {
  checkForward(Double.self)
  checkForward(Float.self)
}

private func checkBackward<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 22)
  for (m, n, k) in denseSizes {
    for kind in RandomNumbers.Kind.allCases {
      let (g, s): ([Number], [Number]) = (random.array(m * k, kind), random.array(m * k, kind))
      let (x, w): ([Number], [Number]) = (random.array(m * n, kind), random.array(n * k, kind))
      func empty(_ count: Int) -> [Number] { Array(repeating: 0, count: count) }
      for set in presentSets {
        for slope in [NNB_TANH_SLOPE_OF_OUTPUT, NNB_RELU_SLOPE, NNB_GELU_SLOPE, nil] {
          let factor = slope.map { applied($0, s, on: set) }
          let dz = factor.map { zip(g, $0).map { $0 * $1 } } ?? g
          let isFirst = slope == nil
          let result = InstructionRun(
            code: NNB_DENSE_BACKWARD,
            places: [
              empty(n * k), isFirst ? nil : empty(k), isFirst ? nil : empty(m * n), g, s, x, w, empty(m * k),
            ],
            sizes: [m, n, k, slope.map { Int($0.rawValue) } ?? -1])(on: set)
          let sum = InstructionRun(
            code: NNB_SUM, places: [empty(k), dz], sizes: [1, k, m], steps: [0, 1, k])(on: set)[0]
          let what: Comment = "\((m, n, k)) on \(set)"
          #expect(haveSameBits(result[7], dz), what)
          #expect(haveSameBits(result[0], product(NNB_PRODUCT_TN, x, dz, n, m, k, on: set)), what)
          #expect(isFirst || haveSameBits(result[1], sum), what)
          #expect(isFirst || haveSameBits(result[2], product(NNB_PRODUCT_NT, dz, w, m, k, n, on: set)), what)
        }
      }
    }
  }
}

@Test("the gradient of a dense layer has the bits of its parts")
func denseGradientIsItsParts() {
  checkBackward(Double.self)
  checkBackward(Float.self)
}
