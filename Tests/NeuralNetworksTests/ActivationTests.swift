import CKernels
import NeuralNetworks
import Tensors
import Testing

/// Points made with mpmath by make_activations.py: z, f(z) and f'(z).
enum ActivationVectors {
  /// The points of each activation by its name.
  static let all: [(name: String, points: String)] = [
    ("step", step), ("sign", sign), ("identity", identity), ("sigmoid", sigmoid), ("tanh", tanh),
    ("relu", relu),
    ("leaky_relu", leakyRelu), ("elu", elu), ("selu", selu), ("softplus", softplus), ("softsign", softsign),
    ("hard_sigmoid", hardSigmoid), ("hard_tanh", hardTanh), ("relu6", relu6), ("silu", silu),
    ("hard_swish", hardSwish), ("gelu", gelu), ("mish", mish), ("log_sigmoid", logSigmoid),
  ]
}

@Test("every activation has its points")
func everyActivationIsTested() {
  #expect(Activation.all.map(\.name) == ActivationVectors.all.map(\.name))
}

@Test("every kernel of an activation has its entry, in the order of the kernels")
func everyKernelHasItsEntry() {
  let codes = Activation.all.map { activation in
    if case .map(let function) = activation.operation { function.code.rawValue } else { NNB_CODES.rawValue }
  }
  #expect(codes == Array(NNB_STEP.rawValue..<NNB_STEP_SLOPE.rawValue))
}

/// Within 2e-13 relative, or 1e-15 absolute where a small value changes its sign.
private func isClose(_ result: Double, _ value: Double) -> Bool {
  let error = (result - value).magnitude
  return error <= 2e-13 * value.magnitude || (value.magnitude < 0.01 && error <= 1e-15)
}

@Test("an activation and its derivative are mpmath's", arguments: Activation.all.map(\.name))
func activationsAreClose(_ name: String) throws {
  let activation = try #require(Activation.named(name))
  let points = try #require(ActivationVectors.all.first { $0.name == name }).points.split(separator: "\n")
  #expect(points.count > 80)
  for point in points {
    let numbers = point.split(separator: " ").compactMap { Double($0) }
    let (z, value, slope) = (numbers[0], numbers[1], numbers[2])
    #expect(isClose(activation(z), value), "\(name)(\(z)) = \(activation(z)), not \(value)")
    #expect(
      isClose(activation.derivative(z), slope), "\(name)'(\(z)) = \(activation.derivative(z)), not \(slope)")
  }
}

@Test("far out no activation becomes NaN, and NaN stays NaN", arguments: Activation.all.map(\.name))
func farOut(_ name: String) throws {
  let activation = try #require(Activation.named(name))
  for z in [-.infinity, -1e308, -800, 800, 1e308, .infinity] as [Double] {
    #expect(!activation(z).isNaN, "\(name)(\(z))")
    #expect(activation.derivative(z).isFinite, "\(name)'(\(z))")
  }
  #expect(activation(.nan).isNaN)
}

@Test(
  "the derivative is the slope of the function",
  arguments: Activation.all.filter { !$0.isThreshold }.map(\.name))
func slopes(_ name: String) throws {
  let activation = try #require(Activation.named(name))
  for z in [-4.3, -2.1, -0.7, 0.4, 1.9, 3.6] {
    let slope = (activation(z + 1e-6) - activation(z - 1e-6)) / 2e-6
    #expect((slope - activation.derivative(z)).magnitude < 1e-8, "\(name)'(\(z))")
  }
}

@Test("every value lies in the range, and comes near its ends", arguments: Activation.all.map(\.name))
func valuesLieInTheRange(_ name: String) throws {
  let activation = try #require(Activation.named(name))
  let places = (-40_000...40_000).map { Double($0) / 1000 } + [-1e300, -1e6, 1e6, 1e300]
  let values = places.map { activation($0) }
  #expect(values.allSatisfy(activation.range.contains))
  let (least, greatest) = (values.min() ?? .nan, values.max() ?? .nan)
  let range = activation.range
  #expect(range.lowerBound.isFinite ? least - range.lowerBound < 1e-5 : least < -1e5)
  #expect(range.upperBound.isFinite ? range.upperBound - greatest < 1e-5 : greatest > 1e5)
}
