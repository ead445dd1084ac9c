/// A ZIP file made by hand, also one that no honest program makes; its entries are not compressed.
public struct Zip {
  /// A file in it.
  public struct Entry {
    let name: [UInt8]
    let content: [UInt8]
    let mode: UInt32

    /// Makes a file; `mode` is that of Unix, such as 0o120777 of a link.
    public init(_ name: String, _ text: String, mode: UInt32 = 0o100644) {
      self.init(name: Array(name.utf8), content: Array(text.utf8), mode: mode)
    }

    /// Makes a file whose name need not be text.
    public init(name: [UInt8], content: [UInt8], mode: UInt32 = 0o100644) {
      (self.name, self.content, self.mode) = (name, content, mode)
    }
  }

  /// The bytes of the file.
  public private(set) var bytes: [UInt8] = []

  /// Writes the entries, then their directory.
  public init(_ entries: [Entry]) {
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let size = Self.number(UInt32(entry.content.count), 4)
      var head = Self.number(0x0800, 2) + Self.number(0, 2)
      head += Self.number(0x6000, 2) + Self.number(0x5D74, 2)
      head += Self.number(Self.checksum(entry.content), 4) + size + size
      head += Self.number(UInt32(entry.name.count), 2) + Self.number(0, 2)
      bytes += Self.number(0x0403_4B50, 4) + Self.number(20, 2)
      bytes += head + entry.name + entry.content
      directory += Self.number(0x0201_4B50, 4) + Self.number(0x031E, 2)
      directory += Self.number(20, 2) + head
      directory += Self.number(0, 2) + Self.number(0, 2)
      directory += Self.number(0, 2) + Self.number(entry.mode << 16, 4)
      directory += Self.number(UInt32(offset), 4) + entry.name
    }
    let start = bytes.count
    bytes += directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4)
    bytes += Self.number(UInt32(entries.count), 2) + Self.number(UInt32(entries.count), 2)
    bytes += Self.number(UInt32(directory.count), 4) + Self.number(UInt32(start), 4) + Self.number(0, 2)
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}
