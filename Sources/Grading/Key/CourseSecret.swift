import Bytes
import NotebookFormat

/// What only the lecturer has: it decides which student has which values, and signs the sheets.
public struct CourseSecret: Sendable {
  private let key: [UInt8]

  /// The least bytes of a secret.
  public static let leastBytes = 16

  /// Takes the bytes of a secret; nil where there are too few to keep one.
  public init?(_ bytes: [UInt8]) {
    let bytes = Array(bytes.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }.reversed())
    guard bytes.count >= Self.leastBytes else { return nil }
    key = bytes
  }

  /// The values of a student: of each variant one, drawn by a keyed hash, so that nobody else can tell them in advance and
  /// the lecturer always draws the same.
  public func values(of variants: [Variant], for id: String) -> [NotebookParameter] {
    variants.map { variant in
      let hash = Digest(of: Self.message("variant", variant.name, id), keyed: key)
      let number = hash.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      // The high part of the product: every value is drawn equally often, but for one part in 2⁵⁰.
      let index = Int(number.multipliedFullWidth(by: UInt64(variant.values.count)).high)
      return NotebookParameter(name: variant.name, value: variant.values[index])
    }
  }

  /// The owner of a sheet for this student.
  public func owner(_ id: String) -> SheetOwner {
    SheetOwner(
      id: id, signature: String(Digest(of: Self.message("sheet", id), keyed: key).description.prefix(32)))
  }

  /// Texts that no other texts give.
  private static func message(_ texts: String...) -> [UInt8] {
    texts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) }
  }
}

extension GradingKey {
  /// The key with these values in place of its own.
  public func with(_ values: [NotebookParameter]) -> GradingKey {
    var settings = notebook.frontMatter
    let names = Set(values.map(\.name))
    settings.params = settings.params.filter { !names.contains($0.name) } + values
    return GradingKey(notebook.with(settings), diagnostics: [], library: library)
  }
}
