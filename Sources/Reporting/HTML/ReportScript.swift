import Bytes

/// The one script of a page: copy buttons, the theme, the section under way in the contents, films.
///
/// Without it all is readable.
enum ReportScript {
  /// Returns the script of a page.
  static func text(players: Set<Player>) -> String {
    joined([basics, copyButtons, themes, contents] + Player.scripts(players))
  }

  /// Returns pieces of script as one, without what indents them; no text in them goes over lines.
  static func joined(_ pieces: [String]) -> String {
    pieces.flatMap { $0.split(separator: "\n") }.map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  /// What the other pieces use.
  static let basics = #"""
    const all = (selector, place = document) => [...place.querySelectorAll(selector)];
    const store = { get: () => { try { return localStorage.theme; } catch { return null; } },
      set: (theme) => { try { localStorage.theme = theme; } catch { } } };

    const words = document.body.dataset;
    """#

  private static let copyButtons = #"""
    const csv = (box) => {
      let place = box.previousElementSibling;
      while (!place.querySelector("table")) place = place.previousElementSibling;
      const table = place.querySelector("table");
      const code = document.createElement("code");
      code.hidden = true;
      code.textContent = [...table.rows].map((row) => [...row.cells].map((cell) =>
        cell.textContent.replace(/[\u2007\u2008]/g, "").replaceAll("−", "-")).join(",")).join("\n");
      box.append(code);
      return code;
    };
    for (const box of all(".code:not(.plain), .csv")) {
      const isData = box.className === "csv";
      const button = document.createElement("button");
      const first = isData ? words.copyData : words.copy;
      button.className = "copy";
      button.type = "button";
      button.textContent = first;
      if (!isData) button.setAttribute("aria-label", words.copyCode);
      box.prepend(button);
      const code = box.querySelector("code") ?? csv(box);
      const say = (word) => {
        button.textContent = word;
        setTimeout(() => { button.textContent = first; }, 1500);
      };
      const select = () => {
        code.hidden = false;
        getSelection().selectAllChildren(code);
        say(document.execCommand("copy") ? words.copied : words.selected);
      };
      button.addEventListener("click", () => {
        if (!navigator.clipboard) return select();
        navigator.clipboard.writeText(code.textContent).then(() => say(words.copied), select);
      });
    }

    """#

  /// The buttons of the theme; `wear` puts one on.
  static let themes = #"""
    const dark = "(prefers-color-scheme: dark)";
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.media && rule.media.mediaText.includes(dark));
    const sources = all("source").filter((source) => source.media.includes(dark));
    const media = new Map([...rules.map((rule) => rule.media), ...sources].map((it) => [it, it.mediaText ?? it.media]));
    const wear = (theme) => {
      for (const [it, own] of media) {
        const value = theme === "light" ? "not all" : theme === "dark" ? own.replace(` and ${dark}`, "") : own;
        if (it instanceof MediaList) it.mediaText = value; else it.media = value;
      }
      document.documentElement.style.colorScheme = { light: "light", dark: "dark" }[theme] ?? "";
      for (const button of all(".theme button")) button.setAttribute("aria-pressed", button.value === theme);
    };
    for (const box of all(".theme")) {
      box.hidden = false;
      box.addEventListener("click", (event) => {
        if (!event.target.value) return;
        store.set(event.target.value);
        wear(event.target.value);
      });
    }
    wear(store.get() ?? "auto");

    """#

  private static let contents = #"""
    const entries = all(".contents a");
    const targets = entries.map((entry) => document.getElementById(entry.hash.slice(1)));
    const mark = () => {
      let now = 0;
      targets.forEach((target, index) => {
        if (target && target.getBoundingClientRect().top < innerHeight / 4) now = index;
      });
      entries.forEach((entry, index) => {
        if (index === now) entry.setAttribute("aria-current", "true"); else entry.removeAttribute("aria-current");
      });
    };
    if (entries.length) {
      let waits = false;
      addEventListener("scroll", () => {
        if (waits) return;
        waits = true;
        requestAnimationFrame(() => { waits = false; mark(); });
      }, { passive: true });
      mark();
    }
    """#

  /// What is added to a page with a film.
  static let films = #"""
    for (const film of all("figure.film")) {
      const frames = all(".frames > *", film);
      const dots = all("circle", film);
      const player = film.querySelector(".player");
      const slider = player.querySelector("input");
      const play = player.querySelector("[value=play]");
      let timer = 0;
      const show = (number) => {
        const now = Math.max(0, Math.min(frames.length - 1, number));
        frames.forEach((frame, index) => frame.classList.toggle("off", index !== now));
        dots.forEach((dot, index) => dot.classList.toggle("now", index === now));
        slider.value = now;
        slider.setAttribute("aria-valuetext", frames[now].title);
      };
      const stop = () => {
        clearInterval(timer);
        timer = 0;
        play.textContent = "▶";
        play.setAttribute("aria-label", words.play);
      };
      player.hidden = false;
      film.classList.add("plays");
      slider.addEventListener("input", () => { stop(); show(+slider.value); });
      player.addEventListener("click", (event) => {
        const step = { back: -1, on: 1 }[event.target.value];
        if (step) { stop(); show(+slider.value + step); }
      });
      play.addEventListener("click", () => {
        if (timer) return stop();
        if (+slider.value === frames.length - 1) show(0);
        play.textContent = "⏸";
        play.setAttribute("aria-label", words.pause);
        timer = setInterval(() => {
          if (+slider.value === frames.length - 1) stop(); else show(+slider.value + 1);
        }, 900);
      });
      show(frames.length - 1);
    }
    """#

  /// What is added to a page with sliders: the point that they choose is shown.
  static let sweeps = #"""
    for (const sweep of all(".sweep")) {
      const knobs = all(".knobs input", sweep);
      const points = all(".point", sweep);
      const turn = () => {
        let now = 0;
        for (const knob of knobs) {
          const value = knob.dataset.values.split(" ")[knob.value];
          knob.setAttribute("aria-valuetext", value);
          knob.nextElementSibling.textContent = value;
          now = now * (+knob.max + 1) + +knob.value;
        }
        points.forEach((point) => { point.hidden = +point.dataset.point !== now; });
      };
      sweep.querySelector(".knobs").hidden = false;
      sweep.classList.add("turns");
      sweep.addEventListener("input", turn);
      turn();
    }
    """#

  /// What a page may load: nothing but what stands in it, and no script but this one.
  static func policy(of script: String, hasFont: Bool) -> String {
    let font = hasFont ? "font-src data:; " : ""
    return
      "default-src 'none'; img-src data:; \(font)style-src 'unsafe-inline'; script-src '\(scriptDigest(script))'; base-uri 'none'; form-action 'none'"
  }
}

/// Returns the digest by which a policy names a script.
public func scriptDigest(_ script: String) -> String {
  "sha256-" + base64(Digest(of: Array(script.utf8)).bytes)
}
