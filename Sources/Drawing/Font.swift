import CCairo
import Synchronization

/// A font file opened through FreeType, with hinting off; the system's font settings are never read.
///
/// One lock guards the face, its FreeType library and Cairo's glyphs. A picture is drawn under it, and encoded
/// outside, so that several threads can make pictures with one font.
public final class Font: Sendable {
  /// Where Debian's fonts-dejavu-core puts DejaVu Sans, the font that layout is measured in.
  public static let defaultPath = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

  /// The file it was opened from.
  public let path: String
  private let face: Mutex<FontFace>

  /// Opens the font file at `path`.
  public init(path: String = Font.defaultPath) throws(DrawingError) {
    self.path = path
    face = Mutex(try FontFace(path: path))
  }

  deinit {
    face.withLock { $0.close() }
  }

  /// Runs `body` with the face, alone.
  func withFace<Result: Sendable>(
    _ body: (FontFace) throws(DrawingError) -> Result
  ) throws(DrawingError) -> Result {
    try face.withLock { (face) throws(DrawingError) -> Result in try body(face) }
  }
}

/// The open face; only ``Font`` makes and closes it.
struct FontFace {
  let cairoFace: OpaquePointer
  private let file: FontFile

  init(path: String) throws(DrawingError) {
    let file = try FontFile(path: path)
    // FT_LOAD_NO_HINTING, which Swift does not import.
    let noHinting: Int32 = 1 << 1
    guard let cairoFace = cairo_ft_font_face_create_for_ft_face(file.face, noHinting),
      cairo_font_face_status(cairoFace) == CAIRO_STATUS_SUCCESS
    else { throw .fontUnusable(path: path) }
    // Cairo may keep the face in its cache after it is closed here, so it holds the file too.
    let held = Unmanaged.passRetained(file)
    let status = cairo_font_face_set_user_data(cairoFace, file.key, held.toOpaque()) { held in
      if let held { Unmanaged<FontFile>.fromOpaque(held).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      held.release()
      cairo_font_face_destroy(cairoFace)
      throw .fontUnusable(path: path)
    }
    self.file = file
    self.cairoFace = cairoFace
  }

  /// The number of the glyph for `scalar`, 0 for the sign of a missing glyph.
  func glyph(for scalar: Unicode.Scalar) -> UInt {
    UInt(FT_Get_Char_Index(file.face, FT_ULong(scalar.value)))
  }

  func close() {
    cairo_font_face_destroy(cairoFace)
  }
}

/// A font file in a FreeType library of its own, closed with the last reference to it.
private final class FontFile {
  let face: FT_Face
  /// The address that names this file among what Cairo keeps for its face.
  let key: UnsafeMutablePointer<cairo_user_data_key_t>
  private let library: FT_Library

  init(path: String) throws(DrawingError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { throw .fontUnusable(path: path) }
    var face: FT_Face?
    let status = FT_New_Face(library, path, 0, &face)
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      let cannotOpen = FT_Error(FT_Err_Cannot_Open_Resource)
      throw status == cannotOpen ? .fontMissing(path: path) : .fontUnusable(path: path)
    }
    self.library = library
    self.face = face
    key = .allocate(capacity: 1)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    key.deallocate()
  }
}
