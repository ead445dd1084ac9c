extension DiagnosticKind {
  /// What the checker and the evaluator say.
  static let languageKinds: [DiagnosticKind] = [
    .unknownName, .redefined, .libraryNameBound, .nameTwice, .shapeMismatch, .raggedRows, .typeMismatch,
    .notBoolean, .indexRange, .unknownField, .notCallable, .argumentCount, .missingArgument,
    .unknownArgument, .argumentTwice, .inputCount, .inputUnused, .twoThresholds, .derivativeOfValue,
    .chainStage, .unusedParam, .equalWeights, .exactComparison, .emptyComparison, .roundingDecides,
    .notAvailable, .callLimit, .fuelLimit, .memoryLimit, .moreDiagnostics,
  ]

  /// A name that is not defined at this point of the page.
  public static let unknownName = DiagnosticKind(
    "unknown-name",
    page: """
      A name must be defined above the line that uses it: in this cell, in an earlier one, or in the \
      library. Often it is a slip of the fingers, and the message names the nearest names there are. \
      A function or a net cannot use itself, because nothing in the language runs for ever.
      """,
    example: "gate = perceptron(w=[1, 1], T=1.5)\ntruth_table(gatee)",
    repair: "gate = perceptron(w=[1, 1], T=1.5)\ntruth_table(gate)")

  /// A name that gets a second value further down.
  public static let redefined = DiagnosticKind(
    "redefined", severity: .note,
    page: """
      Values never change, but a name may be defined again further down the page. Lines below see the \
      later value, lines above keep the earlier one. The note is there because it is often a mistake.
      """,
    example: "T = 1.5\nT = 0.5", repair: "T_and = 1.5\nT_or = 0.5")

  /// A name of the library that the notebook binds itself.
  public static let libraryNameBound = DiagnosticKind(
    "library-name-bound", severity: .note,
    page: """
      The notebook gives a name of the library a value of its own. That is allowed: below this line \
      the name means the notebook's value, and the library's function cannot be reached any more.
      """,
    example: "step = 0.5", repair: "step_size = 0.5")

  /// One name twice in a head.
  public static let nameTwice = DiagnosticKind(
    "name-twice",
    page: """
      The parameters of a function each need a name of their own. With one \
      name twice nobody could say which of the two is meant.
      """,
    example: "f(x, x) = x", repair: "f(x, y) = x*y")

  /// Operands whose shapes do not fit.
  public static let shapeMismatch = DiagnosticKind(
    "shape-mismatch",
    page: """
      Shapes are types: a number has none, [1, 2] has the shape [2], [1, 2; 3, 4] has [2, 2]. Element \
      by element go equal shapes, a number with anything, and a vector with each row of a matrix. In \
      A @ B the columns of A must be as many as the rows of B; W has the shape [inputs, units].
      """,
    example: "x = [1, 0]\nx @ [1, 2, 3]", repair: "x = [1, 0]\nx @ [1, 2]")

  /// Rows or elements of different lengths in a list.
  public static let raggedRows = DiagnosticKind(
    "ragged-rows",
    page: """
      The rows of a matrix are equally long, and the elements of a list have one shape. A missing or a \
      spare number, or a comma where a semicolon should part two rows, is the usual reason.
      """,
    example: "W = [1, 1; 1]", repair: "W = [1, 1; 1, 1]")

  /// A value of the wrong kind.
  public static let typeMismatch = DiagnosticKind(
    "type-mismatch",
    page: """
      Something of another kind is expected here: a number instead of a table, a net instead of a vector. \
      The message says what stands here and what is expected. Columns of a table are its fields (`XOR.x1`), \
      all inputs are `XOR.X`, and a net gives numbers when it is called.
      """,
    example: "table NOT(x -> y) { 0:1, 1:0 }\nNOT + 1", repair: "table NOT(x -> y) { 0:1, 1:0 }\nNOT.y + 1")

  /// Something else than 0 and 1 where a truth value is expected.
  public static let notBoolean = DiagnosticKind(
    "not-boolean",
    page: """
      Truth values are the numbers 0 and 1. `and`, `or`, `xor`, `not`, `if` and `check` take nothing else, \
      so that a half-true value is found where it arises. Compare it with a threshold first.
      """,
    example: "not 0.5", repair: "not (0.5 > 0)")

  /// A position that is not there.
  public static let indexRange = DiagnosticKind(
    "index-range",
    page: """
      Positions are whole numbers and start at 1: the first element of x is x[1], the last of five x[5]. \
      In a matrix the row comes first, X[2, :] is the second row and X[:, 1] the first column.
      """,
    example: "x = [3, 4]\nx[0]", repair: "x = [3, 4]\nx[1]")

  /// A field that is not there.
  public static let unknownField = DiagnosticKind(
    "unknown-field",
    page: """
      After a point stands the name of a part: a column of a table, `.X` and `.y` for its inputs and \
      outputs, `.w`, `.T` and `.b` of a perceptron, an inner name of a net, `.T` for a transpose. The message \
      names the fields that are there.
      """,
    example: "table NOT(x -> y) { 0:1, 1:0 }\nNOT.z", repair: "table NOT(x -> y) { 0:1, 1:0 }\nNOT.y")

  /// A value in front of parentheses that is no function.
  public static let notCallable = DiagnosticKind(
    "not-callable",
    page: """
      Parentheses behind a value call it, so it must be a function or a net. A product is always written \
      with *, and a position in a vector with square brackets.
      """,
    example: "w = 2\nw(3)", repair: "w = 2\nw*(3)")

  /// Too many or too few arguments.
  public static let argumentCount = DiagnosticKind(
    "argument-count",
    page: """
      A function takes as many arguments as its definition names. Arguments stand in the order of the \
      parameters; those of the library can also be given by name.
      """,
    example: "f(x, k) = k*x\nf(3)", repair: "f(x, k) = k*x\nf(3, 2)")

  /// A required argument that was left out.
  public static let missingArgument = DiagnosticKind(
    "missing-argument",
    page: """
      The function cannot work without this argument. Parameters shown as `name=` in the signature may \
      be left out, the others may not. `nnb explain` with the function's name shows an example.
      """,
    example: "perceptron(T=1.5)", repair: "perceptron(w=[1, 1], T=1.5)")

  /// A named argument the function does not have.
  public static let unknownArgument = DiagnosticKind(
    "unknown-argument",
    page: """
      A library function takes arguments by the names of its parameters and by no others. Functions and \
      nets of the notebook take theirs by position only.
      """,
    example: "perceptron(w=[1, 1], threshold=1.5)", repair: "perceptron(w=[1, 1], T=1.5)")

  /// One argument twice.
  public static let argumentTwice = DiagnosticKind(
    "argument-twice",
    page: """
      The same parameter got two values, perhaps once by position and once by name. Keep the one that \
      is meant.
      """,
    example: "perceptron([1, 1], w=[2, 2], T=1)", repair: "perceptron([1, 1], T=1)")

  /// A net and data of different numbers of inputs.
  public static let inputCount = DiagnosticKind(
    "input-count",
    page: """
      A net takes as many numbers as it has inputs: a perceptron one for each weight, a formula net as \
      many as its head says. A table fits if it has as many input columns.
      """,
    example: "gate = perceptron(w=[1, 1], T=1.5)\ngate(1, 0, 1)",
    repair: "gate = perceptron(w=[1, 1], T=1.5)\ngate(1, 0)")

  /// A net whose result ignores its input.
  public static let inputUnused = DiagnosticKind(
    "input-unused", severity: .warning,
    page: """
      The result of the net is the same for every input, because no step on the way to it uses the input. \
      Usually the last line of the body names the wrong value.
      """,
    example: "net f(x[2]) {\n  h = step(x)\n  1\n}", repair: "net f(x[2]) {\n  h = step(x)\n  h[1]\n}")

  /// T and b together.
  public static let twoThresholds = DiagnosticKind(
    "two-thresholds",
    page: """
      The threshold T and the bias b say the same thing twice: z = Σ wᵢxᵢ − T = Σ wᵢxᵢ + b, so b = −T. \
      Give the one that your formula uses.
      """,
    example: "perceptron(w=[1, 1], T=1.5, b=-1.5)", repair: "perceptron(w=[1, 1], T=1.5)")

  /// A part of the language that is planned.
  public static let notAvailable = DiagnosticKind(
    "not-available",
    page: """
      The text is right, but it cannot be evaluated here. Some functions, such as sort, work on known numbers \
      only, and the input of a net, or what a gradient is by, is not known while its formula is built. Write \
      the same thing with what is there, or compute it outside.
      """,
    example: "net f(x[2]) { sum(sort(x)) }", repair: "net f(x[2]) { sum(x) }")

  /// A derivative of something that has none.
  public static let derivativeOfValue = DiagnosticKind(
    "derivative-of-value",
    page: """
      f' is the derivative of a function of one number, found by the rules of calculus and not by \
      differences. A number or a tensor has no derivative. The transpose of a matrix, which some other \
      languages write with the same sign, is `.T` here.
      """,
    example: "A = [1, 2; 3, 4]\nA'", repair: "A = [1, 2; 3, 4]\nA.T")

  /// Something in a chain that is no layer.
  public static let chainStage = DiagnosticKind(
    "chain-stage",
    page: """
      A chain joins an input and layers: input(2) -> dense(4, tanh) -> dense(1, sigmoid). A net may stand \
      in the place of the input, or of a layer. The arrow is no implication; that is `not a or b`.
      """,
    example: "a = 1\nb = 0\na -> b", repair: "a = 1\nb = 0\nnot a or b")

  /// A parameter without any effect.
  public static let unusedParam = DiagnosticKind(
    "unused-param", severity: .warning,
    page: """
      The net declares a parameter that its result does not depend on, so training could never change it \
      for a reason. Either a line of the formula forgot it, or it can go.
      """,
    example: "net f(x[2]) {\n  param w[2] = 1\n  param b = 0\n  x @ w\n}",
    repair: "net f(x[2]) {\n  param w[2] = 1\n  param b = 0\n  x @ w + b\n}")

  /// Hidden units that start alike.
  public static let equalWeights = DiagnosticKind(
    "equal-weights", severity: .warning,
    page: """
      All weights of this hidden layer start with the same number, so all its units compute the same, get \
      the same gradient, and stay equal for ever. Random first weights, such as xavier, tell them apart.
      """,
    example: "m = input(2) -> dense(3, tanh, init=constant(0.5)) -> dense(1, sigmoid)",
    repair: "m = input(2) -> dense(3, tanh, init=xavier) -> dense(1, sigmoid)")

  /// An exact comparison of rounded numbers.
  public static let exactComparison = DiagnosticKind(
    "exact-comparison", severity: .warning,
    page: """
      A function such as exp, sigmoid or tanh gives the nearest number that the computer has, so two ways \
      to the same result may differ in the last digit, and == says 0. Compare within a bound, or compare \
      decisions: what went through step, sign, round, argmax or accuracy is exact.
      """,
    example: "check sigmoid(1) + sigmoid(-1) == 1",
    repair: "check sigmoid(1) + sigmoid(-1) ~ 1 within 1e-9")

  /// A comparison that looks at nothing.
  public static let emptyComparison = DiagnosticKind(
    "empty-comparison",
    page: """
      Every statement about the elements of an empty list is true, so a comparison without numbers or rows would \
      hold and say nothing. The list may run over no steps, the training may have no epochs, or the table may \
      leave every output free.
      """,
    example: "check [k for k in 1..0] > 5",
    repair: "check [k for k in 6..9] > 5")

  /// A threshold whose sum is within its rounding of 0.
  public static let roundingDecides = DiagnosticKind(
    "rounding-decides", severity: .note,
    page: """
      On paper 0.7 + 0.1 - 0.8 is 0, and a step fires there. The computer rounds decimals to binary numbers and \
      gets -1.1e-16, so the step does not fire. Where a check depends on such a sum, luck decides. A perceptron \
      decides on the decimals as they are written; elsewhere put the threshold between two sums, not on one.
      """,
    example: "net gate(x[2]) { step(x @ [0.7, 0.1] - 0.8) }\ncheck gate(1, 1) == 0",
    repair: "gate = perceptron(w=[0.7, 0.1], T=0.8)\ncheck gate(1, 1) == 1")

  /// Calls too deep in one another.
  public static let callLimit = DiagnosticKind(
    "call-limit",
    page: """
      Functions call functions at most 200 deep, so that every program ends and the same program ends \
      the same way everywhere. A long chain of definitions, each using the one above, is the usual reason.
      """,
    example: "f0(x) = x\n" + (1...220).map { "f\($0)(x) = f\($0 - 1)(x) + 1" }.joined(separator: "\n")
      + "\nf220(1)",
    repair: "f0(x) = x\nf0(1) + 220")

  /// More work than a cell may do.
  public static let fuelLimit = DiagnosticKind(
    "fuel-limit",
    page: """
      A cell may do a fixed amount of work, counted in multiplications and not in seconds, so the limit \
      is the same on every machine: 10,000,000,000 steps a cell, 50,000,000,000 a notebook. An evaluated \
      part of an expression counts 6,000. The caret is at the statement that used the most, or asked for it.
      """,
    example: "a = [[k] for k in 1..3000]\nb = a @ a.T\nb @ b",
    repair: "a = [[k] for k in 1..30]\nb = a @ a.T\nsum(b @ b)")

  /// More numbers at once than a cell may hold.
  public static let memoryLimit = DiagnosticKind(
    "memory-limit",
    page: """
      All numbers that a cell holds at once, with those that the names above it hold, may take a fixed number of \
      bytes, 8 for each. Work on fewer rows, or on smaller tensors, at a time; a large training may ask for more by \
      the cell option `budget`.
      """,
    example: "a = [[k] for k in 1..30000]\na @ a.T",
    repair: "a = [[k] for k in 1..30]\na @ a.T")

  /// What a cell's list of diagnostics leaves out.
  public static let moreDiagnostics = DiagnosticKind(
    "more-diagnostics", severity: .note,
    page: """
      A cell shows at most 20 diagnostics, errors before warnings and notes, all cells of a page 1,000, and the \
      text around them at most 20 of each kind. One mistake near the top often causes many below it, so fix the \
      first ones and look again.
      """,
    example: (1...21).map { "a\($0) = b\($0)" }.joined(separator: "\n"),
    repair: (1...21).map { "a\($0) = \($0)" }.joined(separator: "\n"))
}
