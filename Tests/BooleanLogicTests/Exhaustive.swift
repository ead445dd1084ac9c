import Foundation

/// Whether the long lists of cases are asked for, with `NNB_EXHAUSTIVE=1`; else a part of them is taken.
enum Exhaustive {
  static let isAsked = ProcessInfo.processInfo.environment["NNB_EXHAUSTIVE"] != nil
}
