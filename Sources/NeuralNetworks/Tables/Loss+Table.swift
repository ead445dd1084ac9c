import Tensors
import Wording

extension Loss {
  /// Every loss there is, in the order of the reference; each is a mean over all elements or rows.
  public static let all: [Loss] = [mse, halfMse, bce, bceLogits, crossEntropy, hinge, huber]

  /// Returns the loss with this name.
  public static func named(_ name: String) -> Loss? { all.first { $0.name == name } }

  /// The mean of (p − y)².
  public static let mse = Loss(
    "mse", summary: "the mean squared distance of predictions and targets",
    formula: #"\frac{1}{n} \sum_i (p_i - y_i)^2"#,
    source: "A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805"
  ) { elementwise(&$0, $1, $2) { p, y, g in g.squaredDistance(p, y) } }

  /// The mean of ½(p − y)².
  public static let halfMse = Loss(
    "half_mse", summary: "half the mean squared distance, so that its gradient has no factor 2",
    formula: #"\frac{1}{n} \sum_i \tfrac12 (p_i - y_i)^2"#,
    source: "D. E. Rumelhart et al., Learning representations by back-propagating errors, 1986"
  ) { elementwise(&$0, $1, $2) { p, y, g in g.scaled(0.5, g.squaredDistance(p, y)) } }

  /// The mean cross-entropy of probabilities, logarithms not below −100.
  public static let bce = Loss(
    "bce", summary: "the mean cross-entropy of probabilities and targets 0, 1; logarithms stop at −100",
    formula: #"-\frac{1}{n} \sum_i \left(y_i \ln p_i + (1 - y_i) \ln (1 - p_i)\right)"#,
    source: "D. R. Cox, The regression analysis of binary sequences, 1958", predictions: .probabilities,
    targets: .zeroAndOne
  ) { elementwise(&$0, $1, $2) { p, y, g in g.appending(.bce, [p, y]) } }

  /// The mean cross-entropy of the sigmoid of raw outputs.
  public static let bceLogits = Loss(
    "bce_logits", summary: "the mean cross-entropy of σ(z) and targets 0, 1, from the raw outputs z",
    formula: #"\frac{1}{n} \sum_i \left(\max(z_i, 0) - z_i y_i + \ln(1 + e^{-\lvert z_i \rvert})\right)"#,
    source: "D. R. Cox, The regression analysis of binary sequences, 1958", predictions: .logits,
    targets: .zeroAndOne
  ) { elementwise(&$0, $1, $2) { z, y, g in g.appending(.bceLogits, [z, y]) } }

  /// The mean cross-entropy of the softmax of rows of raw outputs and labels from 0.
  public static let crossEntropy = Loss(
    "cross_entropy",
    summary:
      "the mean cross-entropy of softmax(z) and labels 0, 1, … or rows of probabilities, from the raw outputs z",
    formula: #"\frac{1}{m} \sum_i \left(\ln \sum_j e^{z_{ij}} - z_{i y_i}\right)"#,
    source: "J. S. Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990",
    predictions: .logits, targets: .labels
  ) { graph, z, labels in
    var (z, labels) = (z, labels)
    if graph.shape(of: z).rank > 0, graph.shape(of: z) == graph.shape(of: labels) {
      return ofProbabilities(&graph, z, labels)
    }
    if graph.shape(of: z).rank == 1, graph.shape(of: labels).isScalar {
      // One example and its label are a batch of one.
      z = graph.reshaped(z, graph.shape(of: z).prefixed(by: 1))
      labels = graph.reshaped(labels, [1])
    }
    return graph.append(.crossEntropy, [z, labels]).flatMap { graph.append(.mean(.all), [$0]) }
  }

