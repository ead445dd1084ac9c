import Bytes
import Diagnostics
import Language

/// What a worker gives back: how each answer ended, and its values as bytes.
///
/// Whoever reads one must not trust it: the process that wrote it ran a stranger's cells.
public struct WorkerReply: Sendable {
  /// What is said of one answer.
  struct Answer: ByteCoded {
    var status: AnswerOutcome.Status
    var values: [String: Blob]
    var remarks: [String]

    func write(to bytes: inout ByteWriter) { bytes.write(status, values, remarks) }

    init(from bytes: inout ByteReader) throws(ByteProblem) {
      status = try bytes.read()
      values = try bytes.read()
      remarks = try bytes.read()
    }

    init(_ outcome: AnswerOutcome) {
      (status, values, remarks) = (outcome.status, [:], outcome.remarks)
      for (name, value) in outcome.values.sorted(by: { $0.key < $1.key }) {
        do throws(ByteProblem) { values[name] = Blob(try value.encoded(limits: .answer)) } catch {
          remarks.append("`\(name)` is \(value.kindText) too large to be graded")
        }
      }
    }
  }

  private let answers: [String: Answer]

  init(_ outcomes: [String: AnswerOutcome]) { answers = outcomes.mapValues(Answer.init) }

  /// The reply as bytes.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    answers.write(to: &writer)
    return writer.bytes
  }

  /// The most bytes that a reply has.
  public static let limit = 64 << 20

  /// Reads a reply.
  public init(decoding bytes: [UInt8]) throws(ByteProblem) {
    var reader = ByteReader(bytes[...])
    answers = try reader.read()
    guard reader.isAtEnd else { throw .invalid("a reply") }
  }

  /// What it says of the exercises `names`; a value that is none becomes a remark.
  func outcomes(of names: [String], library: Library) -> [String: AnswerOutcome] {
    var outcomes: [String: AnswerOutcome] = [:]
    for name in names {
      guard let answer = answers[name] else { continue }
      let remarks = answer.remarks.prefix(AnswerOutcome.mostRemarks).map {
        String($0.prefix(AnswerOutcome.longestRemark))
      }
      var outcome = AnswerOutcome(answer.status, remarks: remarks)
      for (bound, blob) in answer.values.sorted(by: { $0.key < $1.key }) {
        do throws(ByteProblem) {
          outcome.values[bound] = try Value(decoding: blob.bytes, library: library, limits: .answer)
        } catch {
          outcome.remarks.append("`\(bound.prefix(60))` is no value that can be graded")
        }
      }
      outcomes[name] = outcome
    }
    return outcomes
  }
}

extension ValueLimits {
  /// The largest value of an answer that is graded, all of which must be known.
  static let answer = ValueLimits(bytes: 8 << 20, values: 20_000, depth: 50, takesUnknown: false)
}
