import Tensors

extension ElementFunction {
  /// Where a function of each element stands in the tables.
  enum Entry: Sendable {
    case activation(Activation)
    case derivative(of: Activation)
    case mathematical(MathematicalFunction)
  }

  /// The entry of the function; nil where only operations have it.
  var entry: Entry? { Self.entries[self] }

  private static let entries: [ElementFunction: Entry] = {
    var entries: [ElementFunction: Entry] = [:]
    for activation in Activation.all {
      entries[activation.element] = .activation(activation)
      entries[activation.derivativeElement] = .derivative(of: activation)
    }
    for function in MathematicalFunction.all { entries[function.element] = .mathematical(function) }
    return entries
  }()
}

extension Operation {
  /// The activation that the operation applies to each element, if it does.
  public var activation: Activation? {
    guard case .map(let function) = self, case .activation(let activation)? = function.entry else {
      return nil
    }
    return activation
  }

  /// Whether the derivative is 0 everywhere: of a threshold, a comparison or a rounding.
  public var isFlat: Bool {
    if isDecision || self == .argmax { return true }
    guard case .map(let function) = self else { return false }
    switch function.entry {
    case .activation(let activation): return activation.isThreshold
    case .mathematical(let function): return function.isRounding
    case .derivative, nil: return false
    }
  }
}
