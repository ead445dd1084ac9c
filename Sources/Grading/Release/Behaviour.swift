import Bytes
import Diagnostics
import Language
import NotebookRunning
import Syntax
import Tensors

/// What can be seen of a value: two answers that behave alike are one answer.
///
/// A net is seen by its decisions on all 0/1 inputs, a function by its results there and at a few numbers between, a
/// training by the net it left; everything else by itself.
struct Behaviour: Equatable {
  /// One thing seen.
  private enum Trait: Equatable {
    case numbers(Shape, [Double])
    case digest(Digest?)
    case stopped

    static func == (a: Trait, b: Trait) -> Bool {
      switch (a, b) {
      case (.numbers(let shape, let first), .numbers(let other, let second)):
        shape == other && zip(first, second).allSatisfy(isClose)
      case (.digest(let first), .digest(let second)): first == second
      case (.stopped, .stopped): true
      case (.numbers, _), (.digest, _), (.stopped, _): false
      }
    }

    /// Equal but for what rounding does.
    private static func isClose(_ a: Double, _ b: Double) -> Bool {
      a == b || (a.isNaN && b.isNaN) || (a - b).magnitude <= 1e-9 * max(a.magnitude, b.magnitude)
    }
  }

  private let traits: [Trait]

  /// Looks at a value; `state` is the page that gives the evaluators.
  init(_ value: Value, on state: PageState) {
    switch value {
    case .tensor(.known(let tensor)): traits = [.numbers(tensor.shape, tensor.elements)]
    case .callable(.net(let net)): traits = Self.decisions(of: net, on: state)
    case .training(let run): traits = Self.decisions(of: run.net, on: state)
    case .callable(.function(let function)):
      traits = Self.results(of: value, Self.points(function.parameters.count), on: state)
    case .text, .table, .callable, .range, .list, .figure, .stage, .initializer, .structure, .tensor,
      .unknown:
      traits = [.digest(try? value.digest())]
    }
  }

  /// The most inputs of which all rows are tried.
  private static let mostInputs = 10

  private static func decisions(of net: Net, on state: PageState) -> [Trait] {
    guard net.inputCount <= mostInputs, net.inputShape.rank <= 1 else {
      return [.digest(try? Value.net(net).digest())]
    }
    let border = net.learnedRule?.border ?? 0.5
    return results(of: .net(net), rows(net.inputCount), on: state).map { trait in
      guard case .numbers(let shape, let outputs) = trait else { return trait }
      guard outputs.count == 1 else {
        return .numbers(.scalar, [DecisionRule.largest(of: outputs[...])])
      }
      return .numbers(shape, outputs.map { $0.isNaN ? $0 : $0 > border ? 1 : 0 })
    }
  }

  private static func rows(_ count: Int) -> [[Double]] {
    (0..<(1 << count)).map { row in (0..<count).map { Double(row >> (count - 1 - $0) & 1) } }
  }

  private static func points(_ count: Int) -> [[Double]] {
    guard count <= mostInputs else { return [] }
    let between = [-1.5, 0.3, 2.0].map { start in (0..<count).map { start + 0.7 * Double($0) } }
    return rows(count) + between
  }

  private static func results(
    of function: Value, _ points: [[Double]], on state: PageState
  ) -> [Trait] {
    points.map { point in
      var scope = Scope()
      scope["f"] = Scope.Entry(function)
      let code = "f(\(point.map { "\($0)" }.joined(separator: ", ")))"
      let program = parse(SourceText(whole: SourceFile(path: "f", text: code))).program
      guard case .show(let call)? = program.statements.first?.kind else { return .stopped }
      var evaluator = state.evaluator(at: 0, seeing: scope)
      guard let value = try? evaluator.evaluateInline(call) else { return .stopped }
      return value.tensor.map { .numbers($0.shape, $0.elements) } ?? .digest(try? value.digest())
    }
  }
}
