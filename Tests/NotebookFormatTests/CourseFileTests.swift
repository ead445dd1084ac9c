import Diagnostics
import NotebookFormat
import TestSupport
import Testing

/// Reads `root` as `sheets/a.md` beside these files.
private func read(
  _ root: String, _ files: [String: [UInt8]], settings: String? = nil
) -> (notebook: Notebook, diagnostics: [Diagnostic]) {
  let course = CourseFiles(settings: settings.map { SourceFile(path: "nnb.yml", text: $0) }) {
    path, limit throws(CourseFiles.Refusal) in
    guard !path.hasPrefix("..") else { throw .outside }
    guard let bytes = files[path] else { throw .world(.notFound(path: path)) }
    guard bytes.count <= limit else { throw .world(.tooLarge(path: path, limit: limit)) }
    return bytes
  }
  return readNotebook(SourceFile(path: "sheets/a.md", text: root), files: course)
}

private func read(_ root: String, _ files: [String: String]) -> (
  notebook: Notebook, diagnostics: [Diagnostic]
) {
  read(root, files.mapValues { Array($0.utf8) })
}

@Test func `included files stand in their places`() {
  let (notebook, diagnostics) = read(
    "```nn\na\n```\n\n{{< include parts/_b.md >}}\n\n```nn\nd\n```\n`{nn} v` x[^1]\n\n[^1]: y\n",
    [
      "sheets/parts/_b.md":
        "---\ntitle: no\n---\n`{nn} w` z[^1]\n\n```nn\nb\n```\n\n{{< include ../_c.md >}}\n\n[^1]: u\n",
      "sheets/_c.md": "```nn\nc\n```\n",
    ])
  #expect(diagnostics.isEmpty)
  #expect(notebook.cells.map(\.source.text) == ["a\n", "b\n", "c\n", "d\n"])
  #expect(notebook.cells.map(\.index) == [0, 1, 2, 3])
  #expect(notebook.files.map(\.path) == ["sheets/a.md", "sheets/parts/_b.md", "sheets/_c.md"])
  #expect(
    NotebookDump(notebook: notebook).lines() == [
      "cell 0 \"a\\n\"", "p value( w) znote(1-1)", "cell 1 \"b\\n\"", "cell 2 \"c\\n\"", "footnote 1-1",
      "  p u",
      "cell 3 \"d\\n\"", "p value( v) xnote(1)", "footnote 1", "  p y",
    ])
  #expect(notebook.frontMatter.title == nil)
}

@Test func `records go to the file of their cell`() {
  let (notebook, _) = read(
    "{{< include _b.md >}}\n\n```nn\na\n```\n", ["sheets/_b.md": "```nn\nb\n```\n"])
  let records: [Int: String?] = [0: "B", 1: "A"]
  #expect(notebook.settingRecords(records) == "{{< include _b.md >}}\n\n```nn\na\n```\n```output\nA\n```\n")
  #expect(
    notebook.settingRecords(records, in: notebook.files[1]) == "```nn\nb\n```\n```output\nB\n```\n")
}

@Test func `what is wrong in an included file names that file`() {
  let (_, diagnostics) = read(
    "@fig-x\n\n{{< include _b.md >}}", ["sheets/_b.md": "\n```nn\n#| lable: x\n```\n"])
  #expect(diagnostics.map(\.kind) == [.unknownReference, .unknownOption])
  #expect(diagnostics.last?.primary.range.file.path == "sheets/_b.md")
  #expect(diagnostics.last?.primary.range.start.line == 3)
}

