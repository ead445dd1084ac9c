/// Returns `text` as HTML shows it, fit for an attribute too.
///
/// Control characters and those that reorder a line become U+FFFD: they would let a page show
/// something else than it says.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t", "\u{2061}": result.unicodeScalars.append(scalar)
    case "\r": break
    default: result.unicodeScalars.append(isVisible(scalar) ? scalar : "\u{FFFD}")
    }
  }
  return result
}

/// Whether a scalar shows as itself, and neither controls nor reorders what is around it.
func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
  default: true
  }
}
