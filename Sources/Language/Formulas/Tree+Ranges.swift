import Diagnostics
import Syntax

extension [NameItem] {
  /// Every name spelled out, each with the range it was written at; those of `x1..x5` share theirs.
  public var identifiers: [Identifier] {
    flatMap { item in
      switch item {
      case .name(let name): [name]
      case .range(let first, let last):
        item.names.map { Identifier($0, first.range.joined(with: last.range)) }
      }
    }
  }
}

extension Syntax.IndexItem {
  /// Where it stands.
  var range: SourceRange {
    switch self {
    case .all(let range): range
    case .at(let expression): expression.range
    }
  }
}
