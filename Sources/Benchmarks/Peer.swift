import Foundation

/// Where the peers are.
struct PeerFolder: Sendable {
  /// The folder with their scripts.
  let path: String
  /// Their C programs.
  let programs: String
  /// Where things may be written.
  let work: String
  /// What all of them, and ours, find in their environment.
  var environment: [String: String] = [:]
}

/// A program that is measured beside ours.
struct Peer: Sendable {
  /// How its figure is taken.
  enum Figure: Sendable {
    /// It prints JSON lines.
    case printed
    /// The time of the whole process in milliseconds, under this name.
    case wholeProcess(String)
  }

  /// The command, run in the folder of the peers.
  var command: [String]
  /// How its figure is taken.
  var figure = Figure.printed
  /// What it finds in its environment.
  var environment: [String: String] = [:]

  /// Runs it once.
  func run(task: Benchmark.Task, in folder: String) throws -> [Measurement] {
    let process = ChildProcess(command: command, folder: folder, environment: environment)
    switch figure {
    case .printed: return try Measurement.lines(in: process.output())
    case .wholeProcess(let name):
      let time = try Stopwatch.seconds { try process.output() }
      var measurement = Measurement(task, metric: "ms", value: time * 1e3)
      measurement.peer = name
      return [measurement]
    }
  }

  /// Ours, with as many threads as the peers of the row have.
  static func ours(_ task: Benchmark.Task) -> [Peer] {
    let program = Peer(command: [Place.program("Benchmarks"), task.rawValue])
    switch task {
    case .mnist, .cnn: return [program.threads(1), program.threads(2)]
    case .grid, .gemm: return [program.threads(1)]
    case .xor, .playground, .plot, .notebook, .grading: return [program]
    }
  }

  /// The peers of a row that the table names, those of a folder and the bare C program.
  static func peers(of task: Benchmark.Task, in place: PeerFolder) throws -> [Peer] {
    let (folder, work) = (place.path, place.work)
    func c(_ name: String, _ real: String, _ arguments: [String]) -> [Peer] {
      // With their own tanh, by both compilers.
      ["gcc", "clang"].map { Peer(command: ["\(place.programs)/\(name)_\($0)_\(real)_fast"] + arguments) }
    }
    switch task {
    case .xor:
      return ["double", "float"].flatMap { real in c("xor", real, ["10000", "15"]) }
        + ["f64", "f32"].flatMap { width in
          ["hloop", "eloop", "loop"].map { python("jax", "xor_jax.py", $0, width) }
            + [python("sk", "xor_numpy.py", "tuned", width), python("torch", "xor_torch.py", "eager", width)]
        }
    case .playground:
      return ["double", "float"].flatMap { real in c("playground", real, ["200", "15"]) } + [
        python("jax", "playground_jax.py", "escan"), python("jax", "playground_jax.py", "scan"),
        python("sk", "playground_numpy.py", "tuned"), python("torch", "playground_torch.py", "eager"),
      ]
    case .grid:
      return ["double", "float"].flatMap { real in c("grid", real, []) } + [
        python("sk", "grid_numpy.py").threads(1), python("jax", "grid_jax.py", "ejit", "1").threads(1),
        python("torch", "grid_torch.py", "eager", "1").threads(1),
      ]
    case .mnist:
      return [1, 2].flatMap { count in
        ["eager", "manual"].map { python("torch", "mnist_torch.py", $0, "\(count)").threads(count) } + [
          python("jax", "mnist_jax.py", "scan", "\(count)").threads(count),
          python("sk", "mnist_numpy.py", "\(count)").threads(count),
        ]
      }
    case .cnn:
      return [1, 2].flatMap { count in
        ["eager", "channels_last"].map { python("torch", "cnn_torch.py", $0, "\(count)").threads(count) } + [
          python("jax", "cnn_jax.py", "im2col", "\(count)").threads(count)
        ]
      }
    case .gemm:
      return [
        Peer(command: ["\(place.programs)/peak"]), python("sk", "gemm.py", "numpy").threads(1),
        python("torch", "gemm.py", "torch").threads(1),
      ]
    case .plot:
      return try [python("torch", "plot.py")] + PlotPicture.allCases.map { try bare($0, in: work) }
    // Whole courses, which take the peers minutes, have a script of their own there.
    case .grading: return []
    case .notebook:
      let path = "\(folder)/venv/nb/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
      return [
        Peer(
          command: "jupyter nbconvert --to html --execute notebook/xor.ipynb --output-dir \(work)".words,
          figure: .wholeProcess("nbconvert"), environment: ["PATH": path, "JUPYTER_PLATFORM_DIRS": "1"]),
        Peer(
          command: "marimo export html notebook/xor_marimo.py -f -o \(work)/marimo.html".words,
          figure: .wholeProcess("marimo"), environment: ["PATH": path]),
        Peer(
          command: ["venv/nb/bin/python", "notebook/xor_plain.py"], figure: .wholeProcess("plain script")),
      ]
    }
  }

  private static func python(_ environment: String, _ script: String, _ arguments: String...) -> Peer {
    Peer(command: ["venv/\(environment)/bin/python", script] + arguments)
  }

  /// The bare C program with the calls of one of our pictures.
  private static func bare(_ picture: PlotPicture, in work: String) throws -> Peer {
    let script = "\(work)/\(picture.rawValue).txt"
    try DrawingScript(picture.figure.drawingList(), theme: .light, scale: PlotPicture.scale).text
      .write(toFile: script, atomically: true, encoding: .utf8)
    let program = "\(work)/plot"
    if !FileManager.default.fileExists(atPath: program) {
      try ChildProcess(command: [Place.source("Peers/build.sh"), program], folder: work).output()
    }
    return Peer(command: [program, script, picture.rawValue])
  }

  /// The same program with more in its environment.
  func adding(_ environment: [String: String]) -> Peer {
    var held = self
    held.environment.merge(environment) { own, _ in own }
    return held
  }

  /// The same program held to `count` threads and cores.
  private func threads(_ count: Int) -> Peer {
    var held = self
    held.command = ["taskset", "-c", count == 1 ? "0" : "0,1"] + command
    for name in ["NNB_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
      held.environment[name] = "\(count)"
    }
    return held
  }
}

extension String {
  /// The parts between blanks.
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
