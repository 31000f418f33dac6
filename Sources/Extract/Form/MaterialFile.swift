internal import Model
internal import Schema

/// Reads `rules/materials/*.yaml` strictly: unknown keys, wrong types and unknown names are diagnostics with a place.
struct MaterialFile {
  private let file: YAMLFile
  private(set) var diagnostics: [Diagnostic]

  init(text: String, path: String) {
    file = YAMLFile(text: text, path: path)
    diagnostics = file.diagnostics
  }

  /// The definition; `nil` with diagnostics where anything is wrong.
  mutating func definition() -> MaterialDefinition? {
    guard let root = file.root else { return nil }
    checkKeys(of: root, MaterialForm.root)
    if let schema = text(root, "schema"), schema != MaterialForm.schema {
      report(
        "schema", root["schema"] ?? root, "schema 应为 \(MaterialForm.schema)",
        "the schema should be \(MaterialForm.schema)")
    }
    let kind = text(root, "kind")
    let prefix = text(root, "prefix")
    let title = localized(root["title"], in: root)
    let recognize = root["recognize"]
    if recognize == nil { report("missing", root, "缺少 recognize", "`recognize` is missing") }
    if let recognize {
      checkKeys(of: recognize, MaterialForm.recognize)
      if recognize["any"] == nil { report("missing", recognize, "缺少 any", "`any` is missing") }
    }
    let anchors = recognize.map { self.anchors($0["any"]) } ?? []  // allowed: reported above
    // allowed: reported below
    let fields = (root["fields"]?.sequence ?? []).compactMap { field($0) }
    if fields.isEmpty {
      report(
        "missing", root["fields"] ?? root, "fields 不能为空", "`fields` must list at least one field")
    }
    // allowed: layouts are optional
    let layouts = (root["layouts"]?.sequence ?? []).compactMap { layout($0) }
    let isOrdered = flag(root["ordered"])
    var names: Set<String> = []
    // allowed: same list as above
    for (field, node) in zip(fields, root["fields"]?.sequence ?? []) {
      if !names.insert(field.key).inserted {
        report("duplicate", node, "字段 \(field.key) 重复", "the field \(field.key) is given twice")
      }
      for layout in field.layouts where !layouts.contains(where: { $0.id == layout }) {
        report("unknown-layout", node, "未知的 layout：\(layout)", "there is no layout \(layout)")
      }
    }
    checkReferences(in: root)
    // One word for one mistake: what was told with its meaning is not told again by its shape.
    let told = Set(diagnostics.map(\.position))
    diagnostics += file.misshapen(root, .record(MaterialForm.root)).filter {
      !told.contains($0.position)
    }
    guard let kind, let prefix, let title,
      !diagnostics.contains(where: { $0.level == .error })
    else { return nil }
    return MaterialDefinition(
      kind: MaterialKind(rawValue: kind), prefix: prefix, title: title, anchors: anchors,
      refusals: strings(recognize?["none"]), fileNames: strings(recognize?["file_name"]),
      layouts: layouts, fields: fields, isOrdered: isOrdered, stops: strings(root["stops"]))
  }

  // MARK: Parts

  private mutating func anchors(_ node: YAMLNode?) -> [MaterialDefinition.Anchor] {
    (node?.sequence ?? []).compactMap { entry in  // allowed: an empty list recognizes nothing
      checkKeys(of: entry, MaterialForm.anchor)
      guard let text = text(entry, "text"), let weight = number(entry["weight"]), weight > 0 else {
        report("anchor", entry, "需要 text 和正数 weight", "needs a `text` and a positive `weight`")
        return nil
      }
      return .init(text: text, weight: weight)
    }
  }

