import Language
import Reporting

extension Feedback {
  /// The page that the student opens: one file that needs nothing else.
  public var html: String {
    GradingPage.page("\(title) – \(name ?? id)") { page in
      page.element("header") { page in
        page.element("h1", text: title)
        page.element("p", ["class": "soft"], text: name.map { "\($0) (\(id))" } ?? id)
        page.element("p", ["class": "total"], text: headline)
        if let late { page.element("p", text: late) }
        if let reason { page.element("p", ["class": "notice"], text: reason) }
        for remark in remarks { page.element("p", ["class": "soft"], text: remark) }
      }
      for exercise in exercises { exercise.write(to: &page) }
      page.element("footer", text: origin.joined(separator: " · "))
    }
  }

  private var headline: String {
    total.map { "\($0) of \(maximum) points" } ?? "not marked yet, of \(maximum) points"
  }
}

extension Feedback.Exercise {
  fileprivate func write(to page: inout GradingPage) {
    page.element("section") { page in
      page.element("h2") { page in
        page.element("span", text: name)
        page.element(
          "span", ["class": isFull ? "good" : ""],
          text: (isOpen ? "not marked yet" : points) + " of \(maximum)")
      }
      if !answer.isEmpty { page.element(isProse ? "p" : "pre", text: answer) }
      if let ending { page.element("p", ["class": "notice"], text: ending) }
      for remark in remarks { page.element("p", ["class": "reason"], text: remark) }
      if !comment.isEmpty { page.element("p", ["class": "notice"], text: comment) }
      page.element("ul") { page in
        for check in checks {
          page.element("li") { page in
            page.element("span", ["class": "points"], text: "\(check.earned) of \(check.maximum)")
            page.mark(check.outcome)
            page.text(check.name)
            for reason in check.reasons { page.element("p", ["class": "reason"], text: reason) }
            if let row = check.counterexample { page.table(row) }
          }
        }
      }
    }
  }
}
