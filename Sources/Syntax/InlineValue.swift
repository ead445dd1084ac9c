import Diagnostics

/// A value in running text, with the format its number is shown in.
public struct InlineValue: Sendable, Hashable {
  /// How a number is written.
  public enum Format: Sendable, Hashable {
    /// `:3`, significant digits.
    case significant(Int)
    /// `:.2`, digits behind the point.
    case decimals(Int)
    /// `:.1%`, digits behind the point of the value in per cent.
    case percent(Int)
  }

  /// What is shown.
  public var value: Expression
  /// How, if it says.
  public var format: Format?

  /// Makes an inline value.
  public init(value: Expression, format: Format?) {
    self.value = value
    self.format = format
  }
}

/// Reads an inline value, `Expr [":" FORMAT]`; nil if its expression or format cannot be read.
public func parseInline(_ source: SourceText) -> (inline: InlineValue?, diagnostics: [Diagnostic]) {
  var stream = TokenStream(source, lines: .areBlanks)
  let index = stream.tokens.firstIndex { $0.kind == .sign(.colon) && $0.parent < 0 }
  let colon = index.map { stream.tokens[$0] }
  if let index { stream.cut(at: index, source) }
  var parser = Parser(source, stream)
  let value = parser.wholeExpression()
  let format = colon.flatMap { parser.format(behind: $0) }
  let diagnostics = parser.sortedDiagnostics
  let isWhole = !diagnostics.contains { $0.severity == .error }
  return (isWhole ? InlineValue(value: value, format: format) : nil, diagnostics)
}

extension Parser {
  /// Reads one expression and nothing else.
  fileprivate mutating func wholeExpression() -> Expression {
    let value = expression()
    if !hasFailed, position != lastIndex { unexpectedEnd() }
    let isTooDeep = state == .tooDeep
    recover(from: 0, in: -1) { _ in false }
    return isTooDeep ? broken().expression : value.expression
  }

  fileprivate mutating func format(behind colon: Token) -> InlineValue.Format? {
    let bytes = colon.bytes.upperBound..<source.text.utf8.count
    let text = String(decoding: source.text.utf8.dropFirst(bytes.lowerBound), as: UTF8.self)
    let typed = text.filter { $0 != " " && $0 != "\t" && !$0.isNewline }
    if let format = InlineValue.Format(typed) { return format }
    let place = range(colon.bytes.lowerBound..<bytes.upperBound)
    report(
      Diagnostic(
        .badFormat, "`:\(typed.prefix(20))` is no format", at: place,
        hint: InlineValue.Format.meant(by: typed).map {
          .init("write `:\($0)`", edit: .init(place, ":\($0)"))
        }
          ?? .init("write `:3` for digits, `:.2` for decimals, `:.1%` for per cent")))
    return nil
  }
}

extension InlineValue.Format {
  /// The most digits that a format may ask for.
  private static let mostDigits = 17

  /// What `.2f` of C and Python, `0.00` of spreadsheets and `1%` say here.
  fileprivate static func meant(by typed: String) -> String? {
    let isPercent = typed.hasSuffix("%")
    let digits = typed.split(whereSeparator: { !$0.isNumber }).last.map(String.init) ?? ""
    let isSample = typed.allSatisfy { $0 == "0" || $0 == "." || $0 == "#" || $0 == "%" }
    if isSample, let point = typed.firstIndex(of: ".") {
      let count = typed[point...].count { $0 == "0" }
      return count > 0 ? ".\(count)\(isPercent ? "%" : "")" : nil
    }
    guard let count = Int(digits), count <= mostDigits, isPercent || typed.hasSuffix("f") else { return nil }
    return ".\(count)\(isPercent ? "%" : "")"
  }

  /// Reads FORMAT = INT | "." INT [ "%" ].
  fileprivate init?(_ text: String) {
    var digits = text[...]
    let isPercent = digits.last == "%"
    if isPercent { digits.removeLast() }
    let hasPoint = digits.first == "."
    if hasPoint { digits.removeFirst() }
    guard !digits.isEmpty, digits.utf8.allSatisfy(Lexer.isDigit), let count = Int(digits),
      count <= Self.mostDigits
    else { return nil }
    switch (hasPoint, isPercent) {
    case (false, false) where count > 0: self = .significant(count)
    case (true, false): self = .decimals(count)
    case (true, true): self = .percent(count)
    case (false, _): return nil
    }
  }
}
