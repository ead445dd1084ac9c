import Drawing
import Synchronization

/// The font of pictures: opened for the first of them, and then kept.
///
/// Cairo keeps much of every face that it has written with, so a program that makes page after page opens one only.
final class PictureFont: Sendable {
  private let font = Mutex<Font?>(nil)

  /// The font.
  func opened() throws(DrawingError) -> Font {
    try font.withLock { (font) throws(DrawingError) -> Font in
      if let font { return font }
      let opened = try Font(path: Font.defaultPath)
      font = opened
      return opened
    }
  }
}
