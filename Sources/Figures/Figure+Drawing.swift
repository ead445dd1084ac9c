extension Figure {
  /// The figure laid out: what is hashed, recorded and turned into pixels.
  public var drawingList: DrawingList {
    var listed: [String] = []
    // Each round moves at least one label above the plane, where there is always room.
    while true {
      let (list, homeless) = FigureLayout(self, listed: listed).drawn(listed: listed)
      if homeless.isEmpty || listed.count >= 40 { return list }
      listed += homeless
    }
  }
}
