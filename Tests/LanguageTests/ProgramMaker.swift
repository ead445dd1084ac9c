import Foundation
import CourseLibrary
import Language

/// Makes programs by chance from the declarations of the library and the forms of the language.
struct ProgramMaker {
  private var chance: Chance
  /// Names beside those of the preamble.
  private var local: [String] = []

  init(seed: UInt64) { chance = Chance(seed) }

  private static let builtins = Library.course.builtins.values.sorted { $0.name < $1.name }
  private static let fields = [
    "T", "y", "X", "a", "b", "w", "z", "h", "net", "loss", "val", "epochs", "hyper", "train", "test", "data",
    "counts", "cycle", "trace", "1", "2", "W", "lr", "x1", "at", "products", "sum",
  ]

  // MARK: Programs

  /// Some statements; the last one binds or shows what it computes.
  mutating func program() -> String {
    local = []
    var lines: [String] = []
    for number in 0..<(1 + chance.next(3)) {
      lines.append(statement(number))
      local.append("n\(number)")
    }
    lines.append(chance.next(2) == 0 ? "r = \(expression(2))" : expression(2))
    return lines.joined(separator: "\n")
  }

  private mutating func statement(_ number: Int) -> String {
    let name = "n\(number)"
    switch chance.next(12) {
    case 0: return "net \(name)(x[2]) { h = \(inside("x")); \(inside("x", "h")) }"
    case 1: return "net \(name)(x[\(value())]) { \(inside("x")) }"
    case 2: return "net \(name)(x[2]) { param W[\(size()), \(size())] ~ \(value()); \(inside("x", "W")) }"
    case 3: return "table \(name)(a, b -> y) = \(inside("a", "b"))"
    case 4: return "table \(name)(a -> y) { (\(value())): \(value()), (1): \(value()) }"
    // A body that nobody calls is checked all the same, so it is called here.
    case 5: return "c\(number)(t) = \(inside("t"))\n\(name) = c\(number)(\(value()))"
    case 6:
      let call = "\(name)(\(value()), \(value()))"
      return "\(name)(s, t) = { u = \(inside("s", "t")); \(inside("u", "t")) }\n\(call)"
    case 7: return "\(name) = 1\ncheck \(expression(2)) \(comparison()) \(expression(2))"
    case 8: return "\(name) = 1\ncheck \(expression(1)) ~ \(expression(1)) within \(value())"
    case 9: return "\(name) = 1\ncheck \(expression(2))"
    default: return "\(name) = \(expression(3))"
    }
  }

  private mutating func size() -> String {
    chance.pick(["1", "2", "3", "2", "0", "-1", "0.5", "1e9", "0/0"])
  }

  private mutating func comparison() -> String { chance.pick(["==", "!=", "<", ">=", ">"]) }

  /// An expression that may name these, too.
  private mutating func inside(_ names: String...) -> String {
    let outer = local
    local += names + names + names
    defer { local = outer }
    return expression(2)
  }

  // MARK: Expressions

