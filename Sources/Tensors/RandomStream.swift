import CKernels

/// The random numbers of one draw: element i depends on the key, the draw and i alone (rules R7 and 4).
///
/// The key is made of the seed and a path, such as the name a statement binds; so adding, moving or
/// removing other draws changes nothing here.
public struct RandomStream: Sendable, Hashable {
  private let generator: Threefry
  /// The number of the draw.
  public let draw: UInt32
  /// The key that seed and path make.
  public var key: UInt64 { generator.key }

  /// Makes the stream of the `draw`-th draw, from 0, below a seed and a path.
  public init(seed: Int, path: String, draw: Int) {
    // FNV-1a names the path; Threefry mixes it with the seed, so that near paths have far keys.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    generator = Threefry(key: Threefry(key: hash).block(UInt64(bitPattern: Int64(seed))))
    self.draw = UInt32(truncatingIfNeeded: draw)
  }

  /// The stream of a key that seed and path made.
  init(key: UInt64, draw: UInt32) { self.init(Threefry(key: key), draw: draw) }

  private init(_ generator: Threefry, draw: UInt32) {
    self.generator = generator
    self.draw = draw
  }

  /// The stream of another draw below the same seed and path.
  public func at(draw: Int) -> RandomStream {
    RandomStream(generator, draw: UInt32(truncatingIfNeeded: draw))
  }

  /// The 64 random bits of element `index`.
  public func bits(_ index: Int) -> UInt64 {
    generator.block(UInt64(draw) << 32 | UInt64(UInt32(truncatingIfNeeded: index)))
  }

  /// A number from the open interval (0, 1): an odd multiple of 2⁻⁵³, which is exact, so neither end is drawn.
  public func unit(_ index: Int) -> Double { Self.unit(bits: bits(index)) }

  static func unit(bits: UInt64) -> Double { (Double(bits >> 12) + 0.5) * 0x1p-52 }

  /// A number from `low` to `high`.
  public func uniform(_ index: Int, from low: Double, to high: Double) -> Double {
    low + (high - low) * unit(index)
  }

  /// A number from the normal distribution N(0, 1), by the inverse of its distribution function.
  public func normal(_ index: Int) -> Double { inverseNormal(unit(index)) }

  /// A random order of 0..<count, by Fisher and Yates.
  /// - Complexity: O(n).
  public func permutation(_ count: Int) -> [Int] {
    [Int](unsafeUninitializedCapacity: count) { buffer, initialized in
      nnb_shuffle(buffer.baseAddress, count, key, draw)
      initialized = count
    }
  }
}

/// Returns x with Φ(x) = p, about 16 digits, for p strictly between 0 and 1.
///
/// Source: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
func inverseNormal(_ p: Double) -> Double {
  let q = p - 0.5
  if q.magnitude <= 0.425 {
    let r = 0.180625 - q * q
    return q * polynomial(r, centre.0) / polynomial(r, centre.1)
  }
  let r = (-Mathematics.log(q < 0 ? p : 1 - p)).squareRoot()
  let size =
    r <= 5
    ? polynomial(r - 1.6, middle.0) / polynomial(r - 1.6, middle.1)
    : polynomial(r - 5, tail.0) / polynomial(r - 5, tail.1)
  return q < 0 ? -size : size
}

private func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
  coefficients.reversed().reduce(0) { $1.addingProduct($0, x) }
}

private let centre = (
  [
    3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
    4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
  ],
  [
    1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
  ]
)
private let middle = (
  [
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
    1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
  ],
  [
    1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  ]
)
private let tail = (
  [
    6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
    2.01033439929228813265e-7,
  ],
  [
    1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  ]
)
