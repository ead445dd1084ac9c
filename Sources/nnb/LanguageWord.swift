/// A keyword, a sign or a concept, as `nnb explain` shows it; functions, errors and options have tables of their own.
struct LanguageWord: Sendable {
  /// Under which heading it stands.
  enum Kind: String, Sendable, CaseIterable {
    case keyword = "keywords"
    case sign = "signs"
    case concept = "concepts"
  }

  let kind: Kind
  let name: String
  /// Other spellings of the name.
  let others: [String]
  let summary: String
  /// A cell that runs.
  let example: String

  private init(_ kind: Kind, _ names: String, _ summary: String, _ example: String) {
    let names = names.split(separator: " ").map(String.init)
    (self.kind, name, others) = (kind, names[0], Array(names.dropFirst()))
    (self.summary, self.example) = (summary, example)
  }

  /// The word that is spelled so.
  static func named(_ name: String) -> LanguageWord? {
    all.first { $0.name == name || $0.others.contains(name) }
  }

  /// Every word.
  static let all = keywords + signs + concepts

  private static let keywords: [LanguageWord] = [
    .init(
      .keyword, "table", "a table of inputs and outputs, by its rows or by a formula",
      "table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }\nXOR"),
    .init(
      .keyword, "net", "a net written as formulas, with its parameters",
      "net line(x[1]) { param w = 2; param b = 1; w*x[1] + b }\nline(3)"),
    .init(
      .keyword, "param",
      "a number or tensor of a net that training changes: drawn with `~`, or given with `=`",
      "net half(x[2]) { param w[2] ~ xavier; x @ w }\nhalf"),
    .init(
      .keyword, "check", "says what must hold, and shows whether it does",
      "check \"three\" worth 2: 1 + 2 == 3"),
    .init(.keyword, "worth", "the points of a check", "check \"three\" worth 2: 1 + 2 == 3"),
    .init(.keyword, "for", "goes through the elements in a comprehension", "[k^2 for k in 1..4]"),
    .init(.keyword, "in", "stands before what a comprehension goes through", "[k^2 for k in 1..4]"),
    .init(
      .keyword, "if", "chooses between two values by a condition",
      "sign_of(x) = if x < 0 then -1 else 1\nsign_of(-3)"),
    .init(.keyword, "then", "stands before the value where the condition holds", "if 2 > 1 then 10 else 20"),
    .init(
      .keyword, "else", "stands before the value where the condition does not hold",
      "if 2 > 1 then 10 else 20"),
    .init(.keyword, "and ∧", "1 where both sides are 1; takes 0 and 1 only", "1 and 0"),
    .init(.keyword, "or ∨", "1 where a side is 1; takes 0 and 1 only", "1 or 0"),
    .init(.keyword, "not ¬", "turns 0 and 1", "not 0"),
    .init(.keyword, "xor ⊕", "1 where the sides differ; takes 0 and 1 only", "1 xor 1"),
    .init(.keyword, "true", "the number 1", "true + 1"),
    .init(.keyword, "false", "the number 0", "false + 1"),
    .init(
      .keyword, "with", "an edited copy of a net",
      "m = input(1) -> dense(1)\n(m with { 1.W = [[2]], 1.b = [1] })(3)"),
    .init(.keyword, "within", "how nearly `~` compares", "check 1/3 ~ 0.3333 within 0.001"),
    .init(
      .keyword, "on", "stands before rows whose output is 1; all others are 0",
      "table AND(x1, x2 -> y) { on 11 }\nAND"),
  ]

