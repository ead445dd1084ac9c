extension BooleanFunction {
  /// The most inputs for which all prime implicants are listed.
  public static let mostInputsOfPrimes = 10

  /// The prime implicants that cover a row which must be 1: the largest cubes without a row that must be 0.
  ///
  /// Every cube is a number of base 3 with a digit for each input, 2 where it is open. A cube with an open input is an
  /// implicant if both its halves are, and prime if no other input can be opened.
  /// - Complexity: O(n·3ⁿ).
  /// - Precondition: there are at most ``mostInputsOfPrimes`` inputs.
  public var primeImplicants: [Cube] {
    precondition(inputCount <= Self.mostInputsOfPrimes, "prime implicants of \(inputCount) inputs")
    let powers = (0...inputCount).map { power in (0..<power).reduce(1) { product, _ in 3 * product } }
    var isImplicant = [Bool](repeating: false, count: powers[inputCount])
    var needed = isImplicant
    for cube in isImplicant.indices {
      guard let open = (0..<inputCount).first(where: { cube / powers[$0] % 3 == 2 }) else {
        let row = (0..<inputCount).reduce(0) { $0 | (cube / powers[$1] % 3) << $1 }
        needed[cube] = ones.contains(row)
        isImplicant[cube] = needed[cube] || free.contains(row)
        continue
      }
      let (lower, upper) = (cube - 2 * powers[open], cube - powers[open])
      isImplicant[cube] = isImplicant[lower] && isImplicant[upper]
      needed[cube] = needed[lower] || needed[upper]
    }
    return isImplicant.indices.filter { cube in
      isImplicant[cube] && needed[cube]
        && (0..<inputCount).allSatisfy { input in
          let digit = cube / powers[input] % 3
          return digit == 2 || !isImplicant[cube + (2 - digit) * powers[input]]
        }
    }.map { cube in
      var (fixed, values) = (UInt32(0), UInt32(0))
      for input in 0..<inputCount {
        let digit = cube / powers[input] % 3
        if digit < 2 { fixed |= 1 << UInt32(input) }
        if digit == 1 { values |= 1 << UInt32(input) }
      }
      return Cube(fixed: fixed, values: values)
    }
  }
}
