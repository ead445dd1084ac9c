import CourseLibrary
import Diagnostics
@testable import Grading
import NotebookFormat

/// A small key with two exercises, and ways to change it.
enum SampleKey {
  static let text = """
    ---
    title: "Gates"
    # nobody needs to know this
    ---
    # Gates

    ```nn
    table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }
    table OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }
    ```

    ## AND
    <!-- a remark between lecturers -->

    ```nn
    #| label: fig-and
    #| exercise: and
    #| points: 2
    and_gate = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: and
    secret = [1, 1]
    and_gate = perceptron(w=secret, T=1.5)
    ```
    ```output
    the secret record of the solution
    ```

    <!-- solution -->
    The sums are 0, 1, 1 and 2, and only the last may reach the threshold.
    <!-- /solution -->

    ```nn
    #| tests: and
    check "the gate is AND": and_gate == AND
    ```
    ```output
    ✓ the gate is AND (4 rows)
    ```

    ```nn
    #| hidden: and
    table BOTH(a, b -> y) = a and b
    check "both are needed": and_gate == BOTH
    check "no weight alone" worth 2: max(and_gate.w) < and_gate.T
    ```

    ## OR

    ```nn
    #| exercise: or
    #| points: 1
    or_gate = perceptron(w=[?, ?], T=?)
    ```

    ```nn
    #| solution: or
    or_gate = perceptron(w=[1, 1], T=0.5)
    ```

    ```nn
    both = [and_gate(1, 1), or_gate(0, 0)]
    both
    ```
    ```output
    [1, 0]
    ```

    ```nn
    #| tests: or
    check "the gate is OR": or_gate == OR
    check "as computed above": both == [1, 0]
    ```
    """

  /// The key with texts replaced.
  static func key(_ changes: [(String, String)] = []) -> GradingKey {
    let text = changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    let (notebook, found) = readNotebook(SourceFile(path: "key.md", text: text))
    return GradingKey(notebook, diagnostics: found, library: .course)
  }

  /// Runs answers as a submission's are, and judges them.
  static func verdicts(_ answers: [String: String], of key: GradingKey) -> [ExerciseVerdict] {
    let (sheet, _) = readNotebook(SourceFile(path: "sheet.md", text: key.sheetText))
    let run = AnswerRun(sheet: sheet, library: .course, solved: key.solved)
    return Judge(key).verdicts(on: run.run(answers, to: Set(key.exercises.map(\.name))))
  }
}
