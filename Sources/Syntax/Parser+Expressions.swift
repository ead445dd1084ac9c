import Diagnostics
import Wording

extension Parser {
  /// What an expression is for; it decides what a `=` behind it means.
  enum Purpose {
    case statement, value, condition, argument, inner
    /// What a comprehension goes through; an `if` behind it is a filter of another language.
    case source
  }

  /// Reads `Expr = Cond { "->" Cond }`.
  mutating func expression(_ purpose: Purpose = .inner) -> ParsedExpression {
    var stack = OperatorStack(at: range(previousEnd..<previousEnd))
    repeat {
      readPrefixes(&stack)
      stack.operands.append(operand())
    } while readOperator(&stack, purpose)
    reduce(&stack, above: .chain)
    return chain(&stack)
  }

  /// Reads `Exprs = Expr { "," Expr }`.
  mutating func expressions() -> [ParsedExpression] {
    var result = [expression()]
    while take(.comma) { result.append(expression()) }
    return result
  }

  // MARK: Before an operand

  private mutating func readPrefixes(_ stack: inout OperatorStack) {
    while true {
      let start = token.bytes.lowerBound
      switch current {
      case .sign(.minus): push(.prefix(.minus, here, start: start), &stack)
      case .keyword(.not):
        if stack.tightness > .not { return needsParentheses("not", behind: stack) }
        push(.prefix(.not, here, start: start), &stack)
      case .keyword(.if):
        if stack.tightness > .conditional { return needsParentheses("if", behind: stack) }
        push(.test(start: start), &stack)
      case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: return
      }
    }
  }

  private mutating func needsParentheses(_ word: String, behind stack: OperatorStack) {
    unexpected(
      "expected a value", hint: .init("put parentheses around it: `(\(word) …)`"))
  }

  /// Waits for the right side of an operator that stands here.
  private mutating func push(_ operation: OperatorStack.Pending, _ stack: inout OperatorStack) {
    stack.pending.append(operation)
    if stack.pending.count >= Self.deepest { failTooDeep("more than \(Self.deepest) operators wait here") }
    advance()
  }

  // MARK: Behind an operand

  /// Reads what stands behind an operand; false where the expression ends.
  private mutating func readOperator(_ stack: inout OperatorStack, _ purpose: Purpose) -> Bool {
    if let sign = current.binarySign { return readBinary(sign, &stack) }
    switch current {
    case .sign(.range): return readUnchained(.range, .range, &stack)
    case .sign(.tilde): return readUnchained(.near(here), .comparison, &stack)
    case .keyword(.within): return readWithin(&stack)
    case .keyword(.then), .keyword(.else): return readBranch(&stack)
    case .keyword(.if): return purpose == .source ? false : readForeignIf(&stack)
    case .sign(.arrow): return readArrow(&stack)
    case .sign(.binds): return readEquals(&stack, purpose)
    case .sign(.openRound) where token(at: token.partner + 1).kind == .sign(.colon) && isInRows: return false
    case .name where ForeignSpelling.otherwise.contains(token.text): return readElif(&stack)
    case .name where failSecondStatement() || failDegrees(stack): return false
    case .sign(.openRound) where failPowerOfFunction(stack): return false
    case .sign(.openRound):
      // Behind a name it would be a call, so a number stands before it.
      report(missingTimes())
      return readTimes(&stack)
    case .name where needsTimes(stack):
      report(missingTimes())
      return readTimes(&stack)
    case .name, .number, .text, .keyword(.true), .keyword(.false), .sign(.hole), .sign(.openSquare),
      .keyword(.not):
      failJuxtaposed(&stack)
      return false
    case .run, .keyword, .sign, .line, .separator, .bad, .end: return false
    }
  }

  private mutating func readBinary(_ sign: BinarySign, _ stack: inout OperatorStack) -> Bool {
    if isSpacedSign(sign) {
      failSpaced(sign, &stack)
      return false
    }
    switch sign.tightness {
    case .comparison:
      reduce(&stack, above: .comparison)
      if stack.tightness == .comparison { return readChained(sign, &stack) }
    case .product:
      reduce(&stack, above: .product)
      if case .binary(let other, let place)? = stack.pending.last, other.productGroup != sign.productGroup {
        if other.tightness == .product { return failMixed(other, place, sign) }
      }
      reduce(&stack, from: .product)
    case .power: reduce(&stack, above: .power)
    case .chain, .conditional, .or, .and, .not, .range, .sum, .minus: reduce(&stack, from: sign.tightness)
    }
    push(.binary(sign, here), &stack)
    return true
  }

