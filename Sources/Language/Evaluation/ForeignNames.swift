import Diagnostics
import Syntax
import Wording

/// A name of another language or library, and what NN-DSL writes instead.
struct ForeignName: Sendable {
  /// What to write.
  let advice: Message
  /// The name that does the same, where putting it there is all.
  let replacement: String?

  init(_ advice: Message, _ replacement: String? = nil) {
    self.advice = advice
    self.replacement = replacement
  }

  /// A function that has another name here.
  static func same(_ name: String) -> ForeignName { ForeignName("here it is `\(name)`", name) }

  /// The names, of what is no module.
  static let named: [String: ForeignName] = names.merging(nets) { $1 }.merging(pictures) { $1 }

  /// Whether a name, here or in another language, is that of the function which counts elements.
  static func isLength(_ name: String) -> Bool { name == "len" || name == names["len"]?.replacement }

  /// The layer of units that see every input.
  static let unitsLayer = "dense"

  private static let names: [String: ForeignName] = [
    "ln": .same("log"), "loge": .same("log"), "std": .same("sd"), "stdev": .same("sd"),
    "variance": .same("var"),
    "average": .same("mean"), "avg": .same("mean"), "len": .same("count"), "length": .same("count"),
    "numel": .same("count"), "size": .init("sizes are `shape(x)`, their product `count(x)`"),
    "absolute": .same("abs"), "fabs": .same("abs"), "power": .init("a power is `x^2`"),
    "pow": .init("a power is `x^2`"),
    "arctan": .same("atan"), "arcsin": .same("asin"), "arccos": .same("acos"), "maximum": .same("max"),
    "minimum": .same("min"), "amax": .same("max"), "amin": .same("min"), "trunc": .same("floor"),
    "int": .same("floor"),
    "ceil": .init("write -floor(-x)"), "sorted": .same("sort"), "sigma": .same("sigmoid"),
    "sigm": .same("sigmoid"), "permute": .same("permutation"),
    "print": .init("a value on a line of its own is shown: write it without `print`", ""),
    "show": .init("a value on a line of its own is shown: write it without `show`", ""),
    "display": .init("a value on a line of its own is shown: write it without `display`", ""),
    "eig": .init("there are no eigenvalues; linear systems are solve(A, b)"),
    "svd": .init("there is no decomposition; linear systems are solve(A, b)"),
    "cross": .init("there is no cross product; of two vectors there is u @ v"),
    "reverse": .init("write [v[count(v) + 1 - k] for k in 1..count(v)]"),
    "reversed": .init("write [v[count(v) + 1 - k] for k in 1..count(v)]"),
    "Inf": .init("no name stands for infinity; 1/0 is inf"),
    "NaN": .init("no name stands for it; 0/0 is nan"),
    "yes": .init("write `true`, or 1", "true"), "no": .init("write `false`, or 0", "false"),
    "auto": .init("leave the argument out: what is chosen fits"),
    "chain": .init("join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "tg": .same("tan"), "arctg": .same("atan"), "sqr": .init("write x^2"), "th": .same("tanh"),
    "df": .init("the derivative of f is `f'`, its formula derivative(f)"),
    "dy": .init("the derivative of f is `f'`, its formula derivative(f)"),
    "dx": .init("the derivative of f is `f'`, its formula derivative(f)"),
    "xavier": .init("first weights are drawn behind `~`: param W[2, 3] ~ xavier, or dense(3, init=xavier)"),
    "he": .init("first weights are drawn behind `~`: param W[2, 3] ~ he, or dense(3, init=he)"),
    "disp": .init("a value on a line of its own is shown: write it without `disp`", ""),
    "printf": .init("a value on a line of its own is shown", ""),
    "println": .init("a value on a line of its own is shown: write it without `println`", ""),
    "echo": .init("a value on a line of its own is shown: write it without `echo`", ""),
    "log10": .init("write log(x) / log(10)"), "log2": .init("write log(x) / log(2)"),
    "lg": .init("write log(x) / log(10)"), "cbrt": .init("write x^(1/3)"), "square": .init("write x^2"),
    "factorial": .init("write the product: 1*2*3*4*5"),
    "prod": .init("for numbers above 0 write exp(sum([log(x) for x in v]))"),
    "median": .init("take it from sort(v): the element in the middle"),
    "any": .init("write sum(v) > 0"),
    "all": .init(
      "all rows are `:` as a position and \"all\" as an argument; all truths hold where sum(v) == count(v)"),
    "abs_value": .same("abs"), "PI": .same("pi"), "Pi": .same("pi"), "rows": .init("write shape(A)[1]"),
    "nrow": .init("write shape(A)[1]"), "ncol": .init("write shape(A)[2]"),
    "str": .init("texts are not computed; a value on a line of its own is shown"),
    "float": .init("every number has about sixteen digits: write it alone", ""),
    "True": .init("write `true`, or 1", "true"), "False": .init("write `false`, or 0", "false"),
    "None": .init("there is no empty value; leave the argument out"),
    "null": .init("there is no empty value; leave the argument out"),
    "nil": .init("there is no empty value; leave the argument out"),
    "array": .init("write the numbers in brackets: [1, 2]", ""),
    "tensor": .init("write the numbers in brackets: [1, 2]", ""),
    "vector": .init("write the numbers in brackets: [1, 2]", ""),
    "matrix": .init("write the rows in brackets: [1, 2; 3, 4]"),
    "list": .init("write the numbers in brackets: [1, 2]"),
    "c": .init("values are listed in brackets: [1, 2, 3]"),
    "library": .init("nothing is imported, the library's names are there: delete the line"),
    "require": .init("nothing is imported, the library's names are there: delete the line"),
    "dict": .init("values with names are a table's columns"),
    "range": .init("write 1..5, both ends included"), "arange": .init("write 0..5, both ends included"),
    "read": .init("cells read no file unless it is allowed: nnb run --allow-data FOLDER"),
    "read_csv": .init("write read(\"points.csv\")", "read"),
    "open": .init("a file is a table: read(\"points.csv\")"),
    "def": .init("a function is written f(x) = …"), "return": .init("a block's last expression is its value"),
    "map": .init("write [f(x) for x in v]"),
    "filter": .init("choose inside: [if x > 0 then x else 0 for x in v]"),
    "reduce": .init("write sum(v), or `iterate`"),
    "zip": .init("go through the positions: [u[k] + v[k] for k in 1..3]"),
    "enumerate": .init("go through the positions: [v[k] for k in 1..3]"),
    "where": .init("write if c then a else b, or [if x > 0 then x else 0 for x in v]"),
    "transpose": .init("the transpose is `A.T`"), "matmul": .init("the product is `A @ B`"),
    "mm": .init("the product is `A @ B`"), "inner": .same("dot"),
    "outer": .init("write u.T … as [[a*b for b in v] for a in u]"),
    "inv": .init("write solve(A, b) for the x of A @ x = b"),
    "inverse": .init("write solve(A, b) for the x of A @ x = b"),
    "eye": .same("identity_matrix"), "identity_mat": .same("identity_matrix"),
    "append": .same("concat"), "concatenate": .same("concat"), "cat": .same("concat"),
    "vstack": .same("concat"),
    "hstack": .init("write concat(A.T, B.T).T"), "stack": .init("write the rows in brackets: [a, b]"),
    "reshape": .init("numbers get their shape from their brackets: [1, 2; 3, 4]"),
    "rand": .same("uniform"), "random": .same("uniform"), "runif": .same("uniform"),
    "randn": .init("write normal(size=3)"),
    "gauss_noise": .same("normal"), "rnorm": .same("normal"),
    "randint": .init("write floor(uniform(1, 7, size=10))"),
    "randperm": .same("permutation"), "seed": .init("a seed is an option of the cell: #| seed: 7"),
    "manual_seed": .init("a seed is an option of the cell: #| seed: 7"),
    "diff": .init("the derivative of f is `f'`, its formula derivative(f)", "derivative"),
    "gradient": .init("the gradient of a function is grad(L), the derivative of one of a number f'", "grad"),
    "nabla": .init("the gradient of a function is grad(L), the derivative of one of a number f'", "grad"),
    "integral": .init("there is no integral; a sum of thin strips comes near"),
    "karnaugh": .same("kmap"), "karnaugh_map": .same("kmap"), "sop": .same("dnf"), "pos": .same("cnf"),
    "simplify": .same("minimize"), "minimise": .same("minimize"), "linearly_separable": .same("separable"),
    "moons": .init("the data sets are circle, xor_points, gauss and spiral"),
    "blobs": .same("gauss"), "make_moons": .init("the data sets are circle, xor_points, gauss and spiral"),
    "make_blobs": .same("gauss"), "make_circles": .same("circle"), "circles": .same("circle"),
    "iris": .init("a file is a table: read(\"iris.csv\")"), "mnist": .init("pictures are data(P, labels)"),
    "log_2": .init("write log(x) / log(2)"), "log_10": .init("write log(x) / log(10)"),
    "todo": .init("a blank to fill in is `?`", "?"),
    "Xavier": .init("here it is `xavier`", "xavier"), "glorot": .init("here it is `xavier`", "xavier"),
    "He": .init("here it is `he`", "he"), "kaiming": .init("here it is `he`", "he"),
    "lim": .init("there is no limit: look at values near the place, [f(10^(-k)) for k in 1..5]"),
    "limit": .init("there is no limit: look at values near the place, [f(10^(-k)) for k in 1..5]"),
    "integrate": .init("there is no integral; a sum of thin strips comes near"),
    "onehot": .same("one_hot"), "to_categorical": .same("one_hot"), "normalize": .same("standardize"),
    "normalise": .same("standardize"), "train_test_split": .same("split"),
    "AND": .init("define it: table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }"),
    "OR": .init("define it: table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }"),
    "XOR": .init("define it: table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }"),
    "NAND": .init("define it: table NAND(x1, x2 -> y) { 00:1, 01:1, 10:1, 11:0 }"),
    "NOR": .init("define it: table NOR(x1, x2 -> y) { 00:1, 01:0, 10:0, 11:0 }"),
    "NOT": .init("define it: table NOT(x -> y) { 0:1, 1:0 }"),
  ]

  static let nets: [String: ForeignName] = [
    "logistic": .same("sigmoid"), "expit": .same("sigmoid"), "sig": .same("sigmoid"),
    "linear": .same("identity"),
    "heaviside": .same("step"), "threshold": .same("step"), "hardlim": .same("step"), "swish": .same("silu"),
    "LeakyReLU": .same("leaky_relu"), "lrelu": .same("leaky_relu"), "sgn": .same("sign"),
    "ce": .same("cross_entropy"), "softmax_cross_entropy": .same("cross_entropy"),
    "nll": .same("cross_entropy"),
    "categorical_crossentropy": .same("cross_entropy"),
    "sparse_categorical_crossentropy": .same("cross_entropy"),
    "CrossEntropyLoss": .init("write loss=cross_entropy", "cross_entropy"),
    "crossentropy": .same("cross_entropy"),
    "binary_crossentropy": .same("bce"), "binary_cross_entropy": .same("bce"),
    "BCELoss": .init("write loss=bce", "bce"),
    "log_loss": .same("bce"), "MSELoss": .init("write loss=mse", "mse"), "mean_squared_error": .same("mse"),
    "squared_error": .same("mse"), "SGD": .same("sgd"), "Adam": .same("adam"), "RMSprop": .same("rmsprop"),
    "GradientDescent": .same("sgd"), "gradient_descent": .same("sgd"), "gd": .same("sgd"),
    "confusion_matrix": .same("confusion"), "accuracy_score": .same("accuracy"), "acc": .same("accuracy"),
    "fit": .init("write train(net, data, loss=bce, opt=sgd(0.5), epochs=1000)"),
    "backprop": .init("`train` does it; the gradient of a function is grad(L)"),
    "backward": .init("`train` does it; the gradient of a function is grad(L)"),
    "Sequential": .init("join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "Model": .init("join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "model": .init("make it first: m = input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "MLP": .init("join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "Linear": .init("a layer is dense(units, activation); its inputs are those of the stage before"),
    "Input": .same("input"),
    "Conv2d": .init("a layer of filters is conv(filters, size)", "conv"),
    "Conv2D": .init("a layer of filters is conv(filters, size)", "conv"), "MaxPool2d": .same("pool"),
    "Embedding": .same("embed"), "neuron": .same("perceptron"), "unit": .same("perceptron"),
    "Dense": .same("dense"), "hidden": .init("a layer is dense(units, activation)", "dense"),
    "output": .init("the last layer is dense(units, activation), too", "dense"),
    "binary": .same("bce"), "cross_entropy_loss": .same("cross_entropy"), "mse_loss": .same("mse"),
    "mlp": .init("join the layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid)"),
    "layer": .init("a layer is dense(units, activation)", "dense"),
  ]

  private static let pictures: [String: ForeignName] = [
    "hist": .same("histogram"), "bar": .same("bars"), "barplot": .same("bars"), "heatmap": .same("heat"),
    "imshow": .init("numbers as colours are heat(net), counts are confusion(net, data)"),
    "contour": .init("the values of a net are heat(net, data), its classes regions(net, data)", "heat"),
    "contourf": .init("the values of a net are heat(net, data), its classes regions(net, data)", "heat"),
    "surface": .init("the values of a net are heat(net, data)", "heat"),
    "decision_boundary": .same("regions"), "plot_decision_boundary": .same("regions"),
    "points": .same("scatter"),
    "loss_curve": .same("curve"), "learning_curve": .same("curve"),
    "draw": .init("write diagram(net), plot(f) or scatter(data)"),
    "figure": .init("a picture is an expression: plot(f, x=-5..5)"),
    "subplot": .init("pictures side by side are grid(…)", "grid"),
    "subplots": .init("pictures side by side are grid(…)", "grid"),
    "legend": .init("a curve is named after its function"),
    "title": .init("a title is an argument of the picture: title=\"…\""),
    "xlabel": .init("the words at an axis are an argument of the picture: x_label=\"…\""),
    "ylabel": .init("the words at an axis are an argument of the picture: y_label=\"…\""),
  ]

  /// Modules of other languages, whose names stand alone here.
  static let modules: Set<String> = [
    "np", "numpy", "torch", "nn", "F", "tf", "keras", "tensorflow", "math", "plt", "pd", "sns", "sklearn",
    "scipy",
    "layers", "optim", "jax", "jnp",
  ]

  /// Arguments as other libraries name them, by the function they are given to; `*` is any.
  static let arguments: [String: [String: ForeignName]] = [
    "train": [
      "lr": .init("the learning rate is a number of the optimizer: opt=sgd(0.5)"),
      "rate": .init("the learning rate is a number of the optimizer: opt=sgd(0.5)"),
      "learning_rate": .init("the learning rate is a number of the optimizer: opt=sgd(0.5)"),
      "eta": .init("the learning rate is a number of the optimizer: opt=sgd(0.5)"),
      "optimizer": .init("the optimizer is `opt`: opt=sgd(0.5)", "opt"),
      "batch_size": .init("the number of rows of a step is `batch`", "batch"),
      "steps": .init("write `epochs`: passes through the data", "epochs"),
      "iterations": .init("write `epochs`: passes through the data", "epochs"),
      "validation_split": .init("the rows kept away from learning are `val`", "val"),
      "validation_data": .init("the rows kept away from learning are `val`", "val"),
      "table": .init("the rows are `data`", "data"), "dataset": .init("the rows are `data`", "data"),
      "train_data": .init("the rows are `data`", "data"),
      "val_split": .init("the rows kept away from learning are `val`", "val"),
      "validation": .init("the rows kept away from learning are `val`", "val"),
      "test": .init("the rows kept away from learning are `val`", "val"),
      "iters": .init("write `epochs`: passes through the data", "epochs"),
      "patience": .init("write stop=patience(20)"),
      "weight_decay": .init("the pull of the weights towards 0 is `l2`", "l2"),
      "seed": .init("a seed is an option of the cell: #| seed: 7"),
      "metrics": .init("look at accuracy(run.net, data) after the training"),
      "criterion": .init("what is made small is `loss`", "loss"),
      "early_stopping": .init("a training ends early by stop=patience(20) or stop=below(0.01)"),
      "callbacks": .init("a training ends early by stop=patience(20) or stop=below(0.01)"),
      "device": .init("there is one device: leave it out"),
      "verbose": .init("every how many epochs the loss is shown is `log`", "log"),
      "model": .init("the net is `net`", "net"),
    ],
    "perceptron": [
      "threshold": .init("the threshold is `T`", "T"), "theta": .init("the threshold is `T`", "T"),
      "bias": .init("the bias is `b`", "b"), "weights": .init("the weights are `w`", "w"),
      "weight": .init("the weights are `w`", "w"),
      "w1": .init("the weights are one vector: w=[1, 1]"),
      "w2": .init("the weights are one vector: w=[1, 1]"),
      "act": .init("the function of the sum is `activation`", "activation"),
    ],
    "dense": [
      "size": .init("the number of units comes first: dense(4, tanh)", "units"),
      "n": .init("the number of units comes first: dense(4, tanh)", "units"),
      "act": .init("the function of the units is `activation`", "activation"),
      "f": .init("the function of the units is `activation`", "activation"),
      "initializer": .init("how weights are drawn is `init`", "init"),
      "kernel_initializer": .init("how weights are drawn is `init`", "init"),
    ],
    "plot": [
      "range": .init("the interval is `x`: x=-3..3", "x"), "xlim": .init("the interval is `x`: x=-3..3", "x"),
      "ylim": .init("the interval of the values is `y`: y=-1..1", "y"),
      "from": .init("the interval is `x`: x=-3..3"),
      "xlabel": .init("the words below are `x_label`", "x_label"),
      "ylabel": .init("the words at the left are `y_label`", "y_label"),
    ],
    "iterate": [
      "start": .init("the first state is `from`", "from"), "x0": .init("the first state is `from`", "from"),
      "init": .init("the first state is `from`", "from"), "n": .init("how often is `steps`", "steps"),
      "times": .init("how often is `steps`", "steps"), "count": .init("how often is `steps`", "steps"),
      "iterations": .init("how often is `steps`", "steps"), "to": .init("how often is `steps`", "steps"),
    ],
    "adam": [
      "momentum": .init("the part of the step before is `beta1`", "beta1"),
      "beta": .init("the part of the step before is `beta1`", "beta1"),
      "weight_decay": .init("adam with decaying weights is adamw"),
    ],
    "split": [
      "train": .init("the part to train with is `share`", "share"),
      "ratio": .init("the part to train with is `share`", "share"),
      "fraction": .init("the part to train with is `share`", "share"),
      "train_size": .init("the part to train with is `share`", "share"),
      "test": .init("the part to train with is `share`: 0.8 leaves 0.2 for the test"),
      "test_size": .init("the part to train with is `share`: 0.8 leaves 0.2 for the test"),
    ],
    "normal": [
      "std": .init("the standard deviation is `sd`", "sd"),
      "scale": .init("the standard deviation is `sd`", "sd"), "shape": .init("the sizes are `size`", "size"),
      "n": .init("the sizes are `size`", "size"), "mu": .init("the mean is `mean`", "mean"),
      "sigma": .init("the standard deviation is `sd`", "sd"),
    ],
    "uniform": [
      "low": .init("the lower end is `lo`", "lo"), "high": .init("the upper end is `hi`", "hi"),
      "shape": .init("the sizes are `size`", "size"), "n": .init("the sizes are `size`", "size"),
    ],
    "*": [
      "color": .init("colours are those of the page: every curve and class has its own"),
      "colour": .init("colours are those of the page: every curve and class has its own"),
      "xlabel": .init("the words below are `x_label`", "x_label"),
      "ylabel": .init("the words at the left are `y_label`", "y_label"),
      "learning_rate": .init("the learning rate is `lr`", "lr"),
      "eta": .init("the learning rate is `lr`", "lr"),
      "alpha": .init("the learning rate is `lr`", "lr"), "rate": .init("the learning rate is `lr`", "lr"),
      "std": .init("the standard deviation is `sd`", "sd"),
      "legend": .init("a curve is named after its function; leave the legend out"),
      "label": .init("a curve is named after its function"),
      "bins_count": .init("the number of bins is `bins`", "bins"),
    ],
  ]

  /// What to write for an argument of another library.
  static func hint(
    for argument: Syntax.Argument, named name: Identifier, of builtin: Builtin, at range: SourceRange,
    _ nameRange: SourceRange
  ) -> Diagnostic.Hint? {
    let whole = name.range.joined(with: argument.value.range)
    if name.text == "axis" || name.text == "dim", builtin.parameters.contains(where: { $0.name == "along" }) {
      let axis = argument.value.range.text
      let along = axis == "0" ? "columns" : axis == "1" || axis == "-1" ? "rows" : nil
      return .init(
        along.map { "write along=\"\($0)\"" } ?? "write along=\"rows\" or along=\"columns\"",
        edit: along.map { .init(whole, "along=\"\($0)\"") })
    }
    if builtin.name == "sgd", name.text == "momentum" || name.text == "nesterov", range.bytes.count <= 100 {
      let kind = name.text == "nesterov" ? "nesterov" : "momentum"
      let beta = Double(argument.value.range.text) == nil ? "0.9" : argument.value.range.text
      let rate = SourceRange(range.file, nameRange.upperBound..<name.range.lowerBound).text
      let call = "\(kind)\(rate)beta=\(beta))"
      return .init("momentum is an optimizer of its own: \(call)", edit: .init(range, call))
    }
    let own = arguments[builtin.name]?[name.text]
    let general = arguments["*"]?[name.text]
    guard let foreign = own ?? general else { return nil }
    if let replacement = foreign.replacement, !builtin.parameters.contains(where: { $0.name == replacement })
    {
      return nil
    }
    if builtin.name == "train", name.text == "seed" {
      return .init(
        "a seed is an option of the cell: `#| seed: \(argument.value.range.text.prefix(20))` as its first line"
      )
    }
    return .init(foreign.advice, edit: foreign.replacement.map { .init(name.range, $0) })
  }
}
