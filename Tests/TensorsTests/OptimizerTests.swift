import CKernels
import Tensors
import Testing

extension KernelNumber {
  /// float64 numbers as elements in memory.
  fileprivate static func elements(of numbers: [Double]) -> [Self] {
    numbers.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: Self.self) { Array($0) }
    }
  }
}

/// One parameter with its state, moved as PyTorch's documentation writes it.
private struct Optimized<Number: KernelNumber> {
  var p: Number
  var s1: Number
  var s2: Number
  /// 1 for a weight, 0 for a bias, −1 for a weight that l1 holds at 0.
  var role: Number

  /// What is too small to matter goes to 0 in float32 (rule R6).
  private func flushed(_ state: Number) -> Number {
    Number.self == Float.self && state.magnitude < 0x1p-100 ? 0 : state
  }

  /// A step of one that may decay.
  mutating func decay(_ code: nnb_code, _ gradient: Number, _ powers: [Double], _ numbers: [Double]) {
    let sign: Number = p > 0 ? 1 : p < 0 ? -1 : p == 0 ? 0 : p
    let slope = role > 0 ? gradient + Number(numbers[1]) * p : gradient
    var free = self
    free.step(code, slope, powers, numbers)
    step(code, role > 0 && numbers[0] != 0 ? slope + Number(numbers[0]) * sign : slope, powers, numbers)
    if free.p > 0 && p < 0 || free.p < 0 && p > 0 { role = -1 }
    if role < 0 && numbers[0] != 0 { p = 0 }
  }

  mutating func step(_ code: nnb_code, _ g: Number, _ powers: [Double], _ numbers: [Double]) {
    let (rate, a) = (Number(numbers[2]), Number(numbers[3]))
    switch code {
    case NNB_SGD: p -= rate * g
    case NNB_MOMENTUM:
      s1 = flushed(a * s1 + g)
      p -= rate * s1
    case NNB_NESTEROV:
      s1 = flushed(a * s1 + g)
      p -= rate * (g + a * s1)
    case NNB_RMSPROP:
      s1 = flushed(a * s1 + Number(1 - numbers[3]) * g * g)
      p -= rate * g / (s1.squareRoot() + Number(numbers[4]))
    case NNB_ADAGRAD:
      s1 = flushed(s1 + g * g)
      p -= rate * g / (s1.squareRoot() + a)
    case _:
      if code == NNB_ADAMW { p *= Number(1 - numbers[2] * numbers[6]) }
      s1 = flushed(a * s1 + Number(1 - numbers[3]) * g)
      s2 = flushed(Number(numbers[4]) * s2 + Number(1 - numbers[4]) * g * g)
      let corrected = Number(numbers[2] / (1 - powers[0]))
      let root = Number(1 / (1 - powers[1]).squareRoot())
      p -= corrected * s1 / (s2.squareRoot() * root + Number(numbers[5]))
    }
  }
}

/// Adam's shares to the power of t: products made step by step, 0 where 1 no longer feels them.
private func powers(_ code: nnb_code, _ numbers: [Double], after t: Int) -> [Double] {
  guard code == NNB_ADAM || code == NNB_ADAMW else { return [1, 1] }
  return [numbers[3], numbers[4]].map { share in
    var power = 1.0
    for _ in 0..<t where power > 0 { power = power * share < 0x1p-60 ? 0 : power * share }
    return power
  }
}

/// Every optimizer with the numbers behind l1 and l2.
private let optimizers: [(nnb_code, [Double])] = [
  (NNB_SGD, [0.1, 0]), (NNB_MOMENTUM, [0.1, 0.9]), (NNB_NESTEROV, [0.1, 0.9]),
  (NNB_RMSPROP, [0.01, 0.99, 1e-8]), (NNB_ADAGRAD, [0.1, 1e-10]), (NNB_ADAM, [0.1, 0.9, 0.999, 1e-8]),
  (NNB_ADAMW, [0.1, 0.9, 0.999, 1e-8, 0.01]),
]

