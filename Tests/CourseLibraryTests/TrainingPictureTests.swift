import CourseLibrary
import Diagnostics
import Figures
import Language
import Syntax
import Tensors
import Testing

/// `curve` and `film` of a training.
@Suite struct TrainingPictureTests {
  /// A training of so many epochs, with a row to be judged by.
  private static let preamble = """
    D = data([0, 0; 2, 2; 1, 2], [0, 1, 1])
    training(n) = train(input(2) -> dense(1, sigmoid), D, loss=bce, opt=sgd(0.1), epochs=n, val=1)

    """

  private func figures(
    _ text: String, mode: Evaluator.Mode = .run
  ) -> (figures: [Figure], diagnostics: [Diagnostic]) {
    let (program, syntax) = parse(SourceText(whole: SourceFile(path: "t.nn", text: Self.preamble + text)))
    var evaluator = Evaluator(library: .course, mode: mode, scope: Scope())
    var stop: [Diagnostic] = []
    do { try evaluator.evaluate(program) } catch { stop = [error.diagnostic] }
    let figures = evaluator.outputs.compactMap { output in
      if case .figure(let drawn) = output { drawn.figure } else { nil }
    }
    return (figures, syntax + evaluator.diagnostics + stop)
  }

  /// The epochs that the titles of a film's frames name.
  private func epochs(_ figure: Figure?) -> [Substring] {
    titles(figure).map { $0.split(separator: ",")[0] }
  }

  private func titles(_ figure: Figure?) -> [String] {
    if case .grid(let grid)? = figure?.content { grid.panels.map(\.title) } else { [] }
  }

  private func plane(_ figure: Figure?) -> Plane? {
    if case .plane(let plane)? = figure?.content { plane } else { nil }
  }

  private func curves(_ figure: Figure?) -> [Curve] {
    plane(figure)?.marks.compactMap { if case .curve(let curve) = $0 { curve } else { nil } } ?? []
  }

  @Test func aFilmChoosesSixEpochs() {
    let (figures, diagnostics) = figures("film(training(100000))")
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    #expect(
      epochs(figures.first) == [
        "epoch 0", "epoch 10", "epoch 100", "epoch 1000", "epoch 10000", "epoch 100000",
      ])
  }

  @Test(arguments: [(0, 1), (1, 2), (3, 4), (5, 6), (6, 6), (10, 6), (2000, 6)])
  func aShortTrainingHasEveryEpoch(
    epochs: Int, frames: Int
  ) {
    let shown = self.epochs(figures("film(training(\(epochs)))").figures.first)
    #expect(shown.count == frames && Set(shown).count == frames)
    #expect(shown.first == "epoch 0" && shown.last == "epoch \(epochs)")
  }

  @Test func beforeTheRunNothingIsMissed() {
    let text = "run = training(10)\ncurve(run)\nfilm(run)\nfilm(run, at=[0, 3])\ncurve(run.loss)"
    let diagnostics = figures(text, mode: .check).diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
  }

  private static let xor = """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)

    """

  /// A frame and the run tell one loss of an epoch, and the net as given is of none.
  @Test(arguments: ["", ", batch=3", ", batch=2, shuffle=true", ", val=1"])
  func framesSayTheLossOfTheirEpoch(options: String) {
    let text =
      Self.xor
      + "r = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=3\(options))\nfilm(r, at=[0, 1, 3])\nplot(r.loss)"
    let (figures, diagnostics) = figures(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let losses = curves(figures.last).first?.points.map { $0.y.text(significantDigits: 3) } ?? []
    #expect(losses.count == 3 && Set(losses).count == 3)
    let told = [1, 3].filter { losses.indices.contains($0 - 1) }.map { "epoch \($0), loss \(losses[$0 - 1])" }
    #expect(titles(figures.first) == ["epoch 0"] + told)
  }

  @Test func framesAndLegendsUseTheLearnedLabels() {
    let text = """
      D = data([-2, 0; -1, 0; 1, 0; 2, 0], [-1, -1, 1, 1])
      r = train(input(2) -> dense(1, tanh), D, loss=mse, opt=sgd(0.1), epochs=2)
      regions(r.net, x=-1..1, y=-1..1)
      regions(r.at(0), x=-1..1, y=-1..1)
      """
    let (figures, diagnostics) = figures(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    for figure in figures {
      let marks = plane(figure)?.marks ?? []
      let maps = marks.compactMap { mark -> RegionMap? in
        if case .regions(let map) = mark { map } else { nil }
      }
      #expect(maps.map(\.classNames) == [["y = −1", "y = 1"]])
    }
  }

  @Test func anEpochThatWasNotTrainedIsRefused() {
    let (_, diagnostics) = figures("film(training(10), at=[0, 11])")
    #expect(diagnostics.map(\.kind.id) == ["index-range"])
    #expect(diagnostics.first?.hint?.text.english.contains("to 10") == true)
  }

  @Test func validationIsDashedInTheSameColour() {
    let (figures, diagnostics) = figures("run = training(3)\ncurve(run)\ncurve(run, run.loss)")
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let alone = curves(figures.first)
    #expect(alone.map(\.name) == ["loss", "validation"])
    #expect(alone.map(\.pattern) == [.solid, .dashed] && Set(alone.map(\.role)).count == 1)
    #expect(curves(figures.last).map(\.name) == ["run", "run, validation", "loss"])
    #expect(alone.first?.points.map(\.x) == [1, 2, 3])
  }

  @Test(arguments: [
    ("curve([1, 0.02])", Axis.Scale.linear), ("curve([1, 0.005])", .logarithmic),
    ("curve([1, 0.005], log=\"none\")", .linear), ("curve([1, 0.9], log=\"y\")", .logarithmic),
  ])
  func manyDecadesAreLogarithmic(text: String, scale: Axis.Scale) {
    #expect(plane(figures(text).figures.first)?.y.scale == scale)
  }
}
