/// A piece of TeX with the position in the file of each character.
struct PlacedTeX {
  /// The characters.
  var scalars: [Unicode.Scalar] = []
  /// The bytes of the formula that each comes from: those of the command, for what a command stands for.
  var places: [Range<Int>] = []

  /// A text as it stands.
  init(_ tex: String) {
    var offset = 0
    for scalar in tex.unicodeScalars {
      let end = offset + Unicode.UTF8.width(scalar)
      append(scalar, offset..<end)
      offset = end
    }
  }

  init() {}

  mutating func append(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    scalars.append(scalar)
    places.append(place)
  }
}

/// Replaces the commands that a page or the formula defines by what they stand for, before the formula is read.
///
/// Definitions in the formula hold from there on, and for the formulas below.
/// - Complexity: O(length + what is put in), which is bounded: commands that stand for each other end with a problem.
struct MacroExpander {
  /// The most times that a command is replaced in one formula, and the most characters put in for it.
  static let mostExpansions = 1_000
  static let mostCharacters = 100_000

  private(set) var macros: TeXMacros
  private var result = PlacedTeX()
  /// What is still to be read, the innermost last, each with how far it is read.
  private var open: [(text: PlacedTeX, index: Int)] = []
  private var expansions = 0
  private var characters = 0

  init(_ macros: TeXMacros) { self.macros = macros }

  /// Returns the formula without commands of its own.
  mutating func expanded(_ tex: String) throws(TeXProblem) -> PlacedTeX {
    let whole = PlacedTeX(tex)
    // Most formulas have nothing to do here.
    guard !macros.isEmpty || Self.definitions.contains(where: { tex.contains("\\" + $0) }) else {
      return whole
    }
    open = [(whole, 0)]
    while let (scalar, place) = take() {
      guard scalar == "\\" else {
        result.append(scalar, place)
        continue
      }
      try command(from: place)
    }
    return result
  }

  private static let definitions = [
    "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator", "let",
  ]

  private mutating func command(from start: Range<Int>) throws(TeXProblem) {
    let (name, place) = name(from: start)
    switch name {
    case "newcommand", "renewcommand", "providecommand": try newCommand(place)
    case "def", "gdef": try plainDefinition(place)
    case "DeclareMathOperator": try newOperator(place)
    case "let": try alias(place)
    case _:
      guard let macro = macros.named[name] else { return copy(name, place, start) }
      try expand(macro, name, place)
    }
  }

  private mutating func copy(_ name: String, _ place: Range<Int>, _ start: Range<Int>) {
    result.append("\\", start)
    for scalar in name.unicodeScalars { result.append(scalar, place) }
  }

  private mutating func expand(
    _ macro: TeXMacros.Macro, _ name: String, _ place: Range<Int>
  ) throws(TeXProblem) {
    expansions += 1
    guard expansions <= Self.mostExpansions, characters <= Self.mostCharacters else {
      throw TeXProblem(
        message: "`\\\(name)` and the commands it stands for go on without end", bytes: place,
        hint: "no command may stand for itself")
    }
    guard macros.spent <= TeXMacros.mostOfAPage else {
      throw TeXProblem(
        message:
          "the commands of the page stand for more than \(TeXMacros.mostOfAPage) characters; from here on they are not replaced",
        bytes: place, hint: "give the commands shorter meanings, or split the page")
    }
    var arguments: [PlacedTeX] = []
    if let preset = macro.preset { arguments.append(bracketArgument() ?? placed(preset, place)) }
    while arguments.count < macro.parameters {
      guard let argument = argument() else {
        throw TeXProblem(
          message: "`\\\(name)` takes \(macro.parameters) arguments, here is \(arguments.count)",
          bytes: place,
          hint: "write each in braces behind it")
      }
      arguments.append(argument)
    }
    var text = PlacedTeX()
    var index = 0
    while index < macro.body.count, text.scalars.count <= Self.mostCharacters {
      let scalar = macro.body[index]
      index += 1
      guard scalar == "#", index < macro.body.count, ("1"..."9").contains(macro.body[index]) else {
        text.append(scalar, place)
        continue
      }
      let number = Int(macro.body[index].value - 0x30)
      index += 1
      guard number <= arguments.count else { continue }
      text.scalars += arguments[number - 1].scalars
      text.places += arguments[number - 1].places
    }
    // A command that ends with letters is not to run into what follows it.
    if let last = text.scalars.last, Self.isLetter(last), let next = peek(), Self.isLetter(next) {
      text.append(" ", place)
    }
    characters += text.scalars.count
    macros.spent += 10 + text.scalars.count
    open.append((text, 0))
  }

  private func placed(_ scalars: [Unicode.Scalar], _ place: Range<Int>) -> PlacedTeX {
    var text = PlacedTeX()
    for scalar in scalars { text.append(scalar, place) }
    return text
  }

  // MARK: Definitions

  /// `\newcommand{\vect}[1]{\mathbf{#1}}`, with or without the braces around the name.
  private mutating func newCommand(_ place: Range<Int>) throws(TeXProblem) {
    skipBlanks()
    if peek() == "*" { _ = take() }
    guard let name = definedName() else { throw malformed(place) }
    let count = bracketArgument().map { String($0.scalars) }
    let preset = count == nil ? nil : bracketArgument()?.scalars
    let parameters = count.map { Int($0) } ?? 0
    guard let parameters, (0...9).contains(parameters), let body = argument() else { throw malformed(place) }
    try define(name, .init(parameters: parameters, preset: preset, body: body.scalars), place)
  }

