/// A laid-out picture: fills, strokes and words at positions in 1/64 px.
///
/// It is what is hashed, recorded and compared, and it is the same on every machine. ``text`` is its canonical
/// form; a renderer turns roles into colours and needs no layout of its own.
public struct DrawingList: Sendable, Hashable {
  /// The width in CSS pixels.
  public let width: Int
  /// The height in CSS pixels.
  public let height: Int
  /// What is drawn, the undermost first.
  public private(set) var elements: [DrawingElement] = []

  /// Makes an empty drawing on paper.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Draws `element` over all that is there.
  public mutating func append(_ element: DrawingElement) {
    elements.append(element)
  }
}

/// One step of a drawing.
public enum DrawingElement: Sendable, Hashable {
  /// Fills the inside of closed outlines, by the non-zero rule: outlines that overlap leave no hole, one that runs the
  /// other way makes one.
  case fill([[DrawingPoint]], ColourRole)
  /// Draws along lines.
  case stroke([DrawingLine], ColourRole, DrawingStroke)
  /// Draws a data point.
  case marker(DrawingMarker)
  /// Writes a line of text.
  case text(DrawingText, ColourRole)
}

/// The sign of a data point: a rim that carries the contrast, and the colour of the class on it.
public struct DrawingMarker: Sendable, Hashable {
  /// The form.
  public var shape: MarkerShape
  /// The class, which decides the colours.
  public var classIndex: Int
  /// The middle.
  public var center: DrawingPoint
  /// The radius of a disc of about the same area, in 1/64 px.
  public var radius: Int

  /// The width of the rim in 1/64 px.
  public var rim: Int { radius / 8 + (radius < 3 * Measure.pixel ? 12 : 40) }

  /// Makes a marker.
  public init(_ shape: MarkerShape, classIndex: Int, center: DrawingPoint, radius: Int) {
    self.shape = shape
    self.classIndex = classIndex
    self.center = center
    self.radius = radius
  }
}

/// A line through positions, open or closed.
public struct DrawingLine: Sendable, Hashable {
  /// The positions, in order.
  public var points: [DrawingPoint]
  /// Whether the last position is joined to the first.
  public var isClosed: Bool

  /// Makes a line.
  public init(_ points: [DrawingPoint], isClosed: Bool = false) {
    self.points = points
    self.isClosed = isClosed
  }
}

/// How a line is drawn.
public struct DrawingStroke: Sendable, Hashable {
  /// The width in 1/64 px.
  public var width: Int
  /// The lengths of strokes and gaps in 1/64 px; empty for a full line.
  public var dashes: [Int]

  /// Makes a stroke.
  public init(width: Int, dashes: [Int] = []) {
    self.width = width
    self.dashes = dashes
  }
}

/// A line of text at a position.
public struct DrawingText: Sendable, Hashable {
  /// Which way the words run.
  public enum Direction: String, Sendable, Hashable {
    case across, upward
  }

  /// The words, without control characters.
  public var words: String
  /// Where the words begin, on their base line.
  public var start: DrawingPoint
  /// The type size in 1/64 px.
  public var size: Int
  /// Which way they run.
  public var direction: Direction

  /// Makes a line of text.
  public init(_ words: String, start: DrawingPoint, size: Int, direction: Direction = .across) {
    self.words = words
    self.start = start
    self.size = size
    self.direction = direction
  }
}
