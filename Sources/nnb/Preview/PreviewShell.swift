import Reporting

/// The window of a preview: the page in a frame, unchanged, and a bar with what is wrong and how a training goes.
enum PreviewShell {
  /// What the window may load: its own script, the page and the events of the same address.
  static var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'; script-src '\(scriptDigest(script))'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  static var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>nnb watch</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>
    <h1 class="unseen">nnb watch</h1>
    <iframe id="page" title="The page"></iframe>
    </main>
    <div id="bar" role="status" data-state="busy">
    <p id="words">Running…</p>
    <div id="training" hidden>
    <svg id="curve" viewBox="0 0 240 40" width="240" height="40" role="img" aria-label="The loss over the epochs"><polyline points=""></polyline></svg>
    <p id="epoch"></p>
    </div>
    </div>
    <script>\(script)</script>
    </body>
    </html>

    """
  }

  private static let style = """
    :root{--ink:#1c1f24;--paper:#f6f7f9;--bad:#b3261e;--line:#d5dce5;--curve:#0877bd}
    @media(prefers-color-scheme:dark){:root{--ink:#eceef1;--paper:#20242b;--bad:#ff8a80;--line:#38424f;--curve:#4fb0ee}}
    html,body{height:100%;margin:0}
    body{display:flex;flex-direction:column;font:14px/1.4 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
    main{flex:1 1 auto;display:flex;min-height:0}
    .unseen{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
    iframe{flex:1 1 auto;border:0;width:100%}
    #bar,#training{display:flex;gap:1rem;align-items:center}
    #bar{flex:none;min-height:1.6rem;max-height:40%;overflow:auto;padding:.2rem 1rem;border-top:1px solid var(--line)}
    #bar p{margin:0;white-space:pre-wrap}
    #bar[data-state=bad]{border-top:3px solid var(--bad)}
    #bar[data-state=bad] #words{color:var(--bad);font-weight:600}
    #training[hidden]{display:none}
    polyline{fill:none;stroke:var(--curve);stroke-width:1.5}
    """

  private static let script = #"""
    const byId = (id) => document.getElementById(id);
    const frame = byId("page"), bar = byId("bar"), words = byId("words"), curve = byId("curve"), epoch = byId("epoch");
    const say = (state, text) => { bar.dataset.state = state; words.textContent = text; };
    let shown = -1, place = null, losses = [];
    const draw = () => {
      const values = losses.map(([, loss]) => Math.log(Math.max(loss, 1e-12)));
      const low = Math.min(...values), high = Math.max(...values, low + 1e-9);
      const last = losses.at(-1)[2];
      curve.firstElementChild.setAttribute("points", losses.map(([at], index) =>
        (2 + 236 * at / last).toFixed(1) + "," + (38 - 36 * (values[index] - low) / (high - low)).toFixed(1)).join(" "));
    };
    frame.addEventListener("load", () => {
      if (place) frame.contentWindow.scrollTo({ left: place[0], top: place[1], behavior: "instant" });
      document.title = (frame.contentDocument.title || "page") + " – nnb watch";
    });
    const load = (version) => {
      if (version === shown || version === 0) return;
      place = shown < 0 ? null : [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
      shown = version;
      frame.contentWindow.location.replace("page?" + version + (place ? "" : location.hash));
    };
    const show = (isShown) => { byId("training").hidden = !isShown; };
    const quiet = () => show(false);
    const events = new EventSource("events");
    const on = (name, act) => events.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on("busy", () => { say(bar.dataset.state === "bad" ? "bad" : "busy", bar.dataset.state === "bad" ? words.textContent : "Running…"); });
    on("cell", ({ name }) => { losses = []; quiet(); if (bar.dataset.state !== "bad") say("busy", "Running " + name); });
    on("training", ({ epoch: at, of, loss }) => {
      losses.push([at, loss, of]);
      show(true);
      epoch.textContent = "epoch " + at + " of " + of + ", loss " + loss.toPrecision(4);
      draw();
    });
    on("shown", ({ version, problems }) => {
      quiet();
      say(problems.length ? "bad" : "good", problems.length ? problems.join("\n") : "Up to date");
      load(version);
    });
    on("failed", ({ version, problem }) => { quiet(); say("bad", problem); load(version); });
    events.onerror = () => say("bad", "nnb watch has ended, or cannot be reached");
    events.onopen = () => { if (shown >= 0) say("busy", "Running…"); };
    """#
}
