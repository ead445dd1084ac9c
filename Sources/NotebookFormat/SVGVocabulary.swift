/// The elements and attributes of SVG that a page keeps: those that draw.
enum SVGVocabulary {
  static let namespace = "http://www.w3.org/2000/svg"

  /// The elements.
  static let elements = Set(
    words(
      """
      svg g defs symbol use switch title desc style view
      path rect circle ellipse line polyline polygon image text tspan textPath
      linearGradient radialGradient stop pattern clipPath mask marker
      filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG \
      feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
      """))

  /// The attributes that hold numbers, words and colours.
  private static let attributes = Set(
    words(
      """
      id class version x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height points d rotate transform viewBox \
      preserveAspectRatio pathLength offset gradientUnits gradientTransform spreadMethod patternUnits \
      patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerWidth markerHeight \
      markerUnits refX refY orient textLength lengthAdjust startOffset method spacing lang xml:lang xml:space role \
      aria-label aria-hidden style type systemLanguage requiredFeatures requiredExtensions
      fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit \
      stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility overflow clip clip-path \
      clip-rule mask marker marker-start marker-mid marker-end stop-color stop-opacity filter flood-color \
      flood-opacity font font-family font-size font-style font-weight font-variant font-stretch font-size-adjust \
      text-anchor dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing text-decoration \
      text-rendering shape-rendering image-rendering color-rendering color-interpolation \
      color-interpolation-filters paint-order vector-effect writing-mode direction unicode-bidi isolation \
      mix-blend-mode transform-origin
      in in2 result mode operator k1 k2 k3 k4 stdDeviation values radius filterUnits primitiveUnits edgeMode slope \
      intercept amplitude exponent tableValues
      """))

  /// Whether an attribute of an element is kept.
  static func keeps(_ name: String, _ value: String, of element: String) -> Bool {
    if name == "href" {
      if element == "image" {
        return ["data:image/png;base64,", "data:image/jpeg;base64,"].contains { value.hasPrefix($0) }
      }
      return element != "a" && value.hasPrefix("#")
    }
    return attributes.contains(name) && isHarmless(style: value)
  }

  /// Whether an attribute that is left out might be missed: not what other programs note for themselves.
  static func isMissed(_ name: String, of element: String) -> Bool {
    name.hasPrefix("on") || name == "href" && element != "a" || attributes.contains(name)
  }

  /// Whether a style, or the value of an attribute, fetches nothing and runs nothing.
  static func isHarmless(style: String) -> Bool {
    let text = style.lowercased()
    // A backslash could spell any of the words below otherwise.
    guard !text.contains("\\"), !text.contains("@import"), !text.contains("expression("),
      !text.contains("javascript:"), !text.contains("image-set("), !text.contains("image("),
      !text.contains("src(")
    else { return false }
    return text.ranges(of: "url(").allSatisfy { target(in: text[$0.upperBound...]) != nil }
  }

  /// The names of the parts that an attribute refers to.
  static func targets(of name: String, _ value: String) -> [String] {
    if name == "href" { return value.hasPrefix("#") ? [String(value.dropFirst())] : [] }
    return value.ranges(of: "url(").compactMap { target(in: value[$0.upperBound...]) }
  }

  /// The name behind `url(`, if it is that of a part of the drawing.
  private static func target(in rest: Substring) -> String? {
    let inner = rest.prefix { $0 != ")" }.drop { $0 == " " || $0 == "\"" || $0 == "'" }
    guard inner.hasPrefix("#") else { return nil }
    return String(inner.dropFirst().prefix { !"\"' ".contains($0) })
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
