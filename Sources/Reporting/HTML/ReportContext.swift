/// What the template `report.html` may speak of.
struct ReportContext {
  /// The page's language, as HTML names it.
  let lang: TemplateText
  /// The words of the page in its language, by the names that ``Phrase`` gives them.
  let words: [String: TemplateText]
  /// The page's title.
  let title: TemplateText
  /// What stands under the title.
  let subtitle: TemplateText?
  /// Who wrote it, and when.
  let author: TemplateText?
  /// The program that made the page.
  let generator: TemplateText
  /// The page's policy for its browser.
  let policy: TemplateText
  /// The style sheet.
  let style: Markup
  /// The script.
  let script: Markup
  /// The headings, if there are enough to need a list.
  let contents: [ContentsEntry]
  /// Whether there are contents.
  let hasContents: Bool
  /// How the run went.
  let banner: Banner
  /// The prose, cells and outputs.
  let body: Markup
  /// The exercises, if there are any.
  let checks: ChecksTable?
  /// What is said of the notebook's form, short of errors.
  let warnings: Markup?
  /// What the page was made from.
  let footer: Footer
  /// The text of the notebook, which the page carries with it.
  let sources: Markup?

  /// A heading in the contents.
  struct ContentsEntry {
    let title: TemplateText
    let anchor: TemplateText
    /// 1 for the topmost, 2 for those below it.
    let depth: Int
    /// Of an exercise: `passed`, `failed` or `open`.
    let state: TemplateText?
    let mark: TemplateText?
    /// What the mark says.
    let word: TemplateText?
  }

  /// The lines at the top of the page.
  struct Banner {
    /// `good`, `bad` or `todo`.
    let state: TemplateText
    let mark: TemplateText
    /// The run in a line.
    let headline: TemplateText
    /// The run in numbers.
    let facts: TemplateText
    /// What needs attention, each with the anchor to go to.
    let links: [Link]
    let hasLinks: Bool
    /// What is wrong with the notebook's form.
    let diagnostics: Markup?
  }

  /// An anchor on the page and why to go there.
  struct Link {
    let anchor: TemplateText
    let text: TemplateText
    /// What went wrong there.
    let fact: TemplateText?
  }

  /// The table of the exercises.
  struct ChecksTable {
    let rows: [ChecksRow]
    let total: ChecksTotal?
    /// Whether any exercise has points.
    let hasPoints: Bool
  }

  /// One exercise.
  struct ChecksRow {
    let name: TemplateText
    /// Where the exercise stands, if the page shows it.
    let anchor: TemplateText?
    /// `passed`, `failed` or `open`.
    let state: TemplateText
    let mark: TemplateText
    let word: TemplateText
    let checks: TemplateText
    let points: TemplateText
    let hasPoints: Bool
  }

  /// The sum of the exercises.
  struct ChecksTotal {
    let checks: TemplateText
    let points: TemplateText
  }

  /// The last line.
  struct Footer {
    let seed: Int
    let version: TemplateText
    /// The units of work, in words.
    let work: TemplateText
  }
}
