import Foundation
import TestSupport

/// Something handed in by who wants to break the grading, to learn what is hidden, or to get points for nothing.
struct HostileSubmission {
  /// The student's id: the name of the folder.
  let name: String
  /// The files in the folder.
  let files: [(path: String, bytes: [UInt8])]
  /// The status and the points in the table; `and` is worth 2, of which 1 is hidden, `number` 1.
  let expected: String

  init(_ name: String, _ text: String, _ expected: String, file: String = "a.md") {
    self.init(name, [(file, Array(text.utf8))], expected)
  }

  init(_ name: String, _ files: [(path: String, bytes: [UInt8])], _ expected: String) {
    (self.name, self.files, self.expected) = (name, files, expected)
  }
}

extension HostileSubmission {
  /// The key: what is hidden holds words and a number that must be found nowhere.
  static let key = """
    ---
    title: Gates
    ---
    ```nn
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    ```

    ```nn
    #| exercise: and
    #| points: 2
    #| budget: {fuel: 3e7}
    g = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: and
    g = perceptron(w=[1, 1], T=1.5)
    ```

    ```nn
    #| tests: and
    #| budget: {fuel: 3e7}
    check "the gate is AND": g == AND
    ```

    ```nn
    #| hidden: and
    #| budget: {fuel: 3e7}
    check "the hidden words 73819": max(g.w) < g.T
    ```

    ```nn
    #| exercise: number
    #| points: 1
    #| budget: {fuel: 3e7}
    n = ?
    ```

    ```nn
    #| solution: number
    n = 3
    ```

    ```nn
    #| tests: number
    check n == 3
    ```
    """

  static let gate = "g = perceptron(w=[1, 1], T=1.5)"
  private static let wrong = "g = perceptron(w=[1, 1], T=0.5)"

