import CourseLibrary
import Language

/// Calls of every function of the library with large arguments, made of its declaration.
///
/// A declaration says of what kind an argument is, not which arguments fit one another; where those that the kinds
/// give do not, the calls are written out here.
enum LargeCalls {
  /// Programs of one cell, some for each function, those of `names` alone where there are any.
  static func programs(of names: [String]) -> [String] {
    let library = Library.course.builtins
    let wanted = names.isEmpty ? library.keys.sorted() : names
    return wanted.flatMap { name -> [String] in
      if let written = written[name] { return written }
      guard let builtin = library[name] else { return [] }
      return declared(builtin)
    } + (names.isEmpty ? language : [])
  }

  /// A call with large values of the kinds that its required parameters have, and many calls with small ones.
  private static func declared(_ builtin: Builtin) -> [String] {
    let required = builtin.parameters.filter(\.isRequired)
    let large = required.map { value($0.kind, isLarge: true) }
    let small = required.map { value($0.kind, isLarge: false) }
    return [
      preamble(for: large) + "\(builtin.name)(\(large.joined(separator: ", ")))",
      preamble(for: small) + "q = [\(builtin.name)(\(small.joined(separator: ", "))) for k in 1..20000]",
    ]
  }

  private static func preamble(for values: [String]) -> String {
    let names = [
      "V": "V = uniform(size=1000000)\n",
      "T": "table T(x1..x16 -> y) = x1 and x16\n",
      "U": "table U(x1, x2 -> y) = x1 and x2\n",
      "m": "m = input(16) -> dense(64, tanh) -> dense(1)\n",
      "p": "p = input(2) -> dense(64, tanh) -> dense(1)\n",
      "text": "text = decode(ones(100000), \"a\")\n",
    ]
    return Set(values).sorted().compactMap { names[$0] }.joined()
  }

  private static func value(_ kind: Parameter.Kind, isLarge: Bool) -> String {
    switch kind {
    case .number: isLarge ? "1000" : "3"
    case .truth: "true"
    case .vector, .tensor, .series, .any: isLarge ? "V" : "[1, 1, 1]"
    case .text: isLarge ? "text" : "\"a\""
    case .choice(let names): "\"\(names.first ?? "")\""
    case .table: isLarge ? "T" : "U"
    case .net, .predictor: isLarge ? "m" : "p"
    case .activation: "tanh"
    case .initializer: "xavier"
    case .interval: "-5..5"
    }
  }

  private static let circle =
    "c = circle(n=20000)\nm = input(2) -> dense(200, tanh) -> dense(200, tanh) -> dense(1)\n"
  private static let gate = "table T(x1..x16 -> y) = x1 and x16\nm = input(16) -> dense(1)\n"
  /// A Boolean function without order, of 10 inputs.
  private static let noise =
    "X = [[floor(k/2^j) - 2*floor(k/2^(j + 1)) for j in 0..9] for k in 0..1023]\nN = data(X, round(uniform(size=1024)))\n"
  private static let parity = "f(a, b, c, d) = a xor b xor c xor d\n"
  private static let deep =
    "m = input(2)" + String(repeating: " -> dense(2, tanh)", count: 150) + " -> dense(1)\n"