  private mutating func layout(_ node: YAMLNode) -> MaterialDefinition.Layout? {
    checkKeys(of: node, MaterialForm.layout)
    guard let id = text(node, "id") else { return nil }
    if let when = node["when"] { checkKeys(of: when, MaterialForm.aspect) }
    return .init(
      id: id, aspectAtLeast: number(node["when"]?["aspect_at_least"]),
      aspectBelow: number(node["when"]?["aspect_below"]))
  }

  private mutating func field(_ node: YAMLNode) -> FieldDefinition? {
    checkKeys(of: node, MaterialForm.field)
    guard let key = text(node, "key"), let type: FieldType = choice(node, "type") else {
      return nil
    }
    var field = FieldDefinition(key: key, type: type)
    if let title = node["title"] { field.ownTitle = localized(title, in: node) }
    field.isNullable = flag(node["nullable"])
    field.isPersonal = flag(node["personal"])
    field.isOptional = flag(node["optional"])
    field.labels = strings(node["labels"])
    let placements = node["value"].map { value in
      value.sequence ?? [value]
    }
    for placement in placements ?? [] {  // allowed: a mark needs no placement
      // allowed: reported as unknown
      guard let value = ValuePlacement(rawValue: placement.text ?? "") else {
        report(
          "unknown-value", placement,
          "value 应为 \(list(ValuePlacement.allCases.map(\.rawValue)))",
          "`value` should be one of \(list(ValuePlacement.allCases.map(\.rawValue)))")
        continue
      }
      field.placements.append(value)
    }
    if let lines = node["lines"] {
      if case .int(let count) = lines.scalar, (1...40).contains(count) {
        field.lines = count
      } else {
        report(
          "lines", lines, "lines 应为 1 到 40 的整数", "`lines` should be a whole number from 1 to 40")
      }
    }
    if let profile = node["normalize"]?.text {
      field.normalize = profile
      if TextNormalization(profile: profile) == nil {
        report(
          "normalize", node["normalize"] ?? node, "未知的规范化 \(profile)",
          "there is no normalization \(profile)")
      }
    }
    field.alternative = node["alternative"]?.text
    field.sameAs = node["same_as"]?.text
    field.isStamped = flag(node["stamped"])
    field.isFromStamp = flag(node["from_stamp"])
    field.isInline = flag(node["inline"])
    field.hasKind = flag(node["with_kind"])
    field.pattern = node["pattern"]?.text
    if let pattern = field.pattern, Patterns.compiled(pattern) == nil {
      report(
        "pattern", node["pattern"] ?? node, "正则表达式无法编译：\(pattern)",
        "the pattern does not compile: \(pattern)")
    }
    if node["checksum"] != nil { field.checksum = choice(node, "checksum") }
    field.values = strings(node["values"])
    field.layouts = strings(node["layouts"])
    // allowed: only mark fields have them
    field.marks = (node["marks"]?.sequence ?? []).compactMap { mark($0) }
    field.otherwise = node["otherwise"].flatMap { value($0) }
    if let region = node["region"] {
      checkKeys(of: region, MaterialForm.region)
      if let after = text(region, "after"), let side: ValuePlacement = choice(region, "side") {
        field.region = .init(after: after, side: side)
      }
    }
    if let confirmed = node["confirmed_by"] {
      checkKeys(of: confirmed, MaterialForm.confirmation)
      if let other = text(confirmed, "field"),
        let function: DerivedValue = choice(confirmed, "with")
      {
        field.confirmedBy = (other, function)
      }
    }
    if let area = node["area"] {
      let edges = (area.sequence ?? []).compactMap { number($0) }  // allowed: counted below
      let isOrdered =
        edges.count == 4 && edges.allSatisfy { (0...1).contains($0) }
        && edges[0] < edges[2] && edges[1] < edges[3]
      if isOrdered {
        field.area = (edges[0], edges[1], edges[2], edges[3])
      } else {
        report(
          "area", area, "area 应为四个比例 [左, 上, 右, 下]",
          "`area` should be four shares [left, top, right, bottom]")
      }
    }
    checkNeeds(of: field, node)
    return field
  }

