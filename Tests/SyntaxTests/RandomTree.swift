import Diagnostics

@testable import Syntax

/// Grows programs of every kind of node, the same from the same seed.
struct RandomTree {
  private var numbers: SeededNumbers
  private let nowhere = SourceRange(SourceFile(path: "", text: ""), 0..<0)

  init(seed: UInt64) { numbers = SeededNumbers(state: seed) }

  mutating func program() -> Program {
    Program(statements: some(1...4) { $0.statement(.cell) })
  }

  // MARK: Chance

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

  private mutating func some<Part>(_ count: ClosedRange<Int>, _ part: (inout Self) -> Part) -> [Part] {
    (0..<Int.random(in: count, using: &numbers)).map { _ in part(&self) }
  }

  private mutating func one<Part>(of parts: [Part]) -> Part { parts[below(parts.count)] }

  private mutating func name() -> Identifier {
    Identifier(one(of: ["x", "y1", "sigmoid", "e", "W_2", "on1", "café", "let"]), nowhere)
  }

  private mutating func word() -> Identifier {
    below(3) == 0 ? Identifier(one(of: ["if", "net", "true", "within", "1", "12"]), nowhere) : name()
  }

  // MARK: Statements

  private mutating func items(_ count: ClosedRange<Int>) -> [NameItem] {
    some(count) { tree in
      guard tree.below(4) == 0 else { return .name(tree.name()) }
      let first = tree.below(20)
      let last = first + tree.below(30)
      return .range(first: Identifier("x\(first)", tree.nowhere), last: Identifier("x\(last)", tree.nowhere))
    }
  }

  private mutating func statement(_ place: Parser.Place) -> Statement {
    switch (place, below(place == .cell ? 8 : 2)) {
    case (.net, _) where below(2) == 0: return Statement(param(), nowhere)
    case (_, 0): return Statement(.binding(name: name(), value: expression(4)), nowhere)
    case (_, 1): return Statement(function(), nowhere)
    case (_, 2): return Statement(.table(table()), nowhere)
    case (_, 3):
      let (inputs, outputs) = (items(1...3), items(1...2))
      return Statement(
        .tableFormula(name: name(), inputs: inputs, outputs: outputs, value: expression(3)), nowhere)
    case (_, 4):
      let (sizes, body) = (some(1...2) { $0.expression(2) }, block(.net))
      return Statement(.net(name: name(), input: name(), sizes: sizes, body: body), nowhere)
    case (_, 5):
      let title = below(2) == 0 ? text() : nil
      let worth = title != nil && below(2) == 0 ? number() : nil
      return Statement(.check(text: title, worth: worth, value: expression(4)), nowhere)
    default: return Statement(.show(expression(5)), nowhere)
    }
  }

  private mutating func param() -> Statement.Kind {
    let sizes = some(0...2) { $0.expression(2) }
    return .param(name: name(), sizes: sizes, sign: below(2) == 0 ? .drawn : .given, value: expression(3))
  }

  private mutating func function() -> Statement.Kind {
    let parameters = items(0...3)
    let value: FunctionValue = below(2) == 0 ? .expression(expression(4)) : .body(block(.function))
    return .function(name: name(), parameters: parameters, value: value)
  }

  private mutating func block(_ place: Parser.Place) -> [Statement] {
    some(0...2) {
      $0.below(4) == 0
        ? Statement(.binding(name: $0.name(), value: $0.expression(2)), $0.nowhere) : $0.statement(place)
    }
      + [Statement(.show(expression(3)), nowhere)]
  }

  private mutating func table() -> TableStatement {
    let hasOn = below(3) == 0
    let rows = some(1...3) { TableStatement.Row($0.row(hasOn: hasOn), $0.nowhere) }
    return TableStatement(name: name(), inputs: items(1...3), outputs: items(1...2), hasOn: hasOn, rows: rows)
  }

  private mutating func row(hasOn: Bool) -> TableStatement.Row.Kind {
    if !hasOn, below(2) == 0 {
      return .long(inputs: some(1...2) { $0.expression(2) }, outputs: some(1...2) { $0.expression(3) })
    }
    return .short(inputs: run(), outputs: hasOn && below(2) == 0 ? nil : run())
  }

  private mutating func run() -> TableStatement.Run {
    TableStatement.Run(some(1...4) { $0.one(of: ["0", "1", "-", "?"]) }.joined(), nowhere)
  }

  // MARK: Expressions

  private mutating func number() -> NumberLiteral {
    let spelling = one(of: ["0", "1", "2.5", "1e-3", "007", "3E+2"])
    return NumberLiteral(value: Double(spelling) ?? 0, spelling: spelling, range: nowhere)
  }

  private mutating func text() -> TextLiteral {
    let value = one(of: ["", "a", "a \"b\"", "\\n", "# no\n", "“x”", "√"])
    return TextLiteral(value: value, spelling: Lexer.quoted(value), range: nowhere)
  }

  private mutating func expression(_ depth: Int) -> Expression { Expression(kind(depth), nowhere) }

  private mutating func kind(_ depth: Int) -> Expression.Kind {
    guard depth > 0 else { return leaf() }
    let next = depth - 1
    switch below(20) {
    case 0: return .list(rows: some(0...2) { $0.some(1...3) { $0.expression(next) } })
    case 1: return .comprehension(value: expression(next), name: name(), source: expression(next))
    case 2, 3: return .call(base: expression(next), arguments: arguments(next))
    case 4:
      return .index(
        base: expression(next),
        items: some(1...2) { $0.below(3) == 0 ? .all($0.nowhere) : .at($0.expression(next)) })
    case 5: return .field(base: expression(next), name: word())
    case 6: return .derivative(base: expression(next))
    case 7:
      let edits = some(1...2) {
        Edit(path: [$0.name()] + $0.some(0...2) { $0.word() }, value: $0.expression(next))
      }
      return .with(base: expression(next), edits: edits)
    case 8, 9: return .prefix(one(of: PrefixSign.allCases), nowhere, operand: expression(next))
    case 10...14:
      return .binary(one(of: BinarySign.allCases), nowhere, left: expression(next), right: expression(next))
    case 15: return .near(left: expression(next), right: expression(next), bound: expression(next))
    case 16: return .range(first: expression(next), last: expression(next))
    case 17: return .conditional(test: expression(next), yes: expression(next), no: expression(next))
    case 18: return .chain(stages: some(2...3) { $0.expression(next) })
    default: return leaf()
    }
  }

  private mutating func leaf() -> Expression.Kind {
    switch below(8) {
    case 0, 1: .number(number())
    case 2: .text(text())
    case 3: .truth(below(2) == 0)
    case 4: .hole
    default: .name(name().text)
    }
  }

  private mutating func arguments(_ depth: Int) -> [Argument] {
    some(0...2) { Argument(name: nil, value: $0.expression(depth)) }
      + some(0...2) { Argument(name: $0.argumentName(), value: $0.expression(depth)) }
  }

  private mutating func argumentName() -> Identifier {
    below(3) == 0 ? Identifier(one(of: ["net", "true", "if"]), nowhere) : name()
  }
}
