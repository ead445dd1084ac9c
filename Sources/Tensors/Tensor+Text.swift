extension Tensor {
  /// The tensor as the language writes it, such as `[1, 2; 3, 4]`; long axes are shortened.
  public func text(significantDigits digits: Int = 6) -> String {
    text(elements[...], shape.sizes[...], digits)
  }

  /// A matrix row by row, each element as text; long axes are shortened.
  /// - Precondition: the rank is 2.
  public var rowTexts: [[String]] {
    precondition(rank == 2, "rows of a tensor of shape \(shape)")
    let columns = shape.sizes[1]
    return shortened(shape.sizes[0], dots: ["⋮"]) { row in
      shortened(columns, dots: "…") { elements[row * columns + $0].text() }
    }
  }

  private func text(_ elements: ArraySlice<Double>, _ sizes: ArraySlice<Int>, _ digits: Int) -> String {
    guard let size = sizes.first else { return (elements.first ?? 0).text(significantDigits: digits) }
    let inner = sizes.dropFirst()
    let stride = inner.reduce(1, *)
    let parts = shortened(size, dots: "…") { i in
      let start = elements.startIndex + i * stride
      let text = text(elements[start..<start + stride], inner, digits)
      return inner.count == 1 ? String(text.dropFirst().dropLast()) : text
    }
    return "[" + parts.joined(separator: inner.count == 1 ? "; " : ", ") + "]"
  }

  /// Takes all of a short axis; of a long one the first ten, dots, and the last three.
  private func shortened<Part>(_ count: Int, dots: Part, _ part: (Int) -> Part) -> [Part] {
    guard count > 20 else { return (0..<count).map(part) }
    return (0..<10).map(part) + [dots] + (count - 3..<count).map(part)
  }
}
