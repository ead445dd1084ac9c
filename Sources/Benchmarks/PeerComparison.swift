import Foundation

/// Ours and the peers of one row, run in turn, each time in a fresh process.
struct PeerComparison {
  private let task: Benchmark.Task
  private let rounds: Int
  private let peers: PeerFolder

  /// Prepares a comparison with the peers of a folder.
  init(task: Benchmark.Task, peers: PeerFolder, rounds: Int) {
    self.task = task
    self.rounds = rounds
    self.peers = peers
  }

  /// Where what is built and written for comparisons stands.
  static func workFolder() throws -> String {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("nnb-benchmarks")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    return place.path
  }

  /// Runs everything and returns the figures and the ratios as a Markdown table.
  ///
  /// A peer that does not run is named below the table.
  func table() throws -> String {
    let all = try (Peer.ours(task) + Peer.peers(of: task, in: peers)).map { $0.adding(peers.environment) }
    var figures: [Measurement] = []
    var missing: [String] = []
    for _ in 0..<rounds {
      for peer in all {
        do {
          figures += try peer.run(task: task, in: peers.path)
        } catch let failure as ChildProcess.Failure where !missing.contains(failure.description) {
          missing.append(failure.description)
        }
      }
    }
    return ComparisonTable(figures).text(title: task.rawValue)
      + missing.map { "\nDid not run: \($0)" }.joined()
  }
}

/// The middle figures of one row and their ratios.
struct ComparisonTable {
  /// What is one line of the table.
  private struct Key: Hashable {
    let peer: String
    let dtype: String
    let metric: String
  }

  private var order: [Key] = []
  private var values: [Key: [Double]] = [:]
  private var proofs: [Key: Double] = [:]

  /// Gathers the figures of all rounds.
  init(_ figures: [Measurement]) {
    for figure in figures {
      let key = Key(peer: figure.peer, dtype: figure.dtype ?? "", metric: figure.metric)
      if values[key] == nil { order.append(key) }
      values[key, default: []].append(figure.value)
      if let proof = figure.loss ?? figure.sum { proofs[key] = proof }
    }
  }

  /// Returns the table: a line a peer, with our figure divided by the peer's.
  func text(title: String) -> String {
    let head = [title, "type", "unit", "median", "least", "most", "loss or sum", "nnb ÷ it"]
    var lines = [head, head.map { _ in "---" }]
    for key in order {
      guard let all = values[key], let least = all.min(), let most = all.max() else { continue }
      let ratio = ours(against: key).map { String(format: "%.2f", $0 / all.median) } ?? ""
      let numbers = [all.median, least, most].map { String(format: "%.4g", $0) }
      let proof = proofs[key].map { String(format: "%.6g", $0) } ?? ""
      lines.append([key.peer, key.dtype, key.metric] + numbers + [proof, ratio])
    }
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n") + "\n"
  }

  /// Our figure to compare with: of the same unit, width and variant, such as the size of a matrix.
  private func ours(against other: Key) -> Double? {
    let words = Set(other.peer.split { $0 == " " || $0 == "," })
    let ours = order.first { key in
      let own = key.peer.split(separator: " ")
      return own.first == "nnb" && key.metric == other.metric && words.isSuperset(of: own.dropFirst())
        && (key.dtype == other.dtype || key.dtype.isEmpty || other.dtype.isEmpty)
    }
    return ours.flatMap { values[$0]?.median }
  }
}
