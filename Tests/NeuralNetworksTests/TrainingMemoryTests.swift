import CInterposer
import NeuralNetworks
import Tensors
import Testing

@testable import TrainingBits

/// What a training takes from the world while it runs: nothing in the loop, and no more memory than it said.
@Suite struct TrainingMemoryTests {
  private final class Thing {}

  /// The allocations and retains of some work of this thread.
  private func counts(_ work: () -> Void) -> (allocations: Int, retains: Int) {
    let (allocations, retains) = (nnb_allocations(), nnb_retains())
    work()
    return (nnb_allocations() - allocations, nnb_retains() - retains)
  }

  @Test func oneAllocationIsSeen() {
    var memory: UnsafeMutableRawPointer?
    #expect(counts {}.allocations == 0)
    #expect(counts { memory = .allocate(byteCount: 100, alignment: 16) }.allocations == 1)
    memory?.deallocate()
  }

  @Test func oneRetainIsSeen() {
    let thing = Unmanaged.passRetained(Thing())
    func retains(_ times: Int) -> Int {
      counts { for _ in 0..<times { _ = thing.retain() } }.retains
    }
    let (none, one, three) = (retains(0), retains(1), retains(3))
    #expect(none == 0 && one > 0 && three == 3 * one)
    for _ in 0..<5 { thing.release() }
  }

  @Test(arguments: Sample.all)
  func stepsAllocateAndRetainNothing(_ sample: Sample) throws {
    let training = try sample.training()
    // Threads and their memory last longer than a run.
    _ = training.run(until: 1)
    let one = countsOfASlice(of: 1, training), many = countsOfASlice(of: (sample.stepCount - 1) / 2, training)
    #expect(one.allocations == 0 && many.allocations == 0)
    #expect(one.retains == many.retains)
  }

  /// What happens between two looks at the world, so many steps from one another.
  private func countsOfASlice(of steps: Int, _ training: Training) -> (allocations: Int, retains: Int) {
    var looks = 0
    var first = (allocations: 0, retains: 0), second = first
    _ = training.run(slice: steps) { _ in
      looks += 1
      if looks == 1 { first = (nnb_allocations(), nnb_retains()) }
      if looks == 2 { second = (nnb_allocations(), nnb_retains()) }
      return looks < 2
    }
    #expect(looks == 2)
    return (second.allocations - first.allocations, second.retains - first.retains)
  }

  @Test(arguments: [("sgd", 1, nil), ("adam", 1, 500), ("adam", 50_000, 999), ("momentum", 20, nil)])
  func memoryIsKnownBeforeTheRun(optimizer: String, epochs: Int, batch: Int?) throws {
    let sample = Sample(
      name: "data", input: [10], layers: [.dense(60, "tanh"), .dense(2, "identity")], rows: 2000,
      loss: .crossEntropy, optimizer: (optimizer, 0.01), epochs: epochs, batch: batch,
      isShuffled: batch != nil)
    let training = try sample.training()
    let stated = training.memory
    nnb_watch_memory()
    let before = nnb_held_bytes()
    _ = training.run { $0.epoch < 1 }
    let taken = nnb_most_bytes() - before
    #expect(taken <= stated, "\(taken) of \(stated) bytes")
    #expect(Double(stated) <= 1.1 * Double(taken), "\(taken) of \(stated) bytes")
  }
}
