import Diagnostics
import Tables
import Tensors
import Wording

/// Why a text is no link of TensorFlow Playground.
struct PlaygroundLinkProblem: Error {
  let message: Message
  let hint: Message?
  /// The piece of the link that is meant, where it is not the whole.
  var piece: String?
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
  /// The seed of the page's random numbers, with which its own points and weights are drawn.
  private(set) var seed: String?

  /// The number of points that Playground draws.
  var count: Int { isRegression ? 1200 : 500 }

  private let values: [String: String]

  /// The keys of the page that say what is shown there, or belong to its random numbers.
  private static let otherKeys: Set<String> = [
    "showTestData", "discretize", "cosX", "cosY", "collectStats", "tutorial", "hideText",
  ]
  /// The keys that set something here.
  private static let keys =
    [
      "activation", "regularization", "batchSize", "dataset", "regDataset", "learningRate",
      "regularizationRate", "noise", "networkShape", "percTrainData", "problem", "initZero", "seed",
    ] + Feature.allCases.map(\.rawValue)

  /// Reads a link, what stands behind its `#`, or a link as HTML writes it, with `&amp;` for `&`.
  init(_ link: String) throws(PlaygroundLinkProblem) {
    values = try Self.values(of: Self.settings(of: link.replacing("&amp;", with: "&")))
    try readData()
    try readNet()
    learningRate = try number("learningRate", from: 0) ?? learningRate
    seed = values["seed"].flatMap { $0.isEmpty ? nil : $0 }
    batch = try wholeNumber("batchSize", from: 1, to: 1_000_000) ?? batch
    let rate = try number("regularizationRate") ?? 0
    switch try choice("regularization", ["L1", "L2", "none"]) {
    case "L1": l1 = rate
    case "L2": l2 = rate
    case _: break
    }
  }

  /// What stands behind the `#`; the whole text, where it has none and sets something.
  private static func settings(of link: String) throws(PlaygroundLinkProblem) -> Substring {
    // Beyond any link of the page, and low enough for the layers that one can ask for.
    if link.utf8.count < 2_500 {
      if let hash = link.firstIndex(of: "#") {
        try refuseSettings(before: link[..<hash])
        return link[hash...].dropFirst()
      }
      let isAddress = link.contains("/")
      if isAddress, link.contains("playground.tensorflow.org"), !link.contains("=") { return "" }
      if !isAddress, link.contains("=") { return link[...] }
    }
    throw PlaygroundLinkProblem(
      message: "this is no link of TensorFlow Playground",
      hint: "copy all of it, or what stands behind the #: \"dataset=xor&networkShape=4,2\"")
  }

  /// The page reads nothing that stands before the `#`; who wrote it there means it.
  private static func refuseSettings(before hash: Substring) throws(PlaygroundLinkProblem) {
    for setting in hash.split(whereSeparator: { "?&/".contains($0) }) {
      guard let equals = setting.firstIndex(of: "="), keys.contains(String(setting[..<equals])) else {
        continue
      }
      throw PlaygroundLinkProblem(
        message: "\(setting.prefix(40)) stands before the #, where Playground reads nothing",
        hint: "move it behind the #", piece: String(setting))
    }
  }

  private static func values(of settings: Substring) throws(PlaygroundLinkProblem) -> [String: String] {
    var values: [String: String] = [:]
    for setting in settings.split(separator: "&") {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (key, value) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
      guard keys.contains(key) || otherKeys.contains(key) || key.hasSuffix("_hide") else {
        throw PlaygroundLinkProblem(
          message: key.isEmpty
            ? "a setting of the link has no name" : "Playground has no setting `\(key.prefix(40))`",
          hint: didYouMean(nearMisses(of: key, in: keys)) ?? "remove it from the link",
          piece: String(setting))
      }
      guard parts.count > 1 else {
        throw PlaygroundLinkProblem(
          message: "the link gives no value to \(key)", hint: "write \(key)=…", piece: String(setting))
      }
      if let earlier = values.updateValue(value, forKey: key), earlier != value {
        throw PlaygroundLinkProblem(
          message: "the link sets \(key) twice, to \(earlier.prefix(40)) and to \(value.prefix(40))",
          hint: "keep one of them", piece: String(setting))
      }
    }
    return values
  }

  private mutating func readData() throws(PlaygroundLinkProblem) {
    isRegression = try choice("problem", ["classification", "regression"]) == "regression"
    if isRegression {
      let name = try choice("regDataset", ["reg-plane", "reg-gauss"])
      set = name == "reg-gauss" ? .hills : .plane
    } else if let name = try choice("dataset", ["circle", "xor", "gauss", "spiral"]) {
      set = PlaygroundData(rawValue: name == "xor" ? PlaygroundData.xor.rawValue : name) ?? .circle
    }
    noise = (try number("noise", from: 0, to: 100 * PlaygroundData.maximalNoise) ?? 0) / 100
    share = (try number("percTrainData", from: 1, to: 99) ?? 50) / 100
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
    if let shape = values["networkShape"] { hidden = try units(shape) }
    startsAtZero = try choice("initZero", ["true", "false"]) == "true"
  }

  /// The units of each layer: `4,2`, or nothing for no hidden layer.
  private func units(_ shape: String) throws(PlaygroundLinkProblem) -> [Int] {
    guard !shape.allSatisfy(\.isWhitespace) else { return [] }
    var units: [Int] = []
    for part in shape.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Int(part.filter { !$0.isWhitespace }), 1...1_000 ~= number else {
        throw problem("networkShape", "the units of each hidden layer, from 1 to 1,000: networkShape=4,2")
      }
      units.append(number)
    }
    return units
  }

  /// The value of a key; an empty one is as on the start page.
  private func value(_ key: String) -> String? {
    values[key].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  private func problem(_ key: String, _ hint: Message) -> PlaygroundLinkProblem {
    let value = values[key] ?? ""
    return PlaygroundLinkProblem(
      message: "the link has \(key)=\(value.prefix(40))", hint: hint, piece: "\(key)=\(value)")
  }

  private func choice(_ key: String, _ known: [String]) throws(PlaygroundLinkProblem) -> String? {
    guard let value = value(key) else { return nil }
    guard known.contains(value) else {
      throw problem(
        key,
        didYouMean(nearMisses(of: value, in: known)) ?? "Playground knows \(known.joined(separator: ", "))")
    }
    return value
  }

  private func number(
    _ key: String, from lower: Double = -Double.infinity, to upper: Double = Double.infinity
  ) throws(PlaygroundLinkProblem) -> Double? {
    guard let value = value(key) else { return nil }
    let number = Double(String(value.filter { !$0.isWhitespace }))
    guard let number, number.isFinite, lower <= number, number <= upper else {
      let bounds: Message =
        lower.isFinite
        ? upper.isFinite ? " from \(lower.text()) to \(upper.text())" : " from \(lower.text())" : ""
      throw problem(key, "it is a number\(bounds)")
    }
    return number
  }

  private func wholeNumber(
    _ key: String, from lower: Int, to upper: Int
  ) throws(PlaygroundLinkProblem) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = Int(value), lower...upper ~= number else {
      throw problem(key, "it is a whole number from \(lower) to \(upper)")
    }
    return number
  }
}
