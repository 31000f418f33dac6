internal import Model
internal import StrictYAML

extension MaterialFile {
  /// Whether the fields that fields name are there; a period gives two, `term_from` and `term_to`.
  mutating func checkReferences(of fields: [FieldDefinition], in root: YAMLNode) {
    let periods = fields.filter { $0.type == .period }.map(\.key)
    // Fields with mistakes of their own are there all the same.
    let keys = (root["fields"]?.sequence ?? []).compactMap { $0["key"]?.text }  // allowed: reported as missing
    let names = keys + periods.flatMap { [$0 + "_from", $0 + "_to"] }
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
