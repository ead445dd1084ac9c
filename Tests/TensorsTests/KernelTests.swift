import CKernels
import Tensors
import Testing

private func numbers<Number: KernelNumber>(_ count: Int, _ random: inout RandomNumbers) -> [Number] {
  (0..<count).map { _ in
    let number = random.number(.awkward)
    return Number(random.bits() % 4 == 0 ? number * 200 : number)
  }
}

private func sevens<Number: KernelNumber>(_ count: Int) -> [Number] { Array(repeating: 7, count: count) }

private func checkFunctions<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 1)
  for raw in NNB_NEGATE.rawValue...NNB_TANH_SLOPE_OF_OUTPUT.rawValue {
    for _ in 0..<25 {
      let count = random.size(1...130)
      let operand: [Number] = numbers(count, &random)
      InstructionRun(code: nnb_code(raw), places: [sevens(count), operand], sizes: [count]).everywhere()
    }
  }
}

@Test("functions of one element have the same bits on every instruction set")
func functionsOfOneElementAgree() {
  checkFunctions(Double.self)
  checkFunctions(Float.self)
}

private func checkMeeting<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 2)
  for raw in NNB_ADD.rawValue...NNB_NEAR.rawValue {
    for _ in 0..<25 {
      let sizes = [3, 4, 20].map { random.size(1...$0) }
      var steps: [Int] = []
      for _ in 0..<3 {
        // A random choice of the axes that this operand has.
        let has = (0..<3).map { _ in random.bits() & 1 == 1 }
        let inner = has[2] ? sizes[2] : 1
        steps += [has[0] ? inner * (has[1] ? sizes[1] : 1) : 0, has[1] ? inner : 0, has[2] ? 1 : 0]
      }
      let count = sizes.reduce(1, *)
      let operands: [[Number]] = (0..<3).map { _ in numbers(count, &random) }
      let result = InstructionRun(
        code: nnb_code(raw), places: [sevens(count)] + operands, sizes: sizes, steps: steps
      ).everywhere()[0]
      guard raw == NNB_SUBTRACT.rawValue else { continue }
      let differences = (0..<count).map { i in
        let at = [i / (sizes[1] * sizes[2]), i / sizes[2] % sizes[1], i % sizes[2]]
        func place(_ steps: some Sequence<Int>) -> Int { zip(at, steps).reduce(0) { $0 + $1.0 * $1.1 } }
        return operands[0][place(steps)] - operands[1][place(steps[3...])]
      }
      #expect(haveSameBits(result, differences))
    }
  }
}

@Test("functions of elements that meet have the same bits on every instruction set")
func functionsOfMeetingElementsAgree() {
  checkMeeting(Double.self)
  checkMeeting(Float.self)
}

/// Rule R3, written plainly.
private func laneSum<Number: KernelNumber>(_ elements: [Number]) -> Number {
  var lane = Array(repeating: Number(-0.0), count: 16)
  for (i, element) in elements.enumerated() { lane[i % 16] += element }
  for width in [8, 4, 2, 1] { for j in 0..<width { lane[j] += lane[j + width] } }
  return lane[0]
}

private func checkReductions<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 3)
  for raw in NNB_SUM.rawValue...NNB_WIDE_MEAN.rawValue {
    for _ in 0..<40 {
      let (rows, columns) = (random.size(1...70), random.size(1...70))
      let operand: [Number] = random.array(rows * columns, random.bits() & 1 == 0 ? .awkward : .ordinary)
      func reduced(_ count: Int, _ sizes: [Int], _ steps: [Int]) -> [Number] {
        InstructionRun(code: nnb_code(raw), places: [sevens(count), operand], sizes: sizes, steps: steps)
          .everywhere()[0]
      }
      let byRow = reduced(rows, [1, rows, columns], [0, columns, 1])
      let byColumn = reduced(columns, [1, columns, rows], [0, 1, columns])
      #expect(haveSameBits(reduced(columns, [columns, 1, rows], [1, 0, columns]), byColumn))
      let column = stride(from: 0, to: rows * columns, by: columns).map { operand[$0] }
      if raw == NNB_WIDE_SUM.rawValue {
        let wide = [operand[..<columns].map { Double($0) }, column.map { Double($0) }].map { laneSum($0) }
        let sums = wide.map { Number($0) }
        #expect(haveSameBits([byRow[0], byColumn[0]], sums))
      }
      guard raw == NNB_SUM.rawValue else { continue }
      #expect(haveSameBits([byRow[0]], [laneSum(Array(operand[..<columns]))]))
      #expect(haveSameBits([byColumn[0]], [laneSum(column)]))
    }
  }
}

@Test("reductions keep the order of rule R3 on every instruction set")
func reductionsAgree() {
  checkReductions(Double.self)
  checkReductions(Float.self)
}

private func checkRows<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 4)
  for n in [1, 2, 3, 10, 16, 17, 40, 130] {
    let rows = 3
    let z: [Number] = numbers(rows * n, &random)
    let labels = (0..<rows).map { _ in Number(random.size(0...n - 1)) }
    let (many, few): ([Number], [Number]) = (sevens(rows * n), sevens(rows))
    for (code, places) in [
      (NNB_SOFTMAX, [many, z]), (NNB_ARGMAX, [few, z]), (NNB_CROSS_ENTROPY, [few, z, labels]),
      (NNB_CROSS_ENTROPY_SLOPE, [many, z, labels, [1, -0.5, 2]]),
    ] {
      InstructionRun(code: code, places: places, sizes: [rows, n]).everywhere()
    }
    let table = (0..<n).map { _ in random.size(0...n - 1) }
    for code in [NNB_GATHER, NNB_SCATTER, NNB_COPY_ROWS] {
      let moved = InstructionRun(
        code: code, places: [many, z], sizes: [rows, n, n], steps: [n, n], table: table
      ).everywhere()[0]
      #expect(code != NNB_COPY_ROWS || haveSameBits(moved, z))
      #expect(code != NNB_GATHER || haveSameBits(Array(moved[..<n]), table.map { z[$0] }))
    }
  }
}

@Test("rows have the same bits on every instruction set")
func rowsAgree() {
  checkRows(Double.self)
  checkRows(Float.self)
}

@Test("a function of one number has the bits of its kernel")
func numbersHaveTheBitsOfKernels() {
  var random = RandomNumbers(seed: 6)
  let z: [Double] = numbers(500, &random)
  let functions: [(nnb_code, (Double) -> Double)] = [
    (NNB_EXP, Mathematics.exp), (NNB_LOG, Mathematics.log), (NNB_TANH, Mathematics.tanh),
    (NNB_SIGMOID, Mathematics.sigmoid), (NNB_SOFTPLUS, Mathematics.softplus), (NNB_ERF, Mathematics.erf),
    (NNB_ERFC, Mathematics.erfc), (NNB_SIN, Mathematics.sin),
    (NNB_ELU, { $0 > 0 ? $0 : Mathematics.expm1($0) }),
  ]
  for (code, function) in functions {
    let result = InstructionRun(code: code, places: [z, z], sizes: [z.count]).everywhere()[0]
    #expect(haveSameBits(result, z.map(function)), "code \(code.rawValue)")
  }
}
