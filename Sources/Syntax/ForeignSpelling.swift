import Wording

/// A spelling of another language, and what is written here instead.
public struct ForeignSpelling: Sendable {
  /// What the right spelling is, if there is exactly one.
  enum Meaning: Sendable {
    case sign(Sign)
    case keyword(Keyword)
    case name(String)
    case none

    /// The spelling to write.
    var spelling: String? {
      switch self {
      case .sign(let sign): sign.rawValue
      case .keyword(let word): word.rawValue
      case .name(let name): name
      case .none: nil
      }
    }
  }

  /// What was typed.
  let typed: String
  /// What is read instead.
  let meaning: Meaning
  /// What to do.
  let advice: Message

  init(_ typed: String, _ meaning: Meaning, _ advice: Message) {
    self.typed = typed
    self.meaning = meaning
    self.advice = advice
  }

  /// The signs of other languages, the longer before the shorter.
  static let signs: [ForeignSpelling] = [
    ForeignSpelling("===", .sign(.equal), "equality is `==`"),
    ForeignSpelling("!==", .sign(.notEqual), "inequality is `!=`"),
    ForeignSpelling(".*", .sign(.times), "`*` works element by element"),
    ForeignSpelling("./", .sign(.over), "`/` works element by element"),
    ForeignSpelling(".^", .sign(.power), "`^` works element by element"),
    ForeignSpelling("-->", .sign(.arrow), "an arrow is `->`"),
    ForeignSpelling("|>", .sign(.arrow), "layers are joined by `->`"),
    ForeignSpelling("++", .none, "values never change: bind a new name, `y = x + 1`"),
    ForeignSpelling("/*", .none, "a comment begins with `#` and ends with its line"),
    ForeignSpelling("...", .sign(.range), "a range is `1..5`, both ends included"),
    ForeignSpelling("**", .sign(.power), "a power is `x^2`"),
    ForeignSpelling("&&", .keyword(.and), "write `and`"),
    ForeignSpelling("||", .keyword(.or), "write `or`"),
    ForeignSpelling("+=", .none, "values never change: bind a new name, `y = x + 1`"),
    ForeignSpelling("-=", .none, "values never change: bind a new name, `y = x - 1`"),
    ForeignSpelling("*=", .none, "values never change: bind a new name, `y = x*2`"),
    ForeignSpelling("/=", .none, "values never change: bind a new name, `y = x/2`; inequality is `!=`"),
    ForeignSpelling("=>", .sign(.greaterOrEqual), "greater or equal is `>=`"),
    ForeignSpelling("=<", .sign(.lessOrEqual), "less or equal is `<=`"),
    ForeignSpelling("<>", .sign(.notEqual), "inequality is `!=`"),
    ForeignSpelling(":=", .sign(.binds), "a name is bound with `=`"),
    ForeignSpelling("//", .none, "a comment begins with `#`; the whole part of a quotient is `floor(a/b)`"),
    ForeignSpelling("%", .none, "the remainder is `mod(a, b)`"),
    ForeignSpelling("&", .keyword(.and), "write `and`"),
    ForeignSpelling("!", .keyword(.not), "write `not`"),
    ForeignSpelling("÷", .sign(.over), "division is `/`"),
    ForeignSpelling("∕", .sign(.over), "division is `/`"),
    ForeignSpelling("→", .sign(.arrow), "an arrow is `->`"),
    ForeignSpelling("…", .sign(.range), "a range is `1..5`"),
    ForeignSpelling("∑", .name("sum"), "write `sum`"),
    ForeignSpelling("√", .name("sqrt"), "write `sqrt(x)`"),
    ForeignSpelling("∈", .keyword(.in), "write `in`"),
    ForeignSpelling("∗", .sign(.times), "write `*`"),
    ForeignSpelling("•", .sign(.dot), "write `·` or `*`"),
    ForeignSpelling("°", .none, "angles are in radians: 30° is 30*pi/180"),
    ForeignSpelling("≈", .none, "nearly equal is `a ~ b within 0.01`"),
    ForeignSpelling("±", .none, "nearly equal is `a ~ b within 0.01`"),
    ForeignSpelling("∞", .none, "numbers are finite"),
    ForeignSpelling("$", .none, "a cell holds no TeX: write the formula, `y = w*x`"),
    ForeignSpelling("`", .none, "a cell holds no back-tick: a text stands in `\"…\"`"),
  ]

