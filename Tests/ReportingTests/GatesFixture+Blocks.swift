import Diagnostics
import NotebookFormat

/// A page of prose of every kind around `cells`.
func gatesBlocks(_ cells: [Block], at place: SourceRange) -> [Block] {
  let write = Prose(place: place)
  return write.opening + Array(cells[0...2]) + write.middle + Array(cells[3...6]) + write.matrices + [
    cells[7]
  ]
    + write.trouble + Array(cells[8...]) + write.ending
}

/// Writes prose by hand.
struct Prose {
  let place: SourceRange

  func block(_ kind: Block.Kind) -> Block { Block(kind, place) }
  func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, place) }
  func text(_ text: String) -> Inline { inline(.text(text)) }
  func code(_ text: String) -> Inline { inline(.code(text)) }
  func paragraph(_ inlines: Inline...) -> Block { block(.paragraph(inlines)) }
  func heading(_ level: Int, _ title: String) -> Block { block(.heading(level: level, [text(title)])) }
  func item(_ words: String, isDone: Bool? = nil) -> Block.ListItem {
    Block.ListItem(isDone: isDone, blocks: [paragraph(text(words))])
  }

  var opening: [Block] {
    [
      heading(1, "List 1: Boolean gates with a single perceptron"),
      paragraph(
        text(
          "A perceptron adds its inputs, each times its weight, and fires when the sum reaches the threshold: "
        ),
        inline(.math(Math(#"y = 1"#), isDisplayed: false)), text(" when "),
        inline(.math(Math(#"\sum_i w_i x_i - T \ge 0"#), isDisplayed: false)),
        text(", else 0. "), inline(.emphasis([text("Fires")])), text(" means that the output is 1"),
        inline(.footnoteReference(label: "fires")),
        text(". The weights stand for the "), inline(.strong([text("direction")])), text(" of a line and "),
        code("T"), text(" for its place; more is in "),
        inline(.link(url: "https://www.deeplearningbook.org", title: "Deep Learning", [text("the book")])),
        text(" and "), inline(.link(url: "#or", title: "", [text("below")])), text(".")),
      block(.math(Math(#"z = \sum_{i=1}^{n} w_i x_i - T"#))),
      block(
        .callout(
          .note,
          [
            paragraph(
              text("A cell whose blanks are still open is "), inline(.emphasis([text("to do")])),
              text(", not wrong."))
          ])),
      heading(2, "AND"),
      paragraph(text("The gate fires on one of the four rows of the table.")),
    ]
  }

  var middle: [Block] {
    [
      block(
        .section(
          .answer(exercise: "and"),
          [paragraph(text("The line has to pass between (1, 1) and the two points (0, 1) and (1, 0)."))])),
      block(.section(.notes, [paragraph(text("LECTURER ONLY: ask about NAND."))])),
      heading(2, "OR"),
      paragraph(text("Now less is asked of the sum"), inline(.footnoteReference(label: "fires")), text(".")),
    ]
  }

  var matrices: [Block] {
    [
      block(.section(.solution, [paragraph(text("The weight of NOT is negative."))])),
      heading(2, "Weights as a matrix"),
      block(
        .table(
          alignments: [.left, .center, .right],
          header: [[text("gate")], [text("weights")], [text("threshold")]],
          rows: [
            [[text("AND")], [code("[1, 1]")], [text("1.5")]],
            [[text("OR")], [code("[1, 1]")], [text("0.5")]],
            [[text("NOT")], [code("[-1]")], [text("-0.5")]],
          ])),
    ]
  }

  var trouble: [Block] {
    [
      heading(2, "Things that go wrong"), heading(3, "Shapes"),
      block(.callout(.tip, [paragraph(text("Read the caret first."))])),
      block(.callout(.important, [paragraph(text("Rows are examples."))])),
      block(
        .callout(
          .warning, [paragraph(text("Both "), code("b"), text(" and "), code("T"), text(" cannot be given."))]
        )),
      block(.callout(.caution, [paragraph(text("A gate that always fires is right on three rows of OR."))])),
    ]
  }

  var ending: [Block] {
    [
      heading(3, "Shapes"),
      block(
        .list(
          start: nil, isTight: true,
          items: [item("AND drawn", isDone: true), item("OR repaired", isDone: false), item("no box")])),
      block(
        .list(
          start: 3, isTight: false,
          items: [
            item("third"),
            Block.ListItem(
              isDone: nil,
              blocks: [
                paragraph(text("fourth")), block(.list(start: nil, isTight: true, items: [item("inner")])),
              ]),
          ])),
      block(.quote([paragraph(text("The perceptron is the embryo of a computer."))])),
      block(.code(language: "python", text: "w = [1, 1]\nprint(sum(w))  # no cell, only shown\n")),
      paragraph(
        inline(.strikethrough([text("Gone.")])), inline(.softBreak), text("A line"), inline(.lineBreak),
        text("and the next; "),
        inline(.html("<b>")), text("raw"), inline(.html("</b>")), text(" x"), inline(.html("<sub>")),
        code("1"),
        inline(.html("</sub>")), inline(.html("<br>")), inline(.html("<kbd>")), text(" "),
        inline(.image(url: "https://example.org/a.png", title: "", [text("a perceptron")])), text(" "),
        inline(.image(url: "../a.png", title: "", [text("a gate")])), text(" "),
        inline(.footnoteReference(label: "nowhere"))),
      block(.html("<div onclick=\"x()\">raw</div>\n")),
      block(.thematicBreak),
      block(
        .footnote(
          label: "fires",
          [paragraph(text("Some books write "), code(">"), text(" in the place of "), code(">="), text("."))])
      ),
    ]
  }
}