  static func sheet(_ and: String = gate, _ number: String = "n = 3") -> String {
    "```nn\n#| exercise: and\n\(and)\n```\n\n```nn\n#| exercise: number\n\(number)\n```\n"
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// All of them.
  static var all: [HostileSubmission] {
    work + values + names + reads + cells + texts + paths + archives + reports
  }

  // MARK: Answers

  /// Work and memory without end: an exercise's own points are lost.
  private static var work: [HostileSubmission] {
    let endless = [
      ("comprehension", "n = sum([k for k in 1..9000000])"), ("recursive", "f(x) = f(x)\ng = f(1)"),
      ("two-functions", "f(x) = h(x)\nh(x) = f(x)\ng = f(1)"),
      ("product", "a = [j * k for j in 1..3000]\ng = [[j * k for j in 1..3000] for k in 1..3000]"),
      ("zeros", "g = zeros(100000, 100000)"), ("normal", "g = normal(0, 1, size=[50000, 50000])"),
      ("ones", "g = zeros(9223372036854775807, 9223372036854775807)"),
      ("lists", "b = zeros(1000, 1000)\ng = [b + k for k in 0..1000]"),
      (
        "training",
        "m = input(2) -> dense(64, tanh) -> dense(1, sigmoid)\ng = train(m, AND, loss=bce, opt=sgd(0.5), epochs=1000000000)"
      ),
      ("matrices", "a = normal(0, 1, size=[900, 900])\ng = [a @ a for k in 1..1000]"),
      ("power", "g = 9^9^9^9^9^9"), ("deep", "g = " + repeated("(", 5_000) + "1"),
      ("minus", "g = " + repeated("-", 100_000) + "1"), ("long", "g = 1" + repeated(" + 1", 60_000)),
      ("chain", "f0(x) = x\n" + (1...2_000).map { "f\($0)(x) = f\($0 - 1)(x)\n" }.joined() + "g = f2000(1)"),
    ].map { HostileSubmission("work-" + $0.0, sheet($0.1), "graded 1") }
    // What is shown costs nothing but its work.
    let shown = [
      ("outputs", "[k for k in 1..100000]\n" + repeated("1\n", 2_000) + gate, "graded 1"),
      ("prints", repeated("\"<script>alert(1)</script>\"\n", 200) + gate, "graded 3"),
      ("figure", "plot(sin, x=[0, 1])\n" + gate, "graded 3"),
      ("statements", repeated("x = 1\n", 4_000) + gate, "graded 3"),
    ].map { HostileSubmission("shown-" + $0.0, sheet($0.1), $0.2) }
    return endless + shown
  }

  /// Answers that are not what they should be, or are slow when they are used.
  private static var values: [HostileSubmission] {
    [
      ("text", "g = \"AND\"", 1), ("number", "g = 1", 1), ("list", "g = [0, 0, 0, 1]", 1),
      ("empty", "g = []", 1),
      ("table", "g = AND", 2), ("truth", "g = true", 1), ("library", "g = max", 1), ("itself", "g = g", 1),
      ("function", "g(a, b) = a * b", 2), ("three-inputs", "g = perceptron(w=[1, 1, 1], T=1.5)", 2),
      ("three-arguments", "g(a, b, c) = a * b", 1), ("nan", "g = perceptron(w=[0/0, 1], T=1)", 1),
      ("infinite", "g = perceptron(w=[1e308 * 10, 1], T=1)", 1), ("nothing", "h = 3", 1),
      ("slow", "g(a, b) = sum([k for k in 1..9000000]) * 0 + a * b", 1),
      ("calls-itself", "g(a, b) = g(a, b)", 1),
      ("captured", "b = zeros(2000, 400)\ng(x, y) = x * y + sum(b)", 2),
      ("record", "g = perceptron(w=[1, 1], T=1.5) with { T = 0.5 }", 1),
    ].map { HostileSubmission("value-" + $0.0, sheet($0.1), "graded \($0.2)") }
  }

  /// Names of the library, of the sheet and of the key, bound anew: checks see the key's own.
  private static var names: [HostileSubmission] {
    [
      "max(x) = -1000", "min(x) = -1000", "sum(x) = 0", "abs(x) = 0", "sin(x) = 0", "zeros(x) = 0",
      "table AND(x1, x2 -> y) { 00:1, 01:1, 10:1, 11:1 }", "AND(a, b) = 1", "check_ = 1", "solution = 1",
      "perceptron(w, T) = 1",
    ].enumerated().map {
      HostileSubmission("name-\($0.offset)", sheet($0.element + "\n" + wrong), "graded 1")
    }
  }

  /// Files and addresses that a cell cannot reach.
  private static var reads: [HostileSubmission] {
    [
      "/etc/passwd", "key.md", "../key.md", "../../key.md", "/proc/self/environ", "/proc/1/mem", "~/.bashrc",
      "http://127.0.0.1/", "file:///etc/passwd", "/dev/zero", "a.md", "", "key.md\\u0000.csv",
    ].enumerated().map {
      HostileSubmission("read-\($0.offset)", sheet("g = read(\"\($0.element)\")"), "graded 1")
    }
  }

  // MARK: Notebooks

  /// Cells and settings of the sheet, forged or doubled.
  private static var cells: [HostileSubmission] {
    let tests = "```nn\n#| tests: and\ncheck 1 == 1\n```\n"
    return [
      ("tests", sheet("g = 1", "n = 1") + tests, 0),
      ("hidden", sheet(wrong) + tests.replacing("tests", with: "hidden"), 1),
      ("doubled", sheet() + sheet("g = 1", "n = 3"), 1), ("holes", sheet() + sheet("g = ?", "n = ?"), 3),
      ("solution", "```nn\n#| solution: and\n\(gate)\n```\n", 0),
      ("points", sheet().replacing("#| exercise: and\n", with: "#| exercise: and\n#| points: 1000\n"), 3),
      ("included", "{{< include ../../key.md >}}\n" + sheet("g = 1"), 1),
      ("linked", "![](../../key.md)\n" + sheet("g = 1"), 1),
      (
        "settings",
        "---\nseed: 7\nparams: {AND: 1}\ndue: 2090-01-01 00:00 Z\nscale: {\"5,0\": 0%}\n---\n" + sheet(wrong),
        1
      ),
      (
        "budget",
        sheet("n = sum([k for k in 1..9000000])\n\(gate)").replacing(
          "#| exercise: and\n", with: "#| exercise: and\n#| budget: {fuel: 5e10}\n"), 1
      ),
      ("unclosed", sheet() + "```nn\n#| exercise: and\ng = 1", 1),
      ("hundreds", repeated(sheet("g = 1"), 300) + sheet(), 3),
      ("fence", "````nn\n#| exercise: and\n\(gate)\n```\n```nn\n#| tests: and\ncheck 1 == 1\n````\n", 0),
      ("comment", "<!--\n" + sheet() + "-->\n", 0), ("script", "<script>alert(1)</script>\n" + sheet(), 3),
      ("exercise", sheet() + "```nn\n#| exercise: <script>x</script>\nx = 1\n```\n", 3),
      ("params", sheet().replacing("n = 3", with: "param n ~ normal(0, 1)"), 2),
    ].map { HostileSubmission("cell-" + $0.0, $0.1, "graded \($0.2)") }
  }

  /// Texts that are none, or hard to read.
  private static var texts: [HostileSubmission] {
    [
      HostileSubmission("text-empty", "", "unreadable 0"),
      HostileSubmission(
        "text-binary", [("a.md", (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })], "unreadable 0"),
      HostileSubmission("text-zero", sheet() + "\u{0}", "unreadable 0"),
      HostileSubmission("text-large", sheet() + repeated("word ", 300_000), "unreadable 0"),
      HostileSubmission("text-huge", [("a.md", [UInt8](repeating: 0x61, count: 9_000_000))], "unreadable 0"),
      HostileSubmission("text-mark", "\u{FEFF}" + sheet(), "graded 3"),
      HostileSubmission("text-returns", sheet().replacing("\n", with: "\r"), "graded 3"),
      HostileSubmission("text-quotes", repeated(">", 50_000) + " x\n\n" + sheet(), "graded 3"),
      HostileSubmission("text-bars", repeated("|", 400_000) + "\n\n" + sheet(), "unreadable 0"),
      HostileSubmission("text-cells", repeated(sheet("g = 1"), 2_000), "unreadable 0"),
      HostileSubmission("text-code", sheet(repeated("x = 1\n", 60_000)), "unreadable 0"),
      HostileSubmission("text-brackets", repeated("[", 300_000) + "\n\n" + sheet(), "graded 3"),
      HostileSubmission("text-stars", repeated("*a_", 100_000) + "\n\n" + sheet(), "graded 3"),
      HostileSubmission("text-formula", "$" + repeated("{", 100_000) + "$\n\n" + sheet(), "graded 3"),
      HostileSubmission("jupyter-deep", repeated("[", 200_000), "unreadable 0", file: "a.ipynb"),
      HostileSubmission(
        "jupyter-other", #"{"cells": [{"cell_type": 3}, 7, {"cell_type": "code", "source": {}}]}"#,
        "graded 0", file: "a.ipynb"),
    ]
  }

  /// Names that spreadsheets, browsers, terminals or the disk would run or follow.
  private static var paths: [HostileSubmission] {
    [
      "=cmd|' C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tTab", "<b>x",
      "<script>alert(1)</script".replacing("/", with: ""),
      "\"quoted\", twice", "a;b", "'single", "%2e%2e%2f", "ｆｕｌｌ＝", "\u{202E}txt", "\u{1B}[31mred", "Zoë 🐉",
      repeated("n", 250), "two\nlines",
    ].map { HostileSubmission($0, sheet(), "graded 3") }
  }

  // MARK: Archives and reports

  private static var archives: [HostileSubmission] {
    let inner = Zip([.init("a.md", sheet())]).bytes
    return [
      (
        "outside", Zip([.init("../../evil/a.md", sheet()), .init("/etc/a.md", sheet())]).bytes, "unreadable 0"
      ),
      ("windows", Zip([.init("C:\\a.md", sheet()), .init("x\\..\\a.md", sheet())]).bytes, "unreadable 0"),
      ("link", Zip([.init("a.md", "/etc/passwd", mode: 0o120777)]).bytes, "unreadable 0"),
      ("device", Zip([.init("a.md", sheet(), mode: 0o020666)]).bytes, "unreadable 0"),
      ("nested", Zip([.init(name: Array("b.zip".utf8), content: inner)]).bytes, "unreadable 0"),
      ("cut", Array(Zip([.init("a.md", sheet()), .init("b.md", sheet())]).bytes.prefix(90)), "unreadable 0"),
      ("none", Array("PK".utf8) + [UInt8](repeating: 0, count: 400), "unreadable 0"),
      ("many", Zip((0..<3_000).map { .init("\($0).txt", "x") }).bytes, "graded 0"),
      ("right", inner, "graded 3"),
    ].map { HostileSubmission("zip-" + $0.0, [("a.zip", $0.1)], $0.2) }
  }

  private static var reports: [HostileSubmission] {
    func page(_ source: String) -> String {
      "<script type=\"text/x-nnb-notebook\" data-name=\"a.md\">\(source)</script>"
    }
    return [
      ("forged", "<p>✓ 3 of 3 points</p>", "unreadable 0"), ("broken", page("%%%"), "unreadable 0"),
      ("cut", String(page("QUFB").dropLast(12)), "unreadable 0"),
      ("right", page(Data(sheet().utf8).base64EncodedString()), "graded 3"),
      (
        "two",
        page(Data(sheet(wrong).utf8).base64EncodedString()) + page(Data(sheet().utf8).base64EncodedString()),
        "graded 1"
      ),
      ("opens", repeated("<script type=\"text/x-nnb-notebook\" data-name=\"", 20_000), "unreadable 0"),
      ("ends", repeated(page("%"), 20_000), "unreadable 0"),
    ].map { HostileSubmission("report-" + $0.0, $0.1, $0.2, file: "a.html") }
  }
}
