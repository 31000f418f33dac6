internal import Native

/// This machine's fonts that were opened, for all files that one reader draws.
package final class InstalledFonts {
  private struct Request: Hashable {
    let families: [String]
    let isBold: Bool
    let scalar: Unicode.Scalar?
  }

  private var places: [Request: SystemFonts.Place?] = [:]
  private var books: [SystemFonts.Place: OFDFontBook.Book?] = [:]
  /// More are asked for by nobody's license.
  private static let limit = 64

  package init() {}

  func book(families: [String], isBold: Bool, writing scalar: Unicode.Scalar?)
    -> OFDFontBook.Book?
  {
    let request = Request(families: families, isBold: isBold, scalar: scalar)
    let place: SystemFonts.Place?
    if let known = places[request] {
      place = known
    } else {
      if places.count >= Self.limit { places = [:] }
      place = SystemFonts.place(
        of: families + Self.likenesses(of: families), isBold: isBold, writing: scalar)
      places[request] = .some(place)
    }
    guard let place else { return nil }
    if let known = books[place] { return known }
    if books.count >= Self.limit { books = [:] }
    let book: OFDFontBook.Book?
    do throws(FontError) {
      book = OFDFontBook.Book(try OutlineFont(path: place.path, index: place.index))
    } catch {
      // A font that is installed and cannot be opened is as good as none.
      book = nil
    }
    books[place] = .some(book)
    return book
  }

  /// Families of the same kind, for the names that Chinese documents carry.
  private static func likenesses(of families: [String]) -> [String] {
    let name = families.joined(separator: " ").lowercased()
    if ["楷", "kai"].contains(where: name.contains) {
      return ["KaiTi", "AR PL UKai CN", "LXGW WenKai", "serif"]
    }
    if ["黑", "hei", "圆", "sans", "arial", "helvetica"].contains(where: name.contains) {
      return ["SimHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "sans-serif"]
    }
    return ["SimSun", "Noto Serif CJK SC", "AR PL UMing CN", "serif"]
  }
}
