import Diagnostics
import Language
import NotebookFormat
import Syntax
import Tensors
import Wording

/// An inline value that was read, with what its text alone tells.
struct ReadValue: Sendable {
  let source: InlineSource
  let inline: InlineValue?
  /// What is wrong, by the reader and then by the checker.
  var diagnostics: [Diagnostic]
  /// The names it needs.
  let used: Set<String>
  let holes: Int

  init(_ source: InlineSource) {
    self.source = source
    (inline, diagnostics) = parseInline(source.source)
    let statement = inline.map { Statement(.show($0.value), $0.value.range) }
    used = Set(statement?.usedNames ?? [])
    holes = statement?.holeCount ?? 0
  }

  /// Whether it cannot be computed.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Value {
  /// The value of a parameter.
  init(_ parameter: NotebookParameter) {
    switch parameter.value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .truth(let truth): self = .truth(truth)
    case .numbers(let numbers): self = .tensor(Tensor(numbers))
    }
  }

  /// Why the value cannot stand in a sentence; nil where it can.
  func inlineProblem(_ inline: InlineValue) -> Diagnostic? {
    switch self {
    case .unknown: return nil
    case .tensor: if let shape, shape.rank < 2 { return nil }
    case .text, .callable(.net): if inline.format == nil { return nil }
    case .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      break
    }
    let isText = if case .text = self { true } else { false }
    return Diagnostic(
      .inlineValueType,
      isText ? "a text has no number format" : "\(kindText) cannot stand in a sentence",
      at: inline.value.range,
      hint: .init(isText ? "remove the format" : "show it in a cell, or take a number out of it"))
  }

  /// The value as a sentence shows it.
  func inlineText(_ format: InlineValue.Format?, _ words: Words) -> String {
    switch self {
    case .tensor(.known(let tensor)):
      guard let format else { return tensor.text() }
      guard tensor.shape.rank > 0 else { return (tensor.elements.first ?? 0).text(format) }
      return "[" + Self.shortened(tensor.elements).map { $0?.text(format) ?? "…" }.joined(separator: ", ")
        + "]"
    case .text(let text): return text
    case .callable(.net(let net)): return net.name ?? words(net.shown)
    case .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .training, .tensor,
      .unknown:
      return "?"
    }
  }

  /// The first ten and the last three of many numbers, with nil for those between.
  private static func shortened(_ numbers: [Double]) -> [Double?] {
    numbers.count > 20 ? Array(numbers.prefix(10)) + [Double?.none] + Array(numbers.suffix(3)) : numbers
  }
}

extension Double {
  /// The number in the format of an inline value.
  fileprivate func text(_ format: InlineValue.Format) -> String {
    switch format {
    case .significant(let digits): roundedText(significantDigits: digits)
    case .decimals(let decimals): text(decimals: decimals)
    case .percent(let decimals): percentText(decimals: decimals)
    }
  }
}
