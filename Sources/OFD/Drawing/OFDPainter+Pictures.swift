internal import Model
internal import Native
internal import Recognition

extension OFDPainter {
  /// A picture over the square of one millimetre that the object's transform makes its place of.
  func paint(image element: XMLElement, _ transform: AffineMap, _ style: OFDStyle) {
    guard let id = element["ResourceID"], let path = resources.media[id] else {
      note("", "no picture \(element["ResourceID"] ?? "?")")
      return
    }
    guard let picture = picture(at: path) else { return }
    var place = transform
    if element["CTM"] == nil, let box = element["Boundary"].flatMap(OFDBox.init) {
      // Some writers leave the transform out and mean the boundary.
      place = AffineMap(a: box.width, d: box.height).followed(by: transform)
    }
    add(pictureOver: place)
    paint(picture, over: place, opacity: style.opacity, .over)
  }

  /// - Parameter place: takes the square of one to pixels.
  func paint(
    _ picture: TranslucentPicture, over place: AffineMap, opacity: Double,
    _ blending: Blending
  ) {
    guard place.isUsable, [place.a, place.b, place.c, place.d].allSatisfy({ abs($0) < 1e5 }),
      budget.allows(painting: abs(place.a * place.d - place.b * place.c))
    else { return }
    canvas.paint(
      picture, at: (place.e, place.f), along: (place.a, place.b), down: (place.c, place.d),
      opacity: opacity, blending)
  }

  private func picture(at path: String) -> TranslucentPicture? {
    if let known = pictures[path] { return known }
    let picture = decoded(path)
    pictures[path] = .some(picture)
    return picture
  }

  private func decoded(_ path: String) -> TranslucentPicture? {
    guard let bytes = package[path] else {
      note(path, "missing")
      return nil
    }
    guard let picture = OFDPictures.picture(bytes, within: budget) else {
      note(path, "no picture that can be drawn")
      return nil
    }
    return picture
  }
}

/// Pictures in packages and seals: PNG, JPEG, GIF, BMP and TIFF by content.
enum OFDPictures {
  private static let types: Set<MediaType> = [.png, .jpeg, .gif, .bmp, .tiff]

  /// `nil` for what is none, and for one that is too large for what is left of the budget.
  static func picture(_ bytes: [UInt8], within budget: DrawingBudget) -> TranslucentPicture? {
    let type = MediaType(sniffing: bytes)
    guard types.contains(type), budget.allows(decoding: size(of: bytes, type)) else { return nil }
    do throws(PictureError) {
      let loaded = try LoadedPicture.load(bytes, type: type)
      guard loaded.pixels.channels == 3 else { return nil }
      return TranslucentPicture(pixels: loaded.pixels, opacity: loaded.opacity)
    } catch {
      return nil
    }
  }

  /// What a picture claims, in pixels; refusing what cannot be is its decoder's work.
  private static func size(of bytes: [UInt8], _ type: MediaType) -> Int {
    if let size = PictureDimensions.claimed(by: bytes, type: type) {
      let (count, overflow) = size.width.multipliedReportingOverflow(by: size.height)
      return overflow ? LoadedPicture.pixelLimit : min(abs(count), LoadedPicture.pixelLimit)
    }
    do throws(PictureError) {
      // A large JPEG is decoded at about the size in which pages are read.
      let header = try JPEGHeader(bytes)
      let most = 4 * LoadedPicture.readingSide * LoadedPicture.readingSide
      return min(header.width.multipliedReportingOverflow(by: header.height).partialValue, most)
    } catch {
      return 0
    }
  }
}
