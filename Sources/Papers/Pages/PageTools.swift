internal import OFD
package import Recognition
package import Seals

/// What pages are read with; one worker owns one set.
package struct PageTools {
  package let materials: MaterialCatalogue
  /// `nil` where nothing can be read from pictures.
  package let reader: PageReader?
  /// What the chains of signatures must lead to.
  package let trust: SignatureTrust
  /// `nil` where no page is a table.
  package let tables: (any TabularPages)?
  /// Opened once for all files, where pages name fonts that they do not bring.
  let fonts = InstalledFonts()

  package init(
    materials: MaterialCatalogue, reader: PageReader?, trust: SignatureTrust,
    tables: (any TabularPages)?
  ) {
    self.materials = materials
    self.reader = reader
    self.trust = trust
    self.tables = tables
  }
}
