import Tensors
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (0.5, "0.5"), (1, "1"), (-0.0, "0"), (2.0 / 3, "0.666667"), (1e-4, "0.0001"), (1e-5, "1e-5"),
    (1.5e-7, "1.5e-7"), (123456.7, "123457"), (1234567.8, "1.23457e6"), (-12.50, "-12.5"),
    (99999.96, "100000"), (999999.7, "1e6"), (203530, "203530"), (1e9, "1000000000"), (1e300, "1e300"),
    (.leastNonzeroMagnitude, "5e-324"), (0.1 + 0.2, "0.3"), (12.000004, "12"), (.nan, "nan"),
    (.infinity, "inf"), (-.infinity, "-inf"), (0.00099999999, "0.001"), (2_147_483_648, "2147483648"),
  ])
  func numbersAreShort(number: Double, text: String) {
    #expect(number.text() == text)
  }

  @Test(arguments: [0.1 + 0.2, 1e-300, 6.02214076e23, -1.0 / 3, 1e15, 123456.789])
  func shortestTextReadsBack(number: Double) {
    #expect(Double(number.shortestText) == number)
  }

  @Test(arguments: [
    (0, 2, "0.00"), (-0.0, 1, "0.0"), (1, 0, "1"), (1.005, 2, "1.01"), (-1.005, 2, "-1.01"), (0.5, 0, "1"),
    (0.49, 0, "0"), (-0.004, 2, "0.00"), (0.005, 2, "0.01"), (99.995, 2, "100.00"), (1e-300, 3, "0.000"),
    (123, 1, "123.0"), (1e21, 1, "1000000000000000000000.0"), (0.1 + 0.2, 17, "0.30000000000000004"),
    (.nan, 2, "nan"), (-.infinity, 2, "-inf"),
  ])
  func decimalsAreAsManyAsAskedFor(number: Double, decimals: Int, text: String) {
    #expect(number.text(decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.285, 1, "28.5%"), (1, 0, "100%"), (0, 1, "0.0%"), (1.0 / 3, 2, "33.33%"), (-0.0649, 0, "-6%"),
    (0.00049, 1, "0.0%"), (12.345, 0, "1235%"), (.nan, 0, "nan"),
  ])
  func percentIsAHundredfold(number: Double, decimals: Int, text: String) {
    #expect(number.percentText(decimals: decimals) == text)
  }

  @Test func closeNumbersGetTheDigitsThatTellThemApart() {
    #expect(distinguishingTexts(0.1 + 0.2, 0.3) == ("0.30000000000000004", "0.3"))
    #expect(distinguishingTexts(1, 2) == ("1", "2"))
  }

  @Test func tensorsAreWrittenAsTheLanguageDoes() {
    #expect(Tensor([1, 2]).text() == "[1, 2]")
    #expect(Tensor([2, 2], [1, 2, 3, 4]).text() == "[1, 2; 3, 4]")
    #expect(Tensor([2, 1, 2], [1, 2, 3, 4]).text() == "[[1, 2], [3, 4]]")
    #expect(Tensor([0], []).text() == "[]")
    #expect(Tensor([2, 0], []).text() == "[; ]")
    #expect(Tensor((1...30).map(Double.init)).text() == "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …, 28, 29, 30]")
  }
}

@Test(
  "with so many digits, whole numbers too",
  arguments: [
    (1_234_567, 3, "1.23e6"), (123_456.7, 3, "1.23e5"), (1_234_567, 7, "1234567"), (-98_765, 2, "-9.9e4"),
    (1_200_000, 2, "1200000"), (2000, 3, "2000"), (12_345, 3, "1.23e4"), (0, 1, "0"), (12.5, 1, "1e1"),
    (7, 1, "7"),
    (12, 1, "1e1"), (999_999, 3, "1e6"),
  ] as [(Double, Int, String)])
func roundedTexts(number: Double, digits: Int, text: String) {
  #expect(number.roundedText(significantDigits: digits) == text)
}
