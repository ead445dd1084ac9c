import CourseLibrary
import Diagnostics
import Figures
import Language
import Syntax
import Tables
import Tensors
import Testing

/// `curve` and `film` of a training: a record that has `loss`, `val`, `epochs`, `data`, and answers `at(k)`.
@Suite struct TrainingPictureTests {
  /// A training whose net after epoch k is a line that turns.
  private static func run(epochs: Int, losses: [Double], validation: [Double]) -> Builtin {
    let at = Builtin(
      "at", .training, [Parameter("epoch", .number)], summary: "the net after an epoch", example: "at(1)",
      evaluation: .known { (call, evaluator) throws(Stop) in
        guard let perceptron = evaluator.library.value("halfplane"), let epoch = call.number("epoch") else {
          return .unknown
        }
        return try evaluator.apply(
          perceptron, to: [.tensor(Tensor([1, epoch])), .number(-1)], at: call.range)
      })
    let table = Table(
      name: "", inputs: ["x1", "x2"], outputs: ["y"], X: Tensor([2, 2], [0, 0, 2, 2]),
      Y: Tensor([2, 1], [0, 1]))
    return Builtin(
      "training", .training, [], summary: "a training", example: "training()",
      rule: { (_, _) throws(Stop) in
        .record(
          Record(
            "a training",
            fields: [
              ("loss", .symbol(Symbol(shape: [epochs]))), ("val", .unknown),
              ("epochs", .symbol(Symbol(shape: .scalar))), ("data", .table(table)), ("at", .unknown),
            ], shown: []))
      },
      run: { (_, _) throws(Stop) in
        .record(
          Record(
            "a training",
            fields: [
              ("loss", .tensor(Tensor(losses))), ("val", .tensor(Tensor(validation))),
              ("epochs", .number(Double(epochs))), ("data", .table(table)), ("at", .builtin(at)),
            ], shown: []))
      })
  }

  private func figures(
    _ text: String, epochs: Int = 100, losses: [Double] = [], validation: [Double] = [],
    mode: Evaluator.Mode = .run
  ) -> (figures: [Figure], diagnostics: [Diagnostic]) {
    let course = Library.course
    let training = Self.run(epochs: epochs, losses: losses, validation: validation)
    let library = Library(Array(course.builtins.values) + [training], constants: course.constants)
    let (program, syntax) = parse(SourceText(whole: SourceFile(path: "t.nn", text: text)))
    var evaluator = Evaluator(library: library, mode: mode, scope: Scope())
    var stop: [Diagnostic] = []
    do { try evaluator.evaluate(program) } catch { stop = [error.diagnostic] }
    let figures = evaluator.outputs.compactMap { output in
      if case .figure(let drawn) = output { drawn.figure } else { nil }
    }
    return (figures, syntax + evaluator.diagnostics + stop)
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
    let (figures, diagnostics) = figures("film(training())", epochs: 100_000)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    #expect(
      titles(figures.first) == [
        "epoch 0", "epoch 10", "epoch 100", "epoch 1000", "epoch 10000", "epoch 100000",
      ])
  }

  @Test(arguments: [(0, 1), (1, 2), (3, 4), (5, 6), (6, 6), (10, 6), (2000, 6)])
  func aShortTrainingHasEveryEpoch(
    epochs: Int, frames: Int
  ) {
    let titles = titles(figures("film(training())", epochs: epochs).figures.first)
    #expect(titles.count == frames && Set(titles).count == frames)
    #expect(titles.first == "epoch 0" && titles.last == "epoch \(epochs)")
  }

  @Test func beforeTheRunNothingIsMissed() {
    let text = "run = training()\ncurve(run)\nfilm(run)\nfilm(run, at=[0, 3])\ncurve(run.loss)"
    let diagnostics = figures(text, mode: .check).diagnostics
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
  }

  private static let xor = """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)

    """

  @Test(arguments: ["", ", batch=3", ", batch=2, shuffle=true", ", val=1"])
  func framesSayTheLossOfTheirNet(options: String) {
    let text =
      Self.xor
      + "r = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=3\(options))\nfilm(r, at=[0, 1, 3])\n"
      + "X = XOR.X[1..r.hyper.rows, :]\ny = XOR.y[1..r.hyper.rows]\n"
      + "plot([bce(r.at(k)(X), y) for k in [0, 1, 3]])"
    let (figures, diagnostics) = figures(text)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let losses = curves(figures.last).first?.points.map { $0.y.text(significantDigits: 3) } ?? []
    #expect(Set(losses).count == 3)
    #expect(titles(figures.first) == zip([0, 1, 3], losses).map { "epoch \($0), loss \($1)" })
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
      #expect(maps.map(\.classNames) == [["y = -1", "y = 1"]])
    }
  }

  @Test func anEpochThatWasNotTrainedIsRefused() {
    let (_, diagnostics) = figures("film(training(), at=[0, 11])", epochs: 10)
    #expect(diagnostics.map(\.kind.id) == ["index-range"])
    #expect(diagnostics.first?.hint?.text.contains("to 10") == true)
  }

  @Test func validationIsDashedInTheSameColour() {
    let (figures, diagnostics) = figures(
      "run = training()\ncurve(run)\ncurve(run, run.loss)", losses: [1, 0.5, 0.2], validation: [1, 0.6, 0.4])
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    let alone = curves(figures.first)
    #expect(alone.map(\.name) == ["loss", "validation"])
    #expect(alone.map(\.pattern) == [.solid, .dashed] && Set(alone.map(\.role)).count == 1)
    #expect(curves(figures.last).map(\.name) == ["run", "run, validation", "run.loss"])
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
