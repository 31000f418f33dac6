internal import Model
internal import Schema

extension MaterialFile {
  /// Whether the fields that fields name are there; a period gives two, `term_from` and `term_to`.
  ///
  /// - Parameter nodes: The fields; those with mistakes of their own are there all the same.
  mutating func checkReferences(among nodes: [YAMLNode]) {
    let fields = nodes.compactMap { quietly($0, FieldKey.self) }
    let names = fields.flatMap { field -> [String] in
      guard let key = field[.key]?.text else { return [] }
      let type = field[.type]?.text.flatMap(FieldType.init(rawValue:))
      return type == nil || type == .period ? [key, key + "_from", key + "_to"] : [key]
    }
    for field in fields {
      let references = [
        field[.alternative], field[.sameAs], field[.follows],
        quietly(field[.confirmedBy], ConfirmationKey.self)?[.field],
      ]
      for reference in references.compactMap(\.self) {
        guard let name = reference.text, !names.contains(name) else { continue }
        // allowed: no hint
        let hint = NearestName.suggestion(for: name, among: names).map { "（\($0)?）" } ?? ""
        report(
          "unknown-field", reference, "没有字段 \(name)\(hint)", "there is no field \(name)\(hint)")
      }
    }
  }
}
