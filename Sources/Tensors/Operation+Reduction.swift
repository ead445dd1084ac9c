import CKernels
import Wording

/// What becomes of elements that are reduced to one number.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
  /// The sum of the elements, 0 of none; 16 virtual lanes, then the tree 8-4-2-1 (rule R3).
  case sum
  /// The arithmetic mean: the sum divided by the number of elements.
  case mean
  /// The sum that the language gives: as ``sum``, but accumulated in float64 also where numbers are float32.
  case wideSum
  /// The mean that the language gives: as ``mean``, but accumulated in float64 also where numbers are float32.
  case wideMean
  /// The smallest element; NaN if one is.
  case min
  /// The largest element; NaN if one is.
  case max
}

extension Operation {
  /// What a reduction runs along.
  public enum Along: String, Sendable, Hashable, CaseIterable {
    /// Everything: one number.
    case all
    /// Along each row: one number a row.
    case rows
    /// Along each column: one number a column.
    case columns
  }

  /// The sum of the elements.
  public static func sum(_ along: Along) -> Operation { .reduce(.sum, along) }
  /// The arithmetic mean.
  public static func mean(_ along: Along) -> Operation { .reduce(.mean, along) }
  /// The sum that the language gives.
  public static func wideSum(_ along: Along) -> Operation { .reduce(.wideSum, along) }
  /// The mean that the language gives.
  public static func wideMean(_ along: Along) -> Operation { .reduce(.wideMean, along) }
  /// The smallest element.
  public static func min(_ along: Along) -> Operation { .reduce(.min, along) }
  /// The largest element.
  public static func max(_ along: Along) -> Operation { .reduce(.max, along) }
}

extension Reduction {
  /// The sign that mathematics has for it, in TeX; nil where it is written by its name.
  public var symbol: String? {
    switch self {
    case .min: #"\min"#
    case .max: #"\max"#
    case .sum, .mean, .wideSum, .wideMean: nil
    }
  }

  /// The kernel that computes it.
  var code: nnb_code {
    switch self {
    case .sum: NNB_SUM
    case .mean: NNB_MEAN
    case .wideSum: NNB_WIDE_SUM
    case .wideMean: NNB_WIDE_MEAN
    case .min: NNB_MIN
    case .max: NNB_MAX
    }
  }

  /// Whether it is linear.
  var linearity: Operation.Linearity {
    switch self {
    case .sum, .mean, .wideSum, .wideMean: .joint
    case .min, .max: .none
    }
  }

  /// The word for what no elements do not have; nil for a sum, which is 0 then.
  private var wordOfNone: String? {
    switch self {
    case .sum, .wideSum: nil
    case .mean, .wideMean: "mean"
    case .min: "min"
    case .max: "max"
    }
  }

  func shape(of operand: Shape, _ along: Operation.Along) -> Result<Shape, ShapeProblem> {
    guard along == .all || operand.rank == 2 else {
      let hint: Message? = operand.rank == 1 ? "leave along out" : nil
      return .failure(ShapeProblem("only a matrix has \(along); this is \(operand.phrase)", hint: hint))
    }
    if let word = wordOfNone, operand.count == 0 {
      return .failure(ShapeProblem("\(operand) has no elements to take the \(word) of", operand: 0))
    }
    switch along {
    case .all: return .success(.scalar)
    case .rows: return .success([operand.sizes[0]])
    case .columns: return .success([operand.sizes[1]])
    }
  }
}
