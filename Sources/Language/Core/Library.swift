/// The functions and constants a notebook may use without defining them.
public struct Library: Sendable {
  /// The functions by name.
  public let builtins: [String: Builtin]
  /// The constants by name, such as `pi`.
  public let constants: [String: Double]
  /// What makes functions of values, by name; a notebook has them as results of functions and as fields only.
  public let forms: [String: PartialApplication.Form]

  /// Makes a library.
  public init(
    _ builtins: [Builtin], constants: [String: Double] = [:], forms: [PartialApplication.Form] = []
  ) {
    self.builtins = Dictionary(builtins.map { ($0.name, $0) }) { first, _ in first }
    self.constants = constants
    self.forms = Dictionary(forms.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The value of a name of the library.
  public func value(_ name: String) -> Value? {
    if let builtin = builtins[name] { return .builtin(builtin) }
    return constants[name].map { .number($0) }
  }

  /// Every name, sorted.
  public var names: [String] { (Array(builtins.keys) + Array(constants.keys)).sorted() }
}
