import Mustache

/// A text for a template, in a form that the template engine escapes soundly.
///
/// The engine escapes whole characters, so it would miss a `"` that is followed by a combining
/// mark; a zero-width space parts the two.
struct TemplateText: MustacheCustomRenderable, ExpressibleByStringLiteral, Equatable {
  /// The text with each character that HTML knows standing alone.
  let renderText: String

  /// Takes a text of anyone's.
  init(_ text: String) {
    var scalars = String.UnicodeScalarView()
    for character in text {
      let isCompound = character.unicodeScalars.count > 1
      for scalar in character.unicodeScalars {
        let isMarkup = isCompound && Self.markup.contains(scalar)
        if isMarkup { scalars.append("\u{200B}") }
        scalars.append(isTreacherous(scalar) && scalar != "\n" ? "\u{FFFD}" : scalar)
        if isMarkup { scalars.append("\u{200B}") }
      }
    }
    renderText = String(scalars)
  }

  /// Takes a text of ours.
  init(stringLiteral text: String) { self.init(text) }

  /// A text is something, also when it is empty.
  var isNull: Bool { false }

  private static let markup: [Unicode.Scalar] = ["<", ">", "&", "\"", "'"]
}

/// HTML that we wrote, for `{{{…}}}` in a template.
struct Markup: MustacheCustomRenderable {
  /// The HTML.
  let renderText: String

  /// Takes HTML in which every text is escaped.
  init(_ html: String) { renderText = html }

  /// HTML is something, also when it is empty.
  var isNull: Bool { false }
}
