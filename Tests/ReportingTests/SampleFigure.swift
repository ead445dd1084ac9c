import Figures

/// Some figure: the tests draw it with a picture source of their own.
let sampleFigure = DrawnFigure(.scatter([], x: Axis("x1", .boolean), y: Axis("x2", .boolean)))
