internal import CEL
internal import Model
internal import Schema

/// Gives a constant of a check a name: `{value: 30}` becomes a setting of the pack.
enum ParameterActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let (_, id) = place.rule else { return [] }
    let path = place.file.outline.path(to: place.range.start)
    var constant: OutlineNode?
    for case .key(let pair, let mapping) in path.steps
    where pair.key == "value" && mapping.pairs.count == 1 && pair.value.scalar?.isBlock == false {
      constant = mapping
    }
    guard let constant, let scalar = constant["value"]?.scalar else { return [] }
    let name = name(for: id, place.file)
    let written = place.file.text.text(in: constant["value"]?.range ?? constant.range)
    let type = type(of: scalar)
    let setting = "{type: \(type), default: \(written), title: {zh-CN: …, en: …}}"
    guard let declaration = declared(name, setting, place.file) else { return [] }
    return [
      place.action(
        "把常量提取为参数 \(name)", "make the constant the setting \(name)", as: .extract,
        [declaration, (constant.range, "{param: \(name)}")])
    ]
  }

  /// A name that the pack's file does not have: `lic_name_001`.
  private static func name(for id: String, _ file: EditedFile) -> String {
    let taken = Set(file.occurrences.filter { $0.kind == .parameter }.map(\.name))
    let base = String(id.lowercased().map { $0 == "-" ? "_" : $0 })
    guard taken.contains(base) else { return base }
    var number = 2
    while taken.contains("\(base)_\(number)") { number += 1 }
    return "\(base)_\(number)"
  }

  private static func type(of scalar: OutlineScalar) -> String {
    let style: YAMLNode.Style = scalar.style == .plain ? .plain : .quoted
    let node = YAMLNode(
      content: .scalar(scalar.text, style), position: TextPosition(line: 1, column: 1))
    switch node.scalar {
    case .bool: return "bool"
    case .int: return "int"
    case .double: return "double"
    case .string(let text):
      if style == .plain, CalendarDate(iso: text) != nil { return "date" }
      return "string"
    case .null, nil: return "string"
    }
  }

  /// At the end of the settings, or above the rules where there are none.
  private static func declared(
    _ name: String, _ setting: String, _ file: EditedFile
  ) -> (SourceRange, String)? {
    if let settings = file.outline["params"] {
      return MappingInsertion.key(name, setting, to: settings, in: file)
    }
    guard let rules = file.outline.pairs.first(where: { $0.key == "rules" }) else { return nil }
    return (SourceRange(rules.keyRange.start), "params:\n  \(name): \(setting)\n\n")
  }
}
