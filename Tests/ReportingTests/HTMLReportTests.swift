import NotebookFormat
import Testing

@testable import Reporting

struct HTMLReportTests {
  @Test(arguments: Face.allCases) func pageIsAsRecorded(face: Face) throws {
    try expectGolden(try rendered(gatesRecord(face: face)), "gates-\(face.rawValue).html")
  }
}
