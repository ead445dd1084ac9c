/// The one script of a page, which shows the copy buttons and makes them work.
///
/// Without it all is readable.
enum ReportScript {
  /// The script; ``digest`` must be its hash, which a test compares.
  static let text = #"""
    for (const button of document.querySelectorAll("button.copy")) {
      const code = button.parentElement.querySelector("code");
      const say = (word) => {
        button.textContent = word;
        setTimeout(() => { button.textContent = "Copy"; }, 1500);
      };
      const select = () => {
        getSelection().selectAllChildren(code);
        say(document.execCommand("copy") ? "Copied" : "Selected");
      };
      button.hidden = false;
      button.addEventListener("click", () => {
        if (!navigator.clipboard) return select();
        navigator.clipboard.writeText(code.textContent).then(() => say("Copied"), select);
      });
    }
    """#

  /// The SHA-256 of the script as the page's policy names it.
  static let digest = "sha256-d7X6iL7M/5FgSkjfOC2eq1Fyiby8I0Oc80wyj0w2Hqc="

  /// What the page may load: nothing but what stands in it.
  static let policy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '\(digest)'; base-uri 'none'; form-action 'none'"
}
