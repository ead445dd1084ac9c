import Bytes
import CourseLibrary
import NotebookRunning
import TestSupport
import Testing

@testable import Language

/// Every value is written as bytes and read back: an equal value with equal bytes that does the same.
@Suite struct ValueBytesTests {
  /// The value that the bytes of another are.
  private static func copy(of value: Value) throws -> Value {
    try Value(decoding: value.encoded(), library: .course)
  }

  private static func expectRoundTrip(_ value: Value, _ text: String) {
    do {
      let bytes = try value.encoded()
      let read = try Value(decoding: bytes, library: .course)
      #expect(try read.encoded() == bytes, "other bytes: \(text)")
      #expect(read.kindText == value.kindText && read.logicalBytes == value.logicalBytes, "\(text)")
    } catch {
      Issue.record("\(text): \(error)")
    }
  }

  @Test func everyKindIsAmongTheSamples() {
    let kinds = Set(ValueSamples.all.map { ValueSamples.kind(of: $0.value) })
    #expect(
      kinds == [
        "tensor", "text", "table", "net", "function", "builtin", "partial grad", "partial at", "range",
        "list",
        "figure", "stage", "initializer", "structure", "training", "symbol", "unknown",
      ])
  }

  @Test func everySampleComesBack() {
    withDeepStack { for (text, value) in ValueSamples.all { Self.expectRoundTrip(value, text) } }
  }

  @Test func everyFunctionOfTheLibraryComesBack() throws {
    for (name, builtin) in Library.course.builtins {
      guard case .callable(.builtin(let read)) = try Self.copy(of: .builtin(builtin)) else {
        Issue.record("\(name) is no function")
        continue
      }
      #expect(read.signature == builtin.signature)
    }
  }

  @Test func whatEveryExampleGivesComesBack() {
    withDeepStack {
      for builtin in Library.course.builtins.values {
        var lines = builtin.example.split(separator: "\n").map(String.init)
        lines.append("last = (\(lines.removeLast()))")
        let run = ProgramRun(onThisStack: lines.joined(separator: "\n"), .run, .cell, Scope())
        for name in run.scope.names {
          guard let value = run.scope[name]?.value else { continue }
          Self.expectRoundTrip(value, "\(name) of \(builtin.example)")
        }
      }
    }
  }

  /// `NNB_FUZZ_SECONDS=600 swift test --filter comesBackFromBytes` runs on with ever new programs.
  @Test func whatAProgramByChanceBindsComesBackFromBytes() {
    withDeepStack {
      fuzz("values of programs", inputs: 200) { seed in
        var maker = ProgramMaker(seed: seed)
        let text = maker.program()
        keepInJournal(text)
        let budget = Budget(fuel: 20_000_000, memory: 20_000_000)
        let run = ProgramRun(onThisStack: text, .run, budget, ValueSamples.scope)
        for name in ["n0", "n1", "n2", "r"] {
          guard let value = run.scope[name]?.value else { continue }
          Self.expectRoundTrip(value, "\(name) of \(text)")
        }
      }
    }
  }

  @Test func whatComesBackDoesTheSame() throws {
    try withDeepStack { () -> Result<Void, any Error> in
      Result {
        for (number, (text, value)) in ValueSamples.all.enumerated() {
          let read = try Self.copy(of: value)
          // Each use meets every third sample; all of them together take long.
          for (place, use) in ValueSamples.uses.enumerated() where (place + number) % 3 == 0 {
            let (mine, other) = (
              ValueSamples.outcome(of: use, on: value), ValueSamples.outcome(of: use, on: read)
            )
            #expect(mine == other, "r = \(text); \(use)")
          }
        }
      }
    }.get()
  }

  // MARK: The bytes

  /// The digests stand in a file: whoever changes the form of values gives it another version.
  @Test func theFormIsThatOfItsVersion() throws {
    // What figures are made of changes with the library; their drawings have files of their own.
    let samples = ValueSamples.all.filter { !$0.text.contains(ValueSamples.drawing) }
    let lines = try samples.map { sample in
      "\(try sample.value.digest().description.prefix(16)) \(try sample.value.encoded().count) \(sample.text)"
    }
    try expectGolden(
      "version \(ValueForm.version)\n" + lines.joined(separator: "\n") + "\n", "value-digests.txt")
  }

  @Test func positionsInATextAreNotWritten() throws {
    let near = try #require(ProgramRun("f(x) = x + 1").scope["f"]?.value)
    let far = try #require(ProgramRun("a = 1\n\n  # far away\nf( x )=x+1").scope["f"]?.value)
    #expect(try near.encoded() == far.encoded())
    #expect(try near.digest() == far.digest())
    let other = try #require(ProgramRun("f(x) = x + 2").scope["f"]?.value)
    #expect(try near.digest() != other.digest())
  }

  @Test func aFunctionBringsWhatItCaptured() throws {
    let scope = ProgramRun("k = 2\ng(x) = k*x\nf(x) = g(x) + k").scope
    let value = try Self.copy(of: #require(scope["f"]?.value))
    let alone = Scope(["f": Scope.Entry(value)])
    let run = withDeepStack { ProgramRun(onThisStack: "y = f(3)", .run, .cell, alone) }
    #expect(run.scope["y"]?.value.number == 8)
  }

  @Test func aMistakeInsideReadsInItsOwnText() throws {
    let value = try Self.copy(of: #require(ProgramRun("a = 5\nf(x) = x @ [1, 2]").scope["f"]?.value))
    let alone = Scope(["f": Scope.Entry(value)])
    let run = withDeepStack { ProgramRun(onThisStack: "f([1, 2, 3])", .run, .cell, alone) }
    let mistake = try #require(run.diagnostics.first)
    #expect(mistake.kind == .shapeMismatch && mistake.primary.range.file.text == "f(x) = x @ [1, 2]")
  }

  @Test func whatIsSharedIsWrittenOnce() throws {
    let chains = [
      "l0 = [\"a\", [1, 2]]\n" + (1...100).map { "l\($0) = [l\($0 - 1), l\($0 - 1)]\n" }.joined()
        + "r = l100",
      "f0(x) = x\nf1(x) = x\n" + (2...100).map { "f\($0)(x) = f\($0 - 1)(x) + f\($0 - 2)(x)\n" }.joined()
        + "r = f100",
      "g0(x) = sum(x)\n" + (1...20).map { "g\($0) = grad(g\($0 - 1))\n" }.joined() + "r = [g20, g20]",
    ]
    for text in chains {
      let value = try #require(ProgramRun(text).scope["r"]?.value)
      #expect(try value.encoded().count < 20_000)
      Self.expectRoundTrip(value, text)
    }
  }

  @Test func limitsHoldForBothWays() throws {
    let value = try #require(ProgramRun("r = [\"a\", [\"b\", [\"c\", [1, 2, 3]]]]").scope["r"]?.value)
    let bytes = try value.encoded()
    for limits in [
      ValueLimits(bytes: bytes.count - 1, values: 10, depth: 10),
      ValueLimits(bytes: 1000, values: 5, depth: 10),
      ValueLimits(bytes: 1000, values: 10, depth: 3),
    ] {
      #expect(throws: ByteProblem.self) { try value.encoded(limits: limits) }
      #expect(throws: ByteProblem.self) { try Value(decoding: bytes, library: .course, limits: limits) }
    }
    let enough = ValueLimits(bytes: bytes.count, values: 7, depth: 4)
    #expect(
      try Value(decoding: value.encoded(limits: enough), library: .course, limits: enough).kindText
        == value.kindText)
  }
}
