import Foundation

/// The processors that ours and the peers are held to, as compilers name them.
enum Target: String, Sendable, CaseIterable {
  /// This one.
  case native
  /// Every one with AVX2 and FMA.
  case avx2 = "x86-64-v3"
  /// Every one with AVX-512.
  case avx512 = "x86-64-v4"

  /// What holds each program to it: ours, XLA, PyTorch, MKL, OpenBLAS.
  var environment: [String: String] {
    switch self {
    case .native: [:]
    case .avx2:
      [
        "NNB_ISA": "avx2", "XLA_FLAGS": "--xla_cpu_max_isa=AVX2", "ATEN_CPU_CAPABILITY": "avx2",
        "MKL_ENABLE_INSTRUCTIONS": "AVX2", "OPENBLAS_CORETYPE": "Haswell",
      ]
    case .avx512: ["NNB_ISA": "avx512"]
    }
  }

  /// Builds the C programs of the peers' folder for it, in a copy, and returns where they are.
  func buildPrograms(of folder: String, in work: String) throws -> String {
    let files = FileManager.default, programs = "\(work)/c-\(rawValue)"
    if files.fileExists(atPath: programs) { try files.removeItem(atPath: programs) }
    try files.createDirectory(atPath: programs, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: "\(folder)/c")
    where [".c", ".h", ".sh"].contains(where: name.hasSuffix) {
      try files.copyItem(atPath: "\(folder)/c/\(name)", toPath: "\(programs)/\(name)")
    }
    try ChildProcess(command: ["bash", "build.sh"], folder: programs, environment: ["MARCH": rawValue])
      .output()
    return programs
  }
}
