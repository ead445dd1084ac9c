import Diagnostics
import NeuralNetworks
import Tensors
import Wording

/// A parameter of a library function.
public struct Parameter: Sendable {
  /// Whether it may be left out.
  public enum Presence: Sendable {
    case required
    /// It may be left out; then the function decides.
    case optional
    /// It may be left out and is then this.
    case defaulted(Default)
    /// Any number of arguments without a name, at least one.
    case repeated
    /// Any number of arguments with names that the function's argument gives them.
    case named
  }

  /// What a parameter is that a call leaves out.
  public struct Default: Sendable {
    /// The value.
    public let value: Value
    /// The value as the language writes it.
    public let text: String

    private init(_ value: Value, _ text: String) { (self.value, self.text) = (value, text) }

    /// A number.
    public static func number(_ number: Double) -> Default { Default(.number(number), number.text()) }

    /// `true` or `false`.
    public static func truth(_ isTrue: Bool) -> Default { Default(.truth(isTrue), isTrue ? "true" : "false") }

    /// A text.
    public static func text(_ text: String) -> Default { Default(.text(text), "\"\(text)\"") }

    /// An interval.
    public static func interval(_ low: Double, _ high: Double) -> Default {
      Default(.range(first: low, last: high), "\(low.text())..\(high.text())")
    }

    /// A function of the library, such as an activation.
    public static func function(_ builtin: Builtin) -> Default { Default(.builtin(builtin), builtin.name) }

    /// A way to draw first values that takes no numbers.
    public static func initializer(_ initializer: Initializer) -> Default {
      Default(.initializer(initializer), initializer.name)
    }
  }

  /// What an argument must be.
  public enum Kind: Sendable {
    case number
    /// `true` or `false`, which are 1 and 0.
    case truth
    /// `[n]`
    case vector
    /// A tensor of any shape.
    case tensor
    case text
    /// One of these texts.
    case choice([String])
    case table
    case net
    /// A net, or a function of numbers.
    case predictor
    /// An activation of the library, by name.
    case activation
    /// How first values are drawn, such as `xavier` or `normal(0, 0.1)`.
    case initializer
    /// A function or a net of one number, or a tensor of values.
    case series
    /// `a..b`
    case interval
    /// What the text says; the function looks for itself.
    case any(Message)
  }

  /// The name, for `name=value`.
  public let name: String
  /// What it must be.
  public let kind: Kind
  /// Whether it may be left out.
  public let presence: Presence

  /// Declares a parameter.
  public init(_ name: String, _ kind: Kind, _ presence: Presence = .required) {
    self.name = name
    self.kind = kind
    self.presence = presence
  }

  /// Whether it takes any number of arguments.
  public var isRepeated: Bool { if case .repeated = presence { true } else { false } }

  /// Whether it stands for arguments of any names.
  public var isNamed: Bool { if case .named = presence { true } else { false } }

  /// How the signature shows it.
  public var text: String {
    switch presence {
    case .required: name
    case .optional: "\(name)="
    case .defaulted(let standard): "\(name)=\(standard.text)"
    case .repeated: "\(name), …"
    case .named: "\(name)=, …"
    }
  }
}

extension Parameter.Kind {
  /// What the parameter wants, as an error says it.
  public var text: Message {
    switch self {
    case .number: "a number"
    case .truth: "true or false"
    case .vector: "a vector such as [1, 2]"
    case .tensor: "a number or a tensor"
    case .text: "a text in quotes"
    case .choice(let names): "one of \(names.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .table: "a table"
    case .net: "a net"
    case .predictor: "a net or a function"
    case .activation: "an activation such as sigmoid"
    case .initializer: "an initialiser such as xavier"
    case .series: "a function of one number, or numbers"
    case .interval: "an interval such as -1..2"
    case .any(let text): text
    }
  }

  /// Whether it is a table.
  var isTable: Bool { if case .table = self { true } else { false } }

  /// How to make of a value, written as `text`, what the parameter wants.
  func hint(for value: Value, written text: String) -> Message? {
    switch self {
    case .net, .predictor: value.netHint(text) ?? value.layersHint
    case .table: value.shape == nil ? nil : "make a table of rows and targets: data(X, y)"
    case .activation: activationHint(for: value)
    case .series: seriesHint(for: value, written: text)
    case .interval: intervalHint(for: value)
    case .number: Self.quotedNumber(value).map { "write it without quotes: \($0)" }
    case .truth, .vector, .tensor, .text, .choice, .initializer, .any: nil
    }
  }

  /// `"100"`.
  private static func quotedNumber(_ value: Value) -> String? {
    guard case .text(let text) = value, Double(text) != nil, text.utf8.count <= 20 else { return nil }
    return text
  }

  private func seriesHint(for value: Value, written text: String) -> Message? {
    switch value {
    case .training: "the losses of a training are drawn by curve(\(text))"
    case .range: "the interval has a name: x=\(text)"
    case .text(let name): "write it without quotes: \(name.prefix(40))"
    case .callable, .tensor, .table, .list, .figure, .stage, .initializer, .structure, .unknown:
      nil
    }
  }

  /// `[-5, 5]` is an interval elsewhere.
  private func intervalHint(for value: Value) -> Message? {
    if value.shape?.rank == 0 { return "an interval has two ends, such as -1..2" }
    return Self.interval(of: value).map { "write \($0)" }
  }

  private static func interval(of value: Value) -> String? {
    guard let ends = value.tensor, ends.shape.sizes == [2] else { return nil }
    return "\(ends.elements[0].text())..\(ends.elements[1].text())"
  }

  /// What to write instead of `text`, where that is all.
  func replacement(for value: Value, written text: String) -> String? {
    switch (self, value) {
    case (.activation, .text(let name)): Activation.named(name)?.name
    case (.number, .text): Self.quotedNumber(value)
    case (.series, .range): "x=\(text)"
    case (.interval, .tensor) where value.shape?.rank == 1:
      Self.interval(of: value)
    case (.net, .structure), (.predictor, .structure):
      value.netHint(text) != nil && !text.contains("(") ? text + ".net" : nil
    case (_, _): nil
    }
  }

  private func activationHint(for value: Value) -> Message? {
    switch value {
    case .text(let name): Activation.named(name).map { "write it without quotes: \($0.name)" }
    case .callable(.builtin(let builtin)) where builtin.operation == .softmax:
      "\(builtin.name) takes all outputs at once: leave it out and train with loss=cross_entropy, which applies it"
    case .tensor:
      "the number of inputs is that of the stage before: write the units alone, dense(4, tanh)"
    case .callable, .table, .range, .list, .figure, .stage, .initializer, .structure, .training, .unknown:
      nil
    }
  }

  /// Whether `value` will do.
  ///
  /// An unknown value does for everything.
  func accepts(_ value: Value) -> Bool {
    if value.isUnknown { return true }
    switch (self, value) {
    case (.number, _), (.truth, _): return value.shape?.rank == 0
    case (.vector, _): return value.shape?.rank == 1
    case (.tensor, _): return value.shape != nil
    case (.text, .text), (.table, .table), (.net, .callable(.net)), (.interval, .range), (.any, _),
      (.initializer, .initializer):
      return true
    case (.choice(let names), .text(let text)): return names.contains(text)
    case (.predictor, .callable), (.series, .callable), (.series, .tensor): return true
    case (.activation, .callable(.builtin(let builtin))): return builtin.activation != nil
    case (.text, _), (.choice, _), (.table, _), (.net, _), (.predictor, _), (.activation, _), (.interval, _),
      (.initializer, _), (.series, _):
      return false
    }
  }
}
