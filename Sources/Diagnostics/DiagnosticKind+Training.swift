extension DiagnosticKind {
  /// The traps of training.
  static let trainingKinds: [DiagnosticKind] = [
    .zeroGradient, .lossDomain, .softmaxTwice, .sigmoidTwice, .labelRange, .labelsFromOne,
    .argmaxAgainstLabels, .columnAgainstVector, .notTheTrainedNet, .nothingDrawn, .notFinite, .rateTooHigh,
    .diverged, .dead, .targetsOutOfReach, .negativeDecay,
  ]

  private static let gates = """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }

    """

  /// A step in a net that is trained by gradients.
  public static let zeroGradient = DiagnosticKind(
    "zero-gradient",
    page: """
      Training by gradients asks in which direction the loss falls. A step is flat on both sides of its jump, \
      so its derivative is 0 everywhere, no direction is better than another, and the weights before it \
      never change. Smooth activations such as sigmoid and tanh were chosen for this reason. A single unit \
      with a step learns by `perceptron_rule`.
      """,
    example: gates + "m = input(2) -> dense(1, step)\ntrain(m, XOR, loss=mse, opt=sgd(0.5), epochs=10)",
    repair: gates + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=mse, opt=sgd(0.5), epochs=10)")

  /// Predictions or targets that a loss is not made for.
  public static let lossDomain = DiagnosticKind(
    "loss-domain",
    page: """
      A loss is made for certain numbers: `bce` for probabilities and targets from 0 to 1, `hinge` for labels \
      -1 and 1. Outside, its formula has no meaning: the logarithm of a negative number is none. The range of \
      a net's output is that of its last activation.
      """,
    example: gates + "m = input(2) -> dense(1, tanh)\ntrain(m, XOR, loss=bce, opt=sgd(0.5), epochs=10)",
    repair: gates + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=bce, opt=sgd(0.5), epochs=10)")

  /// A softmax before a loss that applies one.
  public static let softmaxTwice = DiagnosticKind(
    "softmax-twice",
    page: """
      `cross_entropy` takes raw outputs and applies softmax itself, since both together are more exact. With \
      softmax at the end of the net it is applied twice: the outputs become nearly equal, and training is \
      slow and ends far from its goal.
      """,
    example: gates
      + "net classes(z[2]) { softmax(z) }\nm = input(2) -> dense(2) -> classes\ntrain(m, XOR, loss=cross_entropy, opt=sgd(0.5), epochs=10)",
    repair: gates + "m = input(2) -> dense(2)\ntrain(m, XOR, loss=cross_entropy, opt=sgd(0.5), epochs=10)")

  /// A sigmoid before a loss that applies one.
  public static let sigmoidTwice = DiagnosticKind(
    "sigmoid-twice",
    page: """
      `bce_logits` takes raw outputs and applies sigmoid itself. After a net that ends with sigmoid it is \
      applied twice: no prediction leaves the range from 0.5 to 0.73, and the net cannot learn.
      """,
    example: gates
      + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=bce_logits, opt=sgd(0.5), epochs=10)",
    repair: gates + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=bce, opt=sgd(0.5), epochs=10)")

  /// A label without an output.
  public static let labelRange = DiagnosticKind(
    "label-range",
    page: """
      `cross_entropy` compares the outputs of a row with the number of its class, from 0. A net of k outputs \
      knows the classes 0 to k - 1; a label beyond has no output that could become large.
      """,
    example: "cross_entropy([1, 2; 3, 4], [0, 5])", repair: "cross_entropy([1, 2; 3, 4], [0, 1])")

  /// Classes numbered from 1.
  public static let labelsFromOne = DiagnosticKind(
    "labels-from-one",
    page: """
      Positions start at 1, but class labels are 0, 1, ..., k - 1, as in the data sets of the course. Labels \
      from 1 to k leave the first output without a class and the last class without an output.
      """,
    example: "cross_entropy([1, 2; 3, 4], [1, 2])", repair: "cross_entropy([1, 2; 3, 4], [1, 2] - 1)")

  /// A position compared with a label.
  public static let argmaxAgainstLabels = DiagnosticKind(
    "argmax-against-labels",
    page: """
      `argmax` gives a position, which counts from 1; a class label counts from 0. So the two never agree \
      where they should. `predict` speaks labels.
      """,
    example: "z = [0.2, 0.9; 0.8, 0.1]\nlabels = [1, 0]\ncheck argmax(z) == labels",
    repair: "z = [0.2, 0.9; 0.8, 0.1]\nlabels = [1, 0]\ncheck argmax(z) - 1 == labels")

  /// A vector and a matrix of one column.
  public static let columnAgainstVector = DiagnosticKind(
    "column-against-vector",
    page: """
      A vector [m] and a matrix [m, 1] hold the same numbers and are not the same. Elsewhere their difference \
      silently becomes a matrix [m, m] of all pairs, and a mean of that is a wrong loss. Take the column of \
      the matrix as a vector.
      """,
    example: "p = [0.1; 0.9]\ny = [0, 1]\np - y", repair: "p = [0.1; 0.9]\ny = [0, 1]\np[:, 1] - y")

  /// The net as given, where the trained one is meant.
  public static let notTheTrainedNet = DiagnosticKind(
    "not-the-trained-net", severity: .note,
    page: """
      Values never change, so `train` leaves the net it was given as it was and returns a run. The trained \
      net is the field `net` of the run.
      """,
    example: gates
      + "m = input(2) -> dense(1, sigmoid)\nrun = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=10)\naccuracy(m, XOR)",
    repair: gates
      + "m = input(2) -> dense(1, sigmoid)\nrun = train(m, XOR, loss=bce, opt=sgd(0.5), epochs=10)\naccuracy(run.net, XOR)"
  )

  /// A sweep over seeds of something without chance.
  public static let nothingDrawn = DiagnosticKind(
    "nothing-drawn",
    page: """
      A sweep over seeds asks what chance does. A net draws its weights where it is defined; where the \
      function only trains a net from outside, every seed gives the same result. Define the net inside the \
      function.
      """,
    example: gates
      + "m = input(2) -> dense(1, sigmoid)\ntrial(lr) = train(m, XOR, loss=bce, opt=sgd(lr), epochs=10)\nsweep(trial, lr=[0.5], seed=1..3)",
    repair: gates
      + "trial(lr) = train(input(2) -> dense(1, sigmoid), XOR, loss=bce, opt=sgd(lr), epochs=10)\nsweep(trial, lr=[0.5], seed=1..3)"
  )

  /// Data that is infinite or no number.
  public static let notFinite = DiagnosticKind(
    "not-finite",
    page: """
      `1/0` is infinite and `0/0` is no number (nan). A row that holds one has no loss from which a step could \
      be computed, and after one such step every weight would be nan, too.
      """,
    example:
      "table P(x -> y) { (1): 2, (2): 0/0 }\ntrain(input(1) -> dense(1), P, loss=mse, opt=sgd(0.1), epochs=5)",
    repair:
      "table P(x -> y) { (1): 2, (2): 4 }\ntrain(input(1) -> dense(1), P, loss=mse, opt=sgd(0.1), epochs=5)")

  /// A learning rate beyond the bound of a linear model.
  public static let rateTooHigh = DiagnosticKind(
    "rate-too-high", severity: .warning,
    page: """
      For a linear model and a squared error the loss is a bowl, and how steep it is can be computed from the \
      data. A step with a rate above 2/λ, where λ is the largest eigenvalue of the second derivatives, lands \
      higher on the other side, and each step after it higher still. `l2` makes the bowl steeper, λ + l2, for \
      any net; momentum bears more, 2(1 + β)/λ.
      """,
    example: gates + "m = input(2) -> dense(1)\ntrain(m, XOR, loss=mse, opt=sgd(0.7), epochs=10)",
    repair: gates + "m = input(2) -> dense(1)\ntrain(m, XOR, loss=mse, opt=sgd(0.5), epochs=10)")

  /// Weights that are driven away from 0.
  public static let negativeDecay = DiagnosticKind(
    "negative-decay", severity: .warning,
    page: """
      l1 and l2 pull the weights towards 0, so that the net becomes no more complicated than the data asks for. A \
      negative one pushes them away from 0 instead, further with every step. A link of TensorFlow Playground can set \
      that, and so it is allowed; most often only a sign is wrong.
      """,
    example: gates
      + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=bce, opt=sgd(0.1), epochs=5, l2=-0.01)",
    repair: gates
      + "m = input(2) -> dense(1, sigmoid)\ntrain(m, XOR, loss=bce, opt=sgd(0.1), epochs=5, l2=0.01)")

  /// A training in which no weight moves.
  public static let dead = DiagnosticKind(
    "dead", severity: .note,
    page: """
      A step goes against the gradient, and a gradient of 0 moves nothing. A unit of relu that is off for every \
      row has none, nor has a unit of tanh or sigmoid so far out that it gives exactly 1. Where all units of a \
      layer are so, nothing before it learns, however long the training.
      """,
    example: gates
      + "m = input(2) -> dense(1, relu, init=zeros, bias=constant(-1))\ntrain(m, XOR, loss=mse, opt=sgd(0.1), epochs=10)",
    repair: gates
      + "m = input(2) -> dense(1, leaky_relu, init=zeros, bias=constant(-1))\ntrain(m, XOR, loss=mse, opt=sgd(0.1), epochs=10)"
  )

  /// Targets that the last activation does not reach.
  public static let targetsOutOfReach = DiagnosticKind(
    "targets-out-of-reach", severity: .warning,
    page: """
      The last activation says what a net can give at all: sigmoid numbers from 0 to 1, tanh from -1 to 1, relu \
      none below 0. A target outside can be approached up to the end of the range, and no further, so the loss \
      never becomes small.
      """,
    example:
      "table P(x -> y) { (0): -1, (1): 1 }\nm = input(1) -> dense(1, sigmoid)\ntrain(m, P, loss=mse, opt=sgd(0.5), epochs=10)",
    repair:
      "table P(x -> y) { (0): -1, (1): 1 }\nm = input(1) -> dense(1, tanh)\ntrain(m, P, loss=mse, opt=sgd(0.5), epochs=10)"
  )

  /// A training whose loss is no number any more.
  public static let diverged = DiagnosticKind(
    "diverged",
    page: """
      The weights grew from step to step until the loss was infinite or no number at all; or, where the last \
      activation keeps the loss small, until they were huge themselves. Most often the learning rate is too \
      large, or the inputs are: `standardize` brings them near 1. The rate of the hint was tried.
      """,
    example: gates + "m = input(2) -> dense(1)\ntrain(m, XOR, loss=mse, opt=sgd(9), epochs=1000)",
    repair: gates + "m = input(2) -> dense(1)\ntrain(m, XOR, loss=mse, opt=sgd(0.5), epochs=1000)")
}
