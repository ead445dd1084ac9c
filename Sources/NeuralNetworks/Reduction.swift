import Tensors

/// A reduction of the elements of a tensor, found by its operation's name.
struct Reduction {
  /// What becomes of the elements that are reduced.
  enum Kind: CaseIterable {
    case sum, mean, wideSum, wideMean, min, max

    /// The operation.
    func operation(_ along: Operation.Along) -> Operation {
      switch self {
      case .sum: .sum(along)
      case .mean: .mean(along)
      case .wideSum: .wideSum(along)
      case .wideMean: .wideMean(along)
      case .min: .min(along)
      case .max: .max(along)
      }
    }
  }

  let kind: Kind
  let along: Operation.Along

  /// Finds the reduction whose operation has this name.
  init?(_ name: String) {
    for kind in Kind.allCases {
      for along in Operation.Along.allCases where kind.operation(along).name == name {
        self.kind = kind
        self.along = along
        return
      }
    }
    return nil
  }
}
