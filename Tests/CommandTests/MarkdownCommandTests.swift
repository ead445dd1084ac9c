import Foundation
import Testing

@Suite struct MarkdownCommandTests {
  private let notebook = """
    ---
    title: "A *title*"
    ---
    See @fig-t, `{nn} 1 + 1`, $x_1$ and **bold** <script>.

    1. One
    2. Two

       ```nn
       table T(a, b -> y) { 00:0, 11:1 }
       T
       ```

    ```nn
    #| label: fig-t
    #| fig-cap: "A curve"
    plot(tanh, x=-1..1)
    check "holds | always": 1 == 1
    check 1 == 2
    ```

    > [!NOTE]
    > Said.

    <!-- notes -->
    For the lecturer.
    <!-- /notes -->

    """

  @Test func aRunIsMarkdownWithPictures() throws {
    let folder = try Folder(["a.md": notebook])
    let outcome = try folder.nnb("gfm", "a.md")
    #expect(outcome.code == 1, "\(outcome.everything)")
    #expect(
      folder.files == [
        "_a-figures", "_a-figures/figure-1-dark.png", "_a-figures/figure-1.png", "_a.md", "a.md",
      ])
    let text = try #require(folder.text("_a.md"))
    for part in [
      "# A \\*title\\*\n", "See [Figure 1](#fig-t), 2, $`x_1`$ and **bold** ", "   ```nn\n   table T(",
      "   | a | b | y |\n   | --- | --- | --- |\n   | 0 | 0 | 0 |",
      "<img src=\"_a-figures/figure-1.png\" width=\"420\" alt=",
      "**Figure 1:** A curve", "✓ `holds | always`", "✗ `1 == 2`", "> [!NOTE]\n> Said.\n",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(!text.contains("For the lecturer") && !text.contains("#|") && !text.contains("\n<script>"))
  }

  /// A page of its own is no notebook of its folder.
  @Test func theFolderHasNoMoreNotebooks() throws {
    let folder = try Folder(["a.md": "# A\n"])
    #expect(try folder.nnb("gfm", "a.md").code == 0)
    #expect(try folder.nnb("check", ".").errors.contains("_a.md") == false)
    #expect(try folder.nnb("gfm", "a.md", "-o", "a.md").code == 4)
  }
}
