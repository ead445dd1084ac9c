import Tables
import Tensors

extension Table {
  /// How many rows `outputs` decides as the table says.
  ///
  /// One output decides 1 above ½ (above 0 for labels −1 and 1). k outputs against k targets are k such
  /// decisions, and a row is right when all are; against one column of labels the largest output wins.
  /// Shapes: `outputs` [m] or [m, k]. Targets that the table leaves free count as right.
  func rowsPredictedRight(_ outputs: Tensor) -> Int {
    let labels = predictedLabels(outputs)
    return (0..<rowCount).count { row in
      (0..<self.outputs.count).allSatisfy { column in
        dontCare[row * self.outputs.count + column] || labels[row][column] == Y.row(row).elements[column]
      }
    }
  }

  /// The decision for each row and target column.
  func predictedLabels(_ outputs: Tensor) -> [[Double]] {
    let width = outputs.shape.rank == 1 ? 1 : outputs.shape.sizes[1]
    let isSigned = Y.elements.contains(-1)
    return (0..<rowCount).map { row in
      let values = outputs.elements[(row * width)..<((row + 1) * width)]
      guard width > 1, self.outputs.count == 1 else { return values.map { decision($0, isSigned: isSigned) } }
      let best = values.indices.reduce(values.startIndex) { values[$1] > values[$0] ? $1 : $0 }
      return [Double(best - values.startIndex)]
    }
  }

  private func decision(_ value: Double, isSigned: Bool) -> Double {
    value > (isSigned ? 0 : 0.5) ? 1 : isSigned ? -1 : 0
  }
}
