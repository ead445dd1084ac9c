import Diagnostics
import Syntax
import Wording

/// What other languages and libraries ask for with a point, or with more arguments.
extension ForeignName {
  /// What to do instead of a further argument, by the function that takes none.
  static let furtherArguments: [String: Message] = [
    "log": "the logarithm to the base b is log(x)/log(b)", "sqrt": "the third root is x^(1/3)",
    "exp": "a power is `x^2`", "round": "two decimals are round(100*x)/100",
    "predict": "the inputs of an example are one vector: predict(net, [0, 1])",
    "accuracy": "inputs and labels are one table: accuracy(net, data(X, y))",
    "derivative": "the derivative at a place is f'(2), its formula derivative(f)",
    "split": "the share to train with stands alone: split(data, 0.8)",
    "perceptron": "the weights are one vector: perceptron(w=[1, 1], T=1.5)",
    "sum": "the sum of two is a + b, of several sum([a, b, c]); of a matrix sum(A, along=\"rows\")",
    "mean": "the mean of several is mean([a, b, c])", "abs": "a distance is abs(a - b)",
    "sin": "a power is sin(x)^2", "cos": "a power is cos(x)^2",
    "atan": "there is no atan2: write atan(y/x)", "dense": "call it as dense(units, activation)",
    "sigmoid": "a slope is a factor of the argument: sigmoid(5*x)",
    "count": "how many are equal to 1 is sum(v == 1)", "argmax": "of a matrix write argmax of each row",
    "softmax": "a softmax goes over the classes of each row by itself",
    "input": "the number of inputs stands alone: input(2)",
  ]

  /// Functions that mathematics writes without parentheses, so that their argument runs into them: `sinx`.
  static let bareFunctions = ["sin", "cos", "tan", "exp", "log", "sqrt", "tanh"]
  /// The function that counts.
  static let counting = "count"
  /// What other languages ask of a function with a point for its derivative.
  static let derivatives: Set<String> = ["derivative", "diff", "prime", "grad", "d"]
  /// What is no layer, and what to write instead of it in a chain.
  static let stages: [String: Message] = [
    "argmax": "the class is what `predict` says: predict(net, data)",
    "softmax": "leave it out and train with loss=cross_entropy, which applies it",
  ]

  /// What other libraries call the numbers of a perceptron.
  static let perceptronFields: [String: String] = [
    "weights": "w", "weight": "w", "W": "w", "threshold": "T", "theta": "T", "bias": "b", "t": "T",
  ]

  /// What other libraries ask of a net with a point, and NN-DSL with a function.
  static let netFields: [String: Message] = [
    "fit": "training is a function: write train( and the net before these arguments",
    "train": "training is a function: write train( and the net before these arguments",
    "compile": "loss and optimizer are arguments of `train`",
    "net": "this is the net itself",
    "predict": "write predict(net, data)",
    "evaluate": "write accuracy(net, data)",
    "accuracy": "write accuracy(net, data)",
    "forward": "write forward(net, data)",
    "summary": "write summary(net)",
    "parameters": "write summary(net), or params(net) for their number",
    "weights": "the weights of layer 1 are `.1.W`", "W": "the weights of layer 1 are `.1.W`",
    "w": "the weights of layer 1 are `.1.W`", "b": "the biases of layer 1 are `.1.b`",
    "layers": "layer 1 is `.1`", "layer": "layer 1 is `.1`", "hidden": "layer 1 is `.1`",
    "output": "the net itself gives the output; layer 1 is `.1`", "params": "write params(net)",
    "bias": "the biases of layer 1 are `.1.b`", "biases": "the biases of layer 1 are `.1.b`",
  ]

  /// What other libraries ask of a training.
  static let trainingFields: [String: ForeignName] = [
    "history": .init("the loss of each epoch is `.loss`", "loss"),
    "losses": .init("the loss of each epoch is `.loss`", "loss"),
    "model": .init("the trained net is `.net`", "net"), "trained": .init("the trained net is `.net`", "net"),
    "weights": .init("the weights of layer 1 are `.net.1.W`", "net.1.W"),
    "val_loss": .init("the loss of the other rows is `.val`", "val"),
    "accuracy": .init("write accuracy(run.net, data)"), "predict": .init("write predict(run.net, data)"),
    "evaluate": .init("write accuracy(run.net, data)"), "plot": .init("write curve(run)"),
  ]

  /// What other libraries ask of a tensor, as the function of it; `%` stands for the tensor.
  static let tensorFields: [String: String] = [
    "length": "count(%)", "len": "count(%)", "size": "count(%)", "numel": "count(%)", "shape": "shape(%)",
    "last": "%[count(%)]", "first": "%[1]", "end": "%[count(%)]",
    "std": "sd(%)", "transpose": "%.T", "t": "%.T", "average": "mean(%)", "argmax": "argmax(%)",
  ]

  /// What to do instead of what other languages ask of a tensor; `%` stands for the tensor.
  static let tensorAdvice: [String: @Sendable (String) -> Message] = [
    "row": { "row 1 is \($0)[1, :]" }, "col": { "column 1 is \($0)[:, 1]" },
    "column": { "column 1 is \($0)[:, 1]" },
    "rows": { "row 1 is \($0)[1, :], and their number shape(\($0))[1]" },
    "columns": { "column 1 is \($0)[:, 1]" },
    "reshape": { _ in "numbers get their shape from their brackets: [1, 2; 3, 4]" },
    "append": { "values never change: bind a new name to concat(\($0), [4])" },
    "push": { "values never change: bind a new name to concat(\($0), [4])" },
    "map": { "write [f(x) for x in \($0)]" },
    "dot": { "the product is \($0) @ …" }, "matmul": { "the product is \($0) @ …" },
  ]
}
