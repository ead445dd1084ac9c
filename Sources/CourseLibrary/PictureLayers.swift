import Diagnostics
import Language
import NeuralNetworks
import Tensors

// Stages for pictures and words, and dropout.
extension Builtin {
  static let conv = Builtin(
    "conv", .nets,
    [
      Parameter("filters", .number), Parameter("size", .number),
      Parameter("activation", .activation, .defaulted(.activation(.identity))),
      Parameter("stride", .number, .defaulted(.number(1))),
      Parameter("pad", .number, .defaulted(.number(0))),
      Parameter("init", .initializer, .defaulted(.initializer(.xavier))),
    ],
    summary: "a layer of filters that slide over a picture, W is [size, size, channels, filters]",
    formula: #"a_{ijf} = f\Big(\sum_{uvc} x_{i+u,\,j+v,\,c}\, W_{uvcf} + b_f\Big)"#,
    example: "m = input(6, 6, 1) -> conv(2, 3, relu) -> pool(2) -> flatten() -> dense(1)\nparams(m)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let filters = try call.count("filters", from: 1, to: 100_000),
        let size = try call.count("size", from: 1, to: 10_000),
        let stride = try call.count("stride", from: 1, to: 10_000),
        let pad = try call.count("pad", from: 0, to: 10_000),
        let activation = call.activation("activation"), let weights = call.initializer("init")
      else { return .unknown }
      return .stage(
        .layer(
          .convolution(
            filters: filters, size: size, activation: activation, stride: stride, pad: pad, weights: weights))
      )
    })

  static let pool = Builtin(
    "pool", .nets,
    [
      Parameter("size", .number), Parameter("stride", .number, .optional),
      Parameter(
        "kind", .choice(Graph.PoolingKind.allCases.map(\.rawValue)),
        .defaulted(.text(Graph.PoolingKind.max.rawValue))),
    ],
    summary:
      "the largest or mean number of each window of a picture; the windows side by side unless stride= says",
    example: "m = input(4, 4, 1) -> pool(2)\nsummary(m)\npool(2, kind=\"mean\")",
    evaluation: .known { (call, _) throws(Stop) in
      guard let size = try call.count("size", from: 1, to: 10_000), !call.hasUnknown,
        let kind = call.text("kind").flatMap(Graph.PoolingKind.init(rawValue:))
      else { return .unknown }
      let stride = try call.count("stride", from: 1, to: 10_000) ?? size
      return .stage(.layer(.pool(size: size, stride: stride, kind: kind)))
    })

  static let flatten = Builtin(
    "flatten", .nets, [], summary: "all numbers of a picture as one vector",
    example: "m = input(2, 2, 1) -> flatten() -> dense(1)\nparams(m)\nflatten()",
    evaluation: .known { (_, _) throws(Stop) in .stage(.layer(.flatten)) })

  static let dropout = Builtin(
    "dropout", .nets, [Parameter("p", .number)],
    summary: "drops a share p of the numbers in each step of a training, and nothing otherwise",
    formula: #"a_i = \frac{m_i}{1 - p}\,x_i, \quad m_i \sim B(1 - p)"#,
    example: "m = input(2) -> dense(8, tanh) -> dropout(0.5) -> dense(1, sigmoid)\nparams(m)\ndropout(0.5)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let share = call.number("p") else { return .unknown }
      guard share >= 0, share < 1 else {
        throw call.error(.typeMismatch, "`p` is a share from 0 to below 1, this is \(share.text())", at: "p")
      }
      return .stage(.layer(.dropout(share: share)))
    })

  static let embed = Builtin(
    "embed", .nets,
    [
      Parameter("count", .number), Parameter("size", .number),
      Parameter("init", .initializer, .defaulted(.initializer(.xavier))),
    ],
    summary: "a row of a table of weights for each index from 0, W is [count, size]",
    example: "m = input(3) -> embed(5, 2) -> flatten() -> dense(1)\nparams(m)\nembed(5, 2)",
    evaluation: .known { (call, _) throws(Stop) in
      guard let count = try call.count("count", from: 1, to: 1_000_000),
        let size = try call.count("size", from: 1, to: 100_000), let weights = call.initializer("init")
      else { return .unknown }
      return .stage(.layer(.embedding(count: count, size: size, weights: weights)))
    })
}
