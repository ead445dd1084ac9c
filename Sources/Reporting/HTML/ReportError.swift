import Diagnostics

/// Why no report could be made.
public enum ReportError: Error, Equatable {
  /// A template is missing or cannot be read.
  case unreadableTemplate(path: String, reason: String)
  /// A template is not what the engine can read; `line` is from 1.
  case brokenTemplate(path: String, line: Int, problem: String)
}

extension ReportError: CustomStringConvertible {
  /// The problem in a line.
  public var description: String {
    switch self {
    case .unreadableTemplate(let path, let reason): "cannot use the template \(path): \(reason)"
    case .brokenTemplate(let path, let line, let problem): "\(path):\(line): \(problem)"
    }
  }
}
