import CKernels
import KernelCheck
import Testing

/// Runs one part of the kernels in a precision and reports what it finds.
private typealias Check = @Sendable (nnb_precision, UInt32, UnsafeMutablePointer<nnb_check_report>) -> Void

private let checks: [Check] = [
  nnb_check_layers, nnb_check_elements, nnb_check_rows, nnb_check_images, nnb_check_optimizers,
]

@Test(
  "every kernel is its definition on all sizes around those that steer it, on every instruction set",
  arguments: [NNB_FLOAT64, NNB_FLOAT32])
func kernelsAreTheirDefinitions(precision: nnb_precision) {
  let sets = presentSets.reduce(UInt32(0)) { $0 | 1 << $1.rawValue }
  var counts = Array(repeating: 0, count: Int(NNB_CODES.rawValue))
  for check in checks {
    var report = nnb_check_report()
    check(precision, sets, &report)
    let first = withUnsafeBytes(of: report.first) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    #expect(report.failures == 0, "\(first)")
    withUnsafeBytes(of: report.cases) {
      for (code, count) in $0.bindMemory(to: Int.self).enumerated() { counts[code] += count }
    }
  }
  for (code, count) in counts.enumerated() { #expect(count > 0, "code \(code) was not run") }
}
