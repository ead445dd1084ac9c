import Testing

@testable import Figures

@Test func atMost64PanelsAreDrawn() {
  let figure = Figure.grid([Figure](repeating: SampleFigures.bars, count: 70), columns: 3)
  guard case .grid(let grid) = figure.content else {
    Issue.record("not a grid")
    return
  }
  #expect(grid.panels.count == 64)
  #expect(figure.altText().count <= 700)
  #expect(figure.dataTables().count <= 64)
}

@Test func aSharedLegendStandsOnce() {
  let words = SampleFigures.activations.drawingList().textBoxes.map(\.words)
  #expect(words.count { $0 == "function" } == 1 && words.count { $0 == "derivative" } == 1)
}

@Test func tablesAreNamedAfterTheirPanels() {
  let titles = SampleFigures.grid.dataTables().map(\.title)
  #expect(titles.contains("Scores: score"))
  #expect(titles.contains("Panel 2: Weights: Bins"))
  #expect(titles.contains("XOR with two hidden units: Weights"))
}

@Test func activationsKeepTheirRoles() {
  let strokes = SampleFigures.activations.drawingList().elements.compactMap { element in
    // The rings of open ends are closed.
    if case .stroke(let lines, let role, let stroke) = element, lines.contains(where: { !$0.isClosed }) {
      (role, stroke.dashes.isEmpty)
    } else {
      nil
    }
  }
  #expect(strokes.contains { $0 == .function && $1 } && strokes.contains { $0 == .derivative && !$1 })
  #expect(!strokes.contains { $0 == .derivative && $1 })
}

@Test func bigLayersShowTheirFirstUnitsAndTheLast() {
  let layer = DiagramLayer(units: (1...784).map { "x\($0)" })
  #expect(layer.shownUnits(slots: 12) == Array(0..<10) + [nil, 783])
  #expect(DiagramLayer(units: ["a", "b"]).shownUnits(slots: 12) == [0, 1])
}

@Test func negativeWeightsAreDashed() {
  for case .stroke(_, let role, let stroke) in SampleFigures.diagram.drawingList().elements {
    if role.name.hasSuffix("negative") { #expect(!stroke.dashes.isEmpty) }
    if role.name.hasSuffix("positive") { #expect(stroke.dashes.isEmpty) }
  }
  let words = SampleFigures.diagram.drawingList().textBoxes.map(\.words)
  #expect(words.count { $0 == "1" } == 4 && words.count { $0 == "−1" } == 2)
  #expect(words.contains("T = −1.5"))
}

@Test func networksSayTheirWeights() {
  #expect(
    SampleFigures.diagram.altText().hasPrefix(
      "XOR with two hidden units: network of 3 layers with 2, 2, 1 units: x₁ to h₁: 1; x₁ to h₂: −1;"))
}