  /// Calls whose arguments must fit one another.
  private static let written: [String: [String]] = [
    "accuracy": [gate + "q = [accuracy(m, T) for k in 1..20]"],
    "activations": ["activations(sigmoid, tanh, relu, sigmoid, tanh, relu, x=-5..5)"],
    "all_of": ["a = [halfplane([k, 1], k) for k in 1..2000]\nr = all_of(a)"],
    "any_of": ["a = [halfplane([k, 1], k) for k in 1..2000]\nr = any_of(a)"],
    "bars": ["bars(uniform(size=1000000))", "[bars([1, 2, 3]) for k in 1..100]"],
    "area": [
      "q = area(regular_polygon(100))", "t = polygon([0, 0; 2, 0; 0, 2])\nq = [area(t) for k in 1..2000]",
    ],
    "area_error": [
      "q = area_error(regular_polygon(60), regular_polygon(50, r=1.1))",
      "t = polygon([0, 0; 2, 0; 0, 2])\nq = [area_error(t, t) for k in 1..1000]",
    ],
    "cells": [
      "q = cells(regular_polygon(100))", "t = polygon([0, 0; 2, 0; 0, 2])\nq = [cells(t) for k in 1..2000]",
    ],
    "choice": ["p = uniform(size=100000)\nq = [choice(p) for k in 1..1000]"],
    "clip": ["v = uniform(size=5000000)\nq = clip(v, 0.1, 0.9)"],
    "conv": [
      "m = input(64, 64, 3) -> conv(16, 5, relu) -> flatten -> dense(10)\nq = m(uniform(size=[20, 64, 64, 3]))"
    ],
    "confusion": [
      gate + "q = [confusion(m, T) for k in 1..20]",
      "m = input(1) -> dense(900)\nconfusion(m, data([1, 2], [0, 1]))",
    ],
    "cross_entropy": ["z = normal(size=[60000, 10])\nq = cross_entropy(z, zeros(60000))"],
    "curve": [
      "t = train(input(2) -> dense(1, tanh), xor_points(n=10), loss=mse, opt=sgd(0.1), epochs=100000)\ncurve(t)"
    ],
    "compare": [
      "m = input(2) -> dense(300, tanh) -> dense(300) -> dense(1)\nt = train(m, circle(n=60000), loss=mse, opt=sgd(0.001), epochs=1)\nq = compare(t, t)",
      "t = train(input(2) -> dense(1), xor_points(n=10), loss=mse, opt=sgd(0.1), epochs=5)\nq = [compare(t, t) for k in 1..2000]",
    ],
    "data": ["X = uniform(size=[60000, 20])\ny = uniform(size=60000)\nq = data(X, y)"],
    "decode": ["a = decode(ones(100000), \"b\")\nq = [decode([1, 2], \"ab\") for k in 1..20000]"],
    "bump": ["q = [bump(0.1, 0.2, 1) for k in 1..5000]"],
    "bumps": ["q = bumps(sin, 10000)", "q = [bumps(sin, 10) for k in 1..2000]"],
    "error": ["f(x, y) = x*y\nt = towers(f, 8)\nq = error(f, t)", "q = [error(sin, cos) for k in 1..500]"],
    "step_at": ["q = [step_at(0.1) for k in 1..5000]"],
    "tower": ["q = [tower(x=0..1, y=0..1) for k in 1..3000]"],
    "towers": ["f(x, y) = x*y\nq = towers(f, 40)", "f(x, y) = x*y\nq = [towers(f, 3) for k in 1..1000]"],
    "cnf": [parity + "q = [cnf(f) for k in 1..2000]"],
    "literals": [parity + "g = dnf(f)\nq = [literals(g) for k in 1..20000]"],
    "terms": [parity + "g = dnf(f)\nq = [terms(g) for k in 1..20000]"],
    "dnf": [parity + "q = [dnf(f) for k in 1..2000]"],
    "kmap": [parity + "q = [kmap(f) for k in 1..2000]"],
    "minimize": [noise + "q = minimize(N)", parity + "q = [minimize(f) for k in 1..2000]"],
    "network": [gate + "q = network(T)", parity + "q = [network(f) for k in 1..2000]"],
    "separable": [
      gate + "q = separable(T)", "c = circle(n=60000)\nq = separable(c)",
      "c = gauss(n=60000)\nq = separable(c)",
      "X = normal(size=[500, 12])\nT = data(X, sign(X @ ones(12)))\nq = separable(T)",
    ],
    "smallest_net": [
      parity + "q = smallest_net(f)", parity + "q = [smallest_net(f, skips=true) for k in 1..20]",
      "g(a, b, c, d) = a xor b and c xor d\nq = [smallest_net(g) for k in 1..20]",
    ],
    "threshold_functions": ["q = threshold_functions(5)", "q = [threshold_functions(4) for k in 1..20]"],
    "derivative": [
      "f(x) = " + Array(repeating: "sin(x)*x", count: 40).joined(separator: " + ")
        + "\nq = [derivative(f) for k in 1..500]"
    ],
    "det": ["A = uniform(size=[1000, 1000])\nq = det(A)"],
    "diagram": [
      "diagram(input(900) -> dense(900, tanh) -> dense(1))",
      "[diagram(input(2) -> dense(2) -> dense(1)) for k in 1..50]",
    ],
    "depth": [deep + "q = [depth(m) for k in 1..200]"],
    "units": [deep + "q = [units(m) for k in 1..200]"],
    "params": [deep + "q = [params(m) for k in 1..200]"],
    "summary": [deep + "q = [summary(m) for k in 1..200]"],
    "dense": ["q = [input(2) -> dense(2) for k in 1..20000]", "m = input(3000) -> dense(3000)"],
    "digest": [
      "v = uniform(size=5000000)\nq = digest(v)", "q = [digest([1, 2]) for k in 1..20000]",
      gate + "q = digest(T)",
      "m = input(3000) -> dense(1000)\nq = digest(m)",
    ],
    "dot": ["v = uniform(size=5000000)\nq = dot(v, v)"],
    "dropout": [
      "m = input(2) -> dense(8, tanh) -> dropout(0.5) -> dense(1)\nq = train(m, xor_points(n=500), loss=mse, opt=sgd(0.01), epochs=500)"
    ],
    "embed": ["m = input(10) -> embed(1000, 16) -> flatten -> dense(1)\nq = m(zeros(1000, 10))"],
    "encode": ["t = decode(ones(300000), \"a\")\nq = encode(t, \"abc\")"],
    "failure_windows": [
      "q = failure_windows(sin, bumps(sin, 2000))", "q = [failure_windows(sin, cos) for k in 1..300]",
      "failure_windows(sin, cos)",
    ],
    "film": [
      "t = train(input(2) -> dense(8, tanh) -> dense(1, tanh), circle(n=100), loss=mse, opt=sgd(0.1), epochs=100)\nfilm(t)"
    ],
    "flatten": ["m = input(28, 28, 1) -> flatten() -> dense(1)\nq = m(uniform(size=[2000, 28, 28, 1]))"],
    "forward": [circle + "q = forward(m, c)", gate + "q = forward(m, T)"],
    "grad": [
      "L(w) = sum(tanh(w)^2)\ng = grad(L)\nv = uniform(size=1000000)\nq = g(v)",
      "L(w) = sum(tanh(w)^2)\ng = grad(L)\nq = [g([1, 2]) for k in 1..5000]",
    ],
    "grad_check": ["m = input(2) -> dense(30, tanh) -> dense(1)\nq = grad_check(m, circle(n=100), loss=mse)"],
    "grid": ["g = plot(sin, x=-5..5)\ngrid([g for k in 1..64])"],
    "halfplane": ["q = [halfplane([1, k], 2) for k in 1..20000]"],
    "heat": [circle + "heat(m, c)", "[heat(input(2) -> dense(1)) for k in 1..50]"],
    "hinge": ["v = ones(5000000)\nq = hinge(v, v)", "q = [hinge([1, 1], [1, 1]) for k in 1..20000]"],
    "histogram": ["histogram(uniform(size=3000000))", "[histogram([1, 2, 3]) for k in 1..100]"],
    "images": [
      "images(uniform(size=[100, 64, 64]))", "[images([1, 2; 3, 4]) for k in 1..100]",
      "images(uniform(size=[100000, 64]), size=[8, 8])",
    ],
    "input": ["q = [input(2) for k in 1..100000]"],
    "iterate": [
      "f(x) = x/2 + 1\nq = iterate(f, from=1, steps=200000)",
      "m = input(2) -> dense(2)\nq = iterate(m, from=[1, 1], steps=20000)",
      "f(x) = x/2\nq = iterate(f, from=uniform(size=10000), steps=5000)",
    ],
    "linear_data": ["q = linear_data([1, 2, 3], 1, noise=0.1, n=60000)"],
    "lines": [
      "lines(regular_polygon(900))", "lines(regular_polygon(5000))",
      "[lines(regular_polygon(20)) for k in 1..30]",
    ],
    "linspace": ["q = linspace(0, 1, 10000000)"],
    "mod": ["v = uniform(size=3000000)\nq = mod(v, 0.1)"],
    "nested": ["[nested(\"a\", \"b\", \"c\", \"d\") for k in 1..100]"],
    "normal": ["q = normal(size=5000000)", "q = [normal() for k in 1..100000]"],
    "uniform": ["q = uniform(size=10000000)", "q = [uniform() for k in 1..100000]"],
    "one_hot": ["q = one_hot(zeros(60000), 50)"],
    "perceptron": [
      "q = [perceptron(w=[1, 1], T=0.5) for k in 1..20000]",
      "w = uniform(size=1000000)\nq = perceptron(w=w, T=1)",
    ],
    "perceptron_rule": ["table P(x1..x12 -> y) = x1 xor x2\nq = perceptron_rule(P, max_epochs=100)"],
    "permutation": ["q = permutation(10000000)"],
    "playground": ["playground(\"#dataset=spiral&networkShape=8,8,8,8&noise=20\")"],
    "plot": [
      "plot(normal(size=30000))", "plot(sin, cos, tan, sigmoid, x=-5..5)",
      "[plot(sin, x=0..1) for k in 1..60]",
      "plot(normal(size=[20, 3000]))",
    ],
    "polygon": ["q = [polygon([0, 0; 2, 0; 0, 2]) for k in 1..10000]"],
    "pool": [
      "m = input(64, 64, 3) -> pool(2) -> flatten -> dense(10)\nq = m(uniform(size=[100, 64, 64, 3]))"
    ],
    "predict": [gate + "q = [predict(m, T) for k in 1..20]"],
    "regions": [circle + "regions(m, c)", "[regions(perceptron(w=[1, 1], T=0.5)) for k in 1..50]"],
    "regular_polygon": ["q = regular_polygon(10000)", "q = [regular_polygon(6) for k in 1..10000]"],
    "scatter": [
      "scatter(normal(size=[60000, 2]), normal(size=60000))",
      "scatter(normal(size=60000), normal(size=60000))",
      "scatter(circle(n=60000))",
    ],
    "solve": ["A = uniform(size=[1000, 1000])\nb = uniform(size=1000)\nq = solve(A, b)"],
    "sort": ["q = sort(uniform(size=5000000))"],
    "split": ["c = circle(n=60000)\nq = split(c, 0.5)"],
    "standardize": ["c = circle(n=60000)\nq = standardize(c)"],
    "sweep": [
      "t(lr) = train(input(2) -> dense(1, tanh), xor_points(n=10), loss=mse, opt=sgd(lr), epochs=10)\nq = sweep(t, lr=[0.1, 0.2], seed=1..1000)"
    ],
    "tabulate": ["q = tabulate(sin, cos, x=linspace(0, 1, 50000))"],
    "train": [
      "q = train(input(2) -> dense(8, tanh) -> dense(1, tanh), circle(n=500), loss=mse, opt=adam(0.01), epochs=500, batch=10)",
      "q = train(input(2) -> dense(200, tanh) -> dense(200, tanh) -> dense(1, tanh), circle(n=500), loss=mse, opt=adam(0.01), epochs=50)",
      "q = [train(input(2) -> dense(1), xor_points(n=4), loss=mse, opt=sgd(0.1), epochs=1) for k in 1..2000]",
    ],
    "truth_table": ["net f(x[10]) { step(x @ ones(10) - 3) }\nq = [truth_table(f) for k in 1..100]"],
  ]

