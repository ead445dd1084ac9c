import CKernels
import Testing

/// The sizes m, n, k of products: tiny ones, ones around the sizes of tiles, and some of several chunks.
private func productSizes() -> [(Int, Int, Int)] {
  var random = RandomNumbers(seed: 11)
  let tiny = (0..<40).map { _ in (random.size(1...12), random.size(0...10), random.size(1...18)) }
  let middle = (0..<12).map { _ in (random.size(1...40), random.size(1...40), random.size(1...130)) }
  return tiny + middle + [
    (1, 600, 3), (3, 600, 1), (40, 520, 1), (70, 257, 5), (1, 1, 130), (9, 256, 33), (130, 2, 2),
  ]
}

private func checkProducts<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 12)
  for (m, n, k) in productSizes() {
    for kind in RandomNumbers.Kind.allCases {
      let count = m * n * k < 2000 ? 2 : 1
      let (a, b): ([Number], [Number]) = (
        random.array(count * m * n, kind), random.array(count * n * k, kind)
      )
      for code in [NNB_PRODUCT_NN, NNB_PRODUCT_NT, NNB_PRODUCT_TN] {
        let expected = (0..<count * m * k).map { place -> Number in
          let (which, i, j) = (place / (m * k), place / k % m, place % k)
          return contraction(n) { p in
            (
              a[which * m * n + (code == NNB_PRODUCT_TN ? p * m + i : i * n + p)],
              b[which * n * k + (code == NNB_PRODUCT_NT ? j * n + p : p * k + j)]
            )
          }
        }
        let run = InstructionRun(
          code: code, places: [Array(repeating: 5, count: count * m * k), a, b], sizes: [count, m, n, k],
          steps: [m * n, n * k])
        for set in presentSets {
          #expect(haveSameBits(run(on: set)[0], expected), "\(code) of \((m, n, k)) on \(set)")
        }
      }
    }
  }
}

@Test("a product is its definition on every instruction set")
func productsAreTheirDefinition() {
  checkProducts(Double.self)
  checkProducts(Float.self)
}

private func checkThreads<Number: KernelNumber>(_: Number.Type) {
  var random = RandomNumbers(seed: 13)
  // Enough multiplications for two threads, more rows than one block, more than one chunk, and odd ends.
  for (m, n, k) in [(67, 300, 70), (401, 20, 90), (97, 97, 97)] {
    let (a, b): ([Number], [Number]) = (random.array(m * n), random.array(n * k))
    for code in [NNB_PRODUCT_NN, NNB_PRODUCT_NT, NNB_PRODUCT_TN] {
      let run = InstructionRun(
        code: code, places: [Array(repeating: 0, count: m * k), a, b], sizes: [1, m, n, k], steps: [0, 0])
      nnb_set_threads(1)
      let alone = run(on: nnb_instruction_set_in_use())[0]
      nnb_set_threads(2)
      for set in presentSets {
        #expect(haveSameBits(run(on: set)[0], alone), "\(code) of \((m, n, k)) on \(set)")
      }
      let (i, j) = (m - 1, k - 1)
      let last = contraction(n) { p in
        (a[code == NNB_PRODUCT_TN ? p * m + i : i * n + p], b[code == NNB_PRODUCT_NT ? j * n + p : p * k + j])
      }
      #expect(alone[i * k + j] == last)
    }
  }
}

@Test("threads change no bit of a product")
func threadsChangeNoBit() {
  checkThreads(Double.self)
  checkThreads(Float.self)
}
