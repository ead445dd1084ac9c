/// A piece of mathematics as a tree: read from TeX or made by the program.
///
/// There is one writer for each form of it: ``mathML(isDisplayed:altText:)`` and ``plainText``.
public struct Formula: Sendable, Hashable {
  /// The tree.
  public let node: Node
  /// The TeX it was read from, which a reader of the page may copy.
  public let tex: String?

  /// Whether nothing of it is to be seen.
  public var isEmpty: Bool { node == .row([]) }

  /// Makes a formula of a tree.
  public init(_ node: Node, tex: String? = nil) {
    self.node = node
    self.tex = tex
  }

  /// A part of a formula.
  public indirect enum Node: Sendable, Hashable {
    /// A letter, or several that are one name.
    case identifier(String, LetterStyle)
    /// The name of a function, set upright and applied to what follows; limits may stand below it.
    case function(String, takesLimits: Bool)
    /// A number as it is written.
    case number(String)
    /// An operator, relation, bracket or other sign.
    case sign(Sign)
    /// Words, in letters of an alphabet.
    case text(String, LetterStyle)
    /// Parts side by side; a row inside a row behaves as one letter does.
    case row([Node])
    /// Numerator and denominator.
    case fraction(Node, Node, FractionSize)
    /// A square root, or one of another degree.
    case root(Node, degree: Node?)
    /// Something with a part below, above or both.
    case scripts(Node, lower: Node?, upper: Node?, ScriptPlace)
    /// Something with a mark above.
    case accent(Accent, Node)
    /// Parts between two brackets as high as they are; an empty text is no bracket.
    case delimited(String, [Node], String)
    /// A matrix or other table.
    case grid(Grid)
    /// Blank space in em, the size of the font.
    case space(Double)
    /// The rest of a row in the size of a displayed formula, or not.
    case sized(isDisplayed: Bool, [Node])
    /// One above another without a line, as in a binomial.
    case pile(Node, Node, FractionSize)
    /// A bracket of a height of its own: `\big` is 1, `\Bigg` 4, and `\middle` 0, as high as those around it.
    case bracket(Sign, size: Int)
    /// An arrow as long as what stands above and below it.
    case arrow(String, above: Node?, below: Node?)
    /// A part that behaves as a sign of this role does: `\mathrel`.
    case classed(Role, Node)
    /// A part that behaves as the name of a function does: `\mathop`.
    case named(Node, takesLimits: Bool)
    /// A part in a box.
    case boxed(Node)
    /// A part in a colour.
    case coloured(String, Node)
    /// Room for a part, of which not all counts or shows.
    case shadow(Shadow, Node)
    /// A part with its number at the end of the line.
    case tagged(Node, tag: Node)
    /// What was not understood, as it was typed.
    case unknown(String)
  }

  /// What of a part counts.
  public enum Shadow: Sendable, Hashable {
    /// Its size alone.
    case phantom
    /// Its width alone.
    case width
    /// Its height alone.
    case height
    /// All but its height: `\smash`.
    case flat
  }

  /// How large a fraction is.
  public enum FractionSize: Sendable, Hashable {
    /// As large as where it stands suggests.
    case automatic
    /// As in a line of text: `\tfrac`.
    case text
    /// As in a displayed formula: `\dfrac`.
    case displayed
  }

  /// Where scripts stand.
  public enum ScriptPlace: Sendable, Hashable {
    /// Below and above a sum in a displayed formula, else beside.
    case automatic
    /// Beside: `\nolimits`.
    case beside
    /// Below and above: `\limits`.
    case stacked
  }
}
