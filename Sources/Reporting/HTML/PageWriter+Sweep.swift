extension PageWriter {
  /// Writes what a cell shows at every point of its sweep: the marked one in sight, and sliders for the others.
  ///
  /// Without the script, and in print, only the marked point is there.
  mutating func sweep(_ sweep: PageSweep, marked: [PageOutput], step: Int?) {
    players.insert(.sweep)
    element("div", ["class": "outputs sweep", "data-step": step.map { String($0) }]) { page in
      page.knobs(sweep.knobs)
      for (point, outputs) in sweep.points.enumerated() {
        let isMarked = point == sweep.marked
        page.html.line()
        page.element(
          "div",
          [
            "class": isMarked ? "point marked" : "point", "data-point": String(point),
            "hidden": isMarked ? nil : "",
          ]
        ) { $0.outputs(isMarked ? marked : outputs) }
      }
    }
  }

  private mutating func knobs(_ knobs: [PageSweep.Knob]) {
    element("p", ["class": "at"]) { page in
      for (index, knob) in knobs.enumerated() {
        if index > 0 { page.html.text(", ") }
        page.element("span") { page in
          page.element("var", text: knob.name)
          page.html.text(" = \(knob.values[knob.marked])")
        }
      }
    }
    element("div", ["class": "knobs", "hidden": ""]) { page in
      for knob in knobs {
        page.element("label") { page in
          page.element("var", text: knob.name)
          page.html.open(
            "input",
            [
              "type": "range", "min": "0", "max": String(knob.values.count - 1), "step": "1",
              "value": String(knob.marked), "data-values": knob.values.joined(separator: " "),
              "aria-label": knob.name, "aria-valuetext": knob.values[knob.marked],
            ])
          page.element("b", text: knob.values[knob.marked])
        }
      }
    }
  }
}
