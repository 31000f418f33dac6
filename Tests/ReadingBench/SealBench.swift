package import Model
internal import Native
package import Papers
package import Seals
package import Specimens
internal import Testing

/// The invented parties of the seal tests, made once.
package enum SealBench {
  package static let today = CalendarDate(iso: "2026-11-22")

  package static let world: Result<SealWorld, any Error> = Result {
    try SealWorld(today: try #require(today))
  }

  /// Trusts the world's authority.
  package static func trust() throws -> SignatureTrust {
    let store = try #require(TrustStore([try world.get().trusted]))
    return SignatureTrust(store: store)
  }

  /// What reads the pages of signed documents: no materials, and nothing that reads pictures.
  package static func tools(trust: SignatureTrust) -> PageTools {
    PageTools(
      materials: MaterialCatalogue(materials: []), reader: nil, trust: trust, tables: nil)
  }

  /// What reading a seal file gives.
  package static func extraction(of bytes: [UInt8], trust: SignatureTrust) -> Extraction {
    var extraction = Extraction(file: "公章.esl", mediaType: MediaType(sniffing: bytes))
    SealReader(trust: trust).read(bytes, into: &extraction)
    return extraction
  }
}

extension Document {
  /// A fact's value as text, without the prefix of its kind.
  package func text(_ key: String) -> String? {
    facts.first { $0.key.hasSuffix("." + key) }?.value.text
  }
}
