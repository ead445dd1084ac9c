/// The cheapest choice of sets that together hold every element.
///
/// Branch and bound: an element with one set left takes it, an element or a set that another one makes needless goes,
/// and elements that share no set with each other bound the cost from below. The cost of a set is compared first by
/// the number of sets, then by its own weight.
/// Source: O. Coudert, Two-level logic minimization: an overview, Integration 17, 1994.
struct MinimalCover {
  /// The sets chosen.
  private(set) var chosen: [Int] = []
  /// Whether no cheaper choice exists; false where the search was cut off.
  private(set) var isProven = true
  /// The steps that the search took, each about the work of comparing two sets.
  private(set) var steps = 0

  private let weights: [Int]
  private let stepLimit: Int
  private var best = Int.max

  /// What is left to be done at a node of the search.
  private struct Problem {
    /// The elements that are not held yet.
    var elements: [Int]
    /// The sets that may still be chosen, each with the elements it would add.
    var sets: [(index: Int, members: RowSet)]
    var taken: [Int]
    var cost: Int
  }

  /// Searches; `bound` is a choice that is known to hold every element.
  /// - Precondition: each element is in a set.
  init(_ sets: [RowSet], of elements: RowSet, weights: [Int], bound: [Int], stepLimit: Int) {
    self.stepLimit = stepLimit
    // A set more is worse than any difference of weights.
    let more = weights.reduce(1, +)
    self.weights = weights.map { more + $0 }
    chosen = bound
    best = bound.reduce(0) { $0 + self.weights[$1] }
    let indexed = sets.enumerated().map { (index: $0.offset, members: $0.element.intersection(elements)) }
    search(Problem(elements: elements.rows, sets: indexed, taken: [], cost: 0))
  }

  private mutating func search(_ start: Problem) {
    var problem = start
    guard reduce(&problem) else { return }
    if problem.elements.isEmpty {
      if problem.cost < best { (best, chosen) = (problem.cost, problem.taken) }
      return
    }
    guard problem.cost + lowerBound(problem) < best else { return }
    guard steps < stepLimit else {
      isProven = false
      return
    }
    // The element with the fewest sets: one of these must be chosen.
    let holders = holders(of: problem)
    guard
      let branching = problem.elements.min(by: {
        holders[$0, default: []].count < holders[$1, default: []].count
      })
    else { return }
    var rest = problem
    let choices = holders[branching, default: []].sorted {
      let (a, b) = (problem.sets[$0], problem.sets[$1])
      return (b.members.count, weights[a.index], a.index) < (a.members.count, weights[b.index], b.index)
    }
    for choice in choices {
      search(taking(problem.sets[choice].index, in: rest))
      if steps >= stepLimit {
        isProven = false
        return
      }
      // What was tried with this set needs no second look.
      rest.sets.removeAll { $0.index == problem.sets[choice].index }
    }
  }

  /// The indices of the sets that hold each element.
  private mutating func holders(of problem: Problem) -> [Int: [Int]] {
    var holders: [Int: [Int]] = [:]
    for (position, set) in problem.sets.enumerated() {
      for element in set.members.rows { holders[element, default: []].append(position) }
    }
    steps += problem.sets.count
    return holders
  }

  private func taking(_ index: Int, in problem: Problem) -> Problem {
    guard let members = problem.sets.first(where: { $0.index == index })?.members else { return problem }
    return Problem(
      elements: problem.elements.filter { !members.contains($0) },
      sets: problem.sets.compactMap { set in
        let left = set.members.subtracting(members)
        return set.index == index || left.isEmpty ? nil : (set.index, left)
      },
      taken: problem.taken + [index], cost: problem.cost + weights[index])
  }

  /// Takes what must be taken and leaves out what is needless, until nothing changes; false where there is no way on.
  private mutating func reduce(_ problem: inout Problem) -> Bool {
    while true {
      guard problem.cost < best else { return false }
      let holders = holders(of: problem)
      guard problem.elements.allSatisfy({ holders[$0] != nil }) else { return false }
      if let only = problem.elements.first(where: { holders[$0]?.count == 1 }),
        let position = holders[only]?.first
      {
        problem = taking(problem.sets[position].index, in: problem)
        continue
      }
      let before = (problem.elements.count, problem.sets.count)
      dropElements(&problem, holders)
      dropSets(&problem)
      if before == (problem.elements.count, problem.sets.count) { return true }
    }
  }

  /// Leaves out an element that is covered whenever another one is.
  private mutating func dropElements(_ problem: inout Problem, _ holders: [Int: [Int]]) {
    let count = problem.sets.count
    let rows = problem.elements.map { RowSet(holders[$0, default: []], rowCount: count) }
    var isNeedless = [Bool](repeating: false, count: rows.count)
    for a in rows.indices where !isNeedless[a] {
      for b in rows.indices where a != b && !isNeedless[b] {
        steps += 1
        if rows[a].isSubset(of: rows[b]) { isNeedless[b] = true }
      }
    }
    var left = RowSet(rowCount: problem.sets.first?.members.rowCount ?? 0)
    problem.elements = zip(problem.elements, isNeedless).filter { !$0.1 }.map(\.0)
    for element in problem.elements { left.insert(element) }
    problem.sets = problem.sets.compactMap { set in
      let members = set.members.intersection(left)
      return members.isEmpty ? nil : (set.index, members)
    }
  }

  /// Leaves out a set all of whose elements a set that costs no more holds too.
  private mutating func dropSets(_ problem: inout Problem) {
    let sets = problem.sets
    var isNeedless = [Bool](repeating: false, count: sets.count)
    for a in sets.indices where !isNeedless[a] {
      for b in sets.indices where a != b && !isNeedless[b] {
        steps += 1
        if weights[sets[a].index] <= weights[sets[b].index], sets[b].members.isSubset(of: sets[a].members) {
          isNeedless[b] = true
        }
      }
    }
    problem.sets = zip(sets, isNeedless).filter { !$0.1 }.map(\.0)
  }

  /// The cost of elements no two of which are in one set, the rarest first.
  private mutating func lowerBound(_ problem: Problem) -> Int {
    let holders = holders(of: problem)
    var isBlocked = [Bool](repeating: false, count: problem.sets.count)
    var bound = 0
    let rarest = problem.elements.sorted {
      (holders[$0, default: []].count, $0) < (holders[$1, default: []].count, $1)
    }
    var blocked: Set<Int> = []
    for element in rarest where !blocked.contains(element) {
      let own = holders[element, default: []]
      bound += own.map { weights[problem.sets[$0].index] }.min() ?? 0
      for position in own where !isBlocked[position] {
        isBlocked[position] = true
        blocked.formUnion(problem.sets[position].members.rows)
      }
      steps += own.count
    }
    return bound
  }
}
