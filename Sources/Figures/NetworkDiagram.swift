/// A network as layers of units.
public struct NetworkDiagram: Sendable, Hashable {
  var extent: String { "" }
  var facts: [String] { [] }
  var dataTables: [DataTable] { [] }
}
