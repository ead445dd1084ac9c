import CourseLibrary
import Diagnostics
import Language
import NeuralNetworks
import Syntax
import Testing

/// What the declarations of the library promise.
@Suite struct DeclarationTests {
  static let names = Library.course.builtins.keys.sorted()

  private func evaluate(_ text: String, _ mode: Evaluator.Mode) -> (scope: Scope, diagnostics: [Diagnostic]) {
    let (program, syntax) = parse(SourceText(whole: SourceFile(path: "example.nn", text: text)))
    var evaluator = Evaluator(library: .course, mode: mode, scope: Scope())
    var stop: [Diagnostic] = []
    do { try evaluator.evaluate(program) } catch { stop = [error.diagnostic] }
    return (evaluator.scope, syntax + evaluator.diagnostics + stop)
  }

  @Test(arguments: names) func theExampleRunsAndTheCheckAgrees(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    let lines = builtin.example.split(separator: "\n").map(String.init)
    let text = (lines.dropLast() + ["example_result = \(lines.last ?? "")"]).joined(separator: "\n")
    let check = evaluate(text, .check)
    let run = evaluate(text, .run)
    #expect(check.diagnostics.isEmpty, "\(check.diagnostics.map(\.message))")
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
    #expect(builtin.example.contains("\(name)("), "the example does not show \(name)")
    let value = try #require(run.scope["example_result"]).value
    #expect(!value.isUnknown)
    if let known = check.scope["example_result"]?.value, !known.isUnknown {
      #expect(known.shape == value.shape)
    }
  }

  /// Who allows files takes nothing away: `run.at(k)` and gradients are made by forms.
  @Test func aLibraryWithFilesHasAllOfTheCourse() {
    let library = Library.course(reading: DataFiles { _ in nil })
    #expect(Set(library.builtins.keys) == Set(Library.course.builtins.keys).union(["read"]))
    #expect(Set(library.forms.keys) == Set(Library.course.forms.keys))
    #expect(library.constants == Library.course.constants)
  }

  @Test(arguments: InitializerForm.all.map(\.signature)) func aNetStartsFromEveryInitialiser(
    signature: String
  ) {
    let run = evaluate("m = input(2) -> dense(1, init=\(signature))\ncheck params(m) == 3", .run)
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message))")
  }

  @Test(arguments: names) func theDeclarationIsComplete(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    #expect(!builtin.summary.english.isEmpty && !builtin.summary.english.hasSuffix("."))
    #expect(builtin.summary.english.first?.isUppercase == false)
    #expect(builtin.summary.text(in: .polish) != nil, "\(builtin.summary.english)")
    #expect(builtin.signature.hasPrefix("\(name)("))
    let parameters = builtin.parameters.map(\.name)
    #expect(Set(parameters).count == parameters.count)
  }

  /// What the signature shows of a default is how the language writes its value.
  @Test(arguments: names) func aDefaultIsWhatTheSignatureSays(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    for parameter in builtin.parameters {
      guard case .defaulted(let standard) = parameter.presence else { continue }
      switch standard.value {
      case .initializer(let initializer): #expect(Initializer.named(standard.text) == initializer)
      case .range(let first, let last): #expect(standard.text == "\(first.text())..\(last.text())")
      default:
        let run = evaluate("written = \(standard.text)", .run)
        let written = try #require(run.scope["written"]?.value, "\(name): \(parameter.name)")
        #expect(try written.encoded() == standard.value.encoded(), "\(name): \(parameter.name)")
      }
    }
  }

  /// Calls without the arguments they need, and with things they cannot take, are errors and never traps.
  @Test(arguments: names) func nonsenseIsRefused(name: String) throws {
    let builtin = try #require(Library.course.builtins[name])
    let count = builtin.parameters.count
    let table = "table AND(x1, x2 -> y) { 00:0, 01:0, 10:0, 11:1 }\n"
    for value in [
      "\"text\"", "[]", "[0/0]", "AND", "sum", "-1e308", "1..2", "[[[[1]]]]", "?", "[1, 2; 3, 4]",
    ] {
      for given in 0...min(count, 3) {
        let text = table + "r = \(name)(\(Array(repeating: value, count: given).joined(separator: ", ")))"
        let check = evaluate(text, .check)
        // What the check lets pass may still fail in the run, but only with a diagnostic.
        if check.diagnostics.isEmpty { _ = evaluate(text, .run) }
        if given
          < builtin.parameters.count(where: { if case .required = $0.presence { true } else { false } })
        {
          #expect(!check.diagnostics.isEmpty, "\(text)")
        }
      }
    }
  }
}
