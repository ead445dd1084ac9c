import CKernels
import Tensors
import Testing

private let precisions = [NNB_FLOAT64, NNB_FLOAT32]

/// Whether the places have the same bits, every NaN counting as the same.
private func same(_ a: [[Double]]?, _ b: [[Double]]?) -> Bool {
  guard let a, let b else { return false }
  return a.count == b.count && zip(a, b).allSatisfy { $0.count == $1.count && zip($0, $1).allSatisfy(same) }
}

private func numbers(_ count: Int, _ random: inout RandomNumbers) -> [Double] {
  (0..<count).map { _ in
    let number = random.number(.awkward)
    return random.bits() % 4 == 0 ? number * 200 : number
  }
}

/// Runs a code on every instruction set; all must give the bits of the portable one, which are returned.
@discardableResult
private func agree(_ run: CodeRun, _ code: nnb_code, _ places: [[Double]]) throws -> [[Double]] {
  let portable = try #require(run(NNB_PORTABLE, code, places))
  for set in CodeRun.sets {
    #expect(
      same(run(set, code, places), portable),
      "code \(code.rawValue), \(String(cString: nnb_instruction_set_name(set))), \(run)")
  }
  return portable
}

@Test("functions of one element have the same bits on every instruction set", arguments: precisions)
func functionsOfOneElementAgree(_ precision: nnb_precision) throws {
  var random = RandomNumbers(seed: 1)
  for raw in NNB_NEGATE.rawValue...NNB_TANH_SLOPE_OF_OUTPUT.rawValue {
    for _ in 0..<25 {
      let count = Int(random.bits() % 130) + 1
      let run = CodeRun(precision: precision, sizes: [count])
      // The last place of the result must stay as it is.
      try agree(run, nnb_code(raw), [Array(repeating: 7, count: count + 1), numbers(count, &random)])
    }
  }
}

@Test("functions of elements that meet have the same bits on every instruction set", arguments: precisions)
func functionsOfMeetingElementsAgree(_ precision: nnb_precision) throws {
  var random = RandomNumbers(seed: 2)
  for raw in NNB_ADD.rawValue...NNB_NEAR.rawValue {
    for _ in 0..<25 {
      let sizes = [3, 4, 20].map { Int(random.bits() % $0) + 1 }
      var steps: [Int] = []
      for _ in 0..<3 {
        // A random choice of the axes that this operand has.
        let has = (0..<3).map { _ in random.bits() & 1 == 1 }
        let inner = has[2] ? sizes[2] : 1
        steps += [has[0] ? inner * (has[1] ? sizes[1] : 1) : 0, has[1] ? inner : 0, has[2] ? 1 : 0]
      }
      let count = sizes.reduce(1, *)
      let run = CodeRun(precision: precision, sizes: sizes, steps: steps)
      let operands = (0..<3).map { _ in numbers(count, &random) }
      let result = try agree(run, nnb_code(raw), [Array(repeating: 7, count: count + 1)] + operands)[0]
      #expect(result[count] == 7)
      if raw == NNB_SUBTRACT.rawValue && precision == NNB_FLOAT64 {
        for i in 0..<count {
          let at = [i / (sizes[1] * sizes[2]), i / sizes[2] % sizes[1], i % sizes[2]]
          let (a, b) = (
            zip(at, steps).reduce(0) { $0 + $1.0 * $1.1 }, zip(at, steps[3...]).reduce(0) { $0 + $1.0 * $1.1 }
          )
          #expect(same(result[i], operands[0][a] - operands[1][b]))
        }
      }
    }
  }
}

/// Rule R3, written plainly.
private func laneSum(_ elements: [Double]) -> Double {
  var lane = Array(repeating: -0.0, count: 16)
  for (i, element) in elements.enumerated() { lane[i % 16] += element }
  for width in [8, 4, 2, 1] { for j in 0..<width { lane[j] += lane[j + width] } }
  return lane[0]
}

@Test("reductions keep the order of rule R3 on every instruction set", arguments: precisions)
func reductionsAgree(_ precision: nnb_precision) throws {
  var random = RandomNumbers(seed: 3)
  for raw in NNB_SUM.rawValue...NNB_MAX.rawValue {
    for _ in 0..<40 {
      let (rows, columns) = (Int(random.bits() % 70) + 1, Int(random.bits() % 70) + 1)
      let awkward = random.bits() & 1 == 0
      let operand = (0..<rows * columns).map { _ in random.number(awkward ? .awkward : .ordinary) }
      let alongRows = CodeRun(precision: precision, sizes: [1, rows, columns], steps: [0, columns, 1])
      let alongColumns = CodeRun(precision: precision, sizes: [1, columns, rows], steps: [0, 1, columns])
      let apart = CodeRun(precision: precision, sizes: [columns, 1, rows], steps: [1, 0, columns])
      let byRow = try agree(alongRows, nnb_code(raw), [Array(repeating: 7, count: rows), operand])[0]
      let byColumn = try agree(alongColumns, nnb_code(raw), [Array(repeating: 7, count: columns), operand])[0]
      let single = try agree(apart, nnb_code(raw), [Array(repeating: 7, count: columns), operand])[0]
      #expect(same([single], [byColumn]))
      if raw == NNB_SUM.rawValue && precision == NNB_FLOAT64 {
        #expect(same(byRow[0], laneSum(Array(operand[..<columns]))))
        #expect(
          same(byColumn[0], laneSum(stride(from: 0, to: rows * columns, by: columns).map { operand[$0] })))
      }
    }
  }
}

