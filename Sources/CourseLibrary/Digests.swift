import Bytes
import Diagnostics
import Language
import Tables
import Tensors

extension Library {
  /// Fingerprints of values.
  static let digests: [Builtin] = [.digest]
}

extension Builtin {
  static let digest = Builtin(
    "digest", .data, [Parameter("x", .any("a tensor, a table, a text or a net"))],
    summary:
      "the first 16 digits of the SHA-256 of numbers, a text, a table without its name, or the parameters of a net: equal for equal values, on every machine",
    example: "digest([1, 2, 3])\ntable OR(x1, x2 -> y) { 00:0, 01:1, 10:1, 11:1 }\ndigest(OR)",
    traits: [.exact, .counts],
    read: { (call, _) throws(Stop) -> (content: Value, count: Int)? in
      try call.hasUnknown ? nil : call.digested("x")
    },
    // Each number is written, and the bytes are digested.
    cost: {
      CallCost(
        fuel: 1_000.saturatingSum(60.saturatingProduct($0.count)), bytes: 24.saturatingProduct($0.count))
    },
    run: { (plan, call, _) throws(Stop) in
      do throws(ByteProblem) { return .text(String(try plan.content.digest().description.prefix(16))) } catch
      {
        throw call.error(.typeMismatch, "the value is too large for a digest: \(error)", at: "x")
      }
    })
}

extension Call {
  /// What of an argument is digested, and how many numbers it has; nil where it is not known before the run.
  fileprivate func digested(_ name: String) throws(Stop) -> (content: Value, count: Int)? {
    guard let value = arguments[name]?.value else { return nil }
    switch value {
    case .tensor(.known(let tensor)): return (value, tensor.count)
    case .text(let text): return (value, text.utf8.count)
    case .table(let table):
      return (.table(table.rows(0..<table.rowCount, name: "")), 2 * table.heldCount)
    case .callable(.net(let net)):
      let parameters = net.graph.parameters(of: net.output).compactMap { net.graph.constant(at: $0) }
      return (.list(ValueList(parameters.map(Value.tensor))), net.parameterCount)
    case .tensor(.symbol), .unknown: return nil
    case .callable, .range, .list, .figure, .stage, .initializer, .structure, .training:
      throw error(
        .typeMismatch, "a digest is of a tensor, a table, a text or a net, this is \(value.kindText)",
        at: "x",
        hint: "of a training take the net: digest(run.net)")
    }
  }
}
