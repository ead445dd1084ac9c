import Diagnostics
import Syntax

extension GradingKey {
  /// The names with a blank that an exercise asks for and nothing needs: neither what is read of an answer, nor what that is made of.
  func unreadNames(of exercise: KeyExercise) -> [Identifier] {
    guard let solution = solutions[exercise.name] else { return [] }
    let answer = parse(SourceText(whole: SourceFile(path: "", text: solution))).program
    var needed = Set(exercise.binds)
    // What binds a name stands before what uses it.
    for statement in answer.statements.reversed()
    where statement.definedNames.contains(where: { needed.contains($0.text) }) {
      needed.formUnion(statement.usedNames)
    }
    let asked = parse(notebook.cells[exercise.cell].source).program.statements.filter { $0.holeCount > 0 }
    return asked.flatMap(\.definedNames).filter { !needed.contains($0.text) }
  }
}
