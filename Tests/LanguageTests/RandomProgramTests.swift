import Diagnostics
import Language
import NotebookFormat
import NotebookRunning
import TestSupport
import Testing

/// Programs made by chance: none traps, none that runs is faulted by the check, and none that the check finds
/// right has a mistake that the check claims to find.
@Suite struct RandomProgramTests {
  /// `NNB_FUZZ_SECONDS=600 swift test --filter AgreeOn` runs on with ever new seeds.
  @Test func checkAndRunAgreeOnPrograms() {
    withDeepStack {
      fuzz("programs", inputs: 800) { seed in
        var maker = ProgramMaker(seed: seed)
        FuzzedProgram(maker.program()).agree()
      }
    }
  }

  /// Whole notebooks: cells that lose each other's names, values in running text.
  @Test func notebooksAreSurvived() {
    withDeepStack {
      fuzz("notebooks", inputs: 60) { seed in
        var maker = ProgramMaker(seed: seed)
        let formats = ["", " | .3", " | .2f", " | %", " | .1%"]
        let value = "`{nn} \(maker.value())\(formats[Int(seed % 5)])`"
        let text =
          [ProgramMaker.preamble, maker.program(), maker.program()].map { "```nn\n\($0)\n```\n" }
          .joined(separator: "\n") + "\n\(value)\n"
        keepInJournal(text)
        let (notebook, form) = readNotebook(SourceFile(path: "test.md", text: text))
        _ = Session(notebook, diagnostics: form, face: nil, library: .course).run()
      }
    }
  }
}
