import BigInt
import BooleanLogic
import Testing

@Suite struct PlaneCellsTests {
  /// What a cut costs follows the length of the fractions, which a few drawn weights make long.
  @Test func longFractionsAreDifficult() {
    let (one, half) = (Rational(1), Rational(1, 2))
    #expect(PlaneCells.Line(a: one, b: one, c: half).difficulty == 1)
    let long = Rational(BigInt(2).power(52) + 1, BigInt(2).power(60))
    #expect(PlaneCells.Line(a: one, b: long, c: half).difficulty > 25)
  }
}
