import Tensors
import Testing

@Test(
  "every function of the table works on elements and is found by its name",
  arguments: MathematicalFunction.all.map(\.name))
func mathematicalFunctions(_ name: String) throws {
  let function = try #require(MathematicalFunction.named(name))
  let argument = Tensor([0.25, 0.5, -0.75])
  let result = try function.operation.apply([argument]).get()
  #expect(result == Tensor(argument.elements.map { function($0) }))
  #expect(try function.operation.prepare([[3]]).get().cost == 3 * function.cost)
}

@Test(
  "the exact functions are exact",
  arguments: [
    ("sqrt", 2.25, 1.5), ("abs", -2, 2), ("floor", -1.5, -2), ("round", 2.5, 2), ("round", -0.6, -1),
    ("exp", 0, 1), ("exp", 1, 0x1.5bf0a8b145769p+1), ("exp", 2, 0x1.d8e64b8d4ddaep+2), ("log", 1, 0),
    ("atan", 0, 0), ("cos", 0, 1),
  ])
func exactFunctions(_ name: String, _ x: Double, _ value: Double) throws {
  let function = try #require(MathematicalFunction.named(name))
  #expect(function(x) == value)
}
