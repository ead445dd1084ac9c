import Bytes

/// Whose a submission is: what its path says, never what stands inside the file.
public struct Identity: Sendable, Hashable {
  /// Moodle's number of the participant, else the name of the folder or the file.
  public var id: String
  /// The name that Moodle's folder has.
  public var name: String?

  /// Makes an identity.
  public init(id: String, name: String? = nil) {
    self.id = id
    self.name = name
  }

  /// Reads the identity off the path of a file.
  init(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    for part in parts {
      if let moodle = Self.moodle(part) {
        self = moodle
        return
      }
    }
    if parts.count > 1 || path.hasSuffix("/") && !parts.isEmpty {
      self.init(id: parts[0])
    } else {
      let name = parts.first ?? path
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      self.init(id: dot == name.startIndex ? name : String(name[..<dot]))
    }
  }

  /// Reads `Name_123_assignsubmission_file_…` from the right: a name may hold anything.
  private static func moodle(_ part: String) -> Identity? {
    guard let mark = part.ranges(of: "_assignsubmission_").last else { return nil }
    let front = part[..<mark.lowerBound]
    guard let line = front.lastIndex(of: "_") else { return nil }
    let number = front[front.index(after: line)...]
    guard !number.isEmpty, number.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Identity(id: String(number), name: String(front[..<line]))
  }
}

extension Identity {
  /// A name for files of this student: the id, where it is made of letters, digits, `-` and `_`; else a part of it and
  /// a number that tells it apart.
  public var fileName: String {
    let isPlain = { (scalar: Unicode.Scalar) in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || 0x30...0x39 ~= scalar.value
          || "-_".unicodeScalars.contains(scalar))
    }
    let plain = String(String.UnicodeScalarView(id.unicodeScalars.filter(isPlain).prefix(60)))
    if plain == id, !plain.isEmpty { return plain }
    return "\(plain)-\(Digest(of: Array(id.utf8)).description.prefix(8))"
  }
}
