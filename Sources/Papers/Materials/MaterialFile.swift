internal import Model
internal import Schema

/// Reads `rules/materials/*.yaml` strictly: unknown keys, wrong types and unknown names are diagnostics with a place.
struct MaterialFile {
  private let file: YAMLFile
  var log: DiagnosticLog

  init(text: String, path: String) {
    file = YAMLFile(text: text, path: path)
    log = DiagnosticLog(file, .shapesApart)
  }

  /// The definition, or `nil` where anything is wrong, and what is.
  mutating func definition() -> (material: MaterialDefinition?, diagnostics: [Diagnostic]) {
    guard let root = file.root else { return (nil, file.diagnostics) }
    let material = log.record(root, MaterialKey.self).flatMap { self.material($0) }
    var diagnostics = file.diagnostics + log.diagnostics
    // One word for one mistake: what was reported with its meaning is not reported again by its shape.
    let reported = Set(diagnostics.map(\.position))
    diagnostics += file.misshapen(root, .record(MaterialKey.self)).filter {
      !reported.contains($0.position)
    }
    return (diagnostics.contains { $0.level == .error } ? nil : material, diagnostics)
  }

  private mutating func material(_ record: Record<MaterialKey>) -> MaterialDefinition? {
    if let schema = text(record, .schema), schema != MaterialSchema.schema {
      report(
        "schema", record[.schema] ?? record.node, "schema 应为 \(MaterialSchema.schema)",
        "the schema should be \(MaterialSchema.schema)")
    }
    let kind = text(record, .kind)
    let prefix = text(record, .prefix)
    let title = localized(record[.title], in: record.node)
    let recognition = recognition(record)
    let nodes = log.elements(of: record[.fields])
    let read = nodes.compactMap { node in field(node).map { (field: $0, node: node) } }
    if read.isEmpty {
      report(
        "missing", record[.fields] ?? record.node, "fields 不能为空",
        "`fields` must list at least one field")
    }
    let layouts = log.elements(of: record[.layouts]).compactMap { layout($0) }
    var names: Set<String> = []
    for (field, node) in read {
      if !names.insert(field.key).inserted {
        report("duplicate", node, "字段 \(field.key) 重复", "the field \(field.key) is given twice")
      }
      for layout in field.layouts where !layouts.contains(where: { $0.id == layout }) {
        report("unknown-layout", node, "未知的 layout：\(layout)", "there is no layout \(layout)")
      }
    }
    checkReferences(among: nodes)
    let isOrdered = flag(record[.ordered])
    let isProse = flag(record[.prose])
    guard let kind, let prefix, let title, let recognition else { return nil }
    return MaterialDefinition(
      kind: MaterialKind(rawValue: kind), prefix: prefix, title: title,
      anchors: recognition.anchors, refusals: recognition.refusals,
      fileNames: recognition.fileNames,
      layouts: layouts, fields: read.map(\.field), isOrdered: isOrdered,
      isProse: isProse, others: log.strings(record[.others]),
      stops: log.strings(record[.stops]), notices: log.strings(record[.ignore]),
      feet: log.strings(record[.foot]))
  }

  // MARK: Parts

  private mutating func recognition(
    _ record: Record<MaterialKey>
  ) -> (anchors: [MaterialDefinition.Anchor], refusals: [String], fileNames: [String])? {
    guard let node = record[.recognize] else {
      report("missing", record.node, "缺少 recognize", "`recognize` is missing")
      return nil
    }
    guard let record = log.record(node, RecognitionKey.self) else { return nil }
    if record[.any] == nil { report("missing", node, "缺少 any", "`any` is missing") }
    let anchors = log.elements(of: record[.any]).compactMap { anchor($0) }
    return (anchors, log.strings(record[.none]), log.strings(record[.fileName]))
  }

  private mutating func anchor(_ node: YAMLNode) -> MaterialDefinition.Anchor? {
    guard let record = log.record(node, AnchorKey.self) else { return nil }
    guard let text = text(record, .text), let weight = log.double(record[.weight]), weight > 0
    else {
      report("anchor", node, "需要 text 和正数 weight", "needs a `text` and a positive `weight`")
      return nil
    }
    return .init(text: text, weight: weight, isExact: flag(record[.exact]))
  }

  private mutating func layout(_ node: YAMLNode) -> MaterialDefinition.Layout? {
    guard let record = log.record(node, LayoutKey.self), let id = text(record, .id) else {
      return nil
    }
    let aspect = record[.when].flatMap { log.record($0, AspectKey.self) }
    return .init(
      id: id, aspectAtLeast: log.double(aspect?[.aspectAtLeast]),
      aspectBelow: log.double(aspect?[.aspectBelow]))
  }

