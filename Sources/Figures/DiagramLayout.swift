struct DiagramLayout {
  let frame: Frame
  init(_ diagram: NetworkDiagram, _ frame: Frame) { self.frame = frame }
  var drawn: DrawingList { DrawingList(width: frame.width, height: frame.height) }
}
