import Diagnostics
import Figures
import Language
import Tables
import Tensors

extension Library {
  /// Pictures made of numbers.
  static let images: [Builtin] = [.images]
}

extension Builtin {
  static let images = Builtin(
    "images", .pictures,
    [
      Parameter(
        "X", .any("a table, a picture [h, w], pictures [n, h, w], or their numbers [n, h*w] with size=")),
      Parameter("size", .vector, .optional),
      Parameter("labels", .any("a list of texts or numbers"), .optional),
      Parameter("columns", .number, .optional), Parameter("title", .text, .optional),
    ],
    summary:
      "pictures as squares of colour, at most 100: of a table one for each row, with its output below",
    example:
      "images([0, 1, 0; 1, 1, 1; 0, 1, 0])\nimages([0, 1, 1, 0; 1, 0, 0, 1], size=[2, 2], labels=[\"up\", \"down\"])",
    read: { (call, _) throws(Stop) in try call.imageSizes() },
    run: { (sizes, call, evaluator) throws(Stop) in
      guard let numbers = call.table("X")?.X ?? call.tensor("X") else { return .unknown }
      let shown = min(sizes.count, ImageSheet.countLimit), pixels = sizes.height * sizes.width
      try evaluator.charge(numbers.count.saturatingSum(500 * shown * pixels), at: call.range)
      let elements = numbers.elements
      let images = (0..<shown).map { Array(elements[$0 * pixels..<($0 + 1) * pixels]) }
      let sheet = ImageSheet(
        images, height: sizes.height, width: sizes.width,
        captions: try call.captions(count: shown), columns: try call.count("columns", from: 1, to: 20),
        omitted: sizes.count - shown)
      return .figure(.images(sheet, title: call.text("title") ?? ""))
    })
}

extension Call {
  /// How many pictures there are, and how large they are; nil where it is not known.
  fileprivate func imageSizes() throws(Stop) -> (count: Int, height: Int, width: Int)? {
    guard let value = arguments["X"]?.value, !value.isUnknown, !(has("size") && tensor("size") == nil) else {
      return nil
    }
    let isTable = table("X") != nil
    guard let shape = table("X")?.X.shape ?? value.shape else {
      throw error(.typeMismatch, "`images` shows numbers, this is \(value.kindText)", at: "X")
    }
    let sizes = try imageSizes(of: shape, isTable: isTable)
    guard 1...ImageSheet.sideLimit ~= sizes.height, 1...ImageSheet.sideLimit ~= sizes.width, sizes.count > 0
    else {
      throw error(
        .tableTooLarge,
        "a picture has 1 to \(ImageSheet.sideLimit) rows and columns, these have \(sizes.height) and \(sizes.width)",
        at: "X", hint: "cut a part out of it: X[1..\(ImageSheet.sideLimit), 1..\(ImageSheet.sideLimit)]")
    }
    return sizes
  }

  private func imageSizes(
    of shape: Shape, isTable: Bool
  ) throws(Stop) -> (count: Int, height: Int, width: Int) {
    let sizes = shape.sizes
    switch (tensor("size"), sizes.count) {
    case (nil, 3): return (sizes[0], sizes[1], sizes[2])
    case (nil, 2) where !isTable: return (1, sizes[0], sizes[1])
    case (nil, 2):
      let side = Int(Double(sizes[1]).squareRoot().rounded())
      guard side * side == sizes[1] else {
        throw error(
          .missingArgument, "\(counted(sizes[1], "column")) make no square picture", at: "X",
          hint: "say how many rows and columns a picture has, such as size=[4, \(max(1, sizes[1] / 4))]")
      }
      return (sizes[0], side, side)
    case (let size?, 1...2):
      let whole = size.elements.allSatisfy { $0 == $0.rounded() && $0 >= 1 && $0 <= 1e6 }
      guard size.count == 2, whole else {
        throw error(
          .typeMismatch, "a size is two whole numbers, rows and columns, this is \(size.text())", at: "size",
          hint: "such as size=[8, 8]")
      }
      let (height, width) = (Int(size.elements[0]), Int(size.elements[1]))
      let count = sizes.count == 1 ? 1 : sizes[0], numbers = sizes[sizes.count - 1]
      guard numbers == height * width else {
        throw error(
          .shapeMismatch,
          "a picture of \(height) × \(width) has \(height * width) numbers, a row has \(numbers)", at: "size",
          hint: "choose rows and columns whose product is \(numbers)")
      }
      return (count, height, width)
    case _:
      throw error(
        .shapeMismatch, "this is \(shape.phrase), which is no picture", at: "X",
        hint: "give a picture [h, w], pictures [n, h, w], or rows of numbers with size=[h, w]")
    }
  }

  /// What stands below the first pictures: what was given, else the outputs of the table.
  fileprivate func captions(count: Int) throws(Stop) -> [String] {
    guard let argument = arguments["labels"], !argument.value.isUnknown else {
      guard let table = table("X"), table.outputs.count == 1 else { return [] }
      let names = table.classNames[table.outputs[0]] ?? []
      return table.Y.elements.prefix(count).map { number in
        let index = Int(exactly: number) ?? -1
        return names.indices.contains(index) ? names[index] : number.text()
      }
    }
    let labels: [String?] =
      if case .list(let list) = argument.value {
        list.values.map { value in if case .text(let text) = value { text } else { value.number?.text() } }
      } else if case .range(let first, let last) = argument.value, first <= last {
        (0...Int(min(last - first, Double(count - 1)))).map { (first + Double($0)).text() }
      } else if let tensor = argument.value.tensor, tensor.rank == 1 {
        tensor.elements.prefix(count).map { $0.text() }
      } else {
        [nil]
      }
    let known = labels.compactMap { $0 }
    guard known.count == labels.count else {
      throw error(
        .typeMismatch, "labels are a list of texts or numbers, this is \(argument.value.kindText)",
        at: "labels", hint: "such as labels=[\"cat\", \"dog\"]")
    }
    return Array(known.prefix(count))
  }
}