  /// What is no function: nodes, names, comparisons, nets in nets.
  private static let language = [
    "q = sum([k*k + k - 1 for k in 1..300000])",
    "f(x) = x*x + 1\nq = sum([f(k) for k in 1..200000])",
    "v = uniform(size=1000000)\nq = sum([v[k] for k in 1..200000])",
    "v = uniform(size=10000000)\nq = v + v*v",
    "v = uniform(size=10000000)\nq = exp(v)",
    "A = uniform(size=[1000, 1000])\nq = A @ A",
    "table T(x1..x16 -> y) = x1 and x16\ncheck T == T",
    "m = input(2) -> dense(2, tanh) -> dense(1)\nq = [m(1, k) for k in 1..50000]",
    "net n(x[2]) { tanh(x @ [1, 2]) }\nq = [n(1, k) for k in 1..50000]",
    "m = input(2) -> dense(2, tanh) -> dense(1)\nq = [m.1 for k in 1..50000]",
    "m = input(2) -> dense(2, tanh) -> dense(1)\nq = [m with { 1.b = [k, 1] } for k in 1..50000]",
    "[k for k in 1..2000]\n[\"a\" for k in 1..1500]",
    "q = [sigmoid'(k) for k in 1..50000]",
  ]
}

extension Parameter {
  fileprivate var isRequired: Bool {
    switch presence {
    case .required, .repeated: true
    case .optional, .defaulted, .named: false
    }
  }
}
