import CKernels
import Testing

/// A number that kernels compute with.
protocol KernelNumber: BinaryFloatingPoint {
  static var precision: nnb_precision { get }
}

extension Double: KernelNumber {
  static var precision: nnb_precision { NNB_FLOAT64 }
}

extension Float: KernelNumber {
  static var precision: nnb_precision { NNB_FLOAT32 }
}

/// The instruction sets of this machine.
let presentSets = (0..<NNB_INSTRUCTION_SETS.rawValue).map(nnb_instruction_set.init(rawValue:))
  .filter { nnb_is_present($0) != 0 }

/// One instruction that a test runs on its own arrays.
struct InstructionRun<Number: KernelNumber> {
  let code: nnb_code
  var places: [[Number]?]
  let sizes: [Int]
  var steps: [Int] = []
  var numbers: [Double] = []
  var table: [Int] = []

  /// What stands behind every array, and must stay there.
  private static var guardNumber: Number { 77 }
  private static var guardCount: Int { 16 }

  /// Runs the instruction on `set` and returns what its places hold then.
  func callAsFunction(on set: nnb_instruction_set) -> [[Number]] {
    let arrays = places.map { place in
      place.map { numbers in
        let array = UnsafeMutableBufferPointer<Number>.allocate(capacity: numbers.count + Self.guardCount)
        _ = array.initialize(from: numbers + Array(repeating: Self.guardNumber, count: Self.guardCount))
        return array
      }
    }
    defer { arrays.forEach { $0?.deallocate() } }
    var instruction = nnb_instruction()
    instruction.run = nnb_find_kernel(set, Number.precision, code)
    fill(&instruction.address, with: arrays.map { UnsafeMutableRawPointer($0?.baseAddress) })
    fill(&instruction.size, with: sizes)
    fill(&instruction.step, with: steps)
    fill(&instruction.number, with: numbers)
    table.withUnsafeBufferPointer { table in
      instruction.table = table.baseAddress
      nnb_run(&instruction, 1)
    }
    return arrays.enumerated().map { i, array in
      guard let array, let place = places[i] else { return [] }
      #expect(array.dropFirst(place.count).allSatisfy { $0 == Self.guardNumber }, "place \(i) of \(code)")
      return Array(array.prefix(place.count))
    }
  }

  /// Runs the instruction on every instruction set, which must all leave the bits of the portable one; returns them.
  @discardableResult
  func everywhere() -> [[Number]] {
    let portable = self(on: NNB_PORTABLE)
    for set in presentSets where set != NNB_PORTABLE {
      let equal = zip(self(on: set), portable).allSatisfy { haveSameBits($0, $1) }
      #expect(equal, "\(code) on \(String(cString: nnb_instruction_set_name(set))), \(sizes) \(steps)")
    }
    return portable
  }

  private func fill<Row, Element>(_ row: inout Row, with elements: [Element]) {
    withUnsafeMutableBytes(of: &row) { bytes in
      for (i, element) in elements.enumerated() {
        bytes.storeBytes(of: element, toByteOffset: i * MemoryLayout<Element>.stride, as: Element.self)
      }
    }
  }
}

/// Whether two arrays have the same bits, every NaN being as good as another.
func haveSameBits<Number: KernelNumber>(_ a: [Number], _ b: [Number]) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { $0.isNaN ? $1.isNaN : $0 == $1 && $0.sign == $1.sign }
}

/// A contraction by rule R2: fused, ascending, in chunks of 256 whose sums are added in ascending order.
func contraction<Number: KernelNumber>(_ count: Int, _ pair: (Int) -> (Number, Number)) -> Number {
  var total: Number = 0
  for start in stride(from: 0, to: count, by: 256) {
    var sum: Number = 0
    for i in start..<min(start + 256, count) {
      let (a, b) = pair(i)
      sum.addProduct(a, b)
    }
    total += sum
  }
  return total
}

extension RandomNumbers {
  /// A whole number in the range.
  mutating func size(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  mutating func array<Number: KernelNumber>(_ count: Int, _ kind: Kind = .ordinary) -> [Number] {
    (0..<count).map { _ in Number(number(kind)) }
  }
}
