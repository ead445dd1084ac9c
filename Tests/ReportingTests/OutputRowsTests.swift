import Figures
import Testing

@testable import Reporting

/// Which figures of a cell stand beside each other.
struct OutputRowsTests {
  private func figure(_ width: Int, isFilm: Bool = false) -> PageOutput {
    var picture = FigurePicture(
      number: 1, light: [1], dark: [2], width: width, height: 200, altText: "", tables: [])
    if isFilm { picture.film = .init(title: "", frames: [], track: FilmTrack(epochs: [], losses: [])) }
    return PageOutput(kind: .figure(picture), expression: nil, caption: nil)
  }

  private let text = PageOutput(kind: .text("a"), expression: nil, caption: nil)

  private func sizes(_ outputs: [PageOutput], onSlide: Bool) -> [Int] {
    OutputRows(outputs, onSlide: onSlide).rows.map(\.count)
  }

  @Test(arguments: [
    ([300, 300], [2], [2]), ([300, 301, 300], [1, 1, 1], [3]), ([301, 608], [1, 1], [2]),
    ([608, 609, 300, 300], [1, 1, 2], [1, 1, 2]), ([Int](), [], []),
  ])
  func figuresThatFitAreOneRow(widths: [Int], onPage: [Int], onSlide: [Int]) {
    let outputs = widths.map { figure($0) }
    #expect(sizes(outputs, onSlide: false) == onPage && sizes(outputs, onSlide: true) == onSlide)
  }

  @Test func filmsAndWordsPartRows() {
    #expect(sizes([figure(300), text, figure(300)], onSlide: true) == [1, 1, 1])
    #expect(sizes([text, text], onSlide: true) == [1, 1])
    #expect(sizes([figure(300), figure(300, isFilm: true), figure(300)], onSlide: true) == [1, 1, 1])
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3), (8, 4), (9, 5), (27, 5)])
  func columnsOfASlide(count: Int, expected: Int) {
    #expect(OutputRows.columns(count) == expected)
  }
}
