import Tensors

/// Numbers for tests, the same in every run (SplitMix64).
struct RandomNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// What stands in a tensor.
  enum Kind: CaseIterable {
    /// Numbers from −4 to 4: long sums show the order they were added in.
    case ordinary
    /// Now and then one of those that break a kernel; a long sum is then NaN.
    case awkward
  }

  mutating func number(_ kind: Kind) -> Double {
    let awkward: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1, 1, -1, 0x1p-1074, -0x1p-1030, 1e300]
    let choice = Int(bits() % 40)
    return kind == .awkward && choice < awkward.count
      ? awkward[choice] : Double(Int64(bitPattern: bits()) >> 11) * 0x1p-50
  }

  mutating func tensor(_ shape: Shape, _ kind: Kind) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in number(kind) })
  }
}
