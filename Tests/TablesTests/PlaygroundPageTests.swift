import TestSupport
import Testing

@testable import Tables

/// The page's own random numbers and data, against those of its library and of an independent program in JavaScript.
@Suite struct PlaygroundPageTests {
  private static let lines: [[String]] = {
    let text = (try? Repository.text("Tests/TestVectors/playground.txt")) ?? ""
    return text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }()

  private func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").compactMap { Double(String($0)) }
  }

  @Test func theGeneratorIsThePages() {
    let rows = Self.lines.filter { $0[0] == "random" }
    #expect(rows.count == 5)
    for row in rows {
      var random = SeededRandom(row[1])
      #expect(numbers(row[2]) == (0..<6).map { _ in random.next() }, "seed \(row[1])")
    }
  }

  /// A seed of more than 256 letters is mixed into as many; twice the same is the same.
  @Test func longSeeds() {
    let seed = String(repeating: "abc", count: 200)
    var (a, b, c) = (SeededRandom(seed), SeededRandom(seed), SeededRandom(seed + "d"))
    let numbers = (0..<100).map { _ in a.next() }
    #expect(numbers == (0..<100).map { _ in b.next() } && numbers[0] != c.next())
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test func theDataAreThePages() throws {
    let rows = Self.lines.filter { $0[0] == "data" }
    #expect(rows.count == 7)
    for row in rows {
      let name = row[1] == "xor" ? "xor_points" : row[1] == "hills" ? "reg_gauss" : row[1]
      let set = try #require(PlaygroundData(rawValue: name)), noise = try #require(Double(row[2]))
      let count = set == .plane || set == .hills ? 1_200 : 500
      var draws = DrawSequence(playgroundSeed: "0.54321")
      let table = set.table(name: "", count: count, noise: noise, &draws)
      let found = [0, 1, 2, 3, count / 2, count - 1].flatMap { row in
        table.X.row(row).elements + table.Y.row(row).elements
      }
      let wanted = numbers(row[3])
      #expect(wanted.count == found.count)
      // The sines and logarithms of JavaScript may differ from ours in the last place.
      for (a, b) in zip(found, wanted) {
        #expect((a - b).magnitude <= 4e-16 * max(1, b.magnitude), "\(name)")
      }
      // The weights that come next tell that as many numbers were drawn.
      let weights = numbers(row[4])
      #expect(weights.count == 22 && weights == weights.map { _ in draws.uniform(0, 1) - 0.5 }, "\(name)")
    }
  }
}
