internal import MailDNS
internal import Papers
internal import Seals

/// What families read with; one reader owns one set.
package final class ReadingTools {
  let pages: PageTools
  /// Of mail, to be named in evidence of DNS.
  let providers: MailProviders
  /// Whether a file left the drawing library damaged, so that this process should read nothing more.
  var isDrawingDamaged = false

  init(pages: PageTools, providers: MailProviders) {
    self.pages = pages
    self.providers = providers
  }

  /// No materials, no trust and nothing that reads pictures.
  static var bare: ReadingTools {
    ReadingTools(
      pages: PageTools(
        materials: MaterialCatalogue(materials: []), reader: nil,
        trust: SignatureTrust(store: nil), tables: KnownTables(providers: .none)), providers: .none)
  }
}
