internal import Native

/// The fonts of a document's pages: those in the package, and this machine's for the others.
final class OFDFontBook {
  /// A font with the outlines that were asked for.
  final class Book {
    private let font: OutlineFont
    private var outlines: [Int: [PathStep]] = [:]
    /// A page of small print has fewer different letters.
    private static let limit = 3000

    init(_ font: OutlineFont) { self.font = font }

    func glyph(for scalar: Unicode.Scalar) -> Int? { font.glyph(for: scalar) }

    /// In ems; `nil` for a glyph that the font has not.
    func outline(of glyph: Int) -> [PathStep]? {
      if let known = outlines[glyph] { return known }
      guard let outline = font.outline(of: glyph) else { return nil }
      if outlines.count >= Self.limit { outlines = [:] }
      outlines[glyph] = outline
      return outline
    }
  }

  /// A font and where it is from.
  struct Choice {
    let book: Book
    /// Whether the package brought it: what its codes mean is its own affair.
    let isOwn: Bool
  }

  private let resources: OFDResources
  private let package: OFDPackage
  private let fonts: InstalledFonts
  private var choices: [String: Choice?] = [:]
  /// Font files that are none.
  package private(set) var faults: [OFDFault] = []

  init(_ resources: OFDResources, in package: OFDPackage, fonts: InstalledFonts) {
    self.resources = resources
    self.package = package
    self.fonts = fonts
  }

  /// The font of a number; of this machine where the package has none that can be used.
  func font(_ id: String?) -> Choice? {
    let key = id ?? ""  // allowed: text without a font is drawn too
    if let known = choices[key] { return known }
    let choice = own(id) ?? substitute(for: id).map { Choice(book: $0, isOwn: false) }
    choices[key] = .some(choice)
    return choice
  }

  private func own(_ id: String?) -> Choice? {
    guard let id, let path = resources.fonts[id]?.path else { return nil }
    guard let bytes = package[path] else {
      faults.append(OFDFault(part: path, reason: "missing"))
      return nil
    }
    do throws(FontError) {
      return Choice(book: Book(try OutlineFont(bytes)), isOwn: true)
    } catch {
      faults.append(OFDFault(part: path, reason: "no font (FreeType error \(error.code))"))
      return nil
    }
  }

  /// This machine's font that comes nearest, or one that has the character.
  func substitute(for id: String?, writing scalar: Unicode.Scalar? = nil) -> Book? {
    let font = id.flatMap { resources.fonts[$0] }
    return fonts.book(
      families: font.map(\.families) ?? [],  // allowed: any font then
      isBold: font?.isBold == true, writing: scalar)
  }
}
