import Foundation
import Testing
import TestSupport

/// What the manifest says of one target.
private struct Target {
  let name: String
  let dependencies: [String]
}

/// The rules of Sources/ARCHITECTURE.md that the compiler does not keep.
@Suite struct ArchitectureTests {
  private let sources = Repository.files(below: "Sources", suffix: ".swift")

  /// The targets of the manifest in their order, with the quoted names inside each declaration.
  private func targets() throws -> [Target] {
    let manifest = try Repository.text("Package.swift")
    let list = manifest.components(after: "  targets: [", before: "    .target(\n      name: \"TestSupport\"")
    let declaration = #/(?m)^    (?:module\(|\.target\(|\.systemLibrary\(|\.executableTarget\()/#
    return list.split(separator: declaration).dropFirst().compactMap { text in
      let names = text.matches(of: #/"([A-Za-z]+)"/#).map { String($0.output.1) }
      return names.first.map { Target(name: $0, dependencies: Array(names.dropFirst())) }
    }
  }

  private func imports(of file: String) throws -> [String] {
    try Repository.text(file).matches(of: #/(?m)^(?:@[a-zA-Z]+ )?import (?:struct |func )?([A-Za-z_]+)/#)
      .map { String($0.output.1) }
  }

  @Test func targetsImportOnlyWhatStandsAboveThem() throws {
    var above: Set<String> = []
    let targets = try targets()
    #expect(targets.count >= 17)
    let ours = Set(targets.map(\.name))
    for target in targets {
      for dependency in target.dependencies where ours.contains(dependency) {
        #expect(above.contains(dependency), "\(target.name) stands above \(dependency)")
      }
      above.insert(target.name)
      // The executable may use what its dependencies use.
      guard target.name != "nnb" else { continue }
      for file in sources where file.hasPrefix("Sources/\(target.name)/") {
        for name in try imports(of: file) where ours.contains(name) {
          #expect(
            target.dependencies.contains(name) || reaches(name, from: target, in: targets),
            "\(file) imports \(name)")
        }
      }
    }
  }

  private func reaches(_ name: String, from target: Target, in targets: [Target]) -> Bool {
    target.dependencies.contains { dependency in
      guard let next = targets.first(where: { $0.name == dependency }) else { return false }
      return next.dependencies.contains(name) || reaches(name, from: next, in: targets)
    }
  }

  @Test func everyTargetIsOnTheMap() throws {
    let map = try Repository.text("Sources/ARCHITECTURE.md")
    for target in try targets() {
      #expect(map.contains("| `\(target.name)` |"), "\(target.name) is not on the map")
    }
  }

  @Test(arguments: [
    ("CCMarkGFM", ["NotebookFormat"]), ("CPNG", ["Drawing"]), ("CCairo", ["Drawing"]), ("CCrypto", ["Bytes"]),
    ("CKernels", ["NeuralNetworks", "Tensors"]), ("CRescue", ["nnb"]), ("CXML", ["NotebookFormat"]),
    ("CArchive", ["Grading"]), ("CSQLite", ["Grading"]), ("CSandbox", ["nnb"]),
  ])
  func eachCLibraryHasItsImporters(library: String, targets: [Substring]) throws {
    let importers = try Set(
      sources.filter { try imports(of: $0).contains(library) }.map { $0.split(separator: "/")[1] })
    #expect(importers.sorted() == targets, "\(library)")
  }

  @Test func nobodyButTheKernelsComputesATranscendentalFunction() throws {
    let call =
      #/(?:^|[^.\w`"])(?:exp|exp2|log|log2|log10|pow|sin|cos|tan|sinh|cosh|tanh|asin|acos|atan|atan2|sqrt|cbrt|erf|erfc|hypot|fmod)\(/#
    for file in sources where try imports(of: file).contains(where: { ["Foundation", "Glibc"].contains($0) })
    {
      #expect(
        try Repository.text(file).firstMatch(of: call) == nil, "\(file) calls a function of the C library")
    }
  }

  @Test func onlyTheProgramsPrintAndExit() throws {
    let call = #/(?:^|[^.\w])(?:print|debugPrint|exit|abort|getenv|fopen)\(|CommandLine\.|FileManager/#
    let programs = ["Sources/nnb/", "Sources/Benchmarks/"]
    for file in sources where !programs.contains(where: file.hasPrefix) {
      #expect(try code(of: file).firstMatch(of: call) == nil, "\(file) prints, exits or reads the world")
    }
  }