  /// A value of any kind.
  mutating func value() -> String {
    let names = Self.names + local + local
    let place = chance.next(Self.values.count + names.count)
    return place < names.count ? names[place] : "(\(Self.values[place - names.count]))"
  }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return value() }
    let a = expression(depth - 1)
    switch chance.next(18) {
    case 0: return "(\(a)) \(chance.pick(["+", "-", "*", "/", "@", "·", "^"])) (\(expression(depth - 1)))"
    case 1: return "(\(a)) \(comparison()) (\(expression(depth - 1)))"
    case 2: return "(\(a)) \(chance.pick(["and", "or", "xor"])) (\(expression(depth - 1)))"
    case 3: return chance.pick(["not (\(a))", "-(\(a))", "(\(a))'", "(\(a)).T"])
    case 4: return "if \(a) then \(expression(depth - 1)) else \(value())"
    case 5: return comprehension(depth, over: a)
    case 6: return chance.pick(["[\(a), \(value())]", "[\(a); \(value())]", "[\(a), 1; \(value()), 2]"])
    case 7: return "(\(a))[\(index())]"
    case 8: return "(\(a)).\(chance.pick(Self.fields))"
    case 9: return "(\(a))(\(value()))"
    case 10: return "(\(a))(\(value()), \(value()))"
    case 11: return "(\(a)) with { \(chance.pick(["w", "T", "b", "1.W", "2.b", "W"])) = \(value()) }"
    case 12: return chance.pick(["\(a) -> \(value())", "input(2) -> \(a)", "m -> \(a) -> \(value())"])
    case 13: return "(\(a)) ~ (\(value())) within (\(value()))"
    case 14: return "(\(a))..(\(value()))"
    default: return call(of: Self.builtins[chance.next(Self.builtins.count)])
    }
  }

  private mutating func comprehension(_ depth: Int, over source: String) -> String {
    let outer = local
    local += ["k", "k", "k"]
    defer { local = outer }
    let source = chance.pick(["1..3", "v", "A", "0..0", "[]", "G", source])
    return "[\(expression(depth - 1)) for k in \(source)]"
  }

  private mutating func index() -> String {
    switch chance.next(5) {
    case 0: value()
    case 1: "\(value())..\(value())"
    case 2: "\(value()), \(value())"
    case 3: ":, \(value())"
    default: chance.pick(["1", "2", "1..2", ":", "0", "1, 1", "2, :", "1, 1, 1, 1", "1..0"])
    }
  }

  // MARK: Calls

  /// A call with arguments by chance, or the declared example with one argument in place of another.
  mutating func call(of builtin: Builtin) -> String {
    let arguments = builtin.parameters.compactMap { argument(for: $0) }
    // Behind a name every argument needs one.
    let named = arguments.firstIndex { $0.isNamed } ?? arguments.count
    let texts = arguments.enumerated().map { place, argument in
      place >= named && !argument.isRepeated || argument.isNamed
        ? "\(argument.name)=\(argument.value)" : argument.value
    }
    return "\(builtin.name)(\(texts.joined(separator: ", ")))"
  }

  private struct MadeArgument {
    let name: String
    let value: String
    let isNamed: Bool
    let isRepeated: Bool
  }

  private mutating func argument(for parameter: Parameter) -> MadeArgument? {
    switch parameter.presence {
    case .optional, .defaulted: if chance.next(2) == 0 { return nil }
    case .named: return MadeArgument(name: "lr", value: value(), isNamed: true, isRepeated: false)
    case .required, .repeated: break
    }
    let isOptional = if case .required = parameter.presence { false } else { !parameter.isRepeated }
    return MadeArgument(
      name: parameter.name, value: chance.next(2) == 0 ? fitting(parameter.kind) : value(),
      isNamed: isOptional || chance.next(6) == 0, isRepeated: parameter.isRepeated)
  }

  /// A value that the parameter takes, so that the other arguments come to be looked at.
  private mutating func fitting(_ kind: Parameter.Kind) -> String {
    switch kind {
    case .number: chance.pick(["0", "1", "2", "3", "0.5", "-1", "10", "1e9", "0/0", "1e308"])
    case .truth: chance.pick(["true", "false", "0.5"])
    case .vector: chance.pick(["v", "[1, 2]", "[]", "[0/0, 1]", "[-1]", "G.y", "run.loss"])
    case .tensor:
      chance.pick(["1", "v", "A", "S", "[]", "[[], []]", "many", "zeros(4, 4, 1)", "[0/0, 1; 1, 2]"])
    case .text: chance.pick(["\"\"", "\"abc\"", "\"#=\"", "\"cab\"", "\"#dataset=xor\""])
    case .choice(let names): "\"\(chance.pick(names))\""
    case .table: chance.pick(["G", "H", "P", "one_row", "hollow", "classes", "parts.train"])
    case .net:
      chance.pick(["g", "m", "both", "learner", "wide", "eye", "letters", "m.1", "rule.net", "one'"])
    case .predictor: chance.pick(["g", "m", "both", "wide", "one", "two", "pair", "sigmoid", "constant"])
    case .activation: chance.pick(["sigmoid", "step", "relu", "softplus"])
    case .initializer: chance.pick(["xavier", "zeros", "normal(0, 1e308)", "constant(0/0)", "uniform(1, 0)"])
    case .series: chance.pick(["sigmoid", "one", "v", "tanh'", "word", "A", "[0/0, 1]", "[]"])
    case .interval: chance.pick(["0..1", "3..-3", "0..0", "-1e308..1e308", "0/0..1", "0..1/0", "1..1e18"])
    case .any:
      chance.pick(["G", "m", "mse", "sgd(0.1)", "1..3", "[g, g]", "trial", "v", "2", "fig", "below(1)"])
    }
  }

  /// The declared example of a function with another value in the place of one argument.
  mutating func changedExample(of builtin: Builtin) -> String {
    let example = builtin.example
    guard let call = example.range(of: builtin.name + "(", options: .backwards) else { return example }
    var pieces: [Range<String.Index>] = []
    var depth = 0
    var start = call.upperBound
    for place in example.indices[call.upperBound...] {
      let letter = example[place]
      if "([{".contains(letter) { depth += 1 }
      if letter == "," && depth == 0 || ")]}".contains(letter) && depth == 0 {
        pieces.append(start..<place)
        start = example.index(after: place)
        if letter != "," { break }
      }
      if ")]}".contains(letter) { depth -= 1 }
    }
    guard let piece = pieces.isEmpty ? nil : pieces[chance.next(pieces.count)] else { return example }
    let old = example[piece]
    let name = old.split(separator: "=").first.map(String.init)
    let isNamed =
      old.contains("=") && !old.contains("==") && name?.allSatisfy { $0.isLetter || $0 == " " } == true
    return example.replacingCharacters(in: piece, with: (isNamed ? "\(name ?? "")=" : "") + value())
  }
}