@Test(arguments: [
  ("{{< include a.md >}}", "it is the notebook itself"),
  ("{{< include ./x/../a.md >}}", "it is the notebook itself"),
  ("{{< include ../../b.md >}}", "it lies outside the course's folder"),
  ("{{< include _b.md >}}\n\n{{< include _b.md >}}", "it is included already"),
  ("{{< include _cycle.md >}}", "it is included already"),
  ("{{< include _bytes.md >}}", "it is not UTF-8 text"),
  ("{{< include _huge.md >}}", "sheets/_huge.md is larger than"),
])
func `an include that cannot be is refused`(text: String, reason: String) {
  let (_, diagnostics) = read(
    text,
    [
      "sheets/_b.md": Array("b".utf8), "sheets/_cycle.md": Array("{{< include _cycle.md >}}".utf8),
      "sheets/_bytes.md": [0xFF], "sheets/_huge.md": [UInt8](repeating: 0x61, count: 999_999),
    ])
  #expect(diagnostics.map(\.kind) == [.includeFailed])
  #expect(
    diagnostics.first?.message.english.contains(reason) == true, "\(diagnostics.map(\.message.english))")
}

@Test func `files that include each other on and on are bounded`() {
  var files: [String: String] = [:]
  for number in 0..<100 {
    files["sheets/\(number).md"] = (0..<100).map { "{{< include \($0).md >}}\n\n" }.joined()
  }
  let (notebook, diagnostics) = read("{{< include 0.md >}}", files)
  #expect(notebook.files.count == 21)
  #expect(diagnostics.count { $0.kind == .includeFailed } == 20)
  #expect(diagnostics.last?.message == "1961 more of this kind are not shown")
}

@Test func `pictures are read once and checked`() {
  let png = PictureHead.png(width: 2, height: 3)
  let (notebook, diagnostics) = read(
    "![a](a.png) ![a](a.png) ![b](../b%20c.jpg) ![c](c.svg) ![d](https://e.org/d.png) ![f](data:x) ![g](../../g.png)",
    [
      "sheets/a.png": png, "b c.jpg": PictureHead.jpeg(width: 30, height: 20),
      "sheets/c.svg": Array("<html/>".utf8),
    ])
  #expect(notebook.pictures.map(\.url) == ["a.png", "../b%20c.jpg"])
  #expect(notebook.pictures.map(\.format) == [.png, .jpeg])
  #expect(diagnostics.count == 4 && diagnostics.allSatisfy { $0.kind == .pictureNotShown })
}

@Test func `pictures are bounded together`() {
  let png = PictureHead.png(width: 2, height: 3) + [UInt8](repeating: 0, count: 4_999_000)
  let files = Dictionary(uniqueKeysWithValues: (0..<6).map { ("sheets/\($0).png", png) })
  let (notebook, diagnostics) = read((0..<6).map { "![](\($0).png)" }.joined(separator: "\n"), files)
  #expect(notebook.pictures.count == 4)
  #expect(diagnostics.count == 2)
}

@Test func `the front matter wins over the course's settings`() {
  let (notebook, diagnostics) = read(
    "---\nseed: 3\nparams: {b: x, c: [1, 2.5]}\n---\n", [:] as [String: [UInt8]],
    settings: "title: Course\nauthor: A\nseed: 9\nparams:\n  a: 1\n  b: true\n")
  #expect(diagnostics.isEmpty)
  #expect(
    notebook.frontMatter
      == FrontMatter(
        title: "Course", author: "A", seed: 3,
        params: [
          NotebookParameter(name: "a", value: .number(1)), NotebookParameter(name: "b", value: .text("x")),
          NotebookParameter(name: "c", value: .numbers([1, 2.5])),
        ]))
  let wrong = read("", [:] as [String: [UInt8]], settings: "seed: x\n").diagnostics
  #expect(wrong.map(\.primary.range.file.path) == ["nnb.yml"])
}

@Test(arguments: [
  (NotebookParameter.Value.number(1), "2.5", NotebookParameter.Value?.some(.number(2.5))),
  (.number(1), "x", nil),
  (.number(1), "nan", nil), (.number(1), "0x10", nil), (.text("a"), "2", .text("2")),
  (.truth(true), "false", .truth(false)),
  (.truth(true), "0", nil), (.numbers([1]), "[1, 2e-1]", .numbers([1, 0.2])), (.numbers([1]), "[1, ]", nil),
])
func `a parameter takes values of its own kind`(
  value: NotebookParameter.Value, text: String, result: NotebookParameter.Value?
) {
  #expect(NotebookParameter(name: "p", value: value).reading(text)?.value == result)
}

