import CourseLibrary
import Diagnostics
import Foundation
import Language
import NotebookFormat
import NotebookRunning
import Testing

@testable import Benchmarks

/// The rows of the speed table run; how fast is for the program itself to say.
@Suite struct BenchmarkTests {
  // What starts the program has a test of its own.
  @Test(arguments: Benchmark.Task.allCases.filter { $0 != .notebook && $0 != .grading })
  func everyRowGivesFigures(task: Benchmark.Task) throws {
    let figures = try Benchmark.of(task).run(.quick)
    #expect(!figures.isEmpty)
    for figure in figures {
      #expect(figure.task == task.rawValue)
      // A difference of two times, which a busy machine can turn round.
      #expect(figure.value.isFinite)
      #expect((figure.loss ?? 0).isFinite && (figure.sum ?? 0).isFinite)
      let read = try Measurement.lines(in: "a line of another kind\n" + figure.line)
      #expect(read.map(\.peer) == [figure.peer] && read.map(\.value) == [figure.value])
    }
  }

  @Test func theNotebookRuns() throws {
    #expect(try Benchmark.of(.notebook).run(.quick).count == 1)
  }

  @Test func aCourseIsGraded() throws {
    let figures = try Benchmark.of(.grading).run(.quick)
    #expect(figures.map(\.peer) == ["nnb gates 2", "nnb training 2"])
    // Both of the first two students are right.
    #expect(figures.map(\.sum) == [10, 4])
  }

  @Test func theFuelOfACallIsMeasured() throws {
    let table = try FuelTable()
    defer { table.close() }
    let row = try table.row("sum([k for k in 1..200])")
    #expect(row.status == "ran")
    #expect(row.fuel > 200 && row.peakBytes > 1_000_000)
    #expect(row.line.hasPrefix("| `sum([k for k in 1..200])` |"))
    #expect(try table.row("1 +").status == "invalid")
  }

  @Test func everyFunctionIsCalledWithLargeArguments() {
    let all = LargeCalls.programs(of: [])
    #expect(Set(all).count == all.count)
    for name in Library.course.builtins.keys { #expect(all.contains { $0.contains("\(name)(") }, "\(name)") }
    #expect(LargeCalls.programs(of: ["sort"]).count == 1)
  }

  @Test(arguments: LargeCalls.programs(of: [])) func theArgumentsOfALargeCallFitOneAnother(program: String) {
    let (notebook, form) = readNotebook(SourceFile(path: "large.md", text: "```nn\n\(program)\n```\n"))
    let session = withDeepStack { Session(notebook, diagnostics: form, face: nil, library: .course) }
    let limits: Set<DiagnosticKind> = [.fuelLimit, .memoryLimit, .tableTooLarge]
    let mistakes = session.diagnostics.filter { $0.severity == .error && !limits.contains($0.kind) }
    #expect(mistakes.isEmpty)
  }

  @Test func programsAreBuiltForTheTarget() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nnb-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "peers/c"), withIntermediateDirectories: true)
    try "cat xor.c >built; echo $MARCH >>built"
      .write(to: folder.appending(path: "peers/c/build.sh"), atomically: true, encoding: .utf8)
    try "the source\n".write(to: folder.appending(path: "peers/c/xor.c"), atomically: true, encoding: .utf8)
    for target in Target.allCases {
      let programs = try target.buildPrograms(of: folder.path + "/peers", in: folder.path)
      let built = try String(contentsOfFile: programs + "/built", encoding: .utf8)
      #expect(built == "the source\n\(target.rawValue)\n")
      let place = PeerFolder(path: folder.path, programs: programs, work: folder.path)
      #expect(try Peer.peers(of: .xor, in: place)[0].command[0] == programs + "/xor_gcc_double_fast")
    }
    let ours = Peer.ours(.grid)[0].adding(Target.avx2.environment)
    #expect(ours.environment["NNB_ISA"] == "avx2" && ours.environment["NNB_THREADS"] == "1")
  }

  @Test func theTableDividesMiddleFigures() throws {
    let lines = """
      {"task":"gemm","peer":"nnb 8x8","dtype":"f64","metric":"ms","value":3,"sum":7}
      {"task":"gemm","peer":"nnb 9x9","dtype":"f64","metric":"ms","value":9}
      {"task":"gemm","peer":"C own 8x8","dtype":"f64","metric":"ms","value":2,"loss":0.5,"bytes":9}
      {"task":"gemm","peer":"nnb 8x8","dtype":"f64","metric":"ms","value":1,"sum":7}
      {"task":"gemm","peer":"nnb 8x8","dtype":"f64","metric":"ms","value":2,"sum":7}
      {"task":"gemm","peer":"C own 8x8","dtype":"f64","metric":"ms","value":4}
      {"task":"gemm","peer":"C own 9x9","dtype":"f32","metric":"ms","value":4}
      {"task":"gemm","peer":"C own, 9x9","metric":"ms","value":4}
      {"task":"gemm","peer":"peak","metric":"GFLOP/s","value":100}
      """
    #expect(
      try ComparisonTable(Measurement.lines(in: lines)).text(title: "gemm") == """
        | gemm | type | unit | median | least | most | loss or sum | nnb ÷ it |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | nnb 8x8 | f64 | ms | 2 | 1 | 3 | 7 | 1.00 |
        | nnb 9x9 | f64 | ms | 9 | 9 | 9 |  | 1.00 |
        | C own 8x8 | f64 | ms | 4 | 2 | 4 | 0.5 | 0.50 |
        | C own 9x9 | f32 | ms | 4 | 4 | 4 |  |  |
        | C own, 9x9 |  | ms | 4 | 4 | 4 |  | 2.25 |
        | peak |  | GFLOP/s | 100 | 100 | 100 |  |  |

        """)
  }

  @Test func aDrawingIsNumbersAlone() throws {
    for picture in PlotPicture.allCases {
      let text = DrawingScript(picture.figure.drawingList(), theme: .light, scale: 2).text
      #expect(text.hasPrefix("1200 800 0.03125\n"))
      #expect(text.split(whereSeparator: \.isWhitespace).allSatisfy { Double($0) != nil })
    }
  }

  @Test func aProgramThatFailsSaysWhatItSaid() throws {
    let failing = ChildProcess(command: ["sh", "-c", "echo words; exit 3"], folder: "/")
    let failure = #expect(throws: ChildProcess.Failure.self) { try failing.output() }
    #expect(failure?.description == "sh -c echo words; exit 3: exit 3\nwords\n")
  }
}