  private static let signs: [LanguageWord] = [
    .init(
      .sign, "-> →", "joins layers to a net, and parts inputs from outputs in the head of a table",
      "m = input(2) -> dense(3, tanh) -> dense(1, sigmoid)\nparams(m)"),
    .init(
      .sign, "@", "the product of matrices and vectors, along their inner sizes", "[1, 2; 3, 4] @ [1, 10]"),
    .init(.sign, "· ⋅", "`@` between tensors, `*` where a side is a number", "[1, 2] · [3, 4]"),
    .init(.sign, "' ′", "the derivative of a function of one number", "f(x) = x^2\nf'(3)"),
    .init(.sign, ".T ᵀ", "the transpose of a matrix", "[1, 2; 3, 4].T"),
    .init(.sign, "* ×", "the product, element by element", "[1, 2]*[10, 100]"),
    .init(.sign, "/ ÷", "the quotient, element by element", "[10, 20]/4"),
    .init(.sign, "+", "the sum, element by element", "[1, 2] + 10"),
    .init(
      .sign, "- −", "the difference, element by element; at an input of a row both values, at an output any",
      "10 - [1, 2]"),
    .init(.sign, "^", "the power, element by element", "[1, 2, 3]^2"),
    .init(
      .sign, "..", "a range with both ends: steps where a list is wanted, an interval where one is",
      "[2*k for k in 1..3]"),
    .init(
      .sign, "=", "binds a name, or gives an argument by its name", "x = 3\nsum([1, 2; 3, 4], along=\"rows\")"
    ),
    .init(.sign, "==", "1 where both sides are equal", "check 1 + 1 == 2"),
    .init(.sign, "!= ≠", "1 where the sides differ", "1 != 2"),
    .init(.sign, "<", "1 where the left side is less", "[1, 5] < 3"),
    .init(.sign, "<= ≤", "1 where the left side is less or equal", "[1, 3, 5] <= 3"),
    .init(.sign, ">", "1 where the left side is greater", "[1, 5] > 3"),
    .init(.sign, ">= ≥", "1 where the left side is greater or equal", "[1, 3, 5] >= 3"),
    .init(
      .sign, "~ ≈", "nearly equal in `a ~ b within t`; in a net's block a parameter is drawn with it",
      "check 1/3 ~ 0.3333 within 0.001"),
    .init(.sign, "?", "a blank to fill in; its cell is to do until then", "x = 2"),
    .init(
      .sign, "[ ]", "a list of numbers, rows parted by `;`; behind a value a position, from 1",
      "A = [1, 2; 3, 4]\nA[2, 1]"),
    .init(
      .sign, "{ }", "the rows of a table, a block whose last part is its value, the edits behind `with`",
      "f(x) = { a = 2*x; a + 1 }\nf(3)"),
    .init(.sign, "( )", "the arguments of a call, or a part that comes first", "(1 + 2)*max(3, 4)"),
    .init(.sign, ";", "parts statements on one line, and the rows of a matrix", "a = 2; b = 3\n[a, b; b, a]"),
    .init(
      .sign, ":", "parts inputs from outputs in a row, takes all in a position, ends the name of a check",
      "A = [1, 2; 3, 4]\nA[:, 1]"),
    .init(
      .sign, ".", "a field: a column of a table, a parameter of a net, a part of a training",
      "table P(x -> y) { (1): 2, (3): 4 }\nP.y"),
    .init(.sign, ",", "parts numbers, arguments, rows and names", "max(3, 4)"),
    .init(
      .sign, "#", "begins a comment, up to the end of the line; `#|` begins an option of the cell",
      "1 + 1 # two"),
    .init(
      .sign, "#|",
      "begins an option of the cell, `#| name: value`, at its top; `nnb explain NAME` tells of one",
      "1 + 1"),
    .init(.sign, "\"", "stands around a text", "\"hello\""),
  ]

