import Language
import Testing

/// Figures of a page have the words of its language.
@Suite struct PageLanguageTests {
  private func altTexts(_ run: NotebookRun) -> [String] {
    run.record.cells.flatMap(\.outputs).compactMap { output in
      if case .figure(let drawn) = output { drawn.altText } else { nil }
    }
  }

  @Test(arguments: [
    ("diagram(input(2) -> dense(1))", "Sieć (warstwy: 2, neurony: 2, 1)"),
    ("curve([0.7, 0.4, 0.3])", "Wykres dla: epoka od 1 do 3 i strata od"),
    ("activations(sigmoid)", "funkcja rośnie od (−5, 0.00669) do (5, 0.993)"),
    ("histogram([1, 2, 2, 3])", "liczba wartości: 4"),
  ])
  func aFigureSpeaksTheLanguageOfThePage(code: String, words: String) {
    let run = NotebookRun("---\nlang: pl\n---\n" + NotebookRun.text([code]))
    #expect(run.statuses == [.ran])
    #expect(altTexts(run).contains { $0.contains(words) }, "\(altTexts(run))")
  }
}
