internal import Model

/// What is stated of settings and figures, by an export or by the declaration: one fact for rules, whichever it is.
///
/// An export and a declaration that differ are conflicting, and `stated.conflicts` names them.
enum StatedFacts {
  private struct Pair {
    let name: String
    /// Of documents, the first known counts.
    let read: [String]
    let declared: String
    let type: ValueType
    let summary: String
  }

  private static let pairs: [Pair] = [
    setting("domain_allowlist", .list, "Domains let in."),
    setting("totp", .bool, "Whether one-time passwords are on."),
    setting("second_factor", .list, "Ways of the second verification."),
    setting("lockout_threshold", .int, "Failed logins until the lock."),
    setting("ip_ranges", .list, "Address ranges let in."),
    setting("keyword_update_hours", .int, "Hours between updates of keywords."),
    setting("log_retention_days", .int, "Days for which logs are kept."),
    Pair(
      name: "roles", read: ["admin_settings.roles", "contacts.roles"],
      declared: "declared.admin_settings.roles", type: .list, summary: "Roles of members."),
    Pair(
      name: "daily_messages", read: ["mail_statistics.daily_messages"],
      declared: "declared.mail.daily_messages", type: .double, summary: "Messages a day."),
    figure("activity", .double, "Share of mailboxes in use, 0 to 1."),
    figure("open_rate", .double, "Share of messages opened, 0 to 1."),
    figure("satisfaction", .double, "Satisfaction of customers, 0 to 5."),
    figure("checked_on", .date, "Day of the last check."),
  ]

  private static func setting(_ name: String, _ type: ValueType, _ summary: String) -> Pair {
    Pair(
      name: name, read: ["admin_settings." + name], declared: "declared.admin_settings." + name,
      type: type, summary: summary)
  }

  private static func figure(_ name: String, _ type: ValueType, _ summary: String) -> Pair {
    Pair(
      name: name, read: ["mail_statistics." + name], declared: "declared.health." + name,
      type: type, summary: summary)
  }

  static let totpDefects = FactDeclaration(
    key: "stated.totp_defects", type: .list,
    summary: "What is wrong or weak in the link for one-time passwords.")
  static let given = FactDeclaration(
    key: "stated.given", type: .list,
    summary: "What is stated at all, whether its value is known or not.")
  static let conflicts = FactDeclaration(
    key: "stated.conflicts", type: .list,
    summary: "What an export and the declaration say differently.")

  static let declarations =
    pairs.map { FactDeclaration(key: "stated." + $0.name, type: $0.type, summary: $0.summary) }
    + [totpDefects, given, conflicts]

  /// - Parameter facts: the flat facts of documents and declaration.
  static func all(from facts: [String: ResolvedFact]) -> [ResolvedFact] {
    let stated = pairs.map { Self.stated($0, facts) }
    let link = oneTimePassword(facts)
    func names(_ isMeant: (ResolvedFact) -> Bool) -> [ResolvedFact] {
      (stated + [link]).filter(isMeant)
    }
    func list(_ declaration: FactDeclaration, _ found: [ResolvedFact], _ evidence: [Evidence])
      -> ResolvedFact
    {
      let names = found.map { String($0.key.dropFirst("stated.".count)) }
      return computed(declaration.key, .list(names.map(Value.string)), evidence)
    }
    let differing = names { $0.state == .conflicting }
    return stated + [
      link, list(conflicts, differing, differing.flatMap(\.evidence)),
      // A document that does not speak of it states nothing. Where each is stated, its own fact says.
      list(given, names { ![.noDocument, .unread].contains($0.state) }, []),
    ]
  }

  private static func stated(_ pair: Pair, _ facts: [String: ResolvedFact]) -> ResolvedFact {
    let key = "stated." + pair.name
    let read = pair.read.compactMap { facts[$0] }.filter { $0.state != .noDocument }
    let declared = facts[pair.declared]
    guard let found = read.first(where: { $0.state == .known }) ?? declared else {
      return read.first.map { unknown(key, $0) } ?? ResolvedFact(key: key, state: .noDocument)
    }
    let other = read.contains { $0.key == found.key } ? declared : nil
    guard let value = converted(found.value, to: pair.type) else { return unknown(key, found) }
    if let other, let second = converted(other.value, to: pair.type), !isSame(value, second) {
      return ResolvedFact(
        key: key, state: .conflicting, evidence: found.evidence + other.evidence,
        alternatives: [value, second])
    }
    return computed(key, value, found.evidence, confidence: found.confidence)
  }

  /// The link's defects, from an export or from the declaration's link.
  private static func oneTimePassword(_ facts: [String: ResolvedFact]) -> ResolvedFact {
    if let read = facts["admin_settings.totp_defects"], read.state == .known, let value = read.value
    {
      return computed(totpDefects.key, value, read.evidence)
    }
    guard let declared = facts["declared.admin_settings.totp_link"],
      let text = declared.value?.string
    else { return ResolvedFact(key: totpDefects.key, state: .noDocument) }
    let defects = OneTimePasswordLink(text)?.defects.map(\.rawValue) ?? ["no_link"]
    // The link itself is a secret and stays out of the evidence.
    let evidence = declared.evidence.map { item in
      var item = item
      item.raw = nil
      return item
    }
    return computed(totpDefects.key, .list(defects.map(Value.string)), evidence)
  }

  private static func computed(
    _ key: String, _ value: Value, _ evidence: [Evidence], confidence: Double = 1
  ) -> ResolvedFact {
    ResolvedFact(
      key: key, state: .known, value: value, confidence: confidence, evidence: evidence.computed)
  }

  private static func unknown(_ key: String, _ fact: ResolvedFact) -> ResolvedFact {
    ResolvedFact(
      key: key, state: fact.state == .known ? .unread : fact.state, evidence: fact.evidence)
  }

  private static func converted(_ value: Value?, to type: ValueType) -> Value? {
    if type == .double, case .int(let number)? = value { return .double(Double(number)) }
    return value?.type == type ? value : nil
  }

  /// Lists say the same in any order; means are compared whole, as people declare them.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.list(let left), .list(let right)): Set(left) == Set(right)
    case (.double(let left), .double(let right)):
      abs(left - right) < (max(abs(left), abs(right)) > 5 ? 0.5 : 0.005)
    default: left == right
    }
  }
}