  /// Reads `..` or `~`, which stand once.
  private mutating func readUnchained(
    _ operation: OperatorStack.Pending, _ tightness: Tightness, _ stack: inout OperatorStack
  ) -> Bool {
    reduce(&stack, above: tightness)
    if stack.tightness == tightness {
      unexpected(
        "expected the end of the \(tightness == .range ? "range" : "comparison")",
        hint: tightness == .range
          ? .init(
            "a range has two ends and whole steps; others are [0.1*k for k in 0..10] or linspace(0, 1, 11)")
          : nil)
      return false
    }
    push(operation, &stack)
    return true
  }

  private mutating func readWithin(_ stack: inout OperatorStack) -> Bool {
    reduce(&stack, above: .comparison)
    guard case .near? = stack.pending.last else {
      if readExactWithin(&stack) { return true }
      unexpected("expected an operator", hint: .init("a bound stands in `a ~ b within 0.1`"))
      return false
    }
    stack.pending.removeLast()
    push(.within, &stack)
    return true
  }

  /// `then` or `else` of the innermost `if` that waits for it.
  private mutating func readBranch(_ stack: inout OperatorStack) -> Bool {
    let isThen = current == .keyword(.then)
    reduce(&stack, above: .conditional)
    while reduceWhole(&stack) {}
    switch stack.pending.last {
    case .test(let start)? where isThen: replaceTop(.yes(start: start), &stack)
    case .yes(let start)? where !isThen: replaceTop(.no(start: start), &stack)
    case .foreignTest? where !isThen: replaceTop(.foreignNo, &stack)
    case .prefix, .binary, .range, .near, .within, .test, .yes, .no, .foreignTest, .foreignNo, nil:
      unexpected("expected the end of the value", hint: .init("a choice is `if a then b else c`"))
      return false
    }
    return true
  }

  /// Whether the innermost bracket holds the rows of a table.
  private var isInRows: Bool {
    token.parent >= 0 && tokens[token.parent].kind == .sign(.openCurly)
      && tokens[token.parent].brace == .table
  }

  private mutating func replaceTop(_ operation: OperatorStack.Pending, _ stack: inout OperatorStack) {
    stack.pending.removeLast()
    push(operation, &stack)
  }

  /// Reduces an `if` that has all its parts; false where there is none.
  mutating func reduceWhole(_ stack: inout OperatorStack) -> Bool {
    switch stack.pending.last {
    case .no?, .foreignNo?:
      reduceTop(&stack)
      reduce(&stack, above: .conditional)
      return true
    case .prefix, .binary, .range, .near, .within, .test, .yes, .foreignTest, nil: return false
    }
  }

  private mutating func readArrow(_ stack: inout OperatorStack) -> Bool {
    reduce(&stack, above: .conditional)
    while reduceWhole(&stack) {}
    guard stack.pending.isEmpty else {
      unexpected("expected the rest of the `if`", hint: .init("put parentheses around the chain"))
      return false
    }
    stack.stages.append(stack.popOperand())
    advance()
    return true
  }

  // MARK: Building

  /// Builds what binds more tightly than `tightness`.
  mutating func reduce(_ stack: inout OperatorStack, above tightness: Tightness) {
    while let top = stack.pending.last, top.tightness > tightness { reduceTop(&stack) }
  }

  /// Builds what binds at least as tightly as `tightness`.
  mutating func reduce(_ stack: inout OperatorStack, from tightness: Tightness) {
    while let top = stack.pending.last, top.tightness >= tightness { reduceTop(&stack) }
  }

