import Diagnostics

/// The statements of one `nn` cell.
public struct Program: Sendable, Hashable {
  /// In the order of the text.
  public var statements: [Statement]

  /// Makes a program.
  public init(statements: [Statement]) { self.statements = statements }
}

/// A name and where it stands.
public struct Identifier: Sendable, Hashable {
  /// The name as the language knows it: Greek letters and subscripts are spelled out.
  public var text: String
  /// Where it was typed.
  public var range: SourceRange

  /// Makes an identifier.
  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// One statement of a cell, or one part of a body.
public struct Statement: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// Makes a statement.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of statement.
  ///
  /// `param` stands in a net's body only.
  public indirect enum Kind: Sendable, Hashable {
    /// `table XOR(x1, x2 -> y) { 00:0, … }`
    case table(TableStatement)
    /// `table G(a, b -> y) = a and b`
    case tableFormula(name: Identifier, inputs: [NameItem], outputs: [NameItem], value: Expression)
    /// `net hand(x[2]) { … }`
    case net(name: Identifier, input: Identifier, sizes: [Expression], body: [Statement])
    /// `param W[2, 4] ~ xavier`
    case param(name: Identifier, sizes: [Expression], sign: ParamSign, value: Expression)
    /// `check "text" worth 2: a == b`
    case check(text: TextLiteral?, worth: NumberLiteral?, value: Expression)
    /// `name = value`
    case binding(name: Identifier, value: Expression)
    /// `f(x) = …` or `f(x) = { … }`
    case function(name: Identifier, parameters: [NameItem], value: FunctionValue)
    /// A value to be shown.
    case show(Expression)
    /// What could not be read; `name` is what it would have defined.
    case broken(name: Identifier?)
  }

  /// How a `param` gets its value: drawn (`~`) or given (`=`).
  public enum ParamSign: String, Sendable, Hashable {
    case drawn = "~"
    case given = "="
  }
}

/// What stands behind a function's `=`.
public indirect enum FunctionValue: Sendable, Hashable {
  /// One expression.
  case expression(Expression)
  /// A block whose last part is its value.
  case body([Statement])
}

/// A name in a table's or function's head.
public enum NameItem: Sendable, Hashable {
  /// `x1`
  case name(Identifier)
  /// `x1..x5`: names that differ in their last digits.
  case range(first: Identifier, last: Identifier)
}

/// A string as typed, and what it says.
public struct TextLiteral: Sendable, Hashable {
  /// What it says, escapes read.
  public var value: String
  /// The literal with its quotes, as typed.
  public var spelling: String
  /// Where.
  public var range: SourceRange

  /// Makes a literal.
  public init(value: String, spelling: String, range: SourceRange) {
    self.value = value
    self.spelling = spelling
    self.range = range
  }
}

/// A number as typed, and its value.
public struct NumberLiteral: Sendable, Hashable {
  /// The nearest float64.
  public var value: Double
  /// As typed.
  public var spelling: String
  /// Where.
  public var range: SourceRange

  /// Makes a literal.
  public init(value: Double, spelling: String, range: SourceRange) {
    self.value = value
    self.spelling = spelling
    self.range = range
  }
}

/// `table NAME(inputs -> outputs) { [on] rows }`.
public struct TableStatement: Sendable, Hashable {
  /// The table's name.
  public var name: Identifier
  /// The input columns.
  public var inputs: [NameItem]
  /// The output columns.
  public var outputs: [NameItem]
  /// Whether the rows are those that are 1, the rest 0.
  public var hasOn: Bool
  /// The rows as written.
  public var rows: [Row]

  /// Makes a table.
  public init(name: Identifier, inputs: [NameItem], outputs: [NameItem], hasOn: Bool, rows: [Row]) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.hasOn = hasOn
    self.rows = rows
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// What it is.
    public var kind: Kind
    /// Where.
    public var range: SourceRange

    /// Makes a row.
    public init(_ kind: Kind, _ range: SourceRange) {
      self.kind = kind
      self.range = range
    }

    /// The kinds of row.
    public enum Kind: Sendable, Hashable {
      /// `00:0`, with `outputs` nil where `: RUN` is missing after `on`.
      case short(inputs: Run, outputs: Run?)
      /// `(0.2, 1.5): 1`
      case long(inputs: [Expression], outputs: [Expression])
      /// What could not be read.
      case broken
    }
  }

  /// A run of `0 1 - ?`, one character a column.
  public struct Run: Sendable, Hashable {
    /// The characters.
    public var text: String
    /// Where.
    public var range: SourceRange

    /// Makes a run.
    public init(_ text: String, _ range: SourceRange) {
      self.text = text
      self.range = range
    }
  }
}

/// An expression.
public struct Expression: Sendable, Hashable {
  /// What it is.
  public var kind: Kind
  /// Where, without parentheses around it.
  public var range: SourceRange

  /// Makes an expression.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The nodes of grammar.md's expressions.
  public indirect enum Kind: Sendable, Hashable {
    case number(NumberLiteral)
    case text(TextLiteral)
    case truth(Bool)
    case name(String)
    case hole
    /// `[1, 2]` has one row, `[1, 2; 3, 4]` two, `[]` none.
    case list(rows: [[Expression]])
    case comprehension(value: Expression, name: Identifier, source: Expression)
    case call(base: Expression, arguments: [Argument])
    case index(base: Expression, items: [IndexItem])
    /// `.name`, `.1`; `ᵀ` is `.T`.
    case field(base: Expression, name: Identifier)
    case derivative(base: Expression)
    case with(base: Expression, edits: [Edit])
    /// `sign` and where it stands, for the caret.
    case prefix(PrefixSign, SourceRange, operand: Expression)
    case binary(BinarySign, SourceRange, left: Expression, right: Expression)
    case near(left: Expression, right: Expression, bound: Expression)
    case range(first: Expression, last: Expression)
    case conditional(test: Expression, yes: Expression, no: Expression)
    /// `a -> b -> c`, two stages or more.
    case chain(stages: [Expression])
    /// What could not be read.
    case broken
  }
}

/// An argument of a call.
public struct Argument: Sendable, Hashable {
  /// The name before `=`, if it has one.
  public var name: Identifier?
  /// The value.
  public var value: Expression

  /// Makes an argument.
  public init(name: Identifier?, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// One item of an index.
public enum IndexItem: Sendable, Hashable {
  /// `:`
  case all(SourceRange)
  /// A position or a range of positions.
  case at(Expression)
}

/// `1.W = [...]` inside `with { }`.
public struct Edit: Sendable, Hashable {
  /// The fields from the outside in.
  public var path: [Identifier]
  /// The new value.
  public var value: Expression

  /// Makes an edit.
  public init(path: [Identifier], value: Expression) {
    self.path = path
    self.value = value
  }
}

/// The operators before their operand, by their spelling.
public enum PrefixSign: String, Sendable, Hashable, CaseIterable {
  case minus = "-"
  case not = "not"
}

/// The operators between two operands, by their spelling; `·` stays as typed.
public enum BinarySign: String, Sendable, Hashable, CaseIterable {
  case or, xor, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case at = "@"
  case dot = "·"
  case power = "^"
}
