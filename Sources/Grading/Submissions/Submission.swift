import Bytes

/// Everything that one student handed in at once.
public struct Submission: Sendable, Hashable {
  /// Whose it is.
  public var identity: Identity
  /// The files that could hold a notebook, by their path.
  public var files: [HandedInFile]
  /// What was left out of it, and why.
  public var problems: [String]

  /// When the last of its files was handed in.
  public var time: Int? { files.compactMap(\.time).max() }

  /// Makes a submission.
  public init(identity: Identity, files: [HandedInFile], problems: [String] = []) {
    self.identity = identity
    self.files = files
    self.problems = problems
  }
}

extension Submission {
  /// The SHA-256 of all that was handed in: paths, bytes and times.
  public var digest: String {
    var writer = ByteWriter()
    for file in files {
      writer.write(file.path, file.time ?? -1, file.bytes.map { Digest(of: $0).description } ?? "")
    }
    return Digest(of: writer.bytes).description
  }

  /// Groups files by whose they are, in the order of the ids: numbers by size, before other texts.
  ///
  /// A folder, whose path ends with a slash, is a submission even if nothing is in it. An archive inside a student's folder is opened once; one inside that is not.
  public static func grouped(_ files: [HandedInFile]) -> [Submission] {
    var submissions: [Identity: Submission] = [:]
    for file in files {
      let identity = Identity(path: file.path)
      var submission = submissions[identity] ?? Submission(identity: identity, files: [])
      if SubmissionBounds.suffix(of: file.path) == "zip", let bytes = file.bytes {
        let archive = Archive(
          bytes, path: file.path, mostFiles: 1_000, mostBytes: SubmissionBounds.reportBytes)
        let inner = archive.files.filter {
          SubmissionBounds.suffix(of: $0.path) != "zip" && !$0.path.hasSuffix("/")
        }
        submission.files += inner.map {
          HandedInFile(path: file.path + "/" + $0.path, bytes: $0.bytes, time: file.time)
        }
        submission.problems += archive.problems
      } else if !file.path.hasSuffix("/") {
        submission.files.append(file)
      }
      submissions[identity] = submission
    }
    return submissions.values.map { submission in
      var submission = submission
      submission.files.sort { $0.path < $1.path }
      return submission
    }.sorted { $0.identity.precedes($1.identity) }
  }
}

extension Identity {
  /// Numbers by size, before other texts.
  func precedes(_ other: Identity) -> Bool {
    switch (Int(id), Int(other.id)) {
    case (let a?, let b?): a == b ? id < other.id : a < b
    case (nil, nil): id.utf8.lexicographicallyPrecedes(other.id.utf8)
    case (_?, nil): true
    case (nil, _?): false
    }
  }
}
