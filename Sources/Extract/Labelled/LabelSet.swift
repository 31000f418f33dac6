internal import Model

/// What the labels of a kind of record mean: the columns of an export, the keys of an interface, the words of a page.
struct LabelSet<Field: Hashable & CaseIterable & Sendable>: Sendable {
  private let fields: [String: Field]

  /// - Parameter names: of each field, Chinese and as in interfaces; width, case and spaces do not matter.
  init(_ names: (Field) -> [String]) {
    var fields: [String: Field] = [:]
    for field in Field.allCases {
      for name in names(field) { fields[Self.folded(name)] = field }
    }
    self.fields = fields
  }

  /// The field that a label means; a unit in brackets, a colon and a mark of duty do not count.
  func field(of label: String) -> Field? {
    guard label.utf8.count <= 160 else { return nil }
    let folded = Self.folded(label)
    if let field = fields[folded] { return field }
    guard let bracket = folded.firstIndex(of: "(") else { return nil }
    return fields[String(folded[..<bracket])]
  }

  /// A label and its value in one text (`主办单位名称：海口青禾有限公司`).
  func pair(in text: String) -> (field: Field, value: String)? {
    guard let colon = text.firstIndex(where: { ":：=\t".contains($0) }) else { return nil }
    guard let field = field(of: String(text[..<colon])) else { return nil }
    return (field, text[text.index(after: colon)...].trimmed)
  }

  private static func folded(_ text: String) -> String {
    let folded = LabelText.folding.applied(to: text).lowercased()
    return String(folded.drop { "*#-".contains($0) }.trimming { ":*_".contains($0) })
  }
}

private enum LabelText {
  static let folding = TextNormalization(steps: [.compatibility, .noSpace, .brackets])
}
