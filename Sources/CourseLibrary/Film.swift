import Diagnostics
import Figures
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

/// What `film` draws: the nets of a training after some epochs, or those that a function gives for a number, in one
/// plane.
struct Film {
  /// Where the nets come from.
  private enum History {
    case function(Value)
    case training(TrainedRun)
  }

  private let call: Call
  private let history: History
  private let data: Table?

  /// The most frames.
  private static let frameLimit = 64

  /// Takes the arguments of the call; nil where they are not known before the run.
  init?(_ call: Call) throws(Stop) {
    guard let run = call.arguments["run"]?.value, !call.hasUnknown else { return nil }
    self.call = call
    switch run {
    case .callable(.function), .callable(.builtin): (history, data) = (.function(run), call.table("data"))
    case .training(let training):
      (history, data) = (.training(training), call.table("data") ?? training.plan.data)
    case .unknown, .tensor(.symbol): return nil
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure:
      throw call.error(
        .typeMismatch, "`film` shows a training, this is \(run.kindText)", at: "run",
        hint: "give the result of train, or a function that gives a net for a number")
    }
    if let data, data.inputs.count != 2 {
      throw call.error(
        .inputCount, "the plane has two axes, the data has \(counted(data.inputs.count, "input"))",
        at: call.has("data") ? "data" : "run", hint: "draw the loss instead: curve(run)")
    }
  }

  /// The training, if it ran.
  private var run: TrainedRun? {
    if case .training(let run) = history, run.result != nil { run } else { nil }
  }

  /// The epochs that the training went through.
  private var lastEpoch: Int? { run?.result?.epochs }

  /// Whether nothing is known of the nets before the run.
  private var isUnknown: Bool { if case .training = history { run == nil } else { false } }

  // MARK: Epochs

  /// The epochs to show: those asked for, or six from 0 to the last, each as many times later as the one before.
  func epochs(_ evaluator: Evaluator) throws(Stop) -> [Int]? {
    if call.has("at") { return try askedEpochs(evaluator) }
    guard let lastEpoch else {
      // When a training stops is known after it ran.
      if isUnknown { return nil }
      throw call.error(.missingArgument, "`film` needs the numbers to show", hint: "add at=[0, 10, 100]")
    }
    guard lastEpoch > 5 else { return Array(0...max(0, lastEpoch)) }
    var epochs = [0]
    for step in 1...5 {
      let epoch = Mathematics.pow(Double(lastEpoch), Double(step) / 5).rounded()
      epochs.append(max((epochs.last ?? 0) + 1, min(lastEpoch, Int(epoch))))
    }
    return epochs
  }

  private func askedEpochs(_ evaluator: Evaluator) throws(Stop) -> [Int]? {
    guard let asked = try call.abscissae("at", evaluator) else { return nil }
    guard 1...Self.frameLimit ~= asked.count else {
      throw call.error(
        .typeMismatch, "a film has 1 to \(Self.frameLimit) frames, here are \(asked.count)", at: "at")
    }
    var epochs: [Int] = []
    for number in asked {
      let upper = lastEpoch ?? 1_000_000_000
      guard let epoch = Int(exactly: number), 0...upper ~= epoch else {
        throw call.error(
          .indexRange, "there is no net after epoch \(number.text())", at: "at",
          hint: lastEpoch.map { "epochs count from 0, the net as given, to \($0)" }
            ?? "epochs are whole numbers from 0")
      }
      epochs.append(epoch)
    }
    return epochs
  }

  // MARK: Frames

  /// The net after an epoch; nil where it is not known before the run.
  func net(after epoch: Int, _ evaluator: inout Evaluator) throws(Stop) -> Net? {
    if isUnknown { return nil }
    let value: Value
    switch history {
    case .function(let function):
      value = try evaluator.apply(function, to: [.number(Double(epoch))], at: call.range(of: "run"))
    case .training(let run): value = .net(try run.net(after: epoch, of: call, &evaluator))
    }
    if value.isUnknown { return nil }
    guard let net = value.net, net.inputCount == 2 else {
      throw call.error(
        .inputCount, "`film` draws nets of two inputs, this gives \(value.kindText)", at: "run",
        hint: "draw the loss instead: curve(run)")
    }
    return net
  }

  /// One panel for each epoch, all over the same part of the plane; nil where a net is not known.
  func figure(of epochs: [Int], _ evaluator: inout Evaluator) throws(Stop) -> Figure? {
    var pictures: [PlanePicture] = []
    for epoch in epochs {
      guard let net = try net(after: epoch, &evaluator) else { return nil }
      pictures.append(PlanePicture(call, net: net, data: data))
    }
    guard let plane = pictures.last?.axes else { return nil }
    var frames: [Figure] = []
    for (epoch, picture) in zip(epochs, pictures) {
      frames.append(try picture.regions(&evaluator, on: plane, title: words(epoch, evaluator.words)))
    }
    let columns = try call.count("columns", from: 1, to: 8) ?? (frames.count <= 4 ? frames.count : 3)
    return Figure.grid(frames, columns: columns, title: call.text("title") ?? "")
      .filmed(FilmTrack(epochs: epochs, losses: run?.result?.losses ?? []))
  }

  /// The epoch, and of a training its loss as the run has noted it: none before the first epoch.
  private func words(_ epoch: Int, _ words: Words) -> String {
    guard let losses = run?.result?.losses, losses.indices.contains(epoch - 1) else {
      return words(.epochNumber, "\(epoch)")
    }
    return words(.epochAndLoss, "\(epoch)", MathText.number(losses[epoch - 1]))
  }
}
