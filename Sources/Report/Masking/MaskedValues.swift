internal import Model

extension Masking {
  /// Whether anything of the value is hidden.
  func hides(_ value: Value, key: String) -> Bool {
    switch value {
    case .null: false
    case .list(let items): items.contains { hides($0, key: key) }
    case .bool, .int, .double, .string, .date:
      mayHide(key) && shown(value.text, key: key) != value.text
    }
  }

  /// The value for people; each item of a list masked by itself.
  func shown(_ value: Value, key: String) -> String {
    if case .list(let items) = value {
      return items.map { shown($0, key: key) }.joined(separator: "、")
    }
    return value == .null || !mayHide(key) ? value.text : shown(value.text, key: key)
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
  /// unless its key is known to be public.
  func shown(_ notice: Notice) -> Notice {
    var notice = notice
    notice.details = notice.details.mapValues(redacted)
    if notice.details["found"] != nil, let key = notice.details["fact"] ?? notice.details["key"],
      !isPublicDeclaration(key)
    {
      notice.details["found"] = "***"
    }
    return notice
  }
}
