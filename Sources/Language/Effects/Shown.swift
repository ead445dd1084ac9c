import Figures
import Formulas

/// What a statement shows, before the page takes it: a figure is not drawn yet.
enum Shown: Sendable {
  case figure(Figure)
  case output(Output)

  /// The fuel of putting it on the page.
  var cost: Int {
    switch self {
    case .figure(let figure): figure.cost
    case .output(let output): output.cost
    }
  }
}

extension Output {
  /// The fuel of writing anything at all.
  static let price = 50_000
  /// The fuel of writing a byte: it is escaped, and copied a few times.
  private static let bytePrice = 100

  /// The fuel of writing it to the page.
  fileprivate var cost: Int {
    switch self {
    case .text(let text), .summary(let text): text.utf8.count * Self.bytePrice
    // A tensor shows a bounded number of its elements.
    case .tensor: 0
    case .table(let table): table.bytes * Self.bytePrice
    case .figure(let drawn): drawn.figure.cost
    case .formula(let formula): formula.plainText.utf8.count * 20 * Self.bytePrice
    case .check, .diagnostic: 0
    }
  }
}

extension Figure {
  /// The fuel of laying out its words and axes.
  private static let price = 2_000_000
  /// The fuel of a point, a cell or a connection: it is laid out, clipped and stroked in both themes.
  private static let partPrice = 5_000
  /// The fuel of a pixel: it is painted and encoded in both themes.
  private static let pixelPrice = 50

  /// The fuel of drawing it.
  fileprivate var cost: Int {
    // A wide figure is drawn for a phone, too, and a film frame by frame.
    let figures = frames.isEmpty ? [self, forPhone].compactMap { $0 } : [self] + frames
    return figures.reduce(Self.price) { price, figure in
      price.saturatingSum(figure.partCount.saturatingProduct(Self.partPrice))
        .saturatingSum(figure.pixelCount * Self.pixelPrice)
    }
  }
}

extension TableOutput {
  /// About how many bytes its cells take on the page.
  fileprivate var bytes: Int { ([header] + rows).joined().reduce(0) { $0 + $1.utf8.count + 20 } }
}
