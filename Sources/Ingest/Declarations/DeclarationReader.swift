internal import Model
internal import Schema

/// Turns a declaration's tree into facts; what it does not understand becomes notices.
struct DeclarationReader {
  private(set) var facts: [Fact] = []
  private(set) var notices: [Notice] = []
  private(set) var unread: [Declaration.UnreadValue] = []
  private(set) var isDrafted = false
  private let file: String
  private let schema: DeclarationSchema
  /// Lines of which a `#` cuts the value, with its column.
  private let cuts: [Int: Int]
  /// The paths that have a value.
  private var seen: Set<String> = []

  init(file: String, schema: DeclarationSchema, cuts: [Int: Int]) {
    self.file = file
    self.schema = schema
    self.cuts = cuts
  }

  /// Reads the entries at the top.
  mutating func read(_ entries: [YAMLNode.Entry]) {
    for entry in entries where DeclarationFileKey.called(entry.key) == .schema {
      if entry.value.text != DeclarationSchema.name {
        reportBadValue(
          entry,
          expected: LocalizedText(DeclarationSchema.name, DeclarationSchema.name))
      }
    }
    for entry in entries where DeclarationFileKey.called(entry.key) == .drafted {
      switch DeclaredValue.bool(entry.value) {
      case true?: isDrafted = true
      case false?: break
      case nil: reportBadValue(entry, expected: DeclaredType.Kind.bool.words)
      }
    }
    let others = entries.filter { DeclarationFileKey.called($0.key) == nil }
    readSection(others, keys: schema.keys, isRoot: true)
  }

  private mutating func readSection(
    _ entries: [YAMLNode.Entry], keys: [DeclaredKey], isRoot: Bool = false
  ) {
    let given = Set(entries.map { KeyText.folded($0.key) })
    for entry in entries {
      let called = KeyText.folded(entry.key)
      if let key = keys.first(where: { $0.isCalled(folded: called) }) {
        read(entry, key, isRoot: isRoot)
      } else if isRoot, let flat = flat(entry) {
        readValue(entry, path: flat.path, type: flat.type)
      } else if let key = meant(by: entry, among: keys, given: given, isRoot: isRoot) {
        read(entry, key, isRoot: false)
      }
    }
  }

  private mutating func read(
    _ entry: YAMLNode.Entry, _ key: DeclaredKey, isRoot: Bool
  ) {
    switch key.content {
    case .value(let type): readValue(entry, path: key.path, type: type)
    case .section(let keys):
      if let entries = entry.value.mapping {
        guard isFirst(key.path, entry) else { return }
        readSection(entries, keys: keys)
      } else if isRoot, let flat = flat(entry), flat.path.hasPrefix("company.") {
        readValue(entry, path: flat.path, type: flat.type)
      } else if !DeclaredValue.isBlank(entry.value) {
        reportBadValue(
          entry, expected: LocalizedText("键值表", "keys with values"))
      }
    }
  }

  /// What a name at the top means that stands in a section, as a roster's columns name it: 企业名称, company.name.
  private func flat(_ entry: YAMLNode.Entry) -> (path: String, type: DeclaredType)? {
    guard entry.value.mapping == nil,
      case .value(let path, let type)? = RosterColumn(entry.key, schema: schema)
    else { return nil }
    return (path, type)
  }

  /// Whether nothing was said under the path before.
  private mutating func isFirst(_ path: String, _ entry: YAMLNode.Entry) -> Bool {
    let isFirst = seen.insert(path).inserted
    if !isFirst { report(.declarationDuplicate, at: entry.keyPosition, ["key": entry.key]) }
    return isFirst
  }

  /// A key left empty says nothing: it is not declared.
  private mutating func readValue(_ entry: YAMLNode.Entry, path: String, type: DeclaredType) {
    guard isFirst(path, entry), !DeclaredValue.isBlank(entry.value) else { return }
    let position = entry.value.position
    if type.kind == .string, type.choices.isEmpty, entry.value.style == .plain,
      let column = cuts[position.line], column > position.column
    {
      reportSlip(.hashInValue, lines: [position.line], key: entry.key, path: path)
      unread.append(.init(path: path, type: type, file: file, position: position))
      return
    }
    let raw = entry.value.text ?? entry.value.sequence?.compactMap(\.text).joined(separator: "、")
    let taken = DeclaredValueTaking(file: file).taken(
      entry.value, path: path, type: type, raw: raw,
      [
        "key": entry.key, "line": String(position.line), "column": String(position.column),
      ])
    facts += taken.facts
    notices += taken.notices
    unread += taken.unread
  }

  /// The key that was meant beyond doubt; without one the entry is reported and left.
  private mutating func meant(
    by entry: YAMLNode.Entry, among keys: [DeclaredKey], given: Set<String>, isRoot: Bool
  ) -> DeclaredKey? {
    let places = RosterColumn.titles(called: entry.key, schema: schema)
    guard places.isEmpty else {
      let places = (places.joined(separator: "、"), places.joined(separator: ", "))
      report(
        .declarationMisspelt, at: entry.keyPosition,
        ["found": entry.key].with(
          "outcome",
          LocalizedText(
            "它属于另一节，请写明是哪一个：\(places.0)；该项未读取",
            "it belongs into another section: \(places.1). It was not read")))
      return nil
    }
    let names =
      keys.flatMap { [$0.name] + $0.aliases } + (isRoot ? DeclarationFileKey.record.names : [])
    guard let nearest = NearestName.suggestion(for: entry.key, among: names) else {
      let isHidden = !schema.readsLikeKey(entry.key)
      report(
        .declarationUnknownKey, at: entry.keyPosition,
        ["key": entry.key].merging(isHidden ? [Notice.hiddenDetails: "key"] : [:]) { own, _ in own }
      )
      return nil
    }
    let key = keys.first { $0.isCalled(folded: KeyText.folded(nearest)) }
    let isSure =
      (NearestName.isTypo(entry.key, of: nearest) || key?.holds(entry.value) == true)
      && key.map { key in !given.contains { key.isCalled(folded: $0) } } == true
    report(
      .declarationMisspelt, at: entry.keyPosition,
      DeclarationWords.misspelt(entry.key, meant: nearest, isRead: isSure))
    return isSure ? key : nil
  }

  private mutating func reportBadValue(_ entry: YAMLNode.Entry, expected: LocalizedText) {
    var details = ["key": entry.key].with("expected", expected)
    if let text = entry.value.text {
      details["found"] = String(text.prefix(40))
      details[Notice.hiddenDetails] = "found"
    } else {
      details.set("found", to: entry.value.shape)
    }
    report(.declarationBadValue, at: entry.value.position, details)
  }

  /// Tells of slips of one kind.
  ///
  /// - Parameter path: Of the key whose value could not be taken for it.
  mutating func reportSlip(_ slip: TypingSlip, lines: [Int], key: String?, path: String? = nil) {
    var notice = DeclarationWords.notice(of: slip, lines: lines, key: key, in: file)
    notice.details["fact"] = path.map(FactOrigin.declaredKey)
    notices.append(notice)
  }

  private mutating func report(
    _ code: NoticeCode, at position: TextPosition, _ details: [String: String]
  ) {
    var details = details
    details["line"] = String(position.line)
    details["column"] = String(position.column)
    notices.append(Notice(file: file, stage: .declare, code: code, details: details))
  }
}
