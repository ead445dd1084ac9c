import Diagnostics

/// Who is told which part of a notebook is worked on, and knows at which parts the program itself failed before.
///
/// A defect of the program must cost no more than the cell that met it: the program starts anew, and goes through the
/// notebook again without this part. Cells are deterministic, so the others give what they gave.
public struct Watch: Sendable {
  /// What is worked on by itself.
  public enum Part: Sendable, Hashable {
    /// A cell, by its index.
    case cell(Int)
    /// A value in running text, by its index.
    case value(Int)
  }

  /// The parts that are left out, each with how the program failed there.
  public let defects: [Part: String]
  /// Hears, in the thread that works on it, which part begins; nil where it is none.
  public let enter: @Sendable (Part?) -> Void

  /// Makes a watch.
  public init(defects: [Part: String], enter: @escaping @Sendable (Part?) -> Void) {
    self.defects = defects
    self.enter = enter
  }

  /// Nobody is told.
  public static let none = Watch(defects: [:]) { _ in }

  /// What is said of a part that is left out; nil of every other one.
  func defect(of part: Part, at range: SourceRange) -> Diagnostic? {
    defects[part].map { how in
      Diagnostic(
        .programDefect, "nnb itself failed here (\(how)), so this is left out", at: range,
        hint: .init("write it in another way, and send the notebook to whoever maintains nnb"))
    }
  }
}