/// Compares one step of every optimizer, on every instruction set, with the plain one; `t` is its number.
private func checkOptimizers<Number: KernelNumber>(
  _: Number.Type, steps: [Int], counts: [Int], gradients: RandomNumbers.Kind
) {
  var random = RandomNumbers(seed: 5)
  for (code, values) in optimizers {
    for (l1, l2) in [(0, 0), (0.01, 0), (0, 0.02), (0.01, 0.02), (20, 0)] {
      for (t, count) in steps.flatMap({ t in counts.map { (t, $0) } }) {
        let numbers = [l1, l2] + values
        let (p, g, s1): ([Number], [Number], [Number]) = (
          random.array(count, gradients), random.array(count, gradients), random.array(count)
        )
        // Second moments, and first ones under a root, are not negative; some are small enough to be flushed.
        let first = code == NNB_RMSPROP || code == NNB_ADAGRAD ? s1.map(\.magnitude) : s1
        let second: [Number] = random.array(count).map { $0 < 0 ? 0x1p-110 : $0 }
        let roles: [Number] = (0..<count).map { [1, 0, 1, -1, 1][$0 % 5] }
        let decays = l1 != 0 || l2 != 0
        let before = powers(code, numbers, after: t - 1), now = powers(code, numbers, after: t)
        let places = [p, g, first, second, Number.elements(of: before)] + (decays ? [roles] : [])
        let result = InstructionRun(code: code, places: places, sizes: [count], numbers: numbers).everywhere()
        let expected = (0..<count).map { i in
          var one = Optimized(p: p[i], s1: first[i], s2: second[i], role: roles[i])
          if decays { one.decay(code, g[i], now, numbers) } else { one.step(code, g[i], now, numbers) }
          return one
        }
        let what: Comment = "\(code), l1 \(l1), l2 \(l2), step \(t), \(Number.self)"
        #expect(haveSameBits(result[0], expected.map(\.p)), what)
        #expect(haveSameBits(result[1], g), what)
        #expect(haveSameBits(result[2], expected.map(\.s1)), what)
        #expect(haveSameBits(result[3], expected.map(\.s2)), what)
        #expect(haveSameBits(result[4], Number.elements(of: now)), what)
        if decays { #expect(result[5] == expected.map(\.role), what) }
      }
    }
  }
}

@Test("a step of an optimizer is PyTorch's formula, on every instruction set")
func optimizersAreTheirFormulas() {
  for kind in RandomNumbers.Kind.allCases {
    checkOptimizers(Double.self, steps: [1, 3], counts: [1, 3, 8, 16, 37, 105], gradients: kind)
    checkOptimizers(Float.self, steps: [1, 3], counts: [1, 3, 8, 16, 37, 105], gradients: kind)
  }
}

@Test("Adam corrects its bias by 1 − βᵗ to the last step, also where that is almost 1")
func adamCorrectsItsBias() {
  // 0.9^t goes below the last place of 1 at t = 349, 0.999^t at t = 36,719, and becomes 0 at 395 and 41,569.
  let steps = [
    2, 10, 100, 348, 349, 350, 394, 395, 396, 1_000, 20_000, 36_700, 36_719, 36_740, 41_568, 41_569, 41_570,
    1_000_000,
  ]
  checkOptimizers(Double.self, steps: steps, counts: [9], gradients: .ordinary)
  checkOptimizers(Float.self, steps: steps, counts: [9], gradients: .ordinary)
}

@Test("the running products of Adam's shares are their powers")
func adamsPowersArePowers() {
  for t in [1, 2, 50, 1_000, 20_000, 60_000] {
    for (power, share) in zip(powers(NNB_ADAM, [0, 0, 0.1, 0.9, 0.999], after: t), [0.9, 0.999]) {
      #expect(abs(power - Mathematics.pow(share, Double(t))) < 1e-14)
    }
  }
}

@Test("a parameter moved for many steps stays on PyTorch's path")
func adamStaysOnItsPath() {
  let numbers = [0, 0, 0.1, 0.9, 0.999, 1e-8]
  var plain = Optimized<Double>(p: 0.5, s1: 0, s2: 0, role: 1)
  var places: [[Double]] = [[0.5], [0], [0], [0], [1, 1]]
  for t in 1...500 {
    // The slope of (p − 3)²/2.
    places[1] = [places[0][0] - 3]
    places = InstructionRun(code: NNB_ADAM, places: places, sizes: [1], numbers: numbers)(
      on: nnb_instruction_set_in_use())
    plain.step(NNB_ADAM, plain.p - 3, powers(NNB_ADAM, numbers, after: t), numbers)
  }
  #expect(places[0] == [plain.p])
  #expect(abs(plain.p - 3) < 0.01)
}
