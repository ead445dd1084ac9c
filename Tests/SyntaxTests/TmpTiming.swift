import Testing
import Foundation
@testable import Syntax
@Test func timingTmp() {
  let c = ContinuousClock()
  func ms(_ t: String) -> Double {
    let s = c.now
    _ = parse(cell(t))
    let d = s.duration(to: c.now)
    return Double(d.components.attoseconds)/1e15 + Double(d.components.seconds)*1000
  }
  let a = deepTextsOf(1500), b = deepTextsOf(12000)
  for i in a.indices {
    let (x, y) = (ms(a[i]), ms(b[i]))
    if y / x > 12 { print("SLOW", i, x, y, y/x, a[i].prefix(30).debugDescription) }
  }
}