  private mutating func field(_ node: YAMLNode) -> FieldDefinition? {
    guard let record = log.record(node, FieldKey.self), let key = text(record, .key),
      let type: FieldType = choice(record, .type)
    else { return nil }
    // What its kind is made of is known when all keys were read.
    var field = FieldDefinition(key: key, kind: .date)
    var rule = TextRule()
    if let title = record[.title] { field.ownTitle = localized(title, in: node) }
    field.isNullable = flag(record[.nullable])
    field.isPersonal = flag(record[.personal])
    field.isExpiry = flag(record[.expires])
    if let node = record[.expires], field.isExpiry, type != .date, type != .period {
      report(
        "expires", node, "只有 date 和 period 字段可以写 expires",
        "only a field of type date or period can say `expires`")
    }
    field.isOptional = flag(record[.optional])
    field.labels = log.strings(record[.labels])
    // allowed: a mark needs no placement
    for placement in record[.value].map({ $0.sequence ?? [$0] }) ?? [] {
      // allowed: reported as unknown
      guard let value = ValuePlacement(rawValue: placement.text ?? "") else {
        let names = list(ValuePlacement.allCases.map(\.rawValue))
        report(
          "unknown-value", placement, "value 应为 \(names)", "`value` should be one of \(names)")
        continue
      }
      field.placements.append(value)
    }
    if record[.grammar] != nil { field.grammar = choice(record, .grammar) }
    if let lines = record[.lines] {
      if case .int(let count) = lines.scalar, (1...40).contains(count) {
        field.lines = count
      } else {
        report(
          "lines", lines, "lines 应为 1 到 40 的整数", "`lines` should be a whole number from 1 to 40")
      }
    }
    if let profile = record[.normalize]?.text {
      rule.normalize = profile
      if TextNormalization(profile: profile) == nil {
        report(
          "normalize", record[.normalize] ?? node, "未知的规范化 \(profile)",
          "there is no normalization \(profile)")
      }
    }
    field.alternative = record[.alternative]?.text
    field.sameAs = record[.sameAs]?.text
    field.isStamped = flag(record[.stamped])
    rule.isFromStamp = flag(record[.fromStamp])
    field.isInline = flag(record[.inline])
    field.isAtFoot = flag(record[.atFoot])
    field.follows = record[.follows]?.text
    field.sentences = log.elements(of: record[.sentences]).compactMap { sentence($0) }
    let hasKind = flag(record[.withKind])
    rule.pattern = record[.pattern]?.text
    if let pattern = rule.pattern, Patterns.compiled(pattern) == nil {
      report(
        "pattern", record[.pattern] ?? node, "正则表达式无法编译：\(pattern)",
        "the pattern does not compile: \(pattern)")
    }
    if record[.checksum] != nil { rule.checksum = choice(record, .checksum) }
    // The only end there is; files say it for those who read them.
    if record[.until] != nil { let _: ValueEnd? = choice(record, .until) }
    rule.values = log.strings(record[.values])
    field.layouts = log.strings(record[.layouts])
    let marks = log.elements(of: record[.marks]).compactMap { mark($0) }
    let otherwise = record[.otherwise].flatMap { value($0) }
    if let node = record[.region], let region = log.record(node, RegionKey.self),
      let after = texts(region, .after), let side: ValuePlacement = choice(region, .side)
    {
      field.region = .init(after: after, side: side)
    }
    if let node = record[.confirmedBy], let confirmed = log.record(node, ConfirmationKey.self),
      let other = text(confirmed, .field), let function: DerivedValue = choice(confirmed, .with)
    {
      field.confirmedBy = (other, function)
    }
    let area = record[.area].flatMap { self.area($0) }
    checkNeeds(of: field, type, marks, hasArea: area != nil, node)
    let known: FieldDefinition.Area = area ?? (0, 0, 1, 1)  // allowed: reported
    field.kind =
      switch type {
      case .string: .string(rule)
      case .text: .text(rule)
      case .date: .date
      case .amount: .amount
      case .period: .period(hasKind: hasKind)
      case .mark: .mark(marks, otherwise: otherwise)
      case .qr: .qr(pattern: rule.pattern, checksum: rule.checksum)
      case .red: .red(area: known)
      case .stamp: .stamp(area: known)
      case .stampText: .stampText(area: known, pattern: rule.pattern)
      }
    return field
  }

  private mutating func area(_ node: YAMLNode) -> FieldDefinition.Area? {
    let edges = log.elements(of: node).compactMap { log.double($0) }
    let isOrdered =
      edges.count == 4 && edges.allSatisfy { (0...1).contains($0) }
      && edges[0] < edges[2] && edges[1] < edges[3]
    if isOrdered { return (edges[0], edges[1], edges[2], edges[3]) }
    report(
      "area", node, "area 应为四个比例 [左, 上, 右, 下]",
      "`area` should be four shares [left, top, right, bottom]")
    return nil
  }

  private mutating func checkNeeds(
    of field: FieldDefinition, _ type: FieldType, _ marks: [FieldDefinition.Mark], hasArea: Bool,
    _ node: YAMLNode
  ) {
    switch type {
    case .mark where marks.isEmpty:
      report("missing", node, "mark 字段需要 marks", "a field of type mark needs `marks`")
    case .red where !hasArea, .stamp where !hasArea, .stampText where !hasArea:
      let type = type.rawValue
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
    guard let record = log.record(node, MarkKey.self) else { return nil }
    guard let text = text(record, .text), let value = record[.value].flatMap({ value($0) }) else {
      report("mark", node, "需要 text 和 is", "needs `text` and `is`")
      return nil
    }
    return .init(text: text, value: value)
  }
}
