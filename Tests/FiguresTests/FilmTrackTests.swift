import Testing

@testable import Figures

struct FilmTrackTests {
  @Test func theCurveFallsFromTheTopLeft() throws {
    let track = FilmTrack(epochs: [0, 10, 1000], losses: (1...1000).map { 1 / Double($0) })
    let curve = track.curve
    #expect(curve.count > 50 && curve.count <= 201)
    let (first, last) = (try #require(curve.first), try #require(curve.last))
    #expect(first.x == 0 && first.y == 0 && last.x == 1 && last.y == 1)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.x < $1.x && $0.y < $1.y })
    // Both axes are logarithmic, so 1/n is a straight line.
    let middle = try #require(track.place(ofFrame: 1))
    #expect(abs(middle.x - 1 / 3.0) < 1e-9 && abs(middle.y - 1 / 3.0) < 1e-9)
    #expect(track.place(ofFrame: 0).map { $0.x } == 0 && track.place(ofFrame: 3) == nil)
  }

  /// Their range is found once: with a look at all of them for each, this would take an hour.
  @Test func aMillionLossesHaveACurve() {
    let track = FilmTrack(epochs: [0, 1_000_000], losses: (1...1_000_000).map { 1 / Double($0) })
    #expect(track.curve.count > 100 && track.curve.allSatisfy { 0...1 ~= $0.x && 0...1 ~= $0.y })
  }

  @Test(arguments: [[], [1], [.nan, .infinity], [2, 2, 2]] as [[Double]])
  func oddLossesTrapNowhere(losses: [Double]) {
    let track = FilmTrack(epochs: [0, 1, 7], losses: losses)
    #expect(track.curve.isEmpty || losses.count == 3)
    #expect(track.curve.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    _ = track.epochs.indices.map { track.place(ofFrame: $0) }
  }

  @Test func onlyAGridIsAFilm() {
    let plane = Figure.scatter([], x: Axis("x", .boolean), y: Axis("y", .boolean))
    let track = FilmTrack(epochs: [0, 1], losses: [])
    #expect(plane.filmed(track) == plane)
    guard case .grid(let grid) = Figure.grid([plane, plane]).filmed(track).content else {
      Issue.record("no grid")
      return
    }
    #expect(grid.film == track)
  }
}
