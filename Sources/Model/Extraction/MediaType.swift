/// A media type is named as IANA registers it and always decided by content.
package struct MediaType: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let jpeg = Self(rawValue: "image/jpeg")
  package static let png = Self(rawValue: "image/png")
  package static let tiff = Self(rawValue: "image/tiff")
  package static let bmp = Self(rawValue: "image/bmp")
  package static let gif = Self(rawValue: "image/gif")
  package static let webp = Self(rawValue: "image/webp")
  package static let heic = Self(rawValue: "image/heic")
  package static let pdf = Self(rawValue: "application/pdf")
  package static let zip = Self(rawValue: "application/zip")
  package static let text = Self(rawValue: "text/plain")
  /// The content is not recognized.
  package static let unknown = Self(rawValue: "application/octet-stream")
}