  private static let concepts: [LanguageWord] = [
    .init(
      .concept, "loss",
      "one number that tells how wrong a net is on the data; training makes it small. Of `train` it is an argument: mse for numbers, bce for 0 and 1 behind sigmoid, cross_entropy for classes",
      "mse([0.9, 0.2], [1, 0])"),
    .init(
      .concept, "epochs epoch", "passes of a training through all rows of its data",
      xorTraining + "\nrun.epochs"),
    .init(
      .concept, "backprop backpropagation",
      "how the gradient of the loss is found, from the last layer back to the first; `train` does it at each step, `grad` gives it for a function",
      "L(w) = sum(w^2)\ng = grad(L)\ng([1, 2])"),
    .init(
      .concept, "run training",
      "what `train` gives: `.net` is the trained net, `.loss` the loss of each epoch, `.at(k)` the net after epoch k. `nnb run FILE` runs a notebook",
      xorTraining + "\nrun.net"),
    .init(
      .concept, "gradient",
      "by how much the loss grows with each parameter; a step of training goes against it",
      "L(w) = sum(w^2)\ng = grad(L)\ng([1, 2])"),
    .init(
      .concept, "learning_rate eta η",
      "how far a step of training goes against the gradient: the number of the optimizer", "sgd(0.5)"),
    .init(
      .concept, "layer", "units that all see the same inputs; layers are joined by `->`",
      "m = input(2) -> dense(3, tanh) -> dense(1, sigmoid)\nsummary(m)"),
    .init(
      .concept, "neuron unit units",
      "one output of a layer: a weighted sum of its inputs, plus a bias, put into an activation",
      "perceptron(w=[1, 1], T=1.5, activation=sigmoid)(1, 1)"),
    .init(
      .concept, "chain", "a net of layers joined by `->`, behind `input(n)`",
      "m = input(2) -> dense(3, tanh) -> dense(1, sigmoid)\nm.1"),
    .init(
      .concept, "tensor tensors vector vectors matrix matrices",
      "numbers in order: a vector has one axis, a matrix rows and columns; `shape` tells the sizes",
      "shape([1, 2, 3; 4, 5, 6])"),
    .init(
      .concept, "function functions",
      "a value that is computed of others, as in f(x) = x^2; its derivative is f'", "f(x) = x^2\nf(3)"),
    .init(
      .concept, "block", "definitions in `{ }` with a value at their end", "f(x) = { a = 2*x; a + 1 }\nf(3)"),
    .init(
      .concept, "range", "whole steps with both ends, or an interval: 1..5", "[k^2 for k in 1..5]"),
    .init(
      .concept, "comprehension loop", "a list of the values for each step: what other languages do in a loop",
      "[k^2 for k in 1..5]"),
    .init(
      .concept, "dont_care", "an output `-` of a row: comparisons pass over the row",
      "table T(a, b -> y) { 00:0, 01:1, 10:1, 11:- }\nT"),
    .init(.concept, "blank hole", "a `?` to fill in; its cell is to do until then", "x = 2"),
    .init(
      .concept, "overfitting",
      "a net that is right on the rows it learned from and wrong on others: watch `val`, help with `l2`",
      "table P(x -> y) { (1): 1, (2): 2, (3): 3, (4): 4 }\nrun = train(input(1) -> dense(1), P, loss=mse, opt=sgd(0.01), epochs=5, val=1, l2=0.1)\nrun.val"
    ),
    .init(
      .concept, "record records",
      "a fence `output` behind a cell with what it shows: `nnb run --record` writes it, `nnb run --check` compares",
      "1 + 1"),
    .init(
      .concept, "weight weights",
      "what an input of a unit is multiplied by; the matrix W of a layer is [inputs, units]",
      "m = input(2) -> dense(1)\nm.1.W"),
    .init(
      .concept, "bias", "what a unit adds to its weighted sum; b = -T for a perceptron of threshold T",
      "perceptron(w=[1, 1], b=-1.5).T"),
    .init(.concept, "threshold", "the sum from which on a perceptron fires", "perceptron(w=[1, 1], T=1.5)"),
    .init(
      .concept, "activation", "the function of a unit's weighted sum, such as sigmoid, tanh or relu",
      "relu([-1, 2])"),
    .init(
      .concept, "optimizer",
      "how a step is made of the gradient: sgd, momentum, adam and others, with their rate", "adam(0.01)"),
    .init(
      .concept, "validation",
      "rows kept away from learning, on which the loss is watched: `val=0.2` of `train`",
      "table P(x -> y) { (1): 1, (2): 2, (3): 3, (4): 4 }\nrun = train(input(1) -> dense(1), P, loss=mse, opt=sgd(0.01), epochs=5, val=1)\nrun.val"
    ),
    .init(
      .concept, "cell", "a fence ```nn of the notebook; its statements run in the order of the page", "1 + 1"),
    .init(
      .concept, "notebook",
      "a Markdown file with cells; `nnb run FILE` makes a page of it, `nnb new FILE` begins one", "1 + 1"),
    .init(
      .concept, "fuel limit",
      "the work that a cell may do, counted and not timed; `#| budget: {fuel: 5e10}` gives it more",
      "sum([k for k in 1..100])"),
  ]

  private static let xorTraining = """
    table XOR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:0 }
    run = train(input(2) -> dense(3, tanh) -> dense(1, sigmoid), XOR, loss=bce, opt=sgd(0.5), epochs=20)
    """
}
