internal import Model
internal import Schema

extension MaterialFile {
  /// Whether the fields that fields name are there; a period gives two, `term_from` and `term_to`.
  ///
  /// - Parameter nodes: The fields; those with mistakes of their own are there all the same.
  mutating func checkReferences(among nodes: [YAMLNode]) {
    let names = nodes.flatMap { node -> [String] in
      guard let key = node[FieldKey.key]?.text else { return [] }
      let type = node[FieldKey.type]?.text.flatMap(FieldType.init(rawValue:))
      return type == nil || type == .period ? [key, key + "_from", key + "_to"] : [key]
    }
    for node in nodes {
      let references = [
        node[FieldKey.alternative], node[FieldKey.sameAs],
        node[FieldKey.confirmedBy]?[ConfirmationKey.field],
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
