internal import Model

extension Masking {
  /// Whether anything of the value is hidden.
  func hides(_ value: Value, key: String) -> Bool {
    switch value {
    case .null: false
    case .list(let items): items.contains { hides($0, key: key) }
    case .bool, .int, .double, .string, .date:
      !showsPersonalData && shown(value.text, key: key) != value.text
    }
  }

  /// The value for people; each item of a list masked by itself.
  func shown(_ value: Value, key: String) -> String {
    if case .list(let items) = value {
      return items.map { shown($0, key: key) }.joined(separator: "、")
    }
    return value == .null ? value.text : shown(value.text, key: key)
  }

  /// The value in its own JSON type, as a masked string where it is hidden.
  func json(_ value: Value, key: String) -> JSON {
    if case .list(let items) = value { return .array(items.map { json($0, key: key) }) }
    if hides(value, key: key) { return .string(shown(value.text, key: key)) }
    switch value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .double(let number): return .double(number)
    case .string, .date, .list: return .string(value.text)
    }
  }
}

extension Masking {
  /// The notice with personal values in its details masked; a declared value that could not be used is hidden
  /// unless its key is known to be public, and so is what its reader marked.
  func shown(_ notice: Notice) -> Notice {
    guard !showsPersonalData else { return notice }
    var notice = notice
    let hidden = notice.details[Notice.hiddenDetails]?.split(separator: ",").map(String.init)
    let by = notice.details["by"].map(PersonalForm.masked)
    notice.details = notice.details.mapValues(redacted)
    // Who answers for something is said.
    notice.details["by"] = by
    for name in hidden ?? [] {  // allowed: most hide nothing
      notice.details[name] = notice.details[name].map { $0.prefix(1) + "***" }
    }
    if notice.code == .confirmedByPerson, let key = notice.details["fact"] {
      for locale in ReportLocale.allCases {
        let name = "value@" + locale.rawValue
        notice.details[name] = notice.details[name].map { shown($0, key: key) }
      }
    }
    if notice.details["found"] != nil, let key = notice.details["fact"] ?? notice.details["key"],
      !isPublicDeclaration(key)
    {
      notice.details["found"] = "***"
    }
    return notice
  }
}