  private mutating func checkNeeds(of field: FieldDefinition, _ node: YAMLNode) {
    switch field.type {
    case .mark where field.marks.isEmpty:
      report("missing", node, "mark 字段需要 marks", "a field of type mark needs `marks`")
    case .red where field.area == nil, .stamp where field.area == nil,
      .stampText where field.area == nil:
      let type = field.type.rawValue
      report("missing", node, "\(type) 字段需要 area", "a field of type \(type) needs an `area`")
    case .string, .text, .date, .amount, .period:
      if field.labels.isEmpty && field.region == nil {
        report("missing", node, "需要 labels 或 region", "needs `labels` or a `region`")
      }
      if field.placements.isEmpty {
        report("missing", node, "缺少 value（值在标签的哪一侧）", "`value` is missing (where the value stands)")
      }
    default: break
    }
  }

  private mutating func mark(_ node: YAMLNode) -> FieldDefinition.Mark? {
    checkKeys(of: node, MaterialForm.mark)
    guard let text = text(node, "text"), let value = node["is"].flatMap({ value($0) }) else {
      report("mark", node, "需要 text 和 is", "needs `text` and `is`")
      return nil
    }
    return .init(text: text, value: value)
  }

  // MARK: Scalars

  private func value(_ node: YAMLNode) -> Value? {
    switch node.scalar {
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .null, nil: nil
    }
  }

  private mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    guard let text = node[key]?.text, !text.isEmpty else {
      report("missing", node, "缺少 \(key)", "`\(key)` is missing")
      return nil
    }
    return text
  }

  private func number(_ node: YAMLNode?) -> Double? {
    switch node?.scalar {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  private mutating func flag(_ node: YAMLNode?) -> Bool {
    guard let node else { return false }
    if case .bool(let flag) = node.scalar { return flag }
    report("bool", node, "应为 true 或 false", "should be true or false")
    return false
  }

  private func strings(_ node: YAMLNode?) -> [String] {
    (node?.sequence ?? []).compactMap(\.text)  // allowed: an absent list is empty
  }

  private mutating func localized(_ node: YAMLNode?, in parent: YAMLNode) -> LocalizedText? {
    guard let node, let chinese = node["zh-CN"]?.text, let english = node["en"]?.text else {
      report("text", node ?? parent, "title 需要 zh-CN 和 en", "`title` needs `zh-CN` and `en`")
      return nil
    }
    return LocalizedText(chinese: chinese, english: english)
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ key: String
  ) -> Choice? where Choice.RawValue == String {
    guard let name = text(node, key) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    // allowed: no hint
    let hint = NearestName.suggestion(for: name, among: names).map { "（\($0)?）" } ?? ""
    report(
      "unknown-value", node[key] ?? node, "\(key) 应为 \(list(names))\(hint)",
      "`\(key)` should be one of \(list(names))\(hint)")
    return nil
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private mutating func checkKeys(of node: YAMLNode, _ record: Record) {
    guard let entries = node.mapping else {
      report("shape", node, "应为键值表", "should be a mapping")
      return
    }
    let known = record.names
    for entry in entries where !known.contains(entry.key) {
      let hint = NearestName.suggestion(for: entry.key, among: known)
      diagnostics.append(
        file.diagnostic(
          "unknown-key", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
          LocalizedText(
            chinese: "未知的键「\(entry.key)」" + (hint.map { "，是否为 \($0)？" } ?? ""),  // allowed: no hint
            english: "unknown key \"\(entry.key)\"" + (hint.map { "; did you mean \($0)?" } ?? "")))
      )  // allowed: no hint
    }
  }

  mutating func report(
    _ code: String, _ node: YAMLNode, _ chinese: String, _ english: String
  ) {
    diagnostics.append(
      file.diagnostic(
        code, at: node.position, LocalizedText(chinese: chinese, english: english)))
  }
}
