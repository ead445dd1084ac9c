/// The shortest vector of the affine hull of some vectors, in whole numbers of one width or of any size.
enum ShortestVector {
  /// The shares of the vectors, of a whole: their sum is the whole; nil where a number is too large.
  ///
  /// The rows (0 1 … 1 | 1) and (1 dᵢ·d₁ … dᵢ·dₖ | 0) are solved by elimination without fractions. `product` is a·b, and
  /// `step` is (a·b − c·d)/e, which is whole; both are nil where that is too large.
  /// Source: E. H. Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination, Mathematics of
  /// Computation 22, 1968.
  /// - Precondition: no vector is in the affine hull of the others.
  static func shares<Number: SignedInteger>(
    of vectors: [[Number]], product: ([Number], [Number]) -> Number?,
    step: (Number, Number, Number, Number, Number) -> Number?
  ) -> [(share: Number, whole: Number)]? {
    let count = vectors.count
    var rows: [[Number]] = [[0] + Array(repeating: 1, count: count) + [1]]
    for vector in vectors {
      let products = vectors.compactMap { product(vector, $0) }
      guard products.count == count else { return nil }
      rows.append([1] + products + [0])
    }
    var previous: Number = 1
    for pivot in 0...count {
      guard let row = (pivot...count).first(where: { rows[$0][pivot] != 0 }) else {
        preconditionFailure("the \(count) vectors depend on each other")
      }
      rows.swapAt(pivot, row)
      let own = rows[pivot]
      for other in 0...count where other != pivot {
        let factor = rows[other][pivot]
        // What stands before the pivot is 0 but for the other pivots, all of which become this one.
        for column in pivot + 1..<count + 2 {
          guard let value = step(own[pivot], rows[other][column], factor, own[column], previous) else {
            return nil
          }
          rows[other][column] = value
        }
      }
      previous = own[pivot]
    }
    return (1...count).map { (rows[$0][count + 1], previous) }
  }

  /// The product of two vectors, unless it is too large.
  static func checkedProduct(_ a: [Int128], _ b: [Int128]) -> Int128? {
    var sum: Int128 = 0
    for (x, y) in zip(a, b) {
      // Both are shorter than 60 bits.
      let (next, isTooLarge) = sum.addingReportingOverflow(x * y)
      if isTooLarge { return nil }
      sum = next
    }
    return sum
  }

  /// (a·b − c·d)/e, unless a number on the way is too large.
  static func checkedStep(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128, _ e: Int128) -> Int128? {
    let (ab, isFirstLarge) = a.multipliedReportingOverflow(by: b)
    let (cd, isSecondLarge) = c.multipliedReportingOverflow(by: d)
    let (difference, isTooLarge) = ab.subtractingReportingOverflow(cd)
    return isFirstLarge || isSecondLarge || isTooLarge ? nil : difference / e
  }
}
