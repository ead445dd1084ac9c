import Language

extension PageWriter {
  /// Writes what became of a check: a sign, a word, the check, the reasons, the row that shows it.
  mutating func check(_ check: CheckResult) {
    element("div", ["class": "check \(check.verdict.rawValue)"]) { page in
      page.element("p", ["class": "verdict"]) { page in
        page.element("span", ["class": "mark", "aria-hidden": "true"], text: check.verdict.mark)
        page.element("span", ["class": "check-text"]) { page in
          page.element("strong", text: check.verdict.word)
          page.html.text(" ")
          page.checkText(check)
          page.html.text(check.extentText)
        }
        if let points = check.points { page.element("span", ["class": "points"], text: points.text) }
      }
      page.reasons(check)
    }
  }

  /// A check is shown by its own words if it has some, else by its expression.
  private mutating func checkText(_ check: CheckResult) {
    if check.range.text.contains("\"" + check.text) {
      words(check.text)
    } else {
      element("code", text: check.text)
    }
  }

  private mutating func reasons(_ check: CheckResult) {
    for reason in check.reasons { element("p", ["class": "reason"]) { $0.words(reason) } }
    guard let row = check.counterexample else { return }
    element("div", ["class": "counterexample"]) { $0.valueTable(row) }
  }
}

extension CheckResult {
  /// On how much a check holds, behind its text; what fails says so in its reasons.
  var extentText: String {
    guard verdict == .passed, let extent else { return "" }
    return " (\(extent.text))"
  }
}

extension CheckResult.Verdict {
  /// The sign before a check.
  var mark: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .open: "○"
    }
  }

  /// The word that says the same.
  var word: String {
    switch self {
    case .passed: "Holds"
    case .failed: "Fails"
    case .open: "Open"
    }
  }
}
