import Wording

/// Pictures of one size in rows, each with a caption below, in one scale of colours.
public struct ImageSheet: Sendable, Hashable {
  /// At most this many pictures are kept.
  public static let countLimit = 100
  /// The most rows and columns of a picture.
  public static let sideLimit = 64

  /// The rows of numbers of a picture.
  public let height: Int
  /// The numbers in a row.
  public let width: Int
  /// The pictures, each row by row from above.
  public let images: [[Double]]
  /// What stands below each picture; empty for nothing.
  public let captions: [String]
  /// How many stand side by side where there is room; nil for as many as suit the paper.
  public let columns: Int?
  /// Which colour stands for which number.
  public let scale: ColourScale
  /// How many pictures were left out.
  let omitted: Int

  /// Makes a sheet of the first pictures; those without a caption have none.
  ///
  /// `omitted` counts pictures that are not even given. Without a `scale`, the colours go from the least number to the greatest, around 0 where there are both signs.
  /// - Precondition: the sides are from 1 to 64, and every picture has `height * width` numbers.
  public init(
    _ images: [[Double]], height: Int, width: Int, captions: [String] = [], columns: Int? = nil,
    scale: ColourScale? = nil, omitted: Int = 0
  ) {
    precondition(1...Self.sideLimit ~= height && 1...Self.sideLimit ~= width, "\(height) × \(width) pixels")
    precondition(images.allSatisfy { $0.count == height * width }, "pictures of several sizes")
    self.height = height
    self.width = width
    self.images = Array(images.prefix(Self.countLimit))
    self.omitted = omitted + images.count - self.images.count
    self.captions = self.images.indices.map {
      $0 < captions.count ? PlainText.label(captions[$0], limit: 40) : ""
    }
    self.columns = columns.map { max(1, min(20, $0)) }
    self.scale = scale ?? Self.scale(for: self.images.joined().filter(\.isFinite))
  }

  private static func scale(for numbers: [Double]) -> ColourScale {
    guard let low = numbers.min(), let high = numbers.max() else {
      return ColourScale(.sequential, AxisRange(0, 1))
    }
    if low < 0 { return .weights(numbers) }
    return ColourScale(.sequential, AxisRange(0, high > 0 ? high : 1))
  }

  func extent(_ words: Words) -> String { words(.sizeOfPictures, "\(height)", "\(width)") }

  func facts(_ words: Words) -> [String] {
    let named = captions.filter { !$0.isEmpty }
    let numbers = images.joined().filter(\.isFinite)
    return [words.fill(.pictureCount, isOne: images.count == 1, ["\(images.count)"])]
      + (named.isEmpty ? [] : [words(.captions, named.joined(separator: ", "))])
      + (numbers.min().flatMap { low in
        numbers.max().map { [words(.valuesFromTo, NumberText.three(low), NumberText.three($0))] }
      } ?? [])
      + (omitted > 0 ? [words(.morePictures, "\(omitted)")] : [])
  }

  func dataTables(_ words: Words) -> [DataTable] {
    images.indices.prefix(FigureGrid.panelLimit).map { index in
      let title =
        captions[index].isEmpty
        ? words(.pictureNumber, "\(index + 1)") : words(.pictureNamed, "\(index + 1)", captions[index])
      return DataTable(
        title: title, header: (1...width).map { "\($0)" },
        rows: (0..<height).lazy.map { row in
          images[index][row * width..<(row + 1) * width].map { NumberText.short($0) }
        })
    }
  }
}

extension Figure {
  /// Returns a sheet of pictures.
  public static func images(_ sheet: ImageSheet, title: String = "") -> Figure {
    Figure(title: title, content: .images(sheet), width: sheet.images.count > 4 ? columnWidth : usualWidth)
  }
}
