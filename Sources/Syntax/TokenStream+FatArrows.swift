import Diagnostics

extension TokenStream {
  /// Finds out what each `=>` means, which the lexer took for `>=`: behind `f(x)` it is `=`, in a chain `->`.
  mutating func readFatArrows(_ source: SourceText) {
    var start = 0
    var isInChain = false
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .separator where token.parent < 0:
        start = index + 1
        isInChain = false
      case .sign(.arrow): isInChain = true
      case .name where token.text == "input": isInChain = true
      case .sign(.greaterOrEqual) where token.text == "=>":
        readFatArrow(at: index, statement: start, isInChain: isInChain, source)
      case .name, .number, .text, .run, .keyword, .sign, .line, .separator, .bad, .end: break
      }
    }
  }

  /// Whether the rest of the statement uses a name, as the body of a function does its parameter.
  private func isUsed(_ name: String, behind index: Int) -> Bool {
    tokens[(index + 1)...].prefix { $0.kind != .separator || $0.parent >= 0 }.contains {
      $0.kind == .name && $0.text == name
    }
  }

  /// Whether the token stands between the inputs and outputs of a table's head.
  private func isInHead(_ index: Int) -> Bool {
    let opening = tokens[index].parent
    return opening >= 2 && tokens[opening].kind == .sign(.openRound)
      && tokens[opening - 2].kind == .keyword(.table)
  }

  /// The parameters of `f = x => …` and of `f = (x, y) => …`.
  private func parameters(before index: Int, statement start: Int) -> [String]? {
    guard index >= start + 3, tokens[start].kind == .name, tokens[start + 1].kind == .sign(.binds) else {
      return nil
    }
    let names: Range<Int>
    if tokens[start + 2].kind == .sign(.openRound), tokens[start + 2].partner == index - 1 {
      names = start + 3..<index - 1
    } else if index == start + 3 {
      names = start + 2..<index
    } else {
      return nil
    }
    guard tokens[names].allSatisfy({ $0.kind == .name || $0.kind == .sign(.comma) }) else { return nil }
    let texts = tokens[names].filter { $0.kind == .name }.map(\.text)
    return texts.contains { isUsed($0, behind: index) } ? texts : nil
  }

  private mutating func readFatArrow(
    at index: Int, statement start: Int, isInChain: Bool, _ source: SourceText
  ) {
    guard let problem = tokens[index].problem else { return }
    let place = source.range(tokens[index].bytes)
    if index >= start + 3, tokens[start].kind == .name, tokens[start + 1].kind == .sign(.openRound),
      tokens[start + 1].partner == index - 1
    {
      tokens[index].kind = .sign(.binds)
      problems[problem] = Diagnostic(
        .foreignSpelling, "a function is written with `=`", at: place,
        hint: .init("write `=`", edit: .init(place, "=")))
    } else if let parameters = parameters(before: index, statement: start) {
      // `f = x => x^2`: the parser stops here and says this.
      let head = "\(tokens[start].text)(\(parameters.joined(separator: ", "))) ="
      tokens[index].kind = .bad
      tokens[index].isRepaired = false
      problems[problem] = Diagnostic(
        .foreignSpelling, "a function has its parameters behind its name", at: place,
        hint: .init(
          "write `\(head) …`",
          edit: .init(source.range(tokens[start].bytes.lowerBound..<tokens[index].bytes.upperBound), head)))
    } else if tokens[start].kind == .keyword(.table), !isInHead(index) {
      // `table T(a, b -> y) = a => b`: the implication of logic.
      let sides = (tokens[index - 1], tokens[min(index + 1, tokens.count - 1)])
      let isPlain = sides.0.kind == .name && sides.1.kind == .name
      let text = isPlain ? "not \(sides.0.text) or \(sides.1.text)" : "not a or b"
      tokens[index].kind = .bad
      tokens[index].isRepaired = false
      problems[problem] = Diagnostic(
        .foreignSpelling, "there is no sign for the implication", at: place,
        hint: .init(
          "write `\(text)`",
          edit: isPlain
            ? .init(source.range(sides.0.bytes.lowerBound..<sides.1.bytes.upperBound), text) : nil))
    } else if isInChain || isInHead(index) {
      tokens[index].kind = .sign(.arrow)
      problems[problem] = Diagnostic(
        .foreignSpelling, isInChain ? "`->` joins layers" : "the outputs stand behind `->`", at: place,
        hint: .init("write `->`", edit: .init(place, "->")))
    }
  }
}
