internal import Model
internal import StrictYAML

extension MaterialFile {
  /// Whether the fields that fields name are there; a period gives two, `term_from` and `term_to`.
  mutating func checkReferences(of fields: [FieldDefinition], in root: YAMLNode) {
    let names = fields.flatMap { field in
      field.type == .period ? [field.key, field.key + "_from", field.key + "_to"] : [field.key]
    }
    for node in root["fields"]?.sequence ?? [] {  // allowed: reported as missing
      let references = [node["alternative"], node["same_as"], node["confirmed_by"]?["field"]]
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
