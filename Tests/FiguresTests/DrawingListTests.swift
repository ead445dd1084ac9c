import TestSupport
import Testing

@testable import Figures

@Test(arguments: SampleFigures.all.map(\.name))
func marksBecomeTheRecordedDrawing(name: String) throws {
  let sample = try #require(SampleFigures.all.first { $0.name == name })
  let list = sample.figure.drawingList()
  let golden = "figures/\(name).txt"
  let recorded = try? Repository.text("Tests/Golden/\(golden)")
  try DrawingDifferences.show(name, recorded: recorded.map(DrawingReview.joined), actual: list)
  try expectGolden(DrawingReview.broken(list.text), golden)
}

@Test(arguments: SampleFigures.all.map(\.name))
func drawingsAreReadFromTheirText(name: String) throws {
  let list = try #require(SampleFigures.all.first { $0.name == name }).figure.drawingList()
  #expect(try DrawingReader.drawing(DrawingReview.joined(DrawingReview.broken(list.text))) == list)
}

@Test func everyGoldenDrawingIsUsed() throws {
  try expectGoldenFiles(SampleFigures.all.map { "\($0.name).txt" }, in: "figures")
}

@Test func digestIsThePublishedHashOfTheText() {
  // FNV-1a with 64 bits of "drawing 1 1\n", computed by an independent program.
  #expect(DrawingList(width: 1, height: 1).digest == "1e94a21ed58fe6d5")
}

@Test func digestTellsDrawingsApart() {
  let digests = SampleFigures.all.map { $0.figure.drawingList().digest }
  #expect(Set(digests).count == digests.count)
  #expect(digests.allSatisfy { $0.count == 16 })
  #expect(SampleFigures.and.drawingList().digest == SampleFigures.and.drawingList().digest)
}

@Test(
  arguments: SampleFigures.all.map(\.name),
  [(320, 280), (480, 420), (900, 700), (240, 200), (632, nil), (340, nil)])
func wordsLieInsideAndApart(name: String, size: (Int, Int?)) throws {
  var figure = try #require(SampleFigures.all.first { $0.name == name }).figure
  (figure.width, figure.height) = size
  expectWordsApart(in: figure.drawingList())
}

@Test(arguments: [AxisRange(0, 1), AxisRange(0, 4), AxisRange(-1000, 1000)])
func wordsLieApartInFlatAndHighPlanes(other: AxisRange) {
  let range = AxisRange(0, 2.9 * other.width)
  let title = "A title that is too long for one line of the picture and so needs another one"
  let label = "a label that is as long as the picture is wide, or longer still"
  for (x, y) in [(range, other), (other, range)] {
    let figure = Figure.lines([], x: Axis(label, x), y: Axis(label, y), title: title)
    expectWordsApart(in: figure.drawingList())
  }
}

/// Expects every line of text to lie on the paper, and none on another.
func expectWordsApart(in list: DrawingList) {
  let boxes = list.textBoxes
  let paper = DrawingRect(x: 0, y: 0, width: list.width * 64, height: list.height * 64)
  for (index, box) in boxes.enumerated() {
    #expect(paper.contains(box.rect), "\(box.words) leaves the picture")
    for other in boxes[(index + 1)...] {
      #expect(!box.rect.meets(other.rect), "\(box.words) covers \(other.words)")
    }
  }
}

@Test func lineLabelsKeepClearOfPointsAndLines() {
  let list = SampleFigures.xor.drawingList()
  let labels = list.textBoxes.filter { $0.words.hasPrefix("h") }
  #expect(labels.count == 2)
  for element in list.elements {
    switch element {
    case .marker(let marker):
      let around = DrawingRect(around: marker.center, radius: marker.radius)
      #expect(!labels.contains { $0.rect.meets(around) })
    case .stroke(let lines, .boundary, _):
      for line in lines {
        for (a, b) in zip(line.points, line.points.dropFirst()) {
          #expect(!labels.contains { $0.rect.meets(segment: a, b) })
        }
      }
    case .fill, .stroke, .text: break
    }
  }
}

@Test func equalPointsOfTwoClassesAreBothSeen() throws {
  let figure = Figure.scatter(
    SampleFigures.points([(0, 0)], [(0, 0)]), x: Axis("", .boolean), y: Axis("", .boolean))
  let markers = figure.drawingList().elements.compactMap { element in
    if case .marker(let marker) = element { marker } else { nil }
  }
  // The legend's samples come first.
  let points = markers.suffix(2)
  #expect(markers.count == 4)
  let first = try #require(points.first), second = try #require(points.last)
  #expect(first.classIndex == 0 && second.classIndex == 1)
  #expect(second.center.x - first.center.x >= 2 * first.radius)
  #expect(first.center.y == second.center.y)
}

@Test func arrowsPointToTheSideThatFires() throws {
  let up = Figure.lines(
    [HalfPlaneLine(w: (0, 2), threshold: 1, label: "")], x: Axis("", .boolean), y: Axis("", .boolean))
  let heads = up.drawingList().elements.compactMap { element in
    if case .fill(let outlines, .function) = element { outlines[0] } else { nil }
  }
  let head = try #require(heads.first)
  #expect(head[0].y < head[1].y)
  #expect(heads.count == 1)
}

extension DrawingList {
  /// The rectangle of each line of text, without the room above capitals and below letters.
  var textBoxes: [(words: String, rect: DrawingRect)] {
    elements.compactMap { element in
      guard case .text(let text, _) = element else { return nil }
      let width = TextWidths.width(of: text.words, size: text.size)
      let height = text.size * 7 / 10
      switch text.direction {
      case .across:
        return (
          text.words, DrawingRect(x: text.start.x, y: text.start.y - height, width: width, height: height)
        )
      case .upward:
        return (
          text.words,
          DrawingRect(x: text.start.x - height, y: text.start.y - width, width: height, height: width)
        )
      }
    }
  }
}
