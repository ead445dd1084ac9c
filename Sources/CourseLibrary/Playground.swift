import Diagnostics
import Language
import NeuralNetworks
import Tables
import Tensors
import Wording

extension Builtin {
  static let playground = Builtin(
    "playground", .data, [Parameter("link", .text)],
    summary: "what a link of TensorFlow Playground sets: fields net data run",
    example: "playground(\"#dataset=xor&networkShape=4,2&learningRate=0.1\")",
    evaluation: .known { (call, evaluator) throws(Stop) in
      guard let text = call.text("link") else { return .unknown }
      let link: PlaygroundLink
      do throws(PlaygroundLinkProblem) { link = try PlaygroundLink(text) } catch {
        throw .error(
          .typeMismatch, error.message, at: call.range(of: error.piece ?? "", in: "link"), hint: error.hint)
      }
      try evaluator.charge(200 * link.count, at: call.range)
      try evaluator.allocate(bytes: 24 * link.count, at: call.range)
      // As there, the points are drawn before the weights.
      let name = call.boundName.map { "\($0).data" } ?? ""
      let data: Table
      let net: Value
      if let seed = link.seed {
        var draws = DrawSequence(playgroundSeed: seed)
        data = link.set.table(name: name, count: link.count, noise: link.noise, &draws)
        net = try evaluator.chain(of: link.stages, at: call.range).withPageWeights(link, &draws)
      } else {
        data = link.set.table(name: name, count: link.count, noise: link.noise, evaluator.nextStream())
        net = try evaluator.chain(of: link.stages, at: call.range)
      }
      return .structure(
        Structure(
          "a link of Playground",
          fields: [("net", net), ("data", .table(data)), ("run", .structure(link.run(evaluator.words)))],
          shown: [.table(link.settings(evaluator.words))]))
    })
}

extension Call {
  /// Where a piece of a text stands in the argument; the argument where it is not found there once.
  fileprivate func range(of piece: String, in name: String) -> SourceRange {
    let whole = range(of: name)
    let text = whole.text
    let matches = piece.isEmpty ? [] : text.ranges(of: piece)
    guard matches.count == 1, let match = matches.first else { return whole }
    let start = whole.lowerBound + text.utf8.distance(from: text.startIndex, to: match.lowerBound)
    return SourceRange(whole.file, start..<start + piece.utf8.count)
  }
}

extension PlaygroundLink {
  /// The stages of the net: inputs, hidden layers, and one output unit, tanh for classes and linear for numbers.
  fileprivate var stages: [Value] {
    let range = 0.5
    func layer(_ units: Int, _ activation: Activation) -> Value {
      .stage(
        .layer(
          .dense(
            units: units, activation: activation,
            weights: startsAtZero ? .zeros : .uniform(-range, range),
            bias: startsAtZero ? .zeros : .constant(0.1))))
    }
    let inner = Activation.named(activation) ?? .tanh
    return [input] + hidden.map { layer($0, inner) } + [layer(1, isRegression ? .identity : .tanh)]
  }

  /// The point itself, or a net that computes what is seen of it.
  private var input: Value {
    guard features != [.x, .y] else { return .stage(.input([2])) }
    var graph = Graph(inputShape: [2])
    let x = graph.appending(.index([.at(1)]), [graph.input])
    let y = graph.appending(.index([.at(2)]), [graph.input])
    let nodes = features.map { feature -> Graph.Node in
      switch feature {
      case .x: x
      case .y: y
      case .xSquared: graph.appending(.multiply, [x, x])
      case .ySquared: graph.appending(.multiply, [y, y])
      case .xTimesY: graph.appending(.multiply, [x, y])
      case .sinX: graph.sine(of: x)
      case .sinY: graph.sine(of: y)
      }
    }
    let output = graph.appending(.stack(nodes.count), nodes)
    let names = features.map(\.text).joined(separator: ", ")
    return .net(Net(graph: graph, output: output, origin: .library("[\(names)]")))
  }

  /// What `train` is told: Playground's loss is half_mse, its steps are those of sgd.
  fileprivate func run(_ words: Words) -> Structure {
    Structure(
      "settings of a training",
      fields: [
        ("lr", .number(learningRate)), ("batch", .number(Double(batch))), ("l1", .number(l1)),
        ("l2", .number(l2)), ("share", .number(share)),
      ],
      shown: [
        .table(TableOutput(header: [words(.setting), words(.valueColumn)], inputCount: 1, rows: runRows))
      ])
  }

  private var runRows: [[String]] {
    [
      ["lr", learningRate.text()], ["batch", String(batch)], ["l1", l1.text()], ["l2", l2.text()],
      ["share", share.text()],
    ]
  }

  /// Everything the link says, in the words of the language.
  fileprivate func settings(_ words: Words) -> TableOutput {
    let layers = hidden.map { "dense(\($0), \(activation))" } + ["dense(1\(isRegression ? "" : ", tanh"))"]
    let rows = [
      ["data", "\(set.rawValue)(n=\(count), noise=\(noise.text()))"],
      ["inputs", features.map(\.text).joined(separator: ", ")],
      ["net", layers.joined(separator: " -> ")],
    ]
    return TableOutput(
      header: [words(.setting), words(.valueColumn)], inputCount: 1, rows: rows + runRows,
      note: words(seed == nil ? .otherDraws : .pagesOwn))
  }
}

extension Value {
  /// The net with the weights that the page draws: unit by unit of a layer, a weight for each unit before it.
  fileprivate func withPageWeights(_ link: PlaygroundLink, _ draws: inout DrawSequence) -> Value {
    guard var net, !link.startsAtZero else { return self }
    for layer in net.layers {
      guard let W = layer.part.parameters["W"] else { continue }
      let shape = net.graph.shape(of: W)
      let (inputs, units) = (shape.sizes[0], shape.sizes[1])
      var weights = [Double](repeating: 0, count: shape.count)
      for unit in 0..<units {
        for input in 0..<inputs { weights[input * units + unit] = draws.uniform(0, 1) - 0.5 }
      }
      net.graph = net.graph.replacing(W, by: Tensor(shape, weights))
    }
    return .net(net)
  }
}

extension Graph {
  /// Adds the sine of a number.
  fileprivate mutating func sine(of node: Node) -> Node {
    appending(MathematicalFunction.sin.operation, [node])
  }
}
