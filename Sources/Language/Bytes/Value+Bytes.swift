import Bytes
import Diagnostics

/// The form of a value as bytes.
///
/// Header, number of entries, entries. An entry is one value; where it holds values, it names their entries, which come
/// before it. Equal entries are one, so that a value which holds another many times is no longer for it. The last
/// entry is the value itself.
///
/// The bytes say what the value is and nothing of where it came from: no position in a text, no order of a dictionary.
/// So equal values have equal bytes, and of all bytes that could say the same the reader takes these only.
///
/// Functions of the library are their names, and are looked up by the reader. What stands for a tensor that is not known
/// is its shape.
enum ValueForm {
  /// The first bytes of every value.
  static let mark = Array("nnbv".utf8)
  /// The version of the form: another one for every change of what the bytes mean.
  static let version = 2
}

extension Value {
  /// The value as bytes, which ``init(decoding:library:limits:)`` reads back.
  ///
  /// - Complexity: O(size), where parts that are shared count once.
  /// - Throws: `ByteProblem.limit` where the value is beyond the limits.
  public func encoded(limits: ValueLimits = .standard) throws(ByteProblem) -> [UInt8] {
    var writer = ValueWriter(limits)
    _ = try writer.entry(of: self)
    return try writer.finish()
  }

  /// Reads a value from bytes that may come from anywhere.
  ///
  /// - Throws: what is wrong with the bytes; it traps never, and takes time and memory in proportion to them.
  public init(decoding bytes: [UInt8], library: Library, limits: ValueLimits = .standard) throws(ByteProblem)
  {
    guard bytes.count <= limits.bytes else { throw .limit("\(readable(limits.bytes)) bytes") }
    let value = try ValueReader.read(bytes, library, limits)
    // Not every way to write a value is the one that is written.
    guard try value.encoded(limits: limits) == bytes else { throw .invalid("a value in another form") }
    self = value
  }

  /// The SHA-256 of the value's bytes: equal for equal values, on every machine.
  public func digest(limits: ValueLimits = .standard) throws(ByteProblem) -> Digest {
    Digest(of: try encoded(limits: limits))
  }
}
