import Tensors

/// Returns a tensor as the language writes it, long axes shortened: `[1, 2; 3, 4]`.
func formatted(_ tensor: Tensor) -> String { formatted(tensor.elements[...], tensor.shape.sizes[...]) }

/// Returns a matrix row by row, each element as text, long axes shortened.
/// - Precondition: the tensor's rank is 2.
func formattedRows(_ tensor: Tensor) -> [[String]] {
  let sizes = tensor.shape.sizes
  precondition(sizes.count == 2, "rows of a tensor of shape \(tensor.shape)")
  return shortened(sizes[0], dots: ["⋮"]) { row in
    shortened(sizes[1], dots: "…") { formatted(tensor.elements[row * sizes[1] + $0]) }
  }
}

/// Returns a number in the fewest of at most six significant digits.
func formatted(_ number: Double) -> String {
  guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
  guard number != 0 else { return "0" }
  if number.magnitude < 1e9, number == number.rounded(.towardZero) { return String(Int(number)) }
  let (digits, exponent) = roundedDigits(of: number.magnitude)
  return (number < 0 ? "-" : "") + decimal(digits, exponent)
}

private func formatted(_ elements: ArraySlice<Double>, _ sizes: ArraySlice<Int>) -> String {
  guard let size = sizes.first else { return formatted(elements.first ?? 0) }
  let inner = sizes.dropFirst()
  let stride = inner.reduce(1, *)
  let parts = shortened(size, dots: "…") { i in
    let start = elements.startIndex + i * stride
    let text = formatted(elements[start..<start + stride], inner)
    return inner.count == 1 ? String(text.dropFirst().dropLast()) : text
  }
  return "[" + parts.joined(separator: inner.count == 1 ? "; " : ", ") + "]"
}

/// Takes all of a short axis; of a long one the first ten, dots, and the last three.
private func shortened<Part>(_ count: Int, dots: Part, _ part: (Int) -> Part) -> [Part] {
  guard count > 20 else { return (0..<count).map(part) }
  return (0..<10).map(part) + [dots] + (count - 3..<count).map(part)
}

/// Returns at most six digits `d₁d₂…` without zeros at the end, and e such that the number is d₁.d₂… · 10ᵉ.
private func roundedDigits(of magnitude: Double) -> (digits: [UInt8], exponent: Int) {
  let parts = "\(magnitude)".split(separator: "e")
  var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let mantissa = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
  exponent +=
    (parts[0].utf8.firstIndex(of: UInt8(ascii: ".")).map {
      parts[0].utf8.distance(from: parts[0].startIndex, to: $0)
    } ?? mantissa.count) - 1
  let leading = mantissa.prefix { $0 == 0 }.count
  exponent -= leading
  var digits = Array(mantissa.dropFirst(leading).prefix(6))
  if mantissa.count > leading + 6, mantissa[leading + 6] >= 5 {
    var i = digits.count - 1
    while i >= 0, digits[i] == 9 {
      digits[i] = 0
      i -= 1
    }
    if i >= 0 {
      digits[i] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }
  while digits.count > 1, digits.last == 0 { digits.removeLast() }
  return (digits, exponent)
}

private func decimal(_ digits: [UInt8], _ exponent: Int) -> String {
  let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  switch exponent {
  case -4..<0: return "0." + String(repeating: "0", count: -exponent - 1) + text
  case 0..<6 where digits.count <= exponent + 1:
    return text + String(repeating: "0", count: exponent + 1 - digits.count)
  case 0..<6: return "\(text.prefix(exponent + 1)).\(text.dropFirst(exponent + 1))"
  default:
    let fraction = digits.count > 1 ? ".\(text.dropFirst())" : ""
    return "\(text.prefix(1))\(fraction)e\(exponent)"
  }
}
