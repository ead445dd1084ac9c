import Tables
import Tensors

/// Why a text is no link of TensorFlow Playground.
struct PlaygroundLinkProblem: Error {
  let message: String
  let hint: String?
}

/// The settings that a link of TensorFlow Playground carries behind its `#`, such as `dataset=xor&networkShape=4,2`.
///
/// What a link leaves out is as on the start page. Source: `state.ts` and `playground.ts` of tensorflow/playground.
struct PlaygroundLink {
  /// What a net may see of a point.
  enum Feature: String, CaseIterable {
    case x, y, xSquared, ySquared, xTimesY, sinX, sinY

    /// How the language writes it.
    var text: String {
      switch self {
      case .x: "x1"
      case .y: "x2"
      case .xSquared: "x1^2"
      case .ySquared: "x2^2"
      case .xTimesY: "x1*x2"
      case .sinX: "sin(x1)"
      case .sinY: "sin(x2)"
      }
    }
  }

  private(set) var set = PlaygroundData.circle
  private(set) var isRegression = false
  /// The slider divided by 100.
  private(set) var noise = 0.0
  /// The part of the rows to train with.
  private(set) var share = 0.5
  /// What the net sees, in Playground's order.
  private(set) var features = [Feature.x, .y]
  /// The units of each hidden layer.
  private(set) var hidden = [4, 2]
  /// The activation of the hidden layers, by its name in the language.
  private(set) var activation = "tanh"
  private(set) var startsAtZero = false
  private(set) var learningRate = 0.03
  private(set) var batch = 10
  private(set) var l1 = 0.0
  private(set) var l2 = 0.0

  /// The number of points that Playground draws.
  var count: Int { isRegression ? 1200 : 500 }

  private let values: [String: String]

  init(_ link: String) throws(PlaygroundLinkProblem) {
    let settings = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
    let pairs = settings.split(separator: "&").map {
      $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    }
    values = Dictionary(pairs.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }) { $1 }
    guard link.contains("#"), link.utf8.count < 10_000 else {
      throw PlaygroundLinkProblem(
        message: "this is no link of TensorFlow Playground",
        hint: "copy all of it, or what stands behind the #: \"#dataset=xor&networkShape=4,2\"")
    }
    try readData()
    try readNet()
    learningRate = try number("learningRate", 0...100) ?? learningRate
    batch = Int(try number("batchSize", 1...1_000) ?? Double(batch))
    let rate = try number("regularizationRate", 0...100) ?? 0
    switch try choice("regularization", ["L1", "L2", "none", ""]) {
    case "L1": l1 = rate
    case "L2": l2 = rate
    case _: break
    }
  }

  private mutating func readData() throws(PlaygroundLinkProblem) {
    isRegression = try choice("problem", ["classification", "regression"]) == "regression"
    if isRegression {
      let name = try choice("regDataset", ["reg-plane", "reg-gauss"])
      set = name == "reg-gauss" ? .hills : .plane
    } else if let name = try choice("dataset", ["circle", "xor", "gauss", "spiral"]) {
      set = PlaygroundData(rawValue: name == "xor" ? PlaygroundData.xor.rawValue : name) ?? .circle
    }
    noise = (try number("noise", 0...50) ?? 0) / 100
    share = (try number("percTrainData", 1...99) ?? 50) / 100
  }

  private mutating func readNet() throws(PlaygroundLinkProblem) {
    var features: [Feature] = []
    for feature in Feature.allCases {
      let isOn = try choice(feature.rawValue, ["true", "false"]).map { $0 == "true" }
      if isOn ?? self.features.contains(feature) { features.append(feature) }
    }
    guard !features.isEmpty else {
      throw PlaygroundLinkProblem(message: "the net of this link sees no input", hint: "turn on x or y")
    }
    self.features = features
    if let name = try choice("activation", ["tanh", "relu", "sigmoid", "linear"]) {
      activation = name == "linear" ? "identity" : name
    }
    if let shape = values["networkShape"] {
      let sizes = shape.split(separator: ",").map { Int($0) ?? 0 }
      guard sizes.count <= 6, sizes.allSatisfy({ 1...8 ~= $0 }) else {
        throw PlaygroundLinkProblem(
          message: "the link has networkShape=\(shape)", hint: "Playground has up to 6 layers of 1 to 8 units"
        )
      }
      hidden = sizes
    }
    startsAtZero = try choice("initZero", ["true", "false"]) == "true"
  }

  private func choice(_ key: String, _ known: [String]) throws(PlaygroundLinkProblem) -> String? {
    guard let value = values[key] else { return nil }
    guard known.contains(value) else {
      throw PlaygroundLinkProblem(
        message: "the link has \(key)=\(value)",
        hint: "Playground knows \(known.filter { !$0.isEmpty }.joined(separator: ", "))")
    }
    return value
  }

  private func number(_ key: String, _ range: ClosedRange<Double>) throws(PlaygroundLinkProblem) -> Double? {
    guard let value = values[key] else { return nil }
    guard let number = Double(value), range.contains(number) else {
      throw PlaygroundLinkProblem(
        message: "the link has \(key)=\(value)",
        hint: "a number from \(range.lowerBound.text()) to \(range.upperBound.text())")
    }
    return number
  }
}
