package import Model

/// Drafts a `declared.yaml` from what the materials say, for a person to check.
///
/// Every value has its source beside it; what is not sure is marked, what was not read stands as a comment.
/// The text holds personal data: it is written 0600 and never printed.
package enum DeclarationDraft {
  /// One key of the declaration.
  private struct Entry {
    let key: String
    let title: String
    /// The fact that says it; `nil` where no material does.
    let fact: String?
  }

  private struct Section {
    let key: String?
    let title: String
    let entries: [Entry]
  }

  private static let sections = [
    Section(
      key: "company", title: "企业",
      entries: [
        Entry(key: "name", title: "企业名称", fact: "license.name"),
        Entry(key: "credit_code", title: "统一社会信用代码", fact: "license.credit_code"),
        Entry(
          key: "legal_representative", title: "法定代表人", fact: "license.legal_representative"),
        Entry(key: "registered_capital", title: "注册资本", fact: "license.registered_capital"),
        Entry(key: "established_on", title: "成立日期", fact: "license.established_on"),
        Entry(key: "address", title: "住所", fact: "license.address"),
        Entry(key: "scope", title: "经营范围", fact: "license.scope"),
      ]),
    Section(
      key: "legal_representative", title: "法定代表人",
      entries: [
        Entry(key: "id_number", title: "身份证号", fact: "id_front.number"),
        Entry(key: "phone", title: "手机", fact: nil),
      ]),
    Section(
      key: "operator", title: "运营者",
      entries: [
        Entry(key: "name", title: "姓名", fact: "id_front.name"),
        Entry(key: "id_number", title: "身份证号", fact: "id_front.number"),
        Entry(key: "phone", title: "手机", fact: nil), Entry(key: "mail", title: "邮箱", fact: nil),
      ]),
    Section(
      key: "mail", title: "邮箱",
      entries: [
        Entry(key: "address", title: "联系邮箱", fact: nil),
        Entry(key: "domain", title: "邮箱域名", fact: "dns.domain"),
      ]),
    Section(
      key: "organization", title: "组织",
      entries: [
        Entry(key: "departments", title: "部门", fact: "org.departments"),
        Entry(key: "positions", title: "岗位", fact: "org.positions"),
      ]),
  ]

  /// - Parameter channels: The names a channel may have.
  package static func text(
    of facts: FactSet, asOf: CalendarDate, channels: [String], locale: ReportLocale
  ) -> String {
    var lines = [
      "# " + Words.header[locale], "# " + Words.confirm[locale], "schema: dossier/declared-v1",
      "drafted_from_materials: true",
      "# channel: \(channels.first ?? "wecom")    # 渠道 · \(channels.joined(separator: " | "))",
      "# submitted_on: \(asOf.iso)    # 提交日期 · the day of submission",
    ]
    let `operator` = onlyOtherCard(in: facts)
    for section in sections {
      let body = section.entries.flatMap { entry -> [String] in
        let fact =
          section.key == "operator"
          ? entry.fact.flatMap { `operator`?.facts[$0] } : entry.fact.flatMap { facts.facts[$0] }
        return Self.lines(of: entry, fact, locale)
      }
      // A section whose keys are all comments is one itself: an empty mapping would say something.
      let isEmpty = body.allSatisfy { $0.hasPrefix("  #") }
      lines.append((isEmpty ? "# " : "") + "\(section.key ?? section.title):    # \(section.title)")
      // "# " taken away leaves the keys where they belong: below the section's.
      lines += isEmpty ? body.map { "#   " + $0.dropFirst("  # ".count) } : body
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The card of the only person beside the legal representative, who may be the operator.
  private static func onlyOtherCard(in facts: FactSet) -> AssembledDocument? {
    let others = facts.documents.filter {
      $0.kind == .idCardFront && $0.role != "legal_representative"
    }
    return others.count == 1 ? others.first : nil
  }

  private static func lines(of entry: Entry, _ fact: ResolvedFact?, _ locale: ReportLocale)
    -> [String]
  {
    let name = "  \(entry.key):"
    let comment = "  # \(entry.key):    # \(entry.title)"
    guard let fact, fact.state != .noDocument else { return [comment] }
    let place = source(of: fact, locale)
    switch fact.state {
    case .known, .doubtful:
      guard let value = fact.value.flatMap(yaml) else { return [comment] }
      let mark = fact.state == .doubtful ? "  \(Words.unsure[locale])" : ""
      return ["\(name) \(value)    # \(entry.title) · \(place)\(mark)"]
    case .conflicting:
      let values = fact.alternatives.compactMap(yaml).joined(separator: " / ")
      return ["\(comment)  \(Words.conflict[locale]) \(values) · \(place)"]
    case .unread, .noDocument:
      return ["\(comment)  \(Words.unread[locale])\(place.isEmpty ? "" : " · " + place)"]
    }
  }

  /// Where it was read, how, and how sure that is.
  private static func source(of fact: ResolvedFact, _ locale: ReportLocale) -> String {
    var parts: [String] = []
    for evidence in fact.evidence {
      // allowed: files without pages stand alone
      let page = evidence.page.map { " " + Phrase.pages([$0])[locale] } ?? ""
      let part = evidence.file.visible + page
      if !parts.contains(part) { parts.append(part) }
    }
    let method = fact.evidence.first.map { " (\($0.method.rawValue), \(fact.confidence))" }
    let isRead = fact.state == .known || fact.state == .doubtful
    // allowed: where nothing was read there is no method
    return parts.joined(separator: locale.listSeparator) + (isRead ? method ?? "" : "")
  }

  /// The value as YAML on one line; `nil` for what a declaration does not hold.
  private static func yaml(_ value: Value) -> String? {
    switch value {
    case .string(let text): quoted(text)
    case .date(let date): date.iso
    case .int(let number): String(number)
    case .bool(let flag): String(flag)
    case .double: quoted(value.text)
    case .list(let items): "[" + items.compactMap(yaml).joined(separator: ", ") + "]"
    case .null: nil
    }
  }

  /// Double quotes, with escapes for whatever would not be seen: a document's text must not become YAML.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.isInvisible:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"" + quoted + "\""
  }

  private enum Words {
    static let header = LocalizedText(
      "由 dossier init 根据材料起草，含个人信息，请妥善保管。",
      "Drafted by dossier init from the materials; it holds personal data.")
    static let confirm = LocalizedText(
      "逐项核对并补全后，删去 drafted_from_materials 一行；在此之前不做比对。",
      "Check and complete every line, then delete drafted_from_materials: until then nothing is compared."
    )
    static let unsure = LocalizedText("【请核对：读得不够确定】", "[CHECK: not read with certainty]")
    static let conflict = LocalizedText("【请核对：材料之间不一致】", "[CHECK: the materials disagree]")
    static let unread = LocalizedText("【未读出，请填写】", "[not read: fill it in]")
  }
}