@Test(arguments: [
  (PictureHead.png(width: 100_000, height: 100_000), "it has 100,000 by 100,000 pixels"),
  (PictureHead.png(width: .max, height: .max), "it has 4,294,967,295 by 4,294,967,295 pixels"),
  (PictureHead.png(width: 7_072, height: 7_072), "it has 7,072 by 7,072 pixels"),
  (PictureHead.png(width: 0, height: 5), "its size cannot be read"),
  (Array(PictureHead.png(width: 5, height: 5).prefix(20)), "its size cannot be read"),
  (PictureHead.jpeg(width: 65_535, height: 65_535, kind: 0xC2), "it has 65,535 by 65,535 pixels"),
  (PictureHead.jpeg(width: 5, height: 5, kind: 0xC4), "its size cannot be read"),
  ([0xFF, 0xD8, 0xFF], "its size cannot be read"),
])
func `a picture's size is read before it goes into the page`(bytes: [UInt8], reason: String) {
  let (notebook, diagnostics) = read("![a](a.x)", ["sheets/a.x": bytes])
  #expect(notebook.pictures.isEmpty)
  #expect(diagnostics.map(\.message) == ["the picture `a.x` becomes a link: \(reason)"])
}

@Test func `pictures have a bound on pixels together`() {
  let files = Dictionary(
    uniqueKeysWithValues: (0..<6).map { ("sheets/\($0).png", PictureHead.png(width: 7_000, height: 7_000)) })
  let (notebook, diagnostics) = read((0..<6).map { "![](\($0).png)" }.joined(separator: "\n"), files)
  #expect(notebook.pictures.map(\.pixels) == [Int](repeating: 49_000_000, count: 4))
  #expect(diagnostics.count == 2)
}

// MARK: Links

/// Reads a text of `sheets/a.md` in a folder in which a link may lead to these places.
private func readLinks(_ text: String, _ places: [String: CourseFiles.Place]) -> (
  notebook: Notebook, diagnostics: [Diagnostic]
) {
  let files = CourseFiles(find: { path in
    path.hasPrefix("..") ? .outside : places[path] ?? .nothing(near: path.hasSuffix("o.md") ? ["b.md"] : [])
  }) { path, _ throws(CourseFiles.Refusal) in throw .world(.notFound(path: path)) }
  return readNotebook(SourceFile(path: "sheets/a.md", text: text), files: files)
}

@Test func `a link to a notebook leads to its report`() {
  let (notebook, diagnostics) = readLinks(
    "[b](b.md) [c](../c%20d.md#x?y) [e](e.md) [f](f.pdf) [folder](data/) [b]\n\n[b]: b.md?z",
    [
      "sheets/b.md": .report(path: "b.html"), "c d.md": .report(path: "../c d.html"), "sheets/e.md": .there,
      "sheets/f.pdf": .there, "sheets/data": .there,
    ])
  #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
  let addresses = ["b.md", "../c%20d.md#x?y", "e.md", "f.pdf", "b.md?z"].map {
    notebook.links[LinkedFile($0, in: notebook.file)]
  }
  #expect(addresses == ["b.html", "../c%20d.html#x?y", nil, nil, "b.html?z"])
}

@Test func `a link to nothing is told, with what may be meant`() {
  let text =
    "x [a](none.pdf) [b](o.md#s) [c](g.html) [d](/etc/none) [e](../../none) [f](#none) [g](https://none.pdf)"
  let (notebook, diagnostics) = readLinks(text, ["sheets/g.md": .there])
  #expect(diagnostics.allSatisfy { $0.kind == .linkToNothing })
  #expect(
    diagnostics.map(\.primary.range.text) == ["[a](none.pdf)", "[b](o.md#s)", "[c](g.html)", "[f](#none)"])
  #expect(diagnostics.map { $0.hint?.edit?.replacement } == [nil, "b.md#s", "g.md", nil])
  #expect(diagnostics.compactMap { $0.hint?.edit?.range.text } == ["o.md#s", "g.html"])
  #expect(notebook.links.isEmpty)
}