  /// The mean cross-entropy of softmax(z) and rows of probabilities.
  ///
  ///     loss_i = Σ_j p_ij (ln Σ_k e^{z_ik} − z_i1) + Σ_j p_ij (z_i1 − z_ij)
  ///
  /// The first bracket is the cross-entropy with the label 0, so that nothing overflows.
  /// Shapes: z and p `[m, k]`, or `[k]` for one example.
  private static func ofProbabilities(
    _ graph: inout Graph, _ z: Graph.Node, _ p: Graph.Node
  ) -> Result<Graph.Node, ShapeProblem> {
    var (z, p) = (z, p)
    if graph.shape(of: z).rank == 1 {
      z = graph.reshaped(z, graph.shape(of: z).prefixed(by: 1))
      p = graph.reshaped(p, graph.shape(of: p).prefixed(by: 1))
    }
    let shape = graph.shape(of: z)
    guard shape.rank == 2, shape.count > 0 else { return .failure(misfit(shape, graph.shape(of: p))) }
    let rows = shape.sizes[0]
    let first = graph.appending(.index([.all, .at(1)]), [z])
    let zeros = graph.constant(Tensor(repeating: 0, [rows]))
    let base = graph.appending(.crossEntropy, [z, zeros])
    let mass = graph.appending(.sum(.rows), [p])
    // One number for each row meets the columns where the rows stand as columns.
    let (zT, pT) = (graph.appending(.transpose, [z]), graph.appending(.transpose, [p]))
    let rest = graph.appending(.sum(.columns), [graph.product(pT, graph.difference(first, zT))])
    return graph.append(.mean(.all), [graph.sum(graph.product(mass, base), rest)])
  }

  /// The mean of max(0, 1 − y z).
  ///
  /// The gradient where y z = 1 is 0.
  public static let hinge = Loss(
    "hinge", summary: "the mean lack of y z to 1, for targets −1, 1",
    formula: #"\frac{1}{n} \sum_i \max(0, 1 - y_i z_i)"#,
    source: "C. Cortes and V. Vapnik, Support-vector networks, 1995", targets: .signs
  ) {
    elementwise(&$0, $1, $2) { z, y, g in g.map(.relu, g.difference(g.number(1), g.product(y, z))) }
  }

  /// The mean of ½e² where |e| < 1, else |e| − ½, with e = p − y.
  public static let huber = Loss(
    "huber", summary: "half the squared distance up to 1, beyond it the distance less ½",
    formula:
      #"\frac{1}{n} \sum_i \begin{cases} \tfrac12 e_i^2 & \lvert e_i \rvert < 1 \\ \lvert e_i \rvert - \tfrac12 & \text{else} \end{cases}, \quad e = p - y"#,
    source: "P. J. Huber, Robust estimation of a location parameter, 1964"
  ) {
    elementwise(&$0, $1, $2) { p, y, g in
      let distance = g.map(.abs, g.difference(p, y))
      let near = g.scaled(0.5, g.product(distance, distance))
      let isNear = g.appending(.less, [distance, g.number(1)])
      return g.appending(.choice, [isNear, near, g.difference(distance, g.number(0.5))])
    }
  }

  /// Adds the mean over all elements of a function of a prediction and its target.
  private static func elementwise(
    _ graph: inout Graph, _ predictions: Graph.Node, _ targets: Graph.Node,
    _ function: (_ prediction: Graph.Node, _ target: Graph.Node, inout Graph) -> Graph.Node
  ) -> Result<Graph.Node, ShapeProblem> {
    let (p, y) = (graph.shape(of: predictions), graph.shape(of: targets))
    if p != y { return .failure(misfit(p, y)) }
    let losses = function(predictions, targets, &graph)
    return graph.append(.mean(.all), [losses])
  }

  private static func misfit(_ predictions: Shape, _ targets: Shape) -> ShapeProblem {
    let fact: Message = "the predictions are \(predictions.phrase), the targets \(targets.phrase)"
    if predictions == Shape(targets.sizes + [1]) {
      return ShapeProblem("\(fact): a column against a vector", hint: "take the column: [:, 1]", operand: 0)
    }
    if targets == Shape(predictions.sizes + [1]) {
      return ShapeProblem("\(fact): a vector against a column", hint: "take the column: [:, 1]", operand: 1)
    }
    if predictions.rank == 2, targets.rank == 1, predictions.sizes[0] == targets.sizes[0] {
      return ShapeProblem(
        "\(fact): \(predictions.sizes[1]) numbers a row against one",
        hint: "for class labels write loss=cross_entropy, or make rows of 0 and 1 with one_hot", operand: 1)
    }
    if let rows = predictions.sizes.first, let others = targets.sizes.first, rows != others {
      return ShapeProblem("\(fact): \(rows) rows against \(others)")
    }
    return ShapeProblem("\(fact): each prediction needs its target")
  }
}

extension Graph {
  /// (p − y)².
  fileprivate mutating func squaredDistance(_ p: Node, _ y: Node) -> Node {
    let distance = difference(p, y)
    return product(distance, distance)
  }
}
