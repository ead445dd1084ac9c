@testable import Figures

/// Some figure: the tests draw it with a picture source of their own.
let sampleFigure = Figure()
