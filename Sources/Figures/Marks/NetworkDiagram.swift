import Wording

/// A network as layers of units with the weights between them.
public struct NetworkDiagram: Sendable, Hashable {
  /// At most this many layers are kept.
  public static let layerLimit = 12

  /// The layers, the inputs first.
  public let layers: [DiagramLayer]
  /// The weights: `weights[k][i][j]` leads from unit i of layer k to unit j of the next layer.
  public let weights: [[[Double]]]
  /// The output of each unit over the plane of both inputs, by layer; empty for circles with names.
  public let maps: [[HeatMap]]
  /// How many layers were left out.
  let omitted: Int

  /// Makes a diagram; a weight that is missing is drawn like one that is not known.
  public init(layers: [DiagramLayer], weights: [[[Double]]] = [], maps: [[HeatMap]] = []) {
    self.layers = Array(layers.prefix(NetworkDiagram.layerLimit))
    self.weights = Array(weights.prefix(max(0, self.layers.count - 1)))
    self.maps = Array(maps.prefix(self.layers.count))
    omitted = layers.count - self.layers.count
  }

  /// The map of a unit; nil where there is none.
  func map(of layer: Int, _ unit: Int) -> HeatMap? {
    layer < maps.count && unit < maps[layer].count ? maps[layer][unit] : nil
  }

  /// The weight from unit `from` of `layer` to unit `to` of the next; nil where none is known.
  func weight(_ layer: Int, _ from: Int, _ to: Int) -> Double? {
    guard layer < weights.count, from < weights[layer].count, to < weights[layer][from].count else {
      return nil
    }
    return weights[layer][from][to]
  }

  /// The greatest absolute weight, at least a tiny number.
  var greatestWeight: Double {
    weights.joined().joined().lazy.filter(\.isFinite).map { abs($0) }.reduce(1e-300) { max($0, $1) }
  }

  func extent(_ words: Words) -> String {
    if layers.isEmpty { return words(.withoutLayers) }
    let sizes = layers.map { "\($0.units.count)" }.joined(separator: ", ")
    let text = words.fill(.layerCount, isOne: layers.count == 1, ["\(layers.count)", sizes])
    return maps.isEmpty ? text : words(.asMaps, text)
  }

  func facts(_ words: Words) -> [String] {
    let count = weights.joined().reduce(0) { $0 + $1.count }
    let rest = omitted > 0 ? [words(.moreLayers, "\(omitted)")] : []
    let notes = layers.flatMap { layer in
      zip(layer.units, layer.notes).filter { !$1.isEmpty }.map { words(.unitHas, $0, $1) }
    }
    guard count > 0 else { return notes + rest }
    if count <= 12 {
      let shown = connections.map { words(.connection, $0.from, $0.to, NumberText.three($0.weight)) }
      return shown + notes + rest
    }
    let finite = weights.joined().joined().filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return notes + rest }
    return [words(.weightsFromTo, "\(count)", NumberText.three(low), NumberText.three(high))] + notes + rest
  }

  func dataTables(_ words: Words) -> [DataTable] {
    let notes = layers.flatMap { layer in zip(layer.units, layer.notes).map { [$0, $1] } }
    let tables = [
      DataTable(
        title: words(.weights), header: [words(.from), words(.to), words(.weight)],
        rows: connections.map { [$0.from, $0.to, NumberText.short($0.weight)] }),
      DataTable(title: words(.units), header: [words(.unit), words(.valueColumn)], rows: notes),
    ]
    return tables.filter { !$0.rows.isEmpty }
  }

  /// The first weights with the names of their units.
  private var connections: [(from: String, to: String, weight: Double)] {
    var result: [(from: String, to: String, weight: Double)] = []
    for (layer, matrix) in weights.enumerated() where result.count < 2000 {
      for (from, row) in zip(layers[layer].units, matrix) where result.count < 2000 {
        for (to, weight) in zip(layers[layer + 1].units, row) {
          result.append((from, to, weight))
        }
      }
    }
    return result
  }
}

extension Figure {
  /// A network: columns of units, and connections whose width, opacity and colour tell their weights.
  ///
  /// Blue is positive, orange and dashed negative; a weight of 0 has no line.
  public static func diagram(_ diagram: NetworkDiagram, title: String = "") -> Figure {
    let width = max(usualWidth, min(columnWidth, diagram.layers.count * 130))
    return Figure(title: title, content: .diagram(diagram), width: width)
  }
}
