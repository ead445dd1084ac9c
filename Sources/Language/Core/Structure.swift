import Figures
import NeuralNetworks
import Tensors
import Wording

/// A result with named parts, such as that of `perceptron_rule`, and how it is shown.
public struct Structure: Sendable {
  /// What the library reads from a structure that it made.
  public enum Content: Sendable {
    /// Nothing but its fields.
    case fields
    /// How a step of a training changes the parameters.
    case optimizer(Optimizer)
    /// When a training ends early.
    case earlyStop(Training.EarlyStop)
    /// A yes or no with its reason; where a number is wanted it is 1 or 0.
    case verdict(Bool, reason: Message)
  }

  /// A part of what it shows.
  public enum Line: Sendable, Hashable {
    /// A line of words.
    case summary(String)
    /// A table.
    case table(TableOutput)
    /// A picture.
    case figure(Figure)

    /// The line as something shown.
    var shown: Shown {
      switch self {
      case .summary(let text): .output(.summary(text))
      case .table(let table): .output(.table(table))
      case .figure(let figure): .figure(figure)
      }
    }
  }

  /// What it is, as an error says it: `a result of perceptron_rule`.
  public let kindText: Message
  /// The parts by name, in the order they are listed.
  public let fields: [(name: String, value: Value)]
  /// What a bare expression shows.
  public let shown: [Line]
  /// What the library reads from it.
  public let content: Content

  /// Makes a structure.
  public init(
    _ kindText: Message, fields: [(name: String, value: Value)] = [], shown: [Line],
    content: Content = .fields
  ) {
    self.kindText = kindText
    self.fields = fields
    self.shown = shown
    self.content = content
  }

  /// The bytes of its numbers and of the cells of its tables, for the memory budget.
  var logicalBytes: Int {
    let cells = shown.reduce(0) { sum, line in
      switch line {
      case .summary: sum
      case .table(let table): sum.saturatingSum(table.cellCount)
      case .figure(let figure): sum.saturatingSum(figure.partCount)
      }
    }
    return fields.reduce(cells.saturatingProduct(MemoryLayout<String>.size)) {
      $0.saturatingSum($1.value.logicalBytes)
    }
  }

  /// What it decides and why, where it is a verdict.
  var verdict: (holds: Bool, reason: Message)? {
    if case .verdict(let holds, let reason) = content { (holds, reason) } else { nil }
  }

  /// The part of this name.
  public func field(_ name: String) -> Value? { fields.first { $0.name == name }?.value }
}

extension Value {
  /// What to write where a net is wanted and this, written as `text`, only holds one: `run.net`.
  func netHint(_ text: String) -> Message? {
    switch self {
    case .training: break
    case .structure(let structure): guard structure.field("net")?.net != nil else { return nil }
    case .tensor, .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .unknown:
      return nil
    }
    return text.contains("(") ? "its net is the field `net`" : "its net is \(text).net"
  }

  /// What to do with a list of layers where a net is wanted.
  var layersHint: Message? {
    guard case .list(let items) = self,
      items.values.contains(where: { if case .stage = $0 { true } else { false } })
    else { return nil }
    return "layers are joined by `->`: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"
  }
}
