internal import Model
internal import Schema

extension MaterialFile {
  /// Whether the fields that fields name are there; a period gives two, `term_from` and `term_to`.
  mutating func checkReferences(in root: YAMLNode) {
    // Fields with mistakes of their own are there all the same.
    let nodes = root["fields"]?.sequence ?? []  // allowed: reported as missing
    let names = nodes.flatMap { node -> [String] in
      guard let key = node["key"]?.text else { return [] }
      let type = FieldType(rawValue: node["type"]?.text ?? "")  // allowed: reported as missing
      return type == nil || type == .period ? [key, key + "_from", key + "_to"] : [key]
    }
    for node in nodes {
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
