internal import CFreeType

/// Why the bytes of a font are none, in FreeType's number for it.
package struct FontError: Error, Hashable, Sendable {
  package let code: Int
}

/// A font whose letters are had as paths: the sole owner of a FreeType face and of what it reads from.
///
/// Drawn as paths, letters of a stranger's font leave nothing in cairo's caches, which keep a font for good.
@safe package final class OutlineFont {
  private let library: FT_Library
  private let face: FT_Face
  private let bytes: UnsafeMutableBufferPointer<UInt8>?
  /// The number that one em has in the units of outlines.
  private let em: Double
  private let isTricky: Bool

  /// Outlines of tricky fonts mean something only at a size; enough for any page.
  private static let trickySize: UInt32 = 512

  /// Opens a font held in memory.
  ///
  /// - Parameter bytes: The bytes of a TrueType, OpenType, CFF or Type 1 font.
  /// - Throws: ``FontError`` where FreeType does not take it.
  package convenience init(_ bytes: [UInt8]) throws(FontError) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = unsafe copy.initialize(from: bytes)
    try unsafe self.init(owning: copy) { library, face in
      unsafe FT_New_Memory_Face(library, copy.baseAddress, FT_Long(bytes.count), 0, &face)
    }
  }

  /// Opens a font file.
  ///
  /// - Parameter index: The 0-based place of the font in a collection.
  /// - Throws: ``FontError`` where FreeType does not take it.
  package convenience init(path: String, index: Int) throws(FontError) {
    try unsafe self.init(owning: nil) { library, face in
      unsafe FT_New_Face(library, path, FT_Long(index), &face)
    }
  }

  @unsafe private init(
    owning bytes: UnsafeMutableBufferPointer<UInt8>?,
    open: (FT_Library, inout FT_Face?) -> FT_Error
  ) throws(FontError) {
    var library: FT_Library?
    var face: FT_Face?
    let started = unsafe FT_Init_FreeType(&library)
    guard started == 0, let library = unsafe library else {
      unsafe bytes?.deallocate()
      throw FontError(code: Int(started))
    }
    let opened = unsafe open(library, &face)
    guard opened == 0, let face = unsafe face else {
      unsafe FT_Done_FreeType(library)
      unsafe bytes?.deallocate()
      throw FontError(code: Int(opened))
    }
    let flags = unsafe face.pointee.face_flags
    isTricky = flags & (1 << 13) != 0
    em = unsafe isTricky ? Double(Self.trickySize) * 64 : Double(face.pointee.units_per_EM)
    unsafe self.library = unsafe library
    unsafe self.face = unsafe face
    unsafe self.bytes = unsafe bytes
    // From here on the object is whole, and ends by itself.
    guard flags & 1 != 0, em > 0 else { throw FontError(code: 0x17) }
    if isTricky { unsafe FT_Set_Pixel_Sizes(face, 0, Self.trickySize) }
    if unsafe face.pointee.charmap == nil, unsafe face.pointee.num_charmaps > 0,
      let first = unsafe face.pointee.charmaps?[0]
    {
      unsafe FT_Set_Charmap(face, first)
    }
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
    unsafe bytes?.deallocate()
  }

  /// How many letters and marks the font has.
  package var glyphCount: Int { Int(unsafe face.pointee.num_glyphs) }

  /// Returns the number of the glyph for a character; `nil` where the font has none.
  package func glyph(for scalar: Unicode.Scalar) -> Int? {
    // Symbol fonts have their characters in a private area.
    for code in [scalar.value, 0xF000 + scalar.value] where code == scalar.value || code < 0xF100 {
      let glyph = unsafe FT_Get_Char_Index(face, FT_ULong(code))
      if glyph != 0 { return Int(glyph) }
    }
    return nil
  }

  /// Returns the outline of a glyph in ems, origin on the baseline, y down; `nil` where it cannot be had.
  package func outline(of glyph: Int) -> [PathStep]? {
    guard glyph >= 0, glyph < glyphCount else { return nil }
    let flags = isTricky ? FT_LOAD_NO_BITMAP : FT_LOAD_NO_SCALE
    guard unsafe FT_Load_Glyph(face, FT_UInt(glyph), FT_Int32(flags)) == 0,
      let slot = unsafe face.pointee.glyph,
      unsafe slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
    else { return nil }
    let collector = OutlineCollector(em: em)
    var functions = unsafe OutlineCollector.functions
    let status = unsafe FT_Outline_Decompose(
      &slot.pointee.outline, &functions, Unmanaged.passUnretained(collector).toOpaque())
    guard status == 0 else { return nil }
    collector.close()
    return collector.steps
  }
}

/// Gathers the steps that FreeType tells of an outline.
private final class OutlineCollector {
  private(set) var steps: [PathStep] = []
  private var last = (x: 0.0, y: 0.0)
  private let em: Double

  init(em: Double) { self.em = em }

  func close() {
    if !steps.isEmpty { steps.append(.close) }
  }

  private func point(_ vector: FT_Vector) -> (x: Double, y: Double) {
    (Double(vector.x) / em, -Double(vector.y) / em)
  }

  func move(_ to: FT_Vector) {
    close()
    last = point(to)
    steps.append(.move(x: last.x, y: last.y))
  }

  func line(_ to: FT_Vector) {
    last = point(to)
    steps.append(.line(x: last.x, y: last.y))
  }

  /// A quadratic curve, as the cubic one that it is.
  func curve(_ control: FT_Vector, _ to: FT_Vector) {
    let (middle, end) = (point(control), point(to))
    steps.append(
      .curve(
        x1: last.x + 2 / 3 * (middle.x - last.x), y1: last.y + 2 / 3 * (middle.y - last.y),
        x2: end.x + 2 / 3 * (middle.x - end.x), y2: end.y + 2 / 3 * (middle.y - end.y),
        x: end.x, y: end.y))
    last = end
  }

  func curve(_ first: FT_Vector, _ second: FT_Vector, _ to: FT_Vector) {
    let (one, two, end) = (point(first), point(second), point(to))
    steps.append(.curve(x1: one.x, y1: one.y, x2: two.x, y2: two.y, x: end.x, y: end.y))
    last = end
  }

  @unsafe private static func of(_ user: UnsafeMutableRawPointer?) -> OutlineCollector? {
    unsafe user.map { unsafe Unmanaged<OutlineCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  @unsafe static var functions: FT_Outline_Funcs {
    unsafe FT_Outline_Funcs(
      move_to: { to, user in
        guard let to = unsafe to, let collector = unsafe OutlineCollector.of(user) else { return 1 }
        collector.move(unsafe to.pointee)
        return 0
      },
      line_to: { to, user in
        guard let to = unsafe to, let collector = unsafe OutlineCollector.of(user) else { return 1 }
        collector.line(unsafe to.pointee)
        return 0
      },
      conic_to: { control, to, user in
        guard let control = unsafe control, let to = unsafe to,
          let collector = unsafe OutlineCollector.of(user)
        else { return 1 }
        collector.curve(unsafe control.pointee, unsafe to.pointee)
        return 0
      },
      cubic_to: { first, second, to, user in
        guard let first = unsafe first, let second = unsafe second, let to = unsafe to,
          let collector = unsafe OutlineCollector.of(user)
        else { return 1 }
        collector.curve(
          unsafe first.pointee, unsafe second.pointee, unsafe to.pointee)
        return 0
      }, shift: 0, delta: 0)
  }
}
