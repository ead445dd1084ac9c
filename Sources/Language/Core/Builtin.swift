import Wording
import Diagnostics
import NeuralNetworks
import Tensors

/// A library function and everything the project knows about it.
///
/// The checker, the evaluator and `nnb explain` read this one declaration.
public struct Builtin: Sendable {
  /// What the value or the known shape of a call is.
  public typealias Body =
    @Sendable (_ call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value

  /// The part of the course it belongs to, a heading of the reference.
  public enum Topic: String, Sendable, CaseIterable {
    case activations, mathematics, perceptrons, boolean, regions, approximation
    case nets, training, data, pictures
  }

  /// How a call is computed.
  public enum Evaluation: Sendable {
    /// A function of numbers that applies to each element.
    case operation(Operation)
    /// Computed in the same way before the run and in it, as far as its arguments are known.
    case known(Body)
    /// Its arguments are read into a plan, of which the check before the run says what is known, and which
    /// the run computes.
    case planned(Body)
  }

  /// What the checks before a run go by.
  public enum Trait: Sendable, Hashable {
    /// It gives decisions, positions or counts, which rounding does not change.
    case exact
    /// Its results are rounded whatever it gets.
    case rounded
    /// These fields of its results are counts, words or as they were given, whatever is rounded in the others.
    case exactFields(Set<String>)
    /// It trains the net that is its first argument, and leaves the argument as it was.
    case trains
    /// It judges the net that is its first argument.
    case judges
    /// It gives a share, from 0 to 1.
    case share
    /// It goes through all 0/1 inputs of its first argument.
    case tabulates
    /// It takes a table whose inputs are counted as it is; others are given the inputs.
    case counts
  }

  /// The name in NN-DSL.
  public let name: String
  /// Where it belongs.
  public let topic: Topic
  /// The parameters in their order.
  public let parameters: [Parameter]
  /// One line that says what it does.
  public let summary: Message
  /// The definition as TeX, where there is one.
  public let formula: String?
  /// A small program that runs.
  public let example: String
  /// What the checks before a run go by.
  public let traits: Set<Trait>
  /// The fields of its results that rounding does not change.
  var exactFields: Set<String> {
    traits.reduce(into: []) { fields, trait in
      if case .exactFields(let own) = trait { fields.formUnion(own) }
    }
  }
  /// How it is computed.
  public let evaluation: Evaluation
  /// What it was made of, where it is no function of the library by itself, such as `grad(L)`.
  public let partial: PartialApplication?

  /// The operation that it is, if it is one.
  public var operation: Operation? {
    if case .operation(let operation) = evaluation { operation } else { nil }
  }

  /// The activation that it applies to each element, if it is one.
  public var activation: Activation? { operation?.activation }

  /// Declares a function that reads its arguments into a plan and computes the plan.
  ///
  /// `read` takes what is needed from the arguments and finds everything that is wrong with them; it gives nil
  /// where something is known in the run only. Of a plan, `expected` says what is known of the result before the
  /// run, and finds mistakes that the run finds by itself; without it, and without a plan, that is `gives`, such as
  /// a number. The run charges `cost` and computes the plan with `run`.
  public init<Plan>(
    _ name: String, _ topic: Topic, _ parameters: [Parameter], summary: Message, formula: String? = nil,
    example: String, traits: Set<Trait> = [], partial: PartialApplication? = nil,
    read: @escaping @Sendable (_ call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Plan?,
    gives: Value = .unknown,
    expected: (@Sendable (_ plan: Plan, _ call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value)? =
      nil,
    cost: @escaping @Sendable (_ plan: Plan) -> CallCost = { _ in CallCost() },
    run: @escaping @Sendable (_ plan: Plan, _ call: Call, _ evaluator: inout Evaluator) throws(Stop) -> Value
  ) {
    self.init(
      name, topic, parameters, summary: summary, formula: formula, example: example, traits: traits,
      evaluation: .planned { (call, evaluator) throws(Stop) in
        guard evaluator.mode == .run, !call.hasUnknown else {
          // A check that tries a function out draws nothing that counts.
          let value = try evaluator.withoutDraws { (evaluator) throws(Stop) -> Value in
            guard let plan = try read(call, &evaluator), let expected else { return gives }
            return try expected(plan, call, &evaluator)
          }
          // A run knows nothing of what depends on a hole, and finds the same mistakes.
          return evaluator.mode == .run ? .unknown : value
        }
        guard let plan = try read(call, &evaluator) else { return .unknown }
        let cost = cost(plan)
        try evaluator.charge(cost.fuel, at: call.range)
        try evaluator.allocate(bytes: cost.bytes, at: call.range)
        return try run(plan, call, &evaluator)
      }, partial: partial)
  }

  /// Declares a function computed in the way `evaluation`.
  public init(
    _ name: String, _ topic: Topic, _ parameters: [Parameter], summary: Message, formula: String? = nil,
    example: String, traits: Set<Trait> = [], evaluation: Evaluation, partial: PartialApplication? = nil
  ) {
    self.name = name
    self.topic = topic
    self.parameters = parameters
    self.summary = summary
    self.formula = formula
    self.example = example
    self.traits = traits
    self.evaluation = evaluation
    self.partial = partial
  }

  /// The call with what it needs, such as `train(net, data, loss, opt, epochs, …)`.
  var shortForm: String {
    let needed = parameters.filter { parameter in
      switch parameter.presence {
      case .required, .repeated: true
      case .optional, .defaulted, .named: false
      }
    }
    let more = needed.count < parameters.count ? ", …" : ""
    return "\(name)(\(needed.map(\.name).joined(separator: ", "))\(more))"
  }

  /// The call's form, such as `perceptron(w=, T=, b=, activation=step, fires=">=")`.
  public var signature: String { "\(name)(\(parameters.map(\.text).joined(separator: ", ")))" }
}
