/// Where the numbers of a program stand in its memory: addresses given out and taken back, known before it runs.
struct Arena {
  /// Every address begins at a multiple of this many bytes, the widest register.
  static let alignment = 64

  /// The bytes needed so far.
  private(set) var size = 0
  /// Parts that were given back, by their start; neighbours are joined.
  private var free: [Range<Int>] = []

  /// Returns the start of `bytes` of memory.
  mutating func take(_ bytes: Int) -> Int {
    let length = Self.padded(bytes)
    if length == 0 { return 0 }
    if let index = free.firstIndex(where: { $0.count >= length }) {
      let start = free[index].lowerBound
      free[index] = start + length..<free[index].upperBound
      if free[index].isEmpty { free.remove(at: index) }
      return start
    }
    let start = size
    size += length
    return start
  }

  /// Takes back the `bytes` that begin at `start`.
  mutating func giveBack(_ start: Int, _ bytes: Int) {
    let length = Self.padded(bytes)
    if length == 0 { return }
    let index = free.firstIndex { $0.lowerBound > start } ?? free.count
    free.insert(start..<start + length, at: index)
    if index + 1 < free.count, free[index].upperBound == free[index + 1].lowerBound {
      free[index] = free[index].lowerBound..<free.remove(at: index + 1).upperBound
    }
    if index > 0, free[index - 1].upperBound == free[index].lowerBound {
      free[index - 1] = free[index - 1].lowerBound..<free.remove(at: index).upperBound
    }
  }

  /// Returns `bytes` rounded up to whole addresses.
  static func padded(_ bytes: Int) -> Int {
    let (sum, overflow) = bytes.addingReportingOverflow(alignment - 1)
    return overflow ? .max / 2 : sum / alignment * alignment
  }
}