  /// What begins a comment elsewhere, at the beginning of a line.
  static let comments = ["//", "--", "/*", "%"]

  /// ``signs`` by their first byte.
  static let signsByFirstByte: [UInt8: [ForeignSpelling]] = Dictionary(grouping: signs) {
    $0.typed.utf8.first ?? 0
  }

  /// What TeX calls things, without the backslash; any Greek name stands for itself.
  static let commands: [String: String] = [
    "sigma": "sigmoid", "Sigma": "sum", "sum": "sum", "cdot": "·", "times": "*", "div": "/", "ge": ">=",
    "geq": ">=", "le": "<=", "leq": "<=", "ne": "!=", "neq": "!=", "land": "and", "wedge": "and",
    "lor": "or", "vee": "or", "lnot": "not", "neg": "not", "oplus": "xor", "to": "->", "rightarrow": "->",
    "sqrt": "sqrt", "exp": "exp", "log": "log", "tanh": "tanh", "sin": "sin", "cos": "cos", "max": "max",
    "min": "min",
  ]

  /// Words that begin a statement elsewhere; here they are names, so a name behind them is a mistake.
  static let words: [String: Meant] = [
    "let": .dropped("a name is bound with `=` alone: `x = 1`"),
    "var": .dropped("a name is bound with `=` alone: `x = 1`"),
    "const": .dropped("a name is bound with `=` alone: `x = 1`"),
    "def": .dropped("a function is written `f(x) = x^2`"),
    "func": .dropped("a function is written `f(x) = x^2`"),
    "function": .dropped("a function is written `f(x) = x^2`"),
    "fn": .dropped("a function is written `f(x) = x^2`"),
    "return": .dropped("a function's value is its last expression: write it alone"),
    "print": .dropped("an expression alone on a line is shown: write it without `print`"),
    "int": .dropped("a name is bound with `=` alone: `x = 1`"),
    "double": .dropped("a name is bound with `=` alone: `x = 1`"),
    "val": .dropped("a name is bound with `=` alone: `x = 1`"),
    "local": .dropped("a name is bound with `=` alone: `x = 1`"),
    "global": .dropped("a name is bound with `=` alone: `x = 1`"),
    "lim": .refused("there is no limit: look at values near the place, [f(10^(-k)) for k in 1..5]"),
    "limit": .refused("there is no limit: look at values near the place, [f(10^(-k)) for k in 1..5]"),
    "set": .dropped("a name is bound with `=` alone: `x = 1`"),
    "do": .refused("there is no loop: use `iterate(f, from=x0, steps=n)` or `[f(k) for k in 1..5]`"),
    "repeat": .refused("there is no loop: use `iterate(f, from=x0, steps=n)` or `[f(k) for k in 1..5]`"),
    "loop": .refused("there is no loop: use `iterate(f, from=x0, steps=n)` or `[f(k) for k in 1..5]`"),
    "foreach": .refused("there is no loop: use `[f(k) for k in 1..5]`"),
    "until": .refused("there is no loop: use `iterate(f, from=x0, steps=n)`"),
    "case": .refused("a choice is `if a then b else if c then d else e`"),
    "switch": .refused("a choice is `if a then b else if c then d else e`"),
    "match": .refused("a choice is `if a then b else if c then d else e`"),
    "when": .refused("a choice is `if a then b else c`"),
    "lambda": .refused("a function has a name: `f(x) = x^2`"),
    "import": .needless("nothing is imported, the library's names are there: delete the line"),
    "from": .needless("nothing is imported, the library's names are there: delete the line"),
    "using": .needless("nothing is imported, the library's names are there: delete the line"),
    "while": .refused("there is no loop: use `iterate(f, from=x0, steps=n)` or `[f(k) for k in 1..5]`"),
    "class": .refused("there are no classes: use a `net` or a function"),
    "elif": .refused("write `if a then x else if b then y else z`"),
    "begin": .refused("a block is `f(x) = { …; … }`"),
    "try": .refused("a cell that may fail says so: `#| error: true`"),
    "raise": .refused("a cell says what must hold: `check x > 0`"),
    "tabela": .refused("keywords are English: write `table`"),
    "tablica": .refused("keywords are English: write `table`"),
    "sprawdź": .refused("keywords are English: write `check`"),
    "sprawdz": .refused("keywords are English: write `check`"),
    "jeśli": .refused("keywords are English: write `if a then b else c`"),
    "jesli": .refused("keywords are English: write `if a then b else c`"),
    "jeżeli": .refused("keywords are English: write `if a then b else c`"),
  ]

