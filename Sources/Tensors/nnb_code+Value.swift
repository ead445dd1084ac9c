import CKernels

extension nnb_code {
  /// Returns the value of a function of each element at x, with the bits that the kernels give.
  public func value(_ x: Double) -> Double {
    var (argument, result) = (x, 0.0)
    withUnsafeMutablePointer(to: &argument) { source in
      withUnsafeMutablePointer(to: &result) { target in
        let operand = Work.Operand(UnsafeMutableRawPointer(source))
        var instruction = Work(result: UnsafeMutableRawPointer(target), operands: [operand]).instruction(self)
        instruction.size.0 = 1
        nnb_run(&instruction, 1)
      }
    }
    return result
  }
}
