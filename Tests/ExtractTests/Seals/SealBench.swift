internal import Model
internal import Native
internal import Testing

@testable internal import Papers
@testable internal import Seals
@testable internal import Specimens

/// The invented parties of the seal tests, made once.
enum SealBench {
  static let today = CalendarDate(iso: "2026-11-22")

  static let world: Result<SealWorld, any Error> = Result {
    try SealWorld(today: try #require(today))
  }

  /// Trusts the world's authority.
  static func trust() throws -> SignatureTrust {
    let store = try #require(TrustStore([try world.get().authority.certificate]))
    return SignatureTrust(store: store)
  }

  /// What reads the pages of signed documents: no materials, and nothing that reads pictures.
  static func tools(trust: SignatureTrust) -> PageTools {
    PageTools(
      materials: MaterialCatalogue(materials: []), reader: nil, trust: trust, tables: nil)
  }

  /// What reading a seal file gives.
  static func extraction(of bytes: [UInt8], trust: SignatureTrust) -> Extraction {
    var extraction = Extraction(file: "公章.esl", mediaType: MediaType(sniffing: bytes))
    SealReader(trust: trust).read(bytes, into: &extraction)
    return extraction
  }
}

extension Document {
  /// A fact's value as text, without the prefix of its kind.
  func text(_ key: String) -> String? {
    facts.first { $0.key.hasSuffix("." + key) }?.value.text
  }
}
