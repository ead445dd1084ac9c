import Drawing
import Figures
import Tensors

/// The two pictures of the plot row, as large and as full as those of the peers.
enum PlotPicture: String, Sendable, CaseIterable {
  /// Two curves of 2,000 epochs.
  case line
  /// The regions of a 300 × 300 grid of probabilities with 200 points on them.
  case boundary

  /// Pixels to the CSS pixel, as on a page.
  static let scale = 2

  /// The picture, made from the numbers: 600 × 400 CSS pixels are 1,200 × 800 of the file.
  var figure: Figure {
    var figure =
      switch self {
      case .line: Self.losses.figure
      case .boundary: Self.disc.figure
      }
    figure.width = 600
    figure.height = 400
    return figure
  }

  private static let losses = LossCurves()
  private static let disc = Boundary()
}

/// Losses that fall with some noise, for every epoch.
private struct LossCurves {
  private let training: [PlanePoint]
  private let validation: [PlanePoint]

  init() {
    var random = Congruential(seed: 3)
    func falling(over epochs: Double, noise: Double) -> [PlanePoint] {
      (0..<2000).map {
        PlanePoint(Double($0), Mathematics.exp(-Double($0) / epochs) + noise * random.next())
      }
    }
    training = falling(over: 400, noise: 0.02)
    validation = falling(over: 300, noise: 0.05)
  }

  var figure: Figure {
    .plot(
      series: [PlotSeries("train", points: training), PlotSeries("validation", points: validation)],
      x: AxisRange(0, 2000), xLabel: "epoch", yLabel: "loss", title: "Loss")
  }
}

/// A disc in the square, known on a grid, and points drawn in it.
private struct Boundary {
  private static let side = 300
  private let values: [Double]
  private let points: [PointSeries]

  init() {
    let side = Self.side
    values = (0..<side * side).map { i in
      let x = 2 * Double(i % side) / Double(side - 1) - 1, y = 2 * Double(i / side) / Double(side - 1) - 1
      return Mathematics.sigmoid(8 * (0.5 - (x * x + y * y).squareRoot()))
    }
    var random = Congruential(seed: 4)
    let places = (0..<200).map { _ in PlanePoint(2 * random.next() - 1, 2 * random.next() - 1) }
    points = [0, 1].map { label in
      PointSeries(
        "class \(label)", classIndex: label,
        points: places.filter { ($0.x * $0.x + $0.y * $0.y < 0.25 ? 1 : 0) == label })
    }
  }

  var figure: Figure {
    let range = AxisRange(-1, 1)
    let map = RegionMap.tracing(x: range, y: range, classNames: ["class 0", "class 1"]) { places in
      places.map { value(at: $0) >= 0.5 ? 1 : 0 }
    }
    return .regions(map, points: points, xLabel: "x1", yLabel: "x2")
  }

  /// The value between the four grid points around a place.
  private func value(at place: PlanePoint) -> Double {
    let side = Self.side, last = Double(side - 1)
    let x = (place.x + 1) / 2 * last, y = (place.y + 1) / 2 * last
    let column = max(0, min(side - 2, Int(x))), row = max(0, min(side - 2, Int(y)))
    let right = x - Double(column), down = y - Double(row)
    let corner = row * side + column
    let above = values[corner] * (1 - right) + values[corner + 1] * right
    let below = values[corner + side] * (1 - right) + values[corner + side + 1] * right
    return above * (1 - down) + below * down
  }
}

extension Benchmark {
  /// From the numbers to the bytes of a PNG, the font open.
  static let plot = Benchmark(task: .plot) { effort in
    let font = try Font()
    return try PlotPicture.allCases.map { picture in
      let time = try Stopwatch.median(of: effort == .full ? 21 : 1) {
        let figure = picture.figure
        _ = try png(
          figure.drawingList(), theme: .light, scale: PlotPicture.scale, altText: figure.altText(), font: font
        )
      }
      return Measurement(.plot, picture.rawValue, metric: "ms", value: time * 1e3)
    }
  }
}
