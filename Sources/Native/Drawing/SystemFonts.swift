internal import CFontconfig

/// The fonts of this machine, as fontconfig finds them.
package enum SystemFonts {
  /// A place says where a font is found.
  package struct Place: Hashable, Sendable {
    package let path: String
    /// The index of the font in a collection is 0-based.
    package let index: Int
  }

  /// Returns the font that comes nearest to the families, the first of them most wanted.
  ///
  /// - Parameter scalar: what it must be able to write, where that matters more than the family.
  package static func place(
    of families: [String], isBold: Bool, writing scalar: Unicode.Scalar? = nil
  ) -> Place? {
    guard let pattern = unsafe FcPatternCreate() else { return nil }
    defer { unsafe FcPatternDestroy(pattern) }
    for family in families { unsafe FcPatternAddString(pattern, FC_FAMILY, family) }
    unsafe FcPatternAddString(pattern, FC_LANG, "zh-cn")
    if isBold { unsafe FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_BOLD) }
    unsafe FcPatternAddBool(pattern, FC_SCALABLE, FcTrue)
    if let scalar {
      let characters = unsafe FcCharSetCreate()
      unsafe FcCharSetAddChar(characters, scalar.value)
      unsafe FcPatternAddCharSet(pattern, FC_CHARSET, characters)
      unsafe FcCharSetDestroy(characters)
    }
    unsafe FcConfigSubstitute(nil, pattern, FcMatchPattern)
    unsafe FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    guard let match = unsafe FcFontMatch(nil, pattern, &result) else { return nil }
    defer { unsafe FcPatternDestroy(match) }
    var path: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard unsafe FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch,
      let path = unsafe path
    else { return nil }
    unsafe FcPatternGetInteger(match, FC_INDEX, 0, &index)
    // The upper half of the number names a variant of a variable font.
    return Place(path: unsafe String(cString: path), index: Int(index & 0xFFFF))
  }
}
