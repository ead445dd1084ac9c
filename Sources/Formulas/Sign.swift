extension Formula {
  /// A sign and what it is to its neighbours.
  public struct Sign: Sendable, Hashable {
    /// The character.
    public let text: String
    /// What it does, which settles the space around it.
    public let role: Role

    /// Makes a sign of a character and its role.
    public init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  /// What a sign is to its neighbours, as TeX has it.
  public enum Role: Sendable, Hashable {
    /// Like a letter: no space.
    case ordinary
    /// Between two operands; in front of one it is a prefix.
    case binary
    /// Between two sides: = and its like, arrows.
    case relation
    /// An opening bracket.
    case opening
    /// A closing bracket, or a sign behind its operand such as `!`.
    case closing
    /// A stroke that opens or closes, whichever its position says.
    case stroke
    /// A comma.
    case punctuation
    /// A sum or product, with limits below and above.
    case large
    /// An integral, with limits beside.
    case integral
  }
}
