package import Model

/// A kind of paper: how to recognize it and which labelled fields it carries.
package struct MaterialDefinition: Sendable {
  /// An anchor is a text that speaks for the kind.
  package struct Anchor: Sendable {
    package var text: String
    /// Weights add up; a kind needs more than 0.5.
    package var weight: Double
    /// Whether every letter must be as given: it holds what tells the kind from one like it.
    var isExact = false
  }

  /// A layout is a way in which labels and values lie, chosen by the document's width over height.
  package struct Layout: Sendable {
    package var id: String
    var aspectAtLeast: Double?
    var aspectBelow: Double?
  }

  package var kind: MaterialKind
  /// The prefix begins the keys of its facts: `license`.
  package var prefix: String
  package var title: LocalizedText
  package var anchors: [Anchor]
  /// The texts that speak against the kind.
  var refusals: [String]
  /// Weak: breaks ties, never decides.
  package var fileNames: [String]
  package var layouts: [Layout]
  package var fields: [FieldDefinition]
  /// Whether the fields always stand in the order of ``fields``, from top to bottom.
  var isOrdered = false
  /// Whether the paper is written as text, and not as a form.
  var isProse = false
  /// Labels of other persons: what follows them is theirs.
  var others: [String] = []
  /// Printed texts that end a value without being a field's label.
  package var stops: [String]
  /// Sentences of notices that are printed on the paper and hold no value.
  package var notices: [String] = []
  /// What the last line of the paper ends with.
  package var feet: [String] = []

  /// The weightiest anchor, which is the paper's title.
  var heading: String? { anchors.max { $0.weight < $1.weight }?.text }

  /// What people call one of the facts of a field: 营业期限, and in English `business term, from`.
  private func label(_ title: LocalizedText, _ suffix: String) -> LocalizedText {
    let part = suffix.drop { $0 == "_" }
    let words =
      switch part {
      case "": ""
      case "to": ", until"
      default: ", \(part)"
      }
    return LocalizedText(title.chinese, title.english + words)
  }

  /// The facts this material may yield.
  package var factDeclarations: [FactDeclaration] {
    fields.flatMap { field in
      let key = prefix + "." + field.key
      func declare(
        _ suffix: String, _ type: ValueType, nullable: Bool = false, isLastDay: Bool = false
      ) -> FactDeclaration {
        FactDeclaration(
          key: key + suffix, type: type, isNullable: nullable, isPersonal: field.isPersonal,
          summary: title.english + ": " + field.title + suffix,
          label: field.ownTitle.map { label($0, suffix) }, material: kind, checksum: field.checksum,
          isExpiry: isLastDay && field.isExpiry)
      }
      switch field.kind {
      case .string, .text, .qr: return [declare("", .string, nullable: field.isNullable)]
      case .date:
        return [declare("", .date, nullable: field.isNullable, isLastDay: true)]
      case .amount:
        return [declare("", .string), declare("_amount", .double), declare("_currency", .string)]
      case .period(let hasKind):
        return [
          declare("_from", .date),
          declare("_to", .date, nullable: field.isNullable, isLastDay: true),
        ] + (hasKind ? [declare("_kind", .string)] : [])
      case .mark(let marks, _):
        // allowed: the loader asks for a mark
        return [declare("", marks.first?.value.type ?? .string)]
      case .red, .stamp: return [declare("", .bool)]
      case .stampText: return [declare("", .string)]
      }
    }
  }
}
