import NeuralNetworks
import Tensors
import TestSupport
import Testing

@testable import TrainingBits

/// Trained parameters have the same bits on every set of instructions and in every way to run.
///
/// The release build is held to the same file by `.ci/run`.
@Suite(.serialized) struct EqualBitsTests {
  /// The one expected hash of each sample; `NNB_RECORD=1` records anew.
  private static let golden = "training-bits.txt"

  @Test func everyVariantHasTheExpectedHash() throws {
    let lines = try Sample.all.flatMap { sample in
      try sample.hashes(in: sample.isLong ? Variant.few : Variant.all).map { "\(sample.name) \($0)\n" }
    }
    #expect(lines.count == Sample.all.count, "variants differ:\n\(lines.joined())")
    try expectGolden(lines.joined(), Self.golden)
  }

  @Test(arguments: Sample.all)
  func historyAndEndAreTheSameInEveryVariant(_ sample: Sample) throws {
    let training = try sample.training()
    let expected = Variant.all[0].result(of: training, until: 2)
    #expect(expected.losses.count == 2)
    for variant in Variant.all.dropFirst() {
      let result = variant.result(of: training, until: 2)
      #expect(result.losses == expected.losses, "\(sample), \(variant)")
      #expect(result.steps == expected.steps && result.end == expected.end, "\(sample), \(variant)")
    }
  }

  @Test(arguments: Sample.all, InstructionSet.present.map(\.name))
  func oneOperationAfterTheOtherHasTheSameBits(_ sample: Sample, instructionSet: String) throws {
    let set = try #require(InstructionSet.present.first { $0.name == instructionSet })
    let training = try sample.training()
    var eager = try EagerTraining(training, instructionSet: set)
    let losses = [eager.epoch(), eager.epoch()]
    let result = training.run(until: 2)
    #expect(losses.map(\.bitPattern) == result.losses.map(\.bitPattern))
    #expect(eager.steps == result.steps)
    for (place, node) in training.graph.parameters.enumerated() {
      #expect(result.graph.constant(at: node) == eager.parameters[place], "parameter \(place + 1)")
    }
  }
}
