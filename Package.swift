// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order of Sources/ARCHITECTURE.md: each may import only those above it.

let settings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

// The tests train networks and run every notebook: optimised code, which traps as the other does, makes them six times as fast. They may
// look inside the release build, too, so that `swift test` can take it as it stands.
let optimised: [SwiftSetting] =
  settings + [
    .unsafeFlags(["-O"], .when(configuration: .debug)),
    .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
  ]

// Nothing in the tests takes long but what they call.
let testing: [SwiftSetting] = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Declares a library target of ours with the settings that all of them share.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: optimised)
}

/// Declares the tests of the target `name`, which may use `more` beside it.
func tests(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + more,
    swiftSettings: testing)
}

let package = Package(
  name: "nnb",
  products: [.executable(name: "nnb", targets: ["nnb"])],
  dependencies: [
    // The command line: parsing, help with examples, usage errors with exit code 64.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML of front matter and of `#|` cell options, read through libyaml.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // The HTML templates a lecturer may replace: logic-less, escaped by default.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // The preview's HTTP server on the loopback address, in plain concurrency; no other dependency comes with it.
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // Whole numbers of any size: a perceptron decides on its decimals as they are written, `separable` on exact points.
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    // Markdown as GitHub reads it; the C shim adds `$…$` and is the only user of the library.
    .target(
      name: "CCMarkGFM",
      linkerSettings: [.linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions")]),
    // PNG files; the C shim keeps libpng's longjmp out of Swift. libdeflate packs the pixels: a quarter smaller than zlib in its time.
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png"), .linkedLibrary("deflate")]),
    // Vector drawing and glyphs; the font file is opened by path through FreeType.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    // SHA-256 of OpenSSL.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // XML of SVG pictures, read by libxml2 without network and without entities of the file.
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Starts the program anew after a defect of its own; what may stand in a signal handler is C.
    .target(name: "CRescue"),
    // ZIP files with submissions, read in memory through libarchive, which is made for files of strangers.
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    // The gradebook as tables for questions of one's own, written through SQLite.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Forks a process and locks it in: limits, Landlock, a list of system calls. Raw calls, for which Swift has no words.
    .target(name: "CSandbox"),
    // Numeric kernels in C with no fast-math and no contraction by the compiler; vectors are extensions of clang.
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    module("Wording"),
    module("Bytes", ["CCrypto"]),
    module("Diagnostics", ["Wording"]),
    module("Formulas", ["Diagnostics", "Wording"]),
    module("Tensors", ["Bytes", "Wording", "CKernels", "BigInt"]),
    module("NeuralNetworks", ["Tensors", "Bytes", "Wording", "CKernels"]),
    module("Tables", ["Tensors", "Bytes", "Diagnostics", "Wording"]),
    module("Figures", ["Tensors", "Bytes", "Wording"]),
    module("Drawing", ["Figures", "CCairo", "CPNG"]),
    module("Syntax", ["Diagnostics", "Wording"]),
    module("Language", ["Syntax", "Tables", "NeuralNetworks", "Figures", "Formulas", "Bytes", "Wording"]),
    module("BooleanLogic", ["BigInt"]),
    module("CourseLibrary", ["Language", "BooleanLogic", "Wording"]),
    module("NotebookFormat", ["Diagnostics", "Syntax", "Formulas", "Wording", "CCMarkGFM", "CXML", "Yams"]),
    module("NotebookRunning", ["NotebookFormat", "Language", "Formulas", "Wording"]),
    module(
      "Reporting",
      [
        "NotebookRunning", "Drawing", "Formulas", "Bytes", "Wording",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.copy("../../Templates")]),
    module("Grading", ["Reporting", "NotebookRunning", "CourseLibrary", "Bytes", "CArchive", "CSQLite"]),
    .executableTarget(
      name: "nnb",
      dependencies: [
        "Grading", "Reporting", "CourseLibrary", "CRescue", "CSandbox",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: optimised),
    // Measures the speed table beside the peers; C programs to compare with are compiled by a script.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "NeuralNetworks", "Figures", "Drawing", "CourseLibrary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md", "Peers"], swiftSettings: optimised),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Wording"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Wording"),
    tests("Bytes"),
    tests("Diagnostics"),
    tests("Formulas"),
    // Counts allocations and retains while the tests run.
    .target(name: "CInterposer", path: "Tests/CInterposer"),
    // Trainings whose parameters are known to the last bit; also a program, for the release build.
    .executableTarget(
      name: "TrainingBits", dependencies: ["NeuralNetworks", "CKernels", "TestSupport"],
      path: "Tests/TrainingBits", swiftSettings: optimised),
    // Locks itself in as a worker is, and tries what a worker must not be able to do.
    .executableTarget(name: "RedTeam", dependencies: ["CSandbox"], path: "Tests/RedTeam"),
    // Every kernel against its definition in plain loops; also a program for machines without Swift and for mutants.
    .target(name: "KernelCheck", dependencies: ["CKernels"], path: "Tests/KernelCheck", exclude: ["main.c"]),
    tests("Tensors", ["CKernels", "KernelCheck", "BigInt"]),
    tests("NeuralNetworks", ["CKernels", "CInterposer", "TrainingBits"]),
    tests("Tables"),
    tests("Figures", ["Drawing"]),
    tests("Drawing", ["CCairo"]),
    tests("Syntax"),
    tests("Language", ["CourseLibrary", "NotebookRunning", "CInterposer", "Bytes"]),
    tests("BooleanLogic", ["BigInt"]),
    tests("CourseLibrary", ["BooleanLogic"]),
    tests("NotebookFormat"),
    tests("NotebookRunning", ["CourseLibrary"]),
    tests("Reporting", ["CourseLibrary"]),
    tests("Grading", ["CourseLibrary"]),
    .testTarget(
      name: "SuiteTests", dependencies: ["CourseLibrary", "Reporting", "TestSupport"], swiftSettings: testing
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: testing),
    .testTarget(
      name: "BenchmarksTests", dependencies: ["Benchmarks", "nnb", "TestSupport"], swiftSettings: testing),
    .testTarget(
      name: "CommandTests", dependencies: ["nnb", "RedTeam", "TestSupport"], swiftSettings: testing),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