@Test("rows have the same bits on every instruction set", arguments: precisions)
func rowsAgree(_ precision: nnb_precision) throws {
  var random = RandomNumbers(seed: 4)
  for n in [1, 2, 3, 10, 16, 17, 40, 130] {
    let rows = 3
    let z = numbers(rows * n, &random)
    let labels = (0..<rows).map { _ in Double(random.bits() % UInt64(n)) }
    let g = [1.0, -0.5, 2]
    let run = CodeRun(precision: precision, sizes: [rows, n])
    let many = Array(repeating: 7.0, count: rows * n), few = Array(repeating: 7.0, count: rows)
    try agree(run, NNB_SOFTMAX, [many, z])
    try agree(run, NNB_ARGMAX, [few, z])
    try agree(run, NNB_CROSS_ENTROPY, [few, z, labels])
    try agree(run, NNB_CROSS_ENTROPY_SLOPE, [many, z, labels, g])
    let table = (0..<n).map { _ in Int(random.bits() % UInt64(n)) }
    let moved = CodeRun(precision: precision, sizes: [rows, n, n], steps: [n, n], table: table)
    try agree(moved, NNB_GATHER, [many, z])
    try agree(moved, NNB_SCATTER, [many, z])
    #expect(
      try same(agree(moved, NNB_COPY_ROWS, [many, z])[0].first ?? 0, Double(z[0])) || precision == NNB_FLOAT32
    )
  }
}

@Test("optimizers have the same bits on every instruction set", arguments: precisions)
func optimizersAgree(_ precision: nnb_precision) throws {
  var random = RandomNumbers(seed: 5)
  for raw in NNB_SGD.rawValue...NNB_ADAMW.rawValue {
    for count in [1, 3, 8, 16, 37, 105] {
      let values = (0..<4).map { _ in numbers(count, &random).map { $0.isFinite ? $0 : 1e-40 } }
      // The fifth place is a float64 in both precisions: 8 bytes of zeros are the number 0.
      let places = [values[0], values[1], values[2].map(\.magnitude), values[3].map(\.magnitude), [0, 0]]
      for decay in [0, 0.01] {
        let run = CodeRun(
          precision: precision, sizes: [count], numbers: [decay, decay, 0.1, 0.9, 0.999, 1e-8, 0.01])
        try agree(run, nnb_code(raw), places)
      }
    }
  }
}

@Test func adamIsPyTorchs() throws {
  let run = CodeRun(precision: NNB_FLOAT64, sizes: [1], numbers: [0, 0, 0.1, 0.9, 0.999, 1e-8])
  let places = try #require(
    run(nnb_instruction_set_in_use(), NNB_ADAM, [[0.5], [0.25], [0.125], [0.0625], [2]]))
  let m = 0.9 * 0.125 + (1 - 0.9) * 0.25
  let v = 0.999 * 0.0625 + (1 - 0.999) * 0.25 * 0.25
  let rate = 0.1 / (1 - Mathematics.pow(0.9, 3))
  let correction = 1 / (1 - Mathematics.pow(0.999, 3)).squareRoot()
  #expect(places == [[0.5 - rate * m / (v.squareRoot() * correction + 1e-8)], [0.25], [m], [v], [3]])
}

@Test("a function of one number has the bits of its kernel")
func numbersHaveTheBitsOfKernels() throws {
  var random = RandomNumbers(seed: 6)
  let z = numbers(500, &random)
  let run = CodeRun(precision: NNB_FLOAT64, sizes: [z.count])
  let functions: [(nnb_code, (Double) -> Double)] = [
    (NNB_EXP, Mathematics.exp), (NNB_LOG, Mathematics.log), (NNB_TANH, Mathematics.tanh),
    (NNB_SIGMOID, Mathematics.sigmoid), (NNB_SOFTPLUS, Mathematics.softplus), (NNB_ERF, Mathematics.erf),
    (NNB_ERFC, Mathematics.erfc), (NNB_SIN, Mathematics.sin),
    (NNB_ELU, { $0 > 0 ? $0 : Mathematics.expm1($0) }),
  ]
  for (code, function) in functions {
    let result = try agree(run, code, [z, z])[0]
    #expect(same([result], [z.map(function)]), "code \(code.rawValue)")
  }
}
