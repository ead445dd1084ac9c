import Figures
import Tensors
import Wording

extension PageWriter {
  /// Writes a film: the frames one beside the other, which the page's script makes a player of.
  mutating func film(_ film: FigurePicture.Film, _ caption: PageCaption?) {
    players.insert(.film)
    element("figure", ["class": "film"]) { page in
      if !film.title.isEmpty { page.element("p", ["class": "film-title"], text: film.title) }
      page.element("div", ["class": "frames", "style": page.columns(film.frames.count)]) { page in
        for frame in film.frames {
          page.element("div", ["title": frame.title]) { $0.drawn(frame.picture) }
        }
      }
      page.player(film)
      if let caption { page.element("figcaption") { $0.caption(caption) } }
    }
  }

  private mutating func player(_ film: FigurePicture.Film) {
    element("div", ["class": "player", "hidden": ""]) { page in
      page.button("back", .firstFrame, "‹")
      page.html.open(
        "input",
        [
          "type": "range", "min": "0", "max": String(film.frames.count - 1), "value": "0", "step": "1",
          "aria-label": page.words(.frame),
        ])
      page.button("on", .lastFrame, "›")
      page.button("play", .play, "▶")
      page.lossCurve(film.track)
    }
  }

  private mutating func button(_ name: String, _ label: Phrase, _ sign: String) {
    element("button", ["type": "button", "value": name, "aria-label": words(label)], text: sign)
  }

  /// The size of the loss curve in CSS pixels, and the room around it.
  private static let curve = (width: 240.0, height: 64.0, margin: 6.0)

  private mutating func lossCurve(_ track: FilmTrack) {
    let line = track.curve
    guard !line.isEmpty else { return }
    let (width, height, margin) = Self.curve
    func place(_ point: (x: Double, y: Double)) -> (x: String, y: String) {
      (
        (margin + point.x * (width - 2 * margin)).text(decimals: 1),
        (margin + point.y * (height - 2 * margin)).text(decimals: 1)
      )
    }
    let points = line.map { place($0) }.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    element(
      "svg",
      [
        "class": "loss", "role": "img", "aria-label": words(.lossCurve),
        "viewBox": "0 0 \(Int(width)) \(Int(height))", "width": String(Int(width)),
        "height": String(Int(height)),
      ]
    ) { page in
      page.element("polyline", ["points": points], text: "")
      for frame in track.epochs.indices {
        guard let at = track.place(ofFrame: frame).map({ place($0) }) else { continue }
        page.element("circle", ["cx": at.x, "cy": at.y, "r": "3"], text: "")
      }
    }
  }
}
