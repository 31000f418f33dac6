package import Model

/// The facts of round stamps seen on page pictures: what they say and look like, never whether they are genuine.
package enum StampFacts {
  package static let text = FactKey<String>("stamp.text", "Stamp on paper: 印章文字")
  static let owner = FactKey<String>("stamp.owner", "Stamp on paper: 印章单位")
  static let kind = FactKey<String>("stamp.kind", "Stamp on paper: 印章种类")
  static let colour = FactKey<String>("stamp.colour", "Stamp on paper: 印章颜色")

  package static let declarations = [
    text.declaration, owner.declaration, kind.declaration, colour.declaration,
  ].map { $0.carried(by: .stamp) }
}
