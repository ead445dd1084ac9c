import Language
import Reporting

/// Writes a page of grading: one file, no script, nothing from elsewhere, every text escaped.
struct GradingPage {
  private(set) var html = HTMLWriter()

  /// The whole file.
  static func page(_ title: String, _ body: (inout GradingPage) -> Void) -> String {
    var page = GradingPage()
    page.html.markup("<!doctype html>\n")
    page.element("html", ["lang": "en"]) { page in
      page.element("head") { page in
        page.html.open("meta", ["charset": "utf-8"])
        page.html.open(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          ])
        page.html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.html.open("meta", ["name": "color-scheme", "content": "light dark"])
        page.element("title", text: title)
        page.html.markup("<style>\(style)</style>")
      }
      page.element("body") { page in body(&page) }
    }
    return page.html.html + "\n"
  }

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ tag: String, _ attributes: Attributes = [:], _ content: (inout GradingPage) -> Void
  ) {
    guard html.open(tag, attributes) else { return }
    content(&self)
    html.close(tag)
  }

  /// Writes an element with a text in it.
  mutating func element(_ tag: String, _ attributes: Attributes = [:], text: String) {
    element(tag, attributes) { $0.html.text(text) }
  }

  /// Writes a text.
  mutating func text(_ text: String) { html.text(text) }

  /// Writes a table of values.
  mutating func table(_ table: TableOutput) {
    element("table", ["class": "values"]) { page in
      if let title = table.title { page.element("caption", text: title) }
      page.element("tr") { page in for name in table.header { page.element("th", text: name) } }
      for row in table.rows {
        page.element("tr") { page in for value in row { page.element("td", text: value) } }
      }
    }
    if let note = table.note { element("p", text: note) }
  }

  /// Writes counts as bars, the whole of them 300 pixels long.
  mutating func bars(_ title: String, _ rows: [(label: String, count: Int)]) {
    let all = max(1, rows.reduce(0) { $0 + $1.count })
    element("section") { page in
      page.element("h2", text: title)
      page.element("table") { page in
        for (label, count) in rows {
          page.element("tr") { page in
            page.element("th", ["scope": "row"], text: label)
            page.element("td", text: "\(count)")
            page.element("td", ["style": "text-align:left"]) { page in
              page.element("span", ["class": "bar", "style": "width:\(count * 300 / all)px"], text: "")
            }
          }
        }
      }
    }
  }

  /// The sign of an outcome, which a screen reader reads as a word.
  mutating func mark(_ outcome: CheckVerdict.Outcome) {
    element("span", ["class": "mark \(outcome.style)", "role": "img", "aria-label": outcome.rawValue]) {
      page in
      page.html.text(outcome.mark)
    }
  }

  /// The one style sheet of these pages.
  private static let style = """
    :root{--ink:#1b2330;--soft:#5d6b7d;--line:#d5dce5;--good:#1a7f37;--bad:#b3261e;--card:#f6f8fa;--paper:#fff}
    @media(prefers-color-scheme:dark){:root{--ink:#e6ebf2;--soft:#9aa7b8;--line:#38424f;--good:#56c271;--bad:#ff8a80;--card:#1d2530;--paper:#12171e}}
    body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:52rem;margin:2rem auto;padding:0 1rem}
    body.wide{max-width:none}
    h1{font-size:1.6rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:0;display:flex;justify-content:space-between;gap:1rem}
    .total{font-size:1.3rem;font-weight:600}.soft,footer{color:var(--soft);font-size:.9rem}
    section{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:1rem 0}
    pre{background:var(--card);padding:.7rem;border-radius:.4rem;overflow-x:auto;margin:.7rem 0;font:.9rem/1.45 ui-monospace,monospace;white-space:pre-wrap}
    ul{list-style:none;padding:0;margin:.5rem 0}li{margin:.35rem 0}
    .mark{display:inline-block;width:1.4em;font-weight:700}.good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--soft)}
    .reason{margin:.1rem 0 .1rem 1.5rem;font-size:.93rem}.points{float:right;color:var(--soft);font-size:.9rem}
    .notice{border-left:.3rem solid var(--bad);padding:.3rem .8rem;background:var(--card);margin:.7rem 0}
    table{border-collapse:collapse;margin:.6rem 0 .6rem 1.5rem;font-variant-numeric:tabular-nums}
    th,td{border-bottom:1px solid var(--line);padding:.15rem .6rem;text-align:right}th{font-weight:600}
    .scroll{overflow-x:auto}table.matrix{margin:0;font-size:.88rem}table.matrix th:first-child{text-align:left;position:sticky;left:0;background:var(--paper)}
    .bar{display:inline-block;background:var(--good);height:.8rem;vertical-align:middle;border-radius:.15rem}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:.8rem}.pair>*{min-width:0}h3{font-size:1rem;margin:.9rem 0 .2rem}
    @media print{body{margin:0}section{break-inside:avoid}}
    """
}

extension CheckVerdict.Outcome {
  /// A sign for it.
  var mark: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .error, .exhausted: "!"
    case .notRun: "–"
    }
  }

  /// The class of its sign.
  fileprivate var style: String {
    switch self {
    case .passed: "good"
    case .failed, .error, .exhausted: "bad"
    case .notRun: "open"
    }
  }
}
