import Language

extension Library {
  /// Everything the course provides, one file a topic.
  public static let course = Library(
    [
      activations, mathematics, linearAlgebra, joining, draws, iteration, perceptrons, boolean, approximation,
      training,
      gradientTraining,
      losses, optimizers, gradients, sweeps, predictions, regions, cells, nets, texts, dataSets, pictures,
      plots,
      images, digests, comparisons, charts, trainingPictures,
    ].flatMap { $0 },
    constants: ["pi": 0x1.921fb54442d18p+1, "e": 0x1.5bf0a8b145769p+1], forms: [.gradient, .netAfterEpoch])
}
