import CKernels

/// A kernel run on arrays of either precision, for tests.
struct CodeRun {
  /// Which precision the numbers have.
  var precision: nnb_precision
  var sizes: [Int]
  var steps: [Int] = []
  var numbers: [Double] = []
  var table: [Int] = []

  /// The instruction sets of this machine.
  static let sets: [nnb_instruction_set] = [NNB_PORTABLE, NNB_AVX2, NNB_AVX512, NNB_NEON].filter {
    nnb_is_present($0) != 0
  }

  /// Runs the kernel of a code on copies of the places and returns what they hold then; NaN is canonical.
  func callAsFunction(_ set: nnb_instruction_set, _ code: nnb_code, _ places: [[Double]]) -> [[Double]]? {
    guard let kernel = nnb_find_kernel(set, precision, code) else { return nil }
    switch precision {
    case NNB_FLOAT32: return run(kernel, places.map { $0.map(Float.init) }).map { $0.map(Double.init) }
    case _: return run(kernel, places)
    }
  }

  private func run<Number>(_ kernel: nnb_kernel, _ places: [[Number]]) -> [[Number]] {
    let buffers = places.map { place in
      let buffer = UnsafeMutableBufferPointer<Number>.allocate(capacity: Swift.max(place.count, 1))
      _ = buffer.initialize(from: place)
      return buffer
    }
    defer { buffers.forEach { $0.deallocate() } }
    var record = nnb_record()
    record.run = kernel
    withUnsafeMutableBytes(of: &record.place) { bytes in
      let places = bytes.bindMemory(to: UnsafeMutableRawPointer?.self)
      for (i, buffer) in buffers.enumerated() { places[i] = UnsafeMutableRawPointer(buffer.baseAddress) }
    }
    withUnsafeMutableBytes(of: &record.size) { fill($0, sizes) }
    withUnsafeMutableBytes(of: &record.step) { fill($0, steps) }
    withUnsafeMutableBytes(of: &record.number) { fill($0, numbers) }
    table.withUnsafeBufferPointer { table in
      record.table = table.baseAddress
      nnb_run(&record, 1)
    }
    return zip(buffers, places).map { Array($0.prefix($1.count)) }
  }

  private func fill<Value>(_ bytes: UnsafeMutableRawBufferPointer, _ values: [Value]) {
    let slots = bytes.bindMemory(to: Value.self)
    for (i, value) in values.enumerated() { slots[i] = value }
  }
}
