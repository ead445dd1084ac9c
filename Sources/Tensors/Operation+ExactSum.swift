import CKernels

extension Operation {
  static func exactSumShape(_ operands: [Shape]) -> Result<Shape, ShapeProblem> {
    let (z, x, weights, threshold) = (operands[0], operands[1], operands[2], operands[3])
    guard z == threshold, z.rank < 2, x.rank == 1, weights == Shape(x.sizes + z.sizes) else {
      return .failure(ShapeProblem("sums \(z) are not those of \(x), \(weights) and \(threshold)"))
    }
    return .success(z)
  }
}

extension InstructionList {
  /// Sums of decimals are computed here and not in C: few rows need them, and they have no fixed size.
  mutating func exactNearZero(inputs: Int, units: Int, _ work: Work) {
    var instruction = nnb_instruction()
    switch work.precision {
    case .float64:
      instruction.run = { if let instruction = $0?.pointee { WeightedSums<Double>(instruction).write() } }
    case .float32:
      instruction.run = { if let instruction = $0?.pointee { WeightedSums<Float>(instruction).write() } }
    }
    let operands = work.operands
    instruction.address.0 = work.result
    (instruction.address.1, instruction.address.2) = (operands[0].address, operands[1].address)
    (instruction.address.3, instruction.address.4) = (operands[2].address, operands[3].address)
    (instruction.size.0, instruction.size.1, instruction.size.2) = (work.rows, inputs, units)
    (instruction.step.0, instruction.step.1) = (operands[0].step, operands[1].step)
    (instruction.step.2, instruction.step.3) = (operands[2].step, operands[3].step)
    append(instruction)
  }
}

/// What the instruction of `exactNearZero` asks for, in numbers of one width.
private struct WeightedSums<Number: BinaryFloatingPoint> {
  private let rows: Int
  private let inputs: Int
  private let units: Int
  private let results: UnsafeMutablePointer<Number>
  private let sums: Operand
  private let x: Operand
  private let weights: Operand
  private let thresholds: Operand

  /// An operand's numbers, and how far they move on for each row.
  private struct Operand {
    let start: UnsafePointer<Number>
    let step: Int

    init(_ address: UnsafeMutableRawPointer?, _ step: Int) {
      guard let address else { preconditionFailure("an instruction without its operand") }
      start = UnsafePointer(address.assumingMemoryBound(to: Number.self))
      self.step = step
    }

    func row(_ row: Int) -> UnsafePointer<Number> { start + row * step }
  }

  init(_ instruction: nnb_instruction) {
    guard let result = instruction.address.0 else { preconditionFailure("an instruction without its result") }
    results = result.assumingMemoryBound(to: Number.self)
    (rows, inputs, units) = (instruction.size.0, instruction.size.1, instruction.size.2)
    sums = Operand(instruction.address.1, instruction.step.0)
    x = Operand(instruction.address.2, instruction.step.1)
    weights = Operand(instruction.address.3, instruction.step.2)
    thresholds = Operand(instruction.address.4, instruction.step.3)
  }

  func write() {
    for row in 0..<rows {
      for unit in 0..<units {
        let z = sums.row(row)[unit]
        let isDecided = z.magnitude > roundingBound(row, unit) || isWhole(row, unit)
        results[row * units + unit] = isDecided ? z : exactSum(row, unit) ?? z
      }
    }
  }

  /// More than z can differ from the sum of the shortest decimals.
  ///
  /// With u half of ε: n fused steps and a subtraction err by at most (n + 1)·u of Σ|wᵢxᵢ| + |T|, and each
  /// number differs from its shortest decimal by at most u of itself, so 3·u more. A bound of (n + 4)·2u
  /// leaves room for its own rounding. Numbers count as at least the least normal one: below it, u of that
  /// one bounds the error, also where a product underflows.
  private func roundingBound(_ row: Int, _ unit: Int) -> Number {
    let (x, w) = (x.row(row), weights.row(row) + unit)
    var size = max(thresholds.row(row)[unit].magnitude, .leastNormalMagnitude)
    for i in 0..<inputs {
      size += max(w[i * units].magnitude, .leastNormalMagnitude) * max(x[i].magnitude, .leastNormalMagnitude)
    }
    return Number(inputs + 4) * Number.ulpOfOne * size
  }

  /// Whether all numbers and sums are whole numbers without rounding, as in most gates.
  private func isWhole(_ row: Int, _ unit: Int) -> Bool {
    let (x, w) = (x.row(row), weights.row(row) + unit)
    func whole(_ number: Number) -> Bool { number == number.rounded(.towardZero) }
    let threshold = thresholds.row(row)[unit]
    guard whole(threshold) else { return false }
    var size = threshold.magnitude
    for i in 0..<inputs {
      guard whole(w[i * units]), whole(x[i]) else { return false }
      size += (w[i * units] * x[i]).magnitude
    }
    return size < 1 / Number.ulpOfOne
  }

  /// The sum of the decimals; nil where a number has none.
  private func exactSum(_ row: Int, _ unit: Int) -> Number? {
    let (x, w) = (x.row(row), weights.row(row) + unit)
    guard let threshold = Self.decimal(thresholds.row(row)[unit]) else { return nil }
    var products = [-threshold]
    for i in 0..<inputs {
      guard let weight = Self.decimal(w[i * units]), let input = Self.decimal(x[i]) else { return nil }
      products.append(weight * input)
    }
    return Number(ExactDecimal.sum(of: products).value(Self.precision))
  }

  private static var precision: Precision { Number.self == Float.self ? .float32 : .float64 }

  private static func decimal(_ number: Number) -> ExactDecimal? {
    ExactDecimal(shortestOf: Double(number), precision)
  }
}