  @Test func smellsAreAbsent() throws {
    let smell = #/\btry!|\bfatalError\(|\bas!|\bTODO\b|\bFIXME\b|@unchecked Sendable(?!.*\n[ ]*// )/#
    for file in sources {
      #expect(try code(of: file).firstMatch(of: smell) == nil, "\(file) has a smell")
      let name = file.split(separator: "/").last ?? ""
      #expect(
        name.firstMatch(of: #/Utils?|Helpers?|Manager|Common|Misc/#) == nil,
        "\(file) has a name that says nothing")
    }
  }

  /// The types that the files of a target declare for more than one file, with the room of each.
  private func rooms(of target: String) throws -> (types: [Substring: Substring], files: [String]) {
    let declaration =
      #/(?m)^(?:public |package |final |indirect )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/#
    let files = sources.filter { $0.hasPrefix("Sources/\(target)/") }
    var types: [Substring: Substring] = [:]
    for file in files {
      for match in try Repository.text(file).matches(of: declaration) {
        types[match.output.1] = room(of: file)
      }
    }
    return (types, files)
  }

  private func room(of file: String) -> Substring {
    let parts = file.split(separator: "/")
    return parts.count > 3 ? parts[2] : ""
  }

  @Test func theRoomsOfTheLanguageFormNoCircle() throws {
    let (types, files) = try rooms(of: "Language")
    var used: [Substring: Set<Substring>] = [:]
    for file in files {
      let names = try code(of: file).matches(of: #/\b[A-Z]\w*/#).compactMap { types[$0.output] }
      used[room(of: file), default: []].formUnion(names.filter { $0 != room(of: file) })
    }
    #expect(used.count > 4 && used[""] == nil, "every file has a room: \(used.keys.sorted())")
    // Rooms that use none but those taken away before go one after another; what is left is a circle.
    while let lowest = used.first(where: { $0.value.allSatisfy { used[$0] == nil } }) {
      used[lowest.key] = nil
    }
    #expect(used.isEmpty, "a circle: \(used.mapValues { $0.sorted() })")
  }

  @Test func everyRoomIsOnTheMap() throws {
    let map = try Repository.text("Sources/ARCHITECTURE.md")
    for file in sources where !room(of: file).isEmpty && !file.contains("Templates") {
      let target = file.split(separator: "/")[1]
      let row = map.split(separator: "\n").last { $0.hasPrefix("| `\(target)` |") }
      #expect(
        row?.contains("`\(room(of: file))`") == true, "\(room(of: file)) of \(target) is not on the map")
    }
  }

  @Test func twoTypesNeverShareAName() throws {
    let declaration =
      #/(?m)^(?:public |package |final |indirect |fileprivate |private )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/#
    var places: [Substring: [String]] = [:]
    for file in sources {
      for match in try Repository.text(file).matches(of: declaration) {
        places[match.output.1, default: []].append(file)
      }
    }
    #expect(places.count > 300)
    for (name, files) in places { #expect(files.count == 1, "\(name) is declared in \(files)") }
  }

  @Test func theMapIsShort() throws {
    #expect(try Repository.text("Sources/ARCHITECTURE.md").count { $0.isNewline } <= 200)
  }

  @Test func filesAreShort() throws {
    for file in sources {
      let lines = try Repository.text(file).count { $0.isNewline }
      #expect(lines <= 400, "\(file) has \(lines) lines")
    }
  }

  @Test func syntaxKnowsNoTensorAndNetsKnowNoLanguage() throws {
    for (folder, strangers) in [
      ("Syntax", ["Tensors", "NeuralNetworks", "Figures"]),
      ("NeuralNetworks", ["Language", "Syntax", "Figures"]),
      ("Figures", ["NeuralNetworks", "Drawing"]),
    ] {
      for file in sources where file.hasPrefix("Sources/\(folder)/") {
        #expect(try imports(of: file).allSatisfy { !strangers.contains($0) }, "\(file)")
      }
    }
  }

  /// The text of a file without comments.
  private func code(of file: String) throws -> String {
    try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.firstMatch(of: #/^\s*\/\//#) == nil ? String($0) : "" }.joined(separator: "\n")
  }
}

extension String {
  /// The part between two texts.
  fileprivate func components(after start: String, before end: String) -> String {
    guard let lower = range(of: start)?.upperBound else { return "" }
    let upper = self[lower...].range(of: end)?.lowerBound ?? endIndex
    return String(self[lower..<upper])
  }
}
