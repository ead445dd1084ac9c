/// One operand of an operation that is applied to many rows.
public enum RowOperand: Sendable {
  /// The same tensor for every row.
  case shared(Tensor)
  /// One tensor of this shape a row, in one run of elements.
  case perRow([Double], Shape)
}

extension Operation {
  /// Applies the operation to tensors.
  ///
  /// Charge `prepare`'s cost first where operands are the user's: the result may be large.
  public func apply(_ operands: [Tensor]) -> Result<Tensor, ShapeProblem> {
    prepare(operands.map(\.shape)).map { $0.apply(operands) }
  }
}

extension Operation.Prepared {
  /// Applies the operation to tensors of the shapes it was prepared for.
  public func apply(_ operands: [Tensor]) -> Tensor {
    Tensor(shape, applyRows(count: 1, operands: operands.map { .shared($0) }))
  }

  /// Applies the operation to `count` rows and returns the results one behind the other.
  ///
  /// Every row has the bits of a single application.
  /// - Precondition: operands have the shapes the operation was prepared for.
  public func applyRows(count: Int, operands: [RowOperand]) -> [Double] {
    withElements(of: operands[...], []) { pointers, strides in
      [Double](unsafeUninitializedCapacity: count * shape.count) { buffer, initialized in
        if let result = buffer.baseAddress {
          run(rows: count, operands: pointers, strides: strides, result: result)
        }
        initialized = count * shape.count
      }
    }
  }

  /// Applies the operation to `rows` rows; operand i moves on by `strides[i]` elements a row.
  ///
  /// - Precondition: the memory behind the pointers is large enough; `result` overlaps no operand.
  public func run(
    rows: Int, operands: [UnsafePointer<Double>], strides: [Int], result: UnsafeMutablePointer<Double>
  ) {
    let size = shape.count
    var operands = operands
    var result = result
    operands.withUnsafeMutableBufferPointer { pointers in
      guard let first = pointers.baseAddress else { return }
      for _ in 0..<rows {
        kernel(first, result)
        for i in 0..<pointers.count { pointers[i] += strides[i] }
        result += size
      }
    }
  }

  /// Calls `body` with pointers to the elements of all `operands`, after those already `found`.
  private func withElements<R>(
    of operands: ArraySlice<RowOperand>, _ found: [(UnsafePointer<Double>, Int)],
    _ body: ([UnsafePointer<Double>], [Int]) -> R
  ) -> R {
    guard let operand = operands.first else { return body(found.map(\.0), found.map(\.1)) }
    let elements: [Double]
    let stride: Int
    switch operand {
    case .shared(let tensor): (elements, stride) = (tensor.elements, 0)
    case .perRow(let values, let shape): (elements, stride) = (values, shape.count)
    }
    // An empty array has no memory, but a kernel is given a place all the same.
    return (elements.isEmpty ? [0] : elements).withUnsafeBufferPointer { buffer in
      let start = buffer.baseAddress.map { [($0, stride)] } ?? []
      return withElements(of: operands.dropFirst(), found + start, body)
    }
  }
}
