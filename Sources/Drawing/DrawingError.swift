/// Why a picture could not be made.
public enum DrawingError: Error, Hashable {
  /// There is no font file that can be read at the path.
  case fontMissing(path: String)
  /// FreeType cannot use the file.
  case fontUnusable(path: String)
  /// The picture would have more pixels than ``Pixels`` allows.
  case pictureTooLarge(width: Int, height: Int)
  /// Cairo failed.
  case drawingFailed(String)
  /// libpng failed.
  case encodingFailed(String)
}

extension DrawingError: CustomStringConvertible {
  /// What happened, and what to do where something can be done.
  public var description: String {
    switch self {
    case .fontMissing(let path):
      "cannot open the font \(path); install the package fonts-dejavu-core, or name another font file"
    case .fontUnusable(let path): "\(path) is not a font that FreeType can use"
    case .pictureTooLarge(let width, let height): "a picture of \(width) × \(height) pixels is too large"
    case .drawingFailed(let reason): "cannot draw the picture: \(reason)"
    case .encodingFailed(let reason): "cannot write the picture as PNG: \(reason)"
    }
  }
}
