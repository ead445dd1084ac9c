import Diagnostics
import Wording

extension TeXReader {
  /// Returns a token as it is typed.
  func spelling(_ token: TeXScanner.Token) -> String {
    switch token.kind {
    case .command(let name): "\\" + name
    case .character(let scalar): String(scalar)
    case .open: "{"
    case .close: "}"
    case .lower: "_"
    case .upper: "^"
    case .prime: "'"
    case .cell: "&"
    case .line: "\\\\"
    case .end: ""
    }
  }

  /// A token that belongs to something which is not there.
  func stray(_ token: TeXScanner.Token) -> TeXProblem {
    switch token.kind {
    case .close:
      TeXProblem(message: "`}` closes nothing", bytes: token.bytes, hint: "write `\\}` to show a brace")
    case .cell:
      TeXProblem(
        message: "`&` stands outside a matrix, `cases` or `aligned`", bytes: token.bytes,
        hint: "write `\\&` to show the sign")
    case .line:
      TeXProblem(
        message: "`\\\\` stands outside a matrix, `cases` or `aligned`", bytes: token.bytes,
        hint: "put lines between `\\begin{aligned}` and `\\end{aligned}`")
    case .command("right"): TeXProblem(message: "`\\right` has no `\\left`", bytes: token.bytes)
    case .command("end"): TeXProblem(message: "`\\end` has no `\\begin`", bytes: token.bytes)
    case .command, .character, .open, .lower, .upper, .prime, .end:
      TeXProblem(message: "`\(spelling(token))` cannot stand here", bytes: token.bytes)
    }
  }

  /// What authors define for themselves, and what it usually stands for.
  private static let customary: [String: String] = {
    var table = [
      "d": "\\mathrm{d}", "dd": "\\mathrm{d}", "e": "\\mathrm{e}", "E": "\\mathbb{E}", "P": "\\mathbb{P}",
      "tr": "\\operatorname{tr}", "rank": "\\operatorname{rank}",
      "reals": "\\mathbb{R}", "Reals": "\\mathbb{R}", "real": "\\mathbb{R}",
      "relu": "\\operatorname{relu}", "ReLU": "\\operatorname{ReLU}", "softmax": "\\operatorname{softmax}",
      "sigmoid": "\\operatorname{sigmoid}", "xor": "\\oplus", "step": "\\operatorname{step}",
    ]
    for letter in "RNZQCFB" {
      table[String(letter)] = "\\mathbb{\(letter)}"
      table[String([letter, letter])] = "\\mathbb{\(letter)}"
    }
    return table
  }()

  /// A command that is not in the table.
  func unknown(_ name: String, _ token: TeXScanner.Token) -> TeXProblem {
    guard let first = name.unicodeScalars.first, first.isASCII, first.value > 0x20, first.value < 0x7F else {
      return TeXProblem(message: "`\\` has no command behind it", bytes: token.bytes)
    }
    let message: Message = "`\\\(name)` is no command that is known here"
    if let meant = Self.customary[name] {
      return TeXProblem(message: message, bytes: token.bytes, hint: "write `\(meant)`", replacement: meant)
    }
    return TeXProblem(
      message: message, bytes: token.bytes,
      hint: "define it in `macros:` of the settings, or by `\\newcommand{\\\(name)}{…}` in a formula above",
      unknown: (name, Array(TeXCommand.named.keys), "\\"))
  }

  /// An environment that is not in the table.
  func unknownEnvironment(_ name: String, _ bytes: Range<Int>) -> TeXProblem {
    TeXProblem(
      message: "`\\begin{\(name)}` is no environment that is known here", bytes: bytes,
      unknown: (name, Formula.Grid.names, ""))
  }

  /// A character that means nothing in a formula.
  func unknown(_ scalar: Unicode.Scalar, _ token: TeXScanner.Token) -> TeXProblem {
    if "#%$".unicodeScalars.contains(scalar) {
      return TeXProblem(
        message: "`\(scalar)` means something else in TeX", bytes: token.bytes,
        hint: "write `\\\(scalar)` to show the sign", replacement: "\\\(scalar)")
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let shown: Message = scalar.value > 0x20 && scalar.value < 0x7F ? "`\(scalar)`" : "the character \(code)"
    return TeXProblem(message: "\(shown) is not known in formulas", bytes: token.bytes)
  }
}
