import Foundation
import FoundationXML
import Testing

@Suite struct FiguresCommandTests {
  private let notebook = """
    ```nn
    #| label: fig-two
    plot(relu, x=-1..1)
    plot(tanh, x=-1..1)
    ```

    ```nn
    #| label: fig-one
    #| fig-format: svg
    #| fig-alt: "<script>alert(1)</script>"
    plot(sigmoid, x=-1..1)
    ```

    """

  @Test func filesAreNamedByLabels() throws {
    let folder = try Folder(["a.md": notebook])
    let outcome = try folder.nnb("figures", "a.md", "--format", "svg,png", "--width", "8cm")
    #expect(outcome.code == 0, "\(outcome.everything)")
    let names = ["fig-one", "fig-two-1", "fig-two-2"].flatMap {
      ["a-figures/\($0).png", "a-figures/\($0).svg"]
    }
    #expect(folder.files == (["a-figures", "a.md"] + names).sorted())
    let text = try #require(folder.text("a-figures/fig-one.svg"))
    #expect(text.contains("width=\"302.36\"") && !text.contains("<script"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test func severalNotebooksHaveFoldersOfTheirOwn() throws {
    let folder = try Folder(["a.md": notebook, "b.md": notebook])
    let outcome = try folder.nnb("figures", "a.md", "b.md", "-o", "img", "--format", "pdf", "--theme", "dark")
    #expect(outcome.code == 0, "\(outcome.everything)")
    #expect(
      folder.files.contains("img/a-figures/fig-one.pdf") && folder.files.contains("img/b-figures/fig-one.pdf")
    )
  }

  @Test(arguments: [
    ["--width", "8"], ["--width", "1km"], ["--width", "nancm"], ["--format", "gif"], ["--format", "svg,svg"],
  ])
  func optionsAreChecked(options: [String]) throws {
    let folder = try Folder(["a.md": notebook])
    #expect(try Program.run(["figures", "a.md"] + options, in: folder).code == 64)
    #expect(folder.files == ["a.md"])
  }

  @Test func aPageHoldsAFigureAsSVG() throws {
    let folder = try Folder(["a.md": notebook])
    #expect(try folder.nnb("run", "a.md").code == 0)
    let page = try #require(folder.text("a.html"))
    #expect(page.components(separatedBy: "src=\"data:image/svg+xml;base64,").count == 2)
    #expect(page.components(separatedBy: "src=\"data:image/png;base64,").count == 3)
    #expect(page.contains("img-src data:;") && !page.contains("<script>alert"))
  }
}
