import Foundation
import Testing

/// A cell with sliders, on pages, on slides and in records.
@Suite struct SweepPageTests {
  private let notebook = """
    ```nn
    #| label: fig-s
    #| fig-cap: "A curve"
    #| sweep: {k: [1, 2, 3], other: 1..2}
    k * 10 + other
    plot(tanh, x=-1..k)
    ```
    ```output
    11
    Plot over x from −1 to 1 and y from −0.913 to 0.913: tanh rises from (−1, −0.762) to (1, 0.762).
    figure 0123456789abcdef
    ```

    The marked one is `{nn} k`.
    """

  @Test func everyPointIsOnThePageAndEqualPicturesOnce() throws {
    let folder = try Folder(["a.md": notebook])
    let outcome = try folder.nnb("run", "a.md")
    #expect(
      outcome.code == 0 && outcome.output.contains("[1/1] fig-s, 6 combinations  ok\n  11\n"),
      "\(outcome.everything)")
    let page = try #require(folder.text("a.html"))
    #expect(page.components(separatedBy: "data-point=\"").count == 7)
    #expect(
      page.contains("class=\"point marked\" data-point=\"0\">")
        && page.contains("class=\"point\" data-point=\"5\" hidden=\"\">"))
    #expect(page.contains("data-values=\"1 2 3\"") && page.contains("aria-label=\"other\""))
    for value in [11, 12, 21, 22, 31, 32] { #expect(page.contains(">\(value)<"), "\(value)") }
    // `other` changes no picture: three of them, light and dark, once each.
    #expect(page.components(separatedBy: "data:image/png;base64,").count == 7)
    #expect(
      page.contains("The marked one is <span class=\"value\">1</span>")
        || page.contains("The marked one is 1"))
    #expect(try folder.nnb("slides", "a.md").code == 0)
    #expect(folder.text("a.slides.html")?.components(separatedBy: "data-point=\"").count == 7)
  }

  /// A record is of the marked point, and is compared with it.
  @Test func recordsAreOfTheMarkedPoint() throws {
    let folder = try Folder(["a.md": notebook])
    #expect(try folder.nnb("run", "--check", "a.md").code == 1)
    #expect(try folder.nnb("run", "--record", "a.md").code == 0)
    #expect(try folder.nnb("run", "--check", "a.md").code == 0)
    #expect(folder.text("a.md")?.contains("```output\n11\nPlot over x from −1 to 1") == true)
  }

  @Test func anExerciseHasNoSliders() throws {
    let folder = try Folder(["a.md": "```nn\n#| exercise: a\n#| sweep: {k: 1..3}\nx = ?\n```\n"])
    let outcome = try folder.nnb("check", "a.md")
    #expect(outcome.code == 2 && outcome.errors.contains("sweep-of-role"), "\(outcome.everything)")
  }
}
