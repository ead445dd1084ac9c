import CKernels

extension Precision {
  /// The bytes of one number.
  public var width: Int {
    switch self {
    case .float64: 8
    case .float32: 4
    }
  }

  /// The value that the C code knows it by.
  public var code: nnb_precision {
    switch self {
    case .float64: NNB_FLOAT64
    case .float32: NNB_FLOAT32
    }
  }

  /// Returns the nearest number of this width.
  public func rounded(_ value: Double) -> Double {
    switch self {
    case .float64: value
    case .float32: Double(Float(value))
    }
  }

  /// Writes numbers to memory in this width.
  public func write(_ numbers: [Double], to place: UnsafeMutableRawPointer) {
    numbers.withUnsafeBufferPointer { write($0, to: place) }
  }

  /// Writes numbers to memory in this width.
  public func write(_ numbers: UnsafeBufferPointer<Double>, to place: UnsafeMutableRawPointer) {
    guard let source = numbers.baseAddress else { return }
    switch self {
    case .float64: place.copyMemory(from: source, byteCount: 8 * numbers.count)
    case .float32:
      let target = place.assumingMemoryBound(to: Float.self)
      for i in 0..<numbers.count { target[i] = Float(source[i]) }
    }
  }

  /// Reads `count` numbers of this width from memory.
  public func read(_ count: Int, from place: UnsafeRawPointer) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let target = buffer.baseAddress { read(count, from: place, to: target) }
      initialized = count
    }
  }

  /// Reads `count` numbers of this width from memory into other memory.
  public func read(_ count: Int, from place: UnsafeRawPointer, to target: UnsafeMutablePointer<Double>) {
    switch self {
    case .float64: UnsafeMutableRawPointer(target).copyMemory(from: place, byteCount: 8 * count)
    case .float32:
      let source = place.assumingMemoryBound(to: Float.self)
      for i in 0..<count { target[i] = Double(source[i]) }
    }
  }
}