  /// `\def\vect#1{\mathbf{#1}}`.
  private mutating func plainDefinition(_ place: Range<Int>) throws(TeXProblem) {
    guard let name = definedName() else { throw malformed(place) }
    var parameters = 0
    skipBlanks()
    while peek() == "#" {
      _ = take()
      guard let digit = take()?.scalar, ("1"..."9").contains(digit) else { throw malformed(place) }
      parameters = max(parameters, Int(digit.value - 0x30))
      skipBlanks()
    }
    guard peek() == "{", let body = argument() else { throw malformed(place) }
    try define(name, .init(parameters: parameters, preset: nil, body: body.scalars), place)
  }

  /// `\DeclareMathOperator*{\argmax}{arg\,max}`.
  private mutating func newOperator(_ place: Range<Int>) throws(TeXProblem) {
    skipBlanks()
    let isStarred = peek() == "*"
    if isStarred { _ = take() }
    guard let name = definedName(), let body = argument() else { throw malformed(place) }
    let words = Array("\\operatorname\(isStarred ? "*" : ""){".unicodeScalars) + body.scalars + ["}"]
    try define(name, .init(parameters: 0, preset: nil, body: words), place)
  }

  /// `\let\a=\b`.
  private mutating func alias(_ place: Range<Int>) throws(TeXProblem) {
    guard let name = definedName() else { throw malformed(place) }
    skipBlanks()
    if peek() == "=" { _ = take() }
    guard let meaning = argument() else { throw malformed(place) }
    let old = String(meaning.scalars.dropFirst())
    let macro = macros.named[old] ?? .init(parameters: 0, preset: nil, body: meaning.scalars)
    try define(name, macro, place)
  }

  private mutating func define(
    _ name: String, _ macro: TeXMacros.Macro, _ place: Range<Int>
  ) throws(TeXProblem) {
    guard macros.define(name, macro) else {
      throw TeXProblem(
        message:
          "a page defines at most \(TeXMacros.mostMacros) commands of at most \(TeXMacros.longestBody) characters",
        bytes: place)
    }
  }

  private func malformed(_ place: Range<Int>) -> TeXProblem {
    TeXProblem(
      message: "this defines no command", bytes: place, hint: "write `\\newcommand{\\name}[1]{… #1 …}`")
  }

  private mutating func definedName() -> String? {
    skipBlanks()
    if peek() == "{" {
      guard let inner = argument(), inner.scalars.first == "\\", inner.scalars.count > 1 else { return nil }
      return String(inner.scalars.dropFirst()).filter { $0 != " " }
    }
    guard peek() == "\\", let start = take()?.place else { return nil }
    let name = name(from: start).name
    return name.isEmpty ? nil : name
  }

  // MARK: Reading

  private mutating func peek() -> Unicode.Scalar? {
    while let last = open.last, last.index == last.text.scalars.count { open.removeLast() }
    return open.last.map { $0.text.scalars[$0.index] }
  }

  private mutating func take() -> (scalar: Unicode.Scalar, place: Range<Int>)? {
    guard let scalar = peek(), let last = open.indices.last else { return nil }
    let place = open[last].text.places[open[last].index]
    open[last].index += 1
    return (scalar, place)
  }

  private mutating func skipBlanks() {
    while let scalar = peek(), TeXScanner.isBlank(scalar) { _ = take() }
  }

  /// The name behind a backslash, and the bytes of the whole command.
  private mutating func name(from start: Range<Int>) -> (name: String, place: Range<Int>) {
    guard let first = take() else { return ("", start) }
    var name = String(first.scalar)
    var end = first.place.upperBound
    guard Self.isLetter(first.scalar) else { return (name, start.lowerBound..<max(start.upperBound, end)) }
    // What a command stands for ends with it: its letters do not go on in the text behind.
    let depth = open.count
    while let scalar = peek(), Self.isLetter(scalar), open.count == depth, let next = take() {
      name.unicodeScalars.append(next.scalar)
      end = next.place.upperBound
    }
    return (name, start.lowerBound..<max(start.upperBound, end))
  }

  /// What stands in braces, or the next character or command alone.
  private mutating func argument() -> PlacedTeX? {
    skipBlanks()
    guard let first = take() else { return nil }
    var text = PlacedTeX()
    switch first.scalar {
    case "{": return group(closedBy: "}", opening: "{")
    case "}": return nil
    case "\\":
      let (name, place) = name(from: first.place)
      text.append("\\", first.place)
      for scalar in name.unicodeScalars { text.append(scalar, place) }
    case _: text.append(first.scalar, first.place)
    }
    return text
  }

  /// What stands in `[ ]`, if something does.
  private mutating func bracketArgument() -> PlacedTeX? {
    skipBlanks()
    guard peek() == "[" else { return nil }
    _ = take()
    return group(closedBy: "]", opening: nil)
  }

  private mutating func group(closedBy closing: Unicode.Scalar, opening: Unicode.Scalar?) -> PlacedTeX? {
    var text = PlacedTeX()
    var depth = 0
    while let (scalar, place) = take() {
      if scalar == closing, depth == 0 { return text }
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      text.append(scalar, place)
      if scalar == "\\", let next = take() { text.append(next.scalar, next.place) }
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

extension String {
  /// The text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}
