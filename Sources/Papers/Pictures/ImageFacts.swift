package import Model
package import Recognition

/// The facts of a picture itself.
package enum ImageFacts {
  static let width = FactKey<Int>("image.width", "Width in pixels, EXIF orientation applied.")
  package static let height = FactKey<Int>(
    "image.height", "Height in pixels, EXIF orientation applied.")
  static let shortSide = FactKey<Int>("image.short_side", "The smaller of width and height.")
  static let sizeBytes = FactKey<Int>("image.size_bytes", "Size of the file in bytes.")
  static let format = FactKey<String>("image.format", "jpeg, png, tiff, bmp, gif, webp or heic.")
  static let orientation = FactKey<Int>("image.orientation", "EXIF orientation, 1 to 8.")
  static let density = FactKey<Double>("image.dpi", "Pixels an inch by EXIF or JFIF.")
  static let software = FactKey<String>(
    "image.editing_software", "Software named in EXIF, XMP or a Photoshop marker.")
  static let hasGPS = FactKey<Bool>("image.gps_present", "Whether EXIF holds a position.")
  static let jpegQuality = FactKey<Int>(
    "image.jpeg_quality_estimate", "IJG quality with the nearest luminance table, 1 to 100.")
  static let sharpness = FactKey<Double>(
    "image.sharpness", "Share of an edge's contrast in its steepest pixel step, 0 to 1.")
  static let brightness = FactKey<Double>(
    "image.brightness", "Mean luminance of the document, 0 to 1.")
  static let glare = FactKey<Double>(
    "image.glare", "Share of the picture that is burnt out, 0 to 1.")
  static let coverage = FactKey<Double>(
    "image.coverage", "Share of the picture that the document fills, 0 to 1.")
  static let skew = FactKey<Double>(
    "image.skew_degrees", "Skew of the upright page, clockwise positive.")
  static let isGrayscale = FactKey<Bool>("image.is_grayscale", "Whether the picture has no colour.")
  static let textDiffers = FactKey<Bool>(
    "pdf.text_differs", "Whether a page's hidden text differs from what the page shows.")

  package static let declarations: [FactDeclaration] =
    [
      width.declaration, height.declaration, shortSide.declaration, sizeBytes.declaration,
      format.declaration, orientation.declaration, density.declaration, software.declaration,
      hasGPS.declaration, jpegQuality.declaration, sharpness.declaration, brightness.declaration,
      glare.declaration, coverage.declaration, skew.declaration, isGrayscale.declaration,
    ].map { $0.carried(by: .image) } + [textDiffers.declaration]

  /// Returns what the file says of a picture.
  package static func facts(
    of picture: LoadedPicture, file: String, page: Int = 0, type: MediaType, byteCount: Int
  )
    -> [Fact]
  {
    let seen = [Evidence(file: file, page: page, method: .computed)]
    let tagged = [Evidence(file: file, page: page, method: .exif)]
    var facts = [
      Fact(width, picture.width, evidence: seen), Fact(height, picture.height, evidence: seen),
      Fact(shortSide, min(picture.width, picture.height), evidence: seen),
      Fact(sizeBytes, byteCount, evidence: seen),
      // allowed: a media type has two parts
      Fact(format, String(type.rawValue.split(separator: "/").last ?? ""), evidence: seen),
    ]
    guard let metadata = picture.metadata else { return facts }
    facts.append(Fact(orientation, picture.orientation, evidence: tagged))
    facts.append(
      Fact(hasGPS, metadata.exif.map(\.hasGPS) == true, evidence: tagged))
    if let value = metadata.exif?.density ?? metadata.jfifDensity {
      facts.append(Fact(density, (value * 10).rounded() / 10, evidence: tagged))
    }
    if let value = metadata.software { facts.append(Fact(software, value, evidence: tagged)) }
    if let value = metadata.qualityEstimate {
      facts.append(Fact(jpegQuality, value, confidence: 0.9, evidence: seen))
    }
    return facts
  }

  /// Returns what reading found out about a page picture.
  static func facts(
    of quality: PictureQuality, skewDegrees: Double?, file: String, page: Int
  )
    -> [Fact]
  {
    let seen = [Evidence(file: file, page: page, method: .computed)]
    var facts = [
      Fact(sharpness, quality.sharpness, confidence: 0.9, evidence: seen),
      Fact(brightness, quality.brightness, confidence: 0.95, evidence: seen),
      Fact(glare, quality.glare, confidence: 0.9, evidence: seen),
      Fact(coverage, quality.coverage, confidence: 0.9, evidence: seen),
      Fact(isGrayscale, quality.isGrayscale, confidence: 0.97, evidence: seen),
    ]
    if let skewDegrees {
      facts.append(
        Fact(skew, (skewDegrees * 100).rounded() / 100, confidence: 0.95, evidence: seen))
    }
    return facts
  }
}
