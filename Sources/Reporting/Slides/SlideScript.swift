/// The one script of slides: one slide at a time, its steps, the overview, keys, touch, and the speaker's window.
///
/// Without it all slides stand one below the other, each whole.
enum SlideScript {
  /// Returns the script of slides.
  static func text(players: Set<Player>, hasNotes: Bool, measures: Bool = false) -> String {
    ReportScript.joined(
      [ReportScript.basics, ReportScript.themes, showing, fitting, moving]
        + (hasNotes ? [speaker] : []) + Player.scripts(players) + [start] + (measures ? [measuring] : []))
  }

  /// Shows a slide at a step; `told` are the functions that want to know.
  private static let showing = #"""
    const root = document.documentElement;
    const frames = all(".frame");
    const slides = frames.map((frame) => frame.querySelector(".slide"));
    const notes = all(".notes");
    const last = slides.length - 1;
    const steps = (slide) => +slides[slide].dataset.steps;
    const told = [];
    let now = 0, step = 0;

    const putSteps = (slide, step) => {
      const shown = [];
      for (const part of all("[data-step]", slide)) {
        const isLater = +part.dataset.step > step;
        if (!isLater && part.classList.contains("later")) shown.push(part.textContent);
        part.classList.toggle("later", isLater);
      }
      for (const code of all("[data-stages]", slide)) {
        const stage = code.dataset.stages.split(" ").filter((first) => first <= step).length - 1;
        for (const line of all(".l", code)) line.classList.toggle("dim", stage >= 0 && !line.dataset.in.split(" ").includes(String(stage)));
      }
      return shown;
    };
    const show = (slide, at, isQuiet) => {
      const before = now;
      now = Math.max(0, Math.min(last, slide));
      step = Math.max(0, Math.min(steps(now), at));
      frames.forEach((frame, index) => {
        frame.classList.toggle("now", index === now);
        frame.classList.toggle("next", index === now + 1);
      });
      for (const note of notes) note.classList.toggle("now", +note.dataset.slide === now);
      const shown = putSteps(slides[now], step);
      fit(slides[now]);
      const own = slides[now].dataset.title;
      document.title = (own ? own + " – " : "") + title;
      document.querySelector(".progress div").style.width = 100 * now / Math.max(1, last) + "%";
      document.getElementById("status").textContent = now === before ? shown.join(" ").slice(0, 500) : "";
      try { history.replaceState(null, "", "#" + slides[now].id + (step ? "/" + step : "")); } catch { }
      if (now !== before || !slides[now].contains(document.activeElement)) slides[now].focus({ preventScroll: true });
      if (root.classList.contains("overview")) frames[now].scrollIntoView({ block: "nearest" });
      if (!isQuiet) for (const tell of told) tell();
    };
    const title = document.title;
    const on = () => step < steps(now) ? show(now, step + 1) : now < last && show(now + 1, 0);
    const back = () => step > 0 ? show(now, step - 1) : now > 0 && show(now - 1, steps(now - 1));
    """#

  /// A slide that holds more than it has room for is made smaller: nothing is cut off.
  private static let fitting = #"""
    const excess = (slide) => {
      const whole = slide.getBoundingClientRect();
      const unit = whole.height / 30 / (slide.style.getPropertyValue("--fit") || 1);
      const foot = whole.bottom - unit, side = whole.right - unit;
      let below = 0, right = 0;
      for (const box of all(".slide-body, .columns, .column, .cell, .cell-body, .outputs, .point, figure, .math-box, .scroll", slide)) {
        right = Math.max(right, box.scrollWidth - box.clientWidth - 1);
        if (!box.matches(".math-box, .scroll")) below = Math.max(below, box.scrollHeight - box.clientHeight - 1);
      }
      for (const part of all(".slide-body *, .slide-notes", slide)) {
        if (part.closest("math, svg, .unseen, .tick")) continue;
        const place = part.getBoundingClientRect();
        if (!place.height) continue;
        below = Math.max(below, place.bottom - foot - 1);
        right = Math.max(right, place.right - side - 1);
      }
      return [below / whole.height, right / whole.width];
    };
    const overflows = (slide) => excess(slide).some((part) => part > 0);
    const fit = (slide) => {
      slide.style.removeProperty("--fit");
      for (const factor of [1.05, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2, 2.5, 3]) {
        if (!overflows(slide)) return;
        slide.style.setProperty("--fit", factor);
      }
    };
    """#

  private static let moving = #"""
    const toggle = (name) => root.classList.toggle(name);
    const overview = () => {
      root.classList.remove("blank");
      toggle("overview");
      show(now, step);
    };
    const keyHelp = () => {
      const keys = document.getElementById("keys");
      keys.hidden = !keys.hidden;
      document.querySelector("[value=keys]").setAttribute("aria-expanded", !keys.hidden);
    };
    const themes = ["auto", "light", "dark"];
    const keys = {
      ArrowRight: on, ArrowDown: on, PageDown: on, " ": on, n: on, l: on, j: on,
      ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back, p: back, h: back, k: back,
      Home: () => show(0, 0), End: () => show(last, steps(last)), o: overview, Escape: overview,
      b: () => toggle("blank"), ".": () => toggle("blank"), "?": keyHelp,
      f: () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen(),
      t: () => {
        const theme = themes[(themes.indexOf(store.get() ?? "auto") + 1) % 3];
        store.set(theme);
        wear(theme);
      },
    };
    let number = "";
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const isPage = name === "PageDown" || name === "PageUp";
      const place = event.target.closest?.("input, select, textarea") ? "input" : event.target.closest?.("button, summary, a") ? "button" : "";
      if (place === "input" && !isPage || place === "button" && (name === " " || name === "Enter")) return;
      if (/^[0-9]$/.test(name)) { number += name; return; }
      if (name === "Enter") {
        if (number) show(+number - 1, 0);
        else if (root.classList.contains("overview")) overview();
        else on();
      } else if (event.shiftKey && name === " ") back();
      else if (root.classList.contains("blank") && keys[name]) root.classList.remove("blank");
      else if (keys[name]) keys[name]();
      else return;
      number = "";
      event.preventDefault();
    });
    addEventListener("click", (event) => {
      const frame = event.target.closest(".frame");
      if (root.classList.contains("overview") && frame) { show(frames.indexOf(frame), 0); overview(); }
      const button = event.target.closest(".controls button");
      if (button) ({ back, on, keys: keyHelp })[button.value]();
    });
    let touch = null;
    addEventListener("touchstart", (event) => {
      touch = event.touches.length === 1 && !event.target.closest("input, button, summary") ? event.touches[0] : null;
    }, { passive: true });
    addEventListener("touchend", (event) => {
      if (!touch || root.classList.contains("overview")) return;
      const [x, y] = [event.changedTouches[0].clientX - touch.clientX, event.changedTouches[0].clientY - touch.clientY];
      touch = null;
      if (Math.abs(x) > 40 && Math.abs(x) > Math.abs(y)) x < 0 ? on() : back();
    }, { passive: true });

    const follow = () => {
      const [id, at] = decodeURIComponent(location.hash.slice(1)).split("/");
      const target = document.getElementById(id);
      const slide = slides.indexOf(target?.closest(".slide"));
      if (slide < 0) return show(now, step);
      const waits = target.closest("[data-step]");
      show(slide, at ? +at : waits ? +waits.dataset.step : 0);
    };
    addEventListener("hashchange", follow);
    // Another outcome may be larger.
    addEventListener("input", () => fit(slides[now]));

    const printSteps = () => frames.forEach((frame, index) => {
      for (let at = 0; at < steps(index); at++) {
        const copy = frame.cloneNode(true);
        for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
        copy.className = "frame print-only";
        copy.setAttribute("aria-hidden", "true");
        putSteps(copy, at);
        frame.before(copy);
      }
    });
    addEventListener("beforeprint", () => slides.forEach((slide, index) => {
      if ("printsSteps" in words) putSteps(slide, steps(index));
      fit(slide);
    }));
    addEventListener("afterprint", () => show(now, step));
    """#

  /// A second window with the notes: either window moves the other.
  private static let speaker = #"""
    let other = null;
    const tell = () => other?.postMessage({ slide: now, step }, "*");
    told.push(tell);
    addEventListener("message", (event) => {
      if (!other || event.source !== other) return;
      if (event.data === "hello") return tell();
      const { slide, step } = event.data ?? {};
      if (Number.isInteger(slide) && Number.isInteger(step)) show(slide, step, true);
    });
    if (location.hash === "#speaker") {
      root.classList.add("speaker");
      const panel = document.querySelector(".speaker-panel");
      panel.hidden = false;
      let began = Date.now();
      const clock = () => {
        const seconds = Math.floor((Date.now() - began) / 1000);
        document.getElementById("elapsed").textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
        document.getElementById("place").textContent = (now + 1) + " / " + (last + 1);
      };
      panel.querySelector("button").addEventListener("click", () => { began = Date.now(); clock(); });
      setInterval(clock, 1000);
      told.push(clock);
      other = opener;
      other?.postMessage("hello", "*");
    } else {
      keys.s = () => { other = open(location.href.split("#")[0] + "#speaker", "_blank", "popup,width=1200,height=760"); };
    }
    """#

  /// Writes down by which parts of its height and its width each slide holds too much, each at its last step, and which
  /// part of its size the smallest of its figures has.
  private static let measuring = #"""
    const shrinking = (slide) => Math.min(1, ...all("figure img, svg.picture", slide).map((it) => {
      const place = it.getBoundingClientRect(), pixel = parseFloat(getComputedStyle(root).fontSize) / 16;
      return place.width ? Math.min(place.width / it.getAttribute("width"), place.height / it.getAttribute("height")) / pixel : 1;
    }));
    document.fonts.ready.then(() => {
      const measured = document.createElement("pre");
      measured.id = "measured";
      measured.hidden = true;
      measured.textContent = slides.map((slide, index) => {
        show(index, steps(index), true);
        slide.style.removeProperty("--fit");
        return [index, ...excess(slide), shrinking(slide)].join(" ");
      }).join("\n");
      document.body.append(measured);
    });
    """#

  private static let start = #"""
    root.classList.add("deck");
    for (const part of all(".progress, .controls")) part.hidden = false;
    if ("printsSteps" in words) printSteps();
    follow();
    """#
}