  private mutating func reduceTop(_ stack: inout OperatorStack) {
    guard let top = stack.pending.popLast() else { return }
    let last = stack.popOperand()
    guard state != .tooDeep else {
      stack.operands.append(last)
      return
    }
    switch top {
    case .prefix(let sign, let place, let start):
      add(.prefix(sign, place, operand: last.expression), [last], from: start, &stack)
    case .binary(let sign, let place):
      let first = stack.popOperand()
      add(.binary(sign, place, left: first.expression, right: last.expression), [first, last], &stack)
    case .range:
      let first = stack.popOperand()
      add(.range(first: first.expression, last: last.expression), [first, last], &stack)
    case .near(let place):
      missingWithin(at: place)
      let first = stack.popOperand()
      let bound = broken()
      add(
        .near(left: first.expression, right: last.expression, bound: bound.expression), [first, last], &stack)
    case .within:
      let right = stack.popOperand()
      let left = stack.popOperand()
      let parts = [left, right, last]
      add(.near(left: left.expression, right: right.expression, bound: last.expression), parts, &stack)
    case .test(let start):
      unexpected("expected `then`", hint: .init("a choice is `if a then b else c`"))
      let rest = broken().expression
      add(.conditional(test: last.expression, yes: rest, no: rest), [last], from: start, &stack)
    case .yes(let start):
      let action: Message =
        current == .sign(.binds)
        ? "a choice is a value and has one name: `y = if a then b else c`"
        : "a choice has both: `if a then b else c`"
      unexpected("expected `else`", hint: .init(action))
      let test = stack.popOperand()
      let kind = Expression.Kind.conditional(
        test: test.expression, yes: last.expression, no: broken().expression)
      add(kind, [test, last], from: start, &stack)
    case .no(let start):
      let yes = stack.popOperand()
      let test = stack.popOperand()
      let kind = Expression.Kind.conditional(
        test: test.expression, yes: yes.expression, no: last.expression)
      add(kind, [test, yes, last], from: start, &stack)
    case .foreignTest:
      let yes = stack.popOperand()
      unexpected("expected `else`", hint: .init("a choice is `if a then b else c`"))
      let kind = Expression.Kind.conditional(
        test: last.expression, yes: yes.expression, no: broken().expression)
      add(kind, [yes, last], &stack)
    case .foreignNo:
      let test = stack.popOperand()
      let yes = stack.popOperand()
      reportForeignIf(yes: yes, test: test, no: last)
      let kind = Expression.Kind.conditional(
        test: test.expression, yes: yes.expression, no: last.expression)
      add(kind, [yes, test, last], &stack)
    }
  }

  private mutating func add(
    _ kind: Expression.Kind, _ parts: [ParsedExpression], from start: Int? = nil, _ stack: inout OperatorStack
  ) {
    let lower = start ?? parts.first?.bytes.lowerBound ?? 0
    let upper = parts.last?.bytes.upperBound ?? lower
    stack.operands.append(node(kind, height: parts.height + 1, lower..<max(lower, upper)))
  }

  /// Returns a node, unless it stands on too many others.
  mutating func node(_ kind: Expression.Kind, height: Int, _ bytes: Range<Int>) -> ParsedExpression {
    if height >= Self.deepest { failTooDeep("an expression is more than \(Self.deepest) levels deep here") }
    guard state != .tooDeep else { return broken() }
    return ParsedExpression(expression: Expression(kind, range(bytes)), height: height, bytes: bytes)
  }

  private mutating func chain(_ stack: inout OperatorStack) -> ParsedExpression {
    let last = stack.popOperand()
    guard let first = stack.stages.first else { return last }
    let stages = stack.stages + [last]
    let bytes = first.bytes.lowerBound..<max(first.bytes.lowerBound, last.bytes.upperBound)
    return node(.chain(stages: stages.map(\.expression)), height: stages.height + 1, bytes)
  }

  /// Stands for what could not be read.
  func broken() -> ParsedExpression {
    let end = hasFailed ? token.bytes : previousEnd..<previousEnd
    return ParsedExpression(expression: Expression(.broken, range(end)), height: 0, bytes: end)
  }
}

extension BinarySign {
  /// Which signs may stand in one run of products.
  var productGroup: Int {
    switch self {
    case .times, .over: 0
    case .at: 1
    case .dot: 2
    case .or, .xor, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus,
      .power:
      3
    }
  }
}
