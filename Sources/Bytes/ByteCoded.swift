/// What can be written as bytes and read back.
///
/// Equal values have equal bytes, on every machine: numbers are little-endian, names are sorted, every NaN is the same.
/// What is read may come from anywhere: `init(from:)` throws where the bytes are not those of a value, traps never, and
/// takes memory in proportion to the bytes.
public protocol ByteCoded {
  /// Writes the value.
  func write(to bytes: inout ByteWriter)
  /// Reads a value.
  init(from bytes: inout ByteReader) throws(ByteProblem)
  /// Writes values one behind the other; their number was written.
  static func write(all values: [Self], to bytes: inout ByteWriter)
  /// Reads so many values.
  static func read(_ count: Int, from bytes: inout ByteReader) throws(ByteProblem) -> [Self]
}

extension ByteCoded {
  /// Writes values one by one.
  public static func write(all values: [Self], to bytes: inout ByteWriter) {
    for value in values { value.write(to: &bytes) }
  }

  /// Reads values one by one.
  public static func read(_ count: Int, from bytes: inout ByteReader) throws(ByteProblem) -> [Self] {
    var values: [Self] = []
    for _ in 0..<count { values.append(try Self(from: &bytes)) }
    return values
  }
}

/// Why bytes are no value.
public enum ByteProblem: Error, Sendable, Hashable {
  /// They end in the middle of a value.
  case truncated
  /// They say something that no value says; the text names it: `a shape`.
  case invalid(String)
  /// They are more than the reader takes, or values stand too deep in one another.
  case limit(String)
  /// They were written in another version of the format, or are none of ours.
  case version(Int)
}

// MARK: Numbers and texts

extension Bool: ByteCoded {
  /// Writes 1 or 0.
  public func write(to bytes: inout ByteWriter) { bytes.append(self ? 1 : 0) }

  /// Reads 1 or 0.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    switch try bytes.next() {
    case 0: self = false
    case 1: self = true
    case _: throw .invalid("a truth")
    }
  }
}

extension Int: ByteCoded {
  /// Writes seven bits a byte, the lowest first; small numbers of both signs are short.
  public func write(to bytes: inout ByteWriter) {
    var rest = UInt64(bitPattern: Int64(self << 1 ^ self >> 63))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads the shortest form only.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    var whole: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try bytes.next()
      guard shift < 63 || byte <= 1, shift == 0 || byte != 0 else { throw .invalid("a whole number") }
      whole |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 {
        self = Int(Int64(bitPattern: whole >> 1)) ^ -Int(whole & 1)
        return
      }
    }
    throw .invalid("a whole number")
  }
}

extension Double: ByteCoded {
  /// Writes the bits; every NaN is the same.
  public func write(to bytes: inout ByteWriter) { Self.write(all: [self], to: &bytes) }

  /// Reads the bits.
  public init(from bytes: inout ByteReader) throws(ByteProblem) { self = try Self.read(1, from: &bytes)[0] }

  /// Writes the bits of all numbers.
  public static func write(all values: [Double], to bytes: inout ByteWriter) {
    let bits = values.map { ($0.isNaN ? .nan : $0).bitPattern.littleEndian }
    bits.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Reads the bits of so many numbers.
  public static func read(_ count: Int, from bytes: inout ByteReader) throws(ByteProblem) -> [Double] {
    let (size, overflow) = count.multipliedReportingOverflow(by: 8)
    guard !overflow else { throw .truncated }
    let part = try bytes.next(size)
    var bits = [UInt64](repeating: 0, count: count)
    bits.withUnsafeMutableBytes { target in part.withUnsafeBytes { target.copyMemory(from: $0) } }
    let numbers = bits.map { Double(bitPattern: UInt64(littleEndian: $0)) }
    guard numbers.allSatisfy({ !$0.isNaN || $0.bitPattern == Double.nan.bitPattern }) else {
      throw .invalid("a number")
    }
    return numbers
  }
}

extension String: ByteCoded {
  /// Writes the number of bytes and the text in UTF-8.
  public func write(to bytes: inout ByteWriter) {
    utf8.count.write(to: &bytes)
    bytes.append(contentsOf: utf8)
  }

  /// Reads UTF-8.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    guard let text = String(validating: try bytes.next(try bytes.count()), as: UTF8.self) else {
      throw .invalid("a text")
    }
    self = text
  }
}

// MARK: Several

extension Array: ByteCoded where Element: ByteCoded {
  /// Writes the number of elements and each of them.
  public func write(to bytes: inout ByteWriter) {
    count.write(to: &bytes)
    Element.write(all: self, to: &bytes)
  }

  /// Reads elements; each takes a byte at least.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self = try Element.read(try bytes.count(), from: &bytes)
  }
}

extension Optional: ByteCoded where Wrapped: ByteCoded {
  /// Writes whether there is a value, and the value.
  public func write(to bytes: inout ByteWriter) {
    (self != nil).write(to: &bytes)
    if let self { self.write(to: &bytes) }
  }

  /// Reads a value if there is one.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self = try Bool(from: &bytes) ? try Wrapped(from: &bytes) : nil
  }
}

extension Dictionary: ByteCoded where Key == String, Value: ByteCoded {
  /// Writes the entries by name.
  public func write(to bytes: inout ByteWriter) {
    count.write(to: &bytes)
    for (name, value) in sorted(by: { $0.key.precedes($1.key) }) { bytes.write(name, value) }
  }

  /// Reads entries whose names ascend.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    self = [:]
    var last: String?
    for _ in 0..<(try bytes.count()) {
      let name = try String(from: &bytes)
      guard last.map({ $0.precedes(name) }) ?? true else { throw .invalid("a name") }
      self[name] = try Value(from: &bytes)
      last = name
    }
  }
}

extension String {
  /// Whether it comes before another text by its bytes, which no version of Unicode changes.
  fileprivate func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension ByteCoded where Self: RawRepresentable, RawValue == String {
  /// Writes the name.
  public func write(to bytes: inout ByteWriter) { rawValue.write(to: &bytes) }

  /// Reads the name of a case.
  public init(from bytes: inout ByteReader) throws(ByteProblem) {
    guard let value = Self(rawValue: try String(from: &bytes)) else { throw .invalid("\(Self.self)") }
    self = value
  }
}
