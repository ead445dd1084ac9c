import Bytes
import Diagnostics
import Syntax

/// A statement as its canonical text, which reads back as the same tree.
///
/// A derivative has primes in its name, with which no notebook can define one; they are counted beside the text.
struct FunctionText {
  private let primes: Int
  private let text: String

  /// The text of a statement.
  init(_ statement: Statement) {
    guard case .function(let name, let parameters, let value) = statement.kind else {
      (primes, text) = (0, statement.canonicalText)
      return
    }
    primes = name.text.reversed().prefix { $0 == "'" }.count
    let plain = Identifier(String(name.text.dropLast(primes)), name.range)
    let kind = Statement.Kind.function(name: plain, parameters: parameters, value: value)
    text = Statement(kind, statement.range).canonicalText
  }

  init(_ function: Function) { self.init(function.definition) }

  /// The statement with the ranges of its own text; nil where it is no function and no net.
  var statement: Statement? {
    let source = SourceText(whole: SourceFile(path: "a value", text: text))
    let (program, diagnostics) = parse(source)
    guard program.statements.count == 1, !diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    let statement = program.statements[0]
    switch statement.kind {
    case .function(let name, let parameters, let value):
      let primed = Identifier(name.text + String(repeating: "'", count: primes), name.range)
      return Statement(.function(name: primed, parameters: parameters, value: value), statement.range)
    case .net: return primes == 0 ? statement : nil
    case .table, .tableFormula, .param, .check, .binding, .show, .broken: return nil
    }
  }

  /// The function of the text; nil where it is none.
  func function(capturing captured: [String: Scope.Entry]) -> Function? {
    guard let statement, case .function(let name, let parameters, let value) = statement.kind else {
      return nil
    }
    let names = parameters.identifiers
    guard Set(names.map(\.text)).count == names.count else { return nil }
    return Function(
      name: name.text, parameters: names, body: value, captured: captured, definition: statement)
  }
}

extension FunctionText: ByteCoded {
  /// The most primes of a name that is read.
  private static let mostPrimes = 1_000

  func write(to bytes: inout ByteWriter) { bytes.write(primes, text) }

  init(from bytes: inout ByteReader) throws(ByteProblem) {
    primes = try bytes.read()
    text = try bytes.read()
    guard 0...Self.mostPrimes ~= primes else { throw .invalid("a function") }
  }
}
