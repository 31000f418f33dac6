internal import MailDNS
package import Model
internal import Papers
internal import Seals

/// The bytes of a file with what is known of it before anybody reads it.
package struct Source: Sendable {
  /// Its name in evidence and notices.
  package let file: String
  package let bytes: [UInt8]
  /// By content.
  package let mediaType: MediaType

  package init(file: String, bytes: [UInt8], mediaType: MediaType) {
    self.file = file
    self.bytes = bytes
    self.mediaType = mediaType
  }
}

/// Files of one family that carry facts without being a picture or a form: seals, charts, lists, DNS evidence.
package protocol SourceFamily: Sendable {
  /// All facts that it may yield.
  var factDeclarations: [FactDeclaration] { get }

  /// Whether the file is its own, by a glance at the content: cheap, and never by the name alone.
  func claims(_ source: Source) -> Bool

  /// Adds documents, facts and notices; what cannot be read is a notice.
  func read(_ source: Source, into extraction: inout Extraction)
}

/// The families in the order in which they are asked.
package enum SourceFamilies {
  static let all = all(providers: .none)

  /// - Parameter providers: of mail, to be named in evidence of DNS.
  static func all(providers: MailProviders) -> [any SourceFamily] {
    [
      TLSFamily(), DNSFamily(providers: providers), LabelledFamily(),
      ContactsFamily(providers: providers), DiagramFamily(),
    ]
  }

  /// What they may yield, for the catalogue that rules are checked against.
  package static var factDeclarations: [FactDeclaration] {
    all.flatMap(\.factDeclarations) + SealFacts.declarations + SignatureFacts.declarations
      + OFDFacts.declarations + StampFacts.declarations
  }
}
