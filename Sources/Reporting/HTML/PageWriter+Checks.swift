import Language
import Wording

extension PageWriter {
  /// Writes what became of a check: a sign, a word, the check, the reasons, the row that shows it.
  mutating func check(_ check: CheckResult) {
    element("div", ["class": "check \(check.verdict.rawValue)"]) { page in
      page.element("p", ["class": "verdict"]) { page in
        page.element("span", ["class": "mark", "aria-hidden": "true"], text: check.verdict.mark)
        page.element("span", ["class": "check-text"]) { page in
          page.element("strong", text: page.words(check.verdict.word))
          page.html.text(" ")
          page.checkText(check)
          // What fails says in its reasons on how much.
          if check.verdict == .passed, let extent = check.extent {
            page.html.text(" (\(page.words.text(extent)))")
          }
        }
        if let points = check.points {
          page.element("span", ["class": "points"], text: page.words.text(points))
        }
      }
      page.reasons(check)
    }
  }

  /// A check is shown by its own words if it has some, else by its expression.
  private mutating func checkText(_ check: CheckResult) {
    if check.isNamed {
      sentence(check.text)
    } else {
      element("code") { $0.unbroken(check.text) }
    }
  }

  private mutating func reasons(_ check: CheckResult) {
    for reason in check.reasons {
      element("p", ["class": "reason"]) { $0.message(reason) }
    }
    guard let row = check.counterexample else { return }
    element("div", ["class": "counterexample"]) { $0.valueTable(row) }
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
  fileprivate var word: Phrase {
    switch self {
    case .passed: .holds
    case .failed: .fails
    case .open: .open
    }
  }
}
