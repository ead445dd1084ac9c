import Foundation
import Testing

@Suite struct SlideCheckTests {
  private let long = (1...30).map { "- point \($0)\n" }.joined()
  private var deck: String {
    "## Short\n\nWords.\n\n## Much too long\n\n" + long + "\n## Figure\n\n" + cell("plot(tanh, x=-1..1)")
  }

  /// Without a browser slides are measured by the widths of letters.
  @Test func overflowIsNamed() throws {
    let folder = try Folder(["a.md": deck, "b.md": "## Short\n\nWords.\n"])
    let outcome = try Program.run(["slides", "a.md", "--check"], in: folder, environment: ["NNB_BROWSER="])
    #expect(
      outcome.code == 1 && outcome.errors.components(separatedBy: "there is no Chromium").count == 2,
      "\(outcome.everything)")
    #expect(
      outcome.errors.contains("slide 3, “Much too long”, holds more than it has room for at 1280 × 720: "))
    #expect(
      outcome.errors.contains("px below") && !outcome.errors.contains("“Short”")
        && !outcome.errors.contains("“Figure”"))
    #expect(folder.files == ["a.md", "b.md"])
    #expect(
      try Program.run(["slides", "b.md", "--check"], in: folder, environment: ["NNB_BROWSER="]).code == 0)
    #expect(try Program.run(["pdf", "b.md"], in: folder, environment: ["NNB_BROWSER="]).code == 4)
    #expect(try Program.run(["pdf", "b.md"], in: folder, environment: ["NNB_BROWSER=/bin/false"]).code == 4)
    let missing = try Program.run(["pdf", "b.md"], in: folder, environment: ["NNB_BROWSER=/no/browser"])
    #expect(missing.code == 4 && missing.errors.contains("there is no program /no/browser"))
    #expect(folder.files == ["a.md", "b.md"])
  }

  @Test(arguments: [["-o", "x.html"], ["--notes"], ["--fragments"]])
  func aCheckWritesNothing(options: [String]) throws {
    let folder = try Folder(["b.md": "## Short\n"])
    let outcome = try Program.run(["slides", "b.md", "--check"] + options, in: folder)
    #expect(outcome.code == 64 && outcome.errors.contains("--check"), "\(outcome.everything)")
    #expect(folder.files == ["b.md"])
  }

  private static let browser = "/usr/bin/chromium"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: browser)))
  func aBrowserMeasuresAndPrints() throws {
    let folder = try Folder(["a.md": deck])
    let environment = ["NNB_BROWSER=\(Self.browser)"]
    let outcome = try Program.run(["slides", "a.md", "--check"], in: folder, environment: environment)
    #expect(outcome.code == 1 && !outcome.errors.contains("there is no Chromium"), "\(outcome.everything)")
    #expect(
      outcome.errors.contains("“Much too long”") && !outcome.errors.contains("“Figure”"),
      "\(outcome.everything)")
    let points = (1...5).map { "- point \($0)\n" }.joined()
    try folder.put(
      "b.md",
      "## Small\n\n" + points + "\n" + cell("plot(tanh, x=-1..1)") + "\n## Large\n\n"
        + cell("plot(tanh, x=-1..1)"))
    let small = try Program.run(["slides", "b.md", "--check"], in: folder, environment: environment)
    #expect(
      small.code == 0 && small.errors.contains("slide 2, “Small”, shows a figure at ")
        && !small.errors.contains("“Large”"), "\(small.everything)")
    #expect(try Program.run(["pdf", "a.md", "--slides"], in: folder, environment: environment).code == 0)
    let file = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path("a.slides.pdf"))))
    #expect(file.starts(with: "%PDF".utf8))
  }
}
