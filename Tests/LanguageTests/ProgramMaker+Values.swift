/// What the programs by chance begin with, and the values they are made of.
extension ProgramMaker {
  /// Values of every kind under names.
  static let preamble = """
    v = [1, 0, 2]
    A = [1, 2; 3, 4]
    S = [[[1, 2], [3, 4]]]
    table G(a, b -> y) { 00:0, 01:1, 10:1, 11:0 }
    table H(a -> s, c) { 0:01, 1:-0 }
    table P(x1, x2 -> y) { (0.2, 1.5): 1, (1, -0.3): -1 }
    table one_row(a, b -> y) { 00:0 }
    hollow = data([0/0, 1], [1, 0/0])
    classes = data([0, 1; 2, 1; -1, 5], [0, 1, 2])
    g = perceptron(w=[1, -1], T=0.5)
    net both(x[2]) { [x[1] + x[2], x[1]*x[2]] }
    net learner(x[2]) { param w[2] ~ xavier; param b = 0; h = sigmoid(x @ w + b); h }
    one(x) = x^2
    two(x, k) = x + k
    pair(p) = [p[2], p[1]]
    word(x) = "a"
    constant() = 1
    trial(lr) = train(input(2) -> dense(1, sigmoid), G, loss=bce, opt=sgd(lr), epochs=2)
    m = input(2) -> dense(3, tanh) -> dense(1)
    wide = input(1) -> dense(300)
    eye = input(4, 4, 1) -> conv(2, 3, relu) -> pool(2) -> flatten() -> dense(2)
    letters = input(3) -> embed(5, 2) -> flatten() -> dense(1)
    many = ones(200, 2)
    fig = plot(sigmoid, x=-1..1)
    rule = perceptron_rule(G)
    run = train(m, G, loss=mse, opt=sgd(0.1), epochs=2)
    parts = split(circle(n=20), 0.5)
    """

  /// What the preamble binds.
  static let names = [
    "v", "A", "S", "G", "H", "P", "one_row", "hollow", "classes", "g", "both", "learner", "one", "two",
    "pair",
    "word", "constant", "trial", "m", "wide", "eye", "letters", "many", "fig", "rule", "run", "parts",
  ]

  /// Values that are no name of the preamble: every kind, empty, zero, negative, huge, no number, mixed.
  static let values =
    [
      "0", "1", "2", "3", "5", "-1", "0.5", "-0.5", "1e9", "-1e9", "1e308", "-1e308", "5e-324", "1e18",
      "1e19",
      "9007199254740992", "2147483648", "4294967296", "65537", "1000000", "0/0", "1/0", "-1/0", "true",
    ] + [
      "[]", "[0]", "[1]", "[1, 2]", "[0, 1]", "[-1, 1]", "[0, 0]", "[0/0, 1]", "[1/0, -1/0]",
      "[1e308, 1e308]",
      "[1e18, 2]", "[0.2, 0.3, 0.5]", "[[5]]", "[[], []]", "[0, 0; 2, 0; 0, 2]", "[0/0, 1; 2, 3]",
      "zeros(3, 2)",
      "zeros(2, 2, 2, 2)", "zeros(4, 4, 1)", "zeros(2, 4, 4, 1)", "zeros(1000)", "[k for k in 0..4]",
    ] + [
      "\"\"", "\"abc\"", "\"b\"", "\"rows\"", "\"columns\"", "\"mean\"", "\"max\"", "\">=\"", "\"random\"",
      "\"all\"", "\"é👍🏽\"", "\"#=\"", "\"#dataset=xor&networkShape=\"", "\"#&&seed=0.5&noise=-1\"",
    ] + [
      "1..3", "3..1", "-1..1", "0..0", "0.5..2", "1..1000000", "0..1e308", "-1e308..1e308", "0/0..1",
      "1..1/0",
    ] + [
      "sigmoid", "tanh'", "relu", "step", "softmax", "sum", "xavier", "normal(0, 2)", "constant(0/0)", "mse",
      "bce", "one'", "one''", "m.1", "m.2", "run.net", "run.loss", "run.at(1)", "rule.net", "parts.train",
    ] + [
      "dense(2)", "dense(1, step)", "input(2)", "input(1)", "input(4, 4, 1)", "conv(2, 2)", "pool(2)",
      "flatten()",
      "dropout(0.5)", "embed(3, 2)", "sgd(0.5)", "adam()", "below(0.1)", "patience(2)",
    ] + [
      "[g, g]", "[g, m]", "[\"a\", \"b\"]", "[fig, fig]", "[G, g, 1]", "[one, 2]", "?", "uniform(size=4)",
      "normal()", "m(0, 1)", "m(G)", "H.s", "hollow.X", "classes.y", "halfplane([1, 0], 0)",
      "halfplane([1], 0)",
    ]
}
