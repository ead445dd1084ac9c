/// Which of a student's attempts counts.
public enum AttemptRule: String, Sendable, Hashable, CaseIterable {
  case last, best, first
}

extension AttemptRule {
  /// The submissions that must be graded: of each student the one that counts, or all where the best does.
  ///
  /// Attempts come in the order in which they were given; times decide where all of them have one.
  public func candidates(_ attempts: [Submission]) -> [Submission] {
    var byStudent: [Identity: [Submission]] = [:]
    for attempt in attempts { byStudent[attempt.identity, default: []].append(attempt) }
    return byStudent.values.flatMap { attempts -> [Submission] in
      let isTimed = attempts.allSatisfy { $0.time != nil }
      let ordered =
        isTimed
        ? attempts.enumerated().sorted {
          ($0.element.time ?? 0, $0.offset) < ($1.element.time ?? 0, $1.offset)
        }.map(\.element)
        : attempts
      return switch self {
      case .last: Array(ordered.suffix(1))
      case .first: Array(ordered.prefix(1))
      case .best: ordered
      }
    }.sorted { $0.identity.precedes($1.identity) }
  }

  /// The records that count, one a student, in the order of the ids.
  public func counting(_ records: [GradeRecord]) -> [GradeRecord] {
    var best: [Identity: GradeRecord] = [:]
    for record in records {
      guard let other = best[record.identity] else {
        best[record.identity] = record
        continue
      }
      // What a person must look at could be the best one: it is not passed over.
      if (record.total ?? .max, record.earned) > (other.total ?? .max, other.earned) {
        best[record.identity] = record
      }
    }
    return best.values.sorted { $0.identity.precedes($1.identity) }
  }
}