  /// Words that begin the definition of a function elsewhere.
  static let definers: Set<String> = ["def", "func", "function", "fn", "fun"]
  /// Words that check something elsewhere.
  static let checks: Set<String> = ["assert", "expect", "require"]
  /// Functions that other languages write between their values; `%` stands for each.
  static let infixes: [String: String] = [
    "mod": "mod(%, %)", "rem": "mod(%, %)", "dot": "dot(%, %)", "min": "min(%, %)", "max": "max(%, %)",
    "XOR": "% xor %", "AND": "% and %", "OR": "% or %", "nand": "not (% and %)", "nor": "not (% or %)",
    "NAND": "not (% and %)", "NOR": "not (% or %)", "implies": "not % or %", "iff": "% == %",
    "div": "floor(% / %)", "is": "% == %", "equals": "% == %", "times": "% * %", "x": "% * %",
    "plus": "% + %", "minus": "% - %", "to": "%..%",
  ]
  /// Signs of other fonts and fields, and what is written here.
  static let otherSigns: [Unicode.Scalar: String] = [
    "—": "-", "―": "-", "＝": "==", "≡": "==", "≔": "=", "←": "=", "⇐": "=", "⟶": "->", "⇒": "->", "⟹": "->",
    "➝": "->", "➔": "->", "↦": "->", "⁄": "/", "⊙": "*", "⊗": "*", "∘": "*", "⋆": "*", "＋": "+", "＊": "*",
    "（": "(", "）": ")", "［": "[", "］": "]", "，": ",", "；": ";", "：": ":", "⩽": "<=", "⩾": ">=",
    "〈": "[", "〉": "]", "⟨": "[", "⟩": "]", "∥": "|", "‖": "|",
  ]
  /// Functions that choose elsewhere.
  static let choices: Set<String> = [
    "IF", "If", "iif", "IIF", "ifelse", "if_else", "ifthenelse", "cond", "where", "ite", "ternary", "select",
    "SE", "JEŻELI", "jeżeli", "WENN",
  ]
  /// The layers that stand in most chains.
  static let layers: Set<String> = ["input", "dense", "conv", "pool", "embed", "dropout"]
  /// Functions of a list that mathematics writes with a variable and its ends.
  static let folds: Set<String> = ["sum", "mean", "max", "min", "prod", "product"]
  /// `else if`, in one word.
  static let otherwise: Set<String> = ["elif", "elsif", "elseif"]

  /// The steps that other languages write as `range(0, 10, 2)` or `0:0.1:1`, if they are at most a thousand.
  public static func steps(from first: Double, to last: Double, by step: Double, includesLast: Bool)
    -> String?
  {
    let ratio = (last - first) / step
    guard ratio.isFinite, ratio >= 0, ratio <= 1_000 else { return nil }
    let whole = (ratio + 1e-9).rounded(.down)
    let count = Int(whole) - (includesLast || ratio - whole > 1e-9 ? 0 : 1)
    func text(_ number: Double) -> String {
      number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
    guard count >= 0, abs(first) < 1e9, abs(step) < 1e9 else { return nil }
    if step == 1, first == first.rounded() { return "\(text(first))..\(Int(first) + count)" }
    if first == 0 { return "[\(text(step))*k for k in 0..\(count)]" }
    let sign = step < 0 ? "-" : "+"
    return "[\(text(first)) \(sign) \(text(abs(step)))*k for k in 0..\(count)]"
  }

  /// What is to be done about a word.
  enum Meant: Sendable {
    /// Reading goes on without it.
    case dropped(Message)
    /// Nothing can be made of it.
    case refused(Message)
    /// The statement is not needed.
    case needless(Message)
  }
}
