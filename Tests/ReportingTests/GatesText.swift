/// The text of the notebook of ``GatesFixture``: places of cells and diagnostics are found in it.
let gatesText = #"""
  # List 1: Boolean gates with a single perceptron

  Prose.

  ```nn
  # the table of the lecture
  table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
  truth_table(AND)
  ```

  ```nn
  #| label: fig-and
  #| fig-cap: "The line of `and_gate` parts the point (1, 1) from the other three."
  #| exercise: and
  #| points: 2
  and_gate = perceptron(w=[1, 1], T=1.5)   # fires when w·x - T >= 0
  regions(and_gate, AND)
  ```

  ```nn
  check "the gate is right on every row": and_gate == AND
  check accuracy(and_gate, AND) == 1
  ```

  ```nn
  or_gate = perceptron(w=[1, 1], T=1)
  scatter(OR)
  ```

  ```nn
  check or_gate == OR
  check "both weights are at most 1": max(or_gate.w) <= 1
  ```

  ```nn
  not_gate = perceptron(w=[?], T=?)
  ```

  ```nn
  check not_gate == NOT
  ```

  ```nn
  W = [1, 1; 1, -1; 0.25, 1e-7]
  hidden = W @ [1, 2]
  W
  ```

  ```nn
  x = [1, 2, 3]
  hidden = x @ W2 + accuracy(and_gate, AND)
  ```

  ```nn
  hidden + 1
  ```

  ```nn
  a = iterate(f, from=0, steps=1e9)
  ```

  ```nn
  b = perceptron(w=[1, 1] T=1)
  ```

  ```nn
  not_solution = perceptron(w=[-1], T=-0.5)
  check hidden_test == NOT
  ```

  ```nn
  sigmoid(2)
  "done"
  ```
  """#
