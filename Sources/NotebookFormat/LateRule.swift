/// What handing in late costs.
public struct LateRule: Sendable, Hashable {
  /// Seconds after the due time that cost nothing.
  public var grace = 0
  /// What each day that has begun costs, in thousandths of the points.
  public var perDay = 0
  /// The most that it costs, in thousandths of the points.
  public var cap = 1000

  /// A rule by which being late costs nothing.
  public init() {}

  /// What of `milliPoints` is lost by handing in `late` seconds after the due time.
  public func loss(of milliPoints: Int, late: Int) -> Int {
    guard late > grace else { return 0 }
    let days = (late + 86_399) / 86_400
    return milliPoints * min(cap, days * perDay) / 1000
  }

  /// Reads `{grace: 15 min, per-day: 10%, cap: 50%}`.
  init?(_ value: YAMLValue) {
    guard case .table(let entries) = value else { return nil }
    for entry in entries {
      guard let text = entry.value.text else { return nil }
      switch entry.key {
      case "grace":
        guard let seconds = Self.seconds(text) else { return nil }
        grace = seconds
      case "per-day", "cap":
        guard text.hasSuffix("%"), let percent = Double(text.dropLast()), 0...100 ~= percent else {
          return nil
        }
        if entry.key == "cap" { cap = Int(percent * 10) } else { perDay = Int(percent * 10) }
      default: return nil  // A key of the author's, not a case of ours.
      }
    }
  }

  /// Reads `15 min`, `2 h`, `1 d`.
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: " ")
    guard let number = parts.first.flatMap({ Int($0) }), 0...100_000 ~= number, parts.count == 2 else {
      return nil
    }
    let units: [Substring: Int] = ["s": 1, "min": 60, "h": 3_600, "d": 86_400]
    return units[parts[1]].map { $0 * number }
  }
}

/// A time written as `2026-11-20 23:59 +01:00`, in seconds since 1970.
///
/// The offset from UTC is part of it, since no clock of this machine may decide what is late.
public func readTime(_ text: String) -> Int? {
  let words = text.split(whereSeparator: { $0 == " " || $0 == "T" })
  guard words.count >= 2, let day = numbers(words[0], "-", 3) else { return nil }
  var clock = words[1]
  var zone: Substring? = words.count == 3 ? words[2] : nil
  if zone == nil, let mark = clock.lastIndex(where: { "+-Z".contains($0) }) {
    zone = clock[mark...]
    clock = clock[..<mark]
  }
  guard let zone, words.count <= 3, let time = numbers(clock, ":", nil), 2...3 ~= time.count else {
    return nil
  }
  guard 1970...9999 ~= day[0], 1...12 ~= day[1], 1...31 ~= day[2], time[0] < 24, time[1] < 60 else {
    return nil
  }
  var offset = 0
  if zone != "Z" {
    guard let sign = zone.first, "+-".contains(sign), let parts = numbers(zone.dropFirst(), ":", 2) else {
      return nil
    }
    offset = (sign == "-" ? -1 : 1) * (parts[0] * 3_600 + parts[1] * 60)
  }
  let seconds = time[0] * 3_600 + time[1] * 60 + (time.count > 2 ? time[2] : 0)
  return daysSince1970(day[0], day[1], day[2]) * 86_400 + seconds - offset
}

/// Whole numbers between marks.
private func numbers(_ text: Substring, _ mark: Character, _ count: Int?) -> [Int]? {
  let parts = text.split(separator: mark, omittingEmptySubsequences: false)
  let numbers = parts.compactMap { part in part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil }
  return numbers.count == parts.count && (count ?? parts.count) == parts.count ? numbers : nil
}

/// The days from 1970 to a date of the Gregorian calendar.
private func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
  // Years that begin in March have the day that some lack at their end.
  let shifted = month > 2 ? year : year - 1
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
}
