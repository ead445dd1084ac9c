/// A function that the library makes of values, such as the gradient of a function: its form and these values.
///
/// They are all that there is to it: its declaration and what it computes are read from them.
public struct PartialApplication: Sendable {
  /// A function of the library some of whose arguments are given before its call.
  public struct Form: Sendable {
    /// The name, unique among the forms of a library.
    public let name: String
    /// The function for these values; nil where they are none that it is made of.
    public let function: @Sendable (_ bound: [Value]) -> Builtin?

    /// Declares a form.
    public init(_ name: String, function: @escaping @Sendable (_ bound: [Value]) -> Builtin?) {
      self.name = name
      self.function = function
    }
  }

  /// The name of the form.
  public let form: String
  /// The values given already.
  public let bound: [Value]

  /// Gives values to a form.
  public init(_ form: String, _ bound: [Value]) {
    self.form = form
    self.bound = bound
  }
}
