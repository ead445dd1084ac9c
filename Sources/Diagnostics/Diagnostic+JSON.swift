extension Diagnostic {
  /// The event `--json` prints: ids, words, and the position from 1, columns in Unicode scalars, ends exclusive.
  public var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("event", .string("diagnostic")),
      ("severity", .string(isExpected ? Severity.note.rawValue : severity.rawValue)),
      ("id", .string(kind.id)),
      ("message", .string(message.english)),
      ("hint", hint.map { .string($0.text.english) } ?? .null),
      ("file", .string(primary.range.file.path)),
    ]
    members += Self.position(primary.range)
    if let edit = hint?.edit {
      members.append(
        ("edit", .object(Self.position(edit.range) + [("replacement", .string(edit.replacement))])))
    }
    if isExpected { members.append(("expected", .bool(true))) }
    return .object(members)
  }

  private static func position(_ range: SourceRange) -> [(key: String, value: JSONValue)] {
    let (start, end) = (range.start, range.end)
    return [
      ("line", .integer(start.line)), ("column", .integer(start.column)),
      ("end_line", .integer(end.line)), ("end_column", .integer(end.column)),
    ]
  }
}
