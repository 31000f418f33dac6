package import Model

/// The families in the order in which they are asked; the first that claims a file reads it.
package enum SourceFamilies {
  private static var types: [any SourceFamily.Type] {
    [
      WordFamily.self, TLSFamily.self, DNSFamily.self, LabelledFamily.self, ContactsFamily.self,
      DiagramFamily.self,
      SealFamily.self, PDFFamily.self, OFDFamily.self, PictureFamily.self,
    ]
  }

  static func all(_ tools: ReadingTools) -> [any SourceFamily] {
    types.compactMap { $0.init(tools) }
  }

  /// All that work without models, materials and trust: what is tried on any bytes.
  package static var bare: [any SourceFamily] { all(.bare) }
  package static var tls: any SourceFamily { TLSFamily(.bare) }
  package static var labelled: any SourceFamily { LabelledFamily(.bare) }
  package static var ofd: any SourceFamily { OFDFamily(.bare) }

  /// What they may yield, for the catalogue that rules are checked against.
  package static var factDeclarations: [FactDeclaration] { types.flatMap { $0.factDeclarations } }
}
