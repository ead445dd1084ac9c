import CKernels
import Foundation
import Testing

/// The functions whose float32 form is not the float64 function rounded once, and log beside them.
private let functions = [NNB_TANH, NNB_SIGMOID, NNB_EXP, NNB_LOG]

/// How far a float32 result is from the true value, in float32 units of the last place of that value.
private func error(of result: Float, for value: Double) -> Double {
  let nearest = Float(value)
  if result == nearest || result.isNaN && value.isNaN { return 0.5 }
  guard result.isFinite, nearest.isFinite else { return .infinity }
  return abs(Double(result) - value) / (max(value.magnitude.binade, 0x1p-126) * 0x1p-23)
}

/// The worst error of a function over the float32 numbers whose bits are first, first + stride and so on.
private func worstError(of code: nnb_code, from first: Int, stride: Int, count: Int) -> (Double, at: Float) {
  var worst = (0.0, at: Float(0))
  let chunk = 1 << 16
  for start in Swift.stride(from: 0, to: count, by: chunk) {
    let x = (start..<min(start + chunk, count)).map { Float(bitPattern: UInt32(first + $0 * stride)) }
    let results = InstructionRun(code: code, places: [x, x], sizes: [x.count])(
      on: nnb_instruction_set_in_use())[0]
    let wide = x.map(Double.init)
    let values = InstructionRun(code: code, places: [wide, wide], sizes: [x.count])(
      on: nnb_instruction_set_in_use())[0]
    for i in x.indices {
      let error = error(of: results[i], for: values[i])
      if !(error <= worst.0) { worst = (error, at: x[i]) }
    }
  }
  return worst
}

@Test("float32 functions are at most 1.5 units in the last place off", arguments: functions)
func float32FunctionsAreClose(_ code: nnb_code) {
  let sample = worstError(of: code, from: 0, stride: 16_411, count: (1 << 32) / 16_411)
  #expect(sample.0 <= 1.5, "code \(code.rawValue) of \(sample.at)")
  // Where the forms of tanh have their worst errors.
  let start = Int(Float(0.15).bitPattern)
  let worst = worstError(of: code, from: start, stride: 331, count: 100_000)
  #expect(worst.0 <= 1.5, "code \(code.rawValue) of \(worst.at)")
}

/// Takes five minutes:
/// `NNB_EXHAUSTIVE=1 swift test -c release --disable-testable-imports --filter everyFloat32`.
@Test(
  "float32 functions are at most 1.5 units in the last place off for every number",
  .enabled(if: ProcessInfo.processInfo.environment["NNB_EXHAUSTIVE"] == "1"), arguments: functions)
func everyFloat32IsClose(_ code: nnb_code) {
  let (worst, x) = worstError(of: code, from: 0, stride: 1, count: 1 << 32)
  print("code \(code.rawValue): at most \(worst) units in the last place off, at \(x)")
  #expect(worst <= 1.5, "code \(code.rawValue) of \(x)")
}

#if arch(x86_64)
  /// A float64 function on a range, compared with the C library's in 80 bits.
  struct WideFunction: Sendable {
    let name: String
    let code: nnb_code
    let ranges: [ClosedRange<Double>]
    let bound: Double
    let value: @Sendable (Float80) -> Float80
  }

  @Test(
    "float64 functions are as close as promised on a dense sample",
    arguments: [
      // The forms of tanh have their worst errors behind ¼·log 2 and ¾·log 2.
      WideFunction(
        name: "tanh", code: NNB_TANH, ranges: [-4...4, 0.17...0.2, 0.45...0.56], bound: 2,
        value: Foundation.tanh),
      WideFunction(
        name: "sigmoid", code: NNB_SIGMOID, ranges: [-4...4, -700...40], bound: 2,
        value: { 1 / (1 + Foundation.exp(-$0)) }),
      WideFunction(
        name: "exp", code: NNB_EXP, ranges: [-1...1, -708...709], bound: 0.7, value: Foundation.exp),
      WideFunction(
        name: "log", code: NNB_LOG, ranges: [0.5...2, 1e-3...1e3], bound: 1, value: Foundation.log),
    ])
  func float64FunctionsAreClose(_ function: WideFunction) {
    var random = RandomNumbers(seed: 7)
    for range in function.ranges {
      let x = (0..<50_000).map { _ in
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(random.bits() >> 11) * 0x1p-53
      }
      let results = InstructionRun(code: function.code, places: [x, x], sizes: [x.count])(
        on: nnb_instruction_set_in_use())[0]
      var worst = (Float80(0), at: 0.0)
      for (x, result) in zip(x, results) {
        let value = function.value(Float80(x))
        let error = (Float80(result) - value).magnitude / (value.magnitude.binade * 0x1p-52)
        if !(error <= worst.0) { worst = (error, at: x) }
      }
      #expect(worst.0 <= Float80(function.bound), "\(function.name)(\(worst.at))")
    }
  }
#endif
