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
  public func write(_ numbers: [Double], to address: UnsafeMutableRawPointer) {
    numbers.withUnsafeBufferPointer { write($0, to: address) }
  }

  /// Writes numbers to memory in this width.
  public func write(_ numbers: UnsafeBufferPointer<Double>, to address: UnsafeMutableRawPointer) {
    guard let source = numbers.baseAddress else { return }
    switch self {
    case .float64: address.copyMemory(from: source, byteCount: 8 * numbers.count)
    case .float32:
      let target = address.assumingMemoryBound(to: Float.self)
      for i in 0..<numbers.count { target[i] = Float(source[i]) }
    }
  }

  /// Reads `count` numbers of this width from memory.
  public func read(_ count: Int, from address: UnsafeRawPointer) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let target = buffer.baseAddress { read(count, from: address, to: target) }
      initialized = count
    }
  }

  /// Reads `count` numbers of this width from memory into other memory.
  public func read(_ count: Int, from address: UnsafeRawPointer, to target: UnsafeMutablePointer<Double>) {
    switch self {
    case .float64: UnsafeMutableRawPointer(target).copyMemory(from: address, byteCount: 8 * count)
    case .float32:
      let source = address.assumingMemoryBound(to: Float.self)
      for i in 0..<count { target[i] = Double(source[i]) }
    }
  }
}
