internal import Model

/// A confirmed value in the type of its fact.
enum ConfirmedValue {
  /// - Returns: `nil` where it is of another type.
  static func value(_ written: Confirmation.Written, as declaration: FactDeclaration) -> Value? {
    switch written {
    case .null: return declaration.isNullable ? .null : nil
    case .list(let texts):
      return declaration.type == .list ? .list(texts.map(Value.string)) : nil
    case .text(let text):
      if declaration.isNullable, LongTerm.words.contains(text) { return .null }
      return value(text, as: declaration.type)
    }
  }

  private static func value(_ text: String, as type: ValueType) -> Value? {
    switch type {
    case .string: .string(text)
    case .bool: bool(text).map(Value.bool)
    case .int: Int(text).map(Value.int)
    case .double: PlainNumber.value(text).map(Value.double)
    case .date: ChineseDate.parse(text).map(Value.date)
    case .list:
      .list(text.split(whereSeparator: { "、；;".contains($0) }).map { .string(String($0)) })
    }
  }

  private static func bool(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "是", "有", "yes": true
    case "false", "否", "无", "no": false
    default: nil
    }
  }

  /// What the value must be, for people.
  static func words(of declaration: FactDeclaration) -> LocalizedText {
    let own: LocalizedText =
      switch declaration.type {
      case .string: LocalizedText("文本", "a text")
      case .bool: LocalizedText("true 或 false", "true or false")
      case .int: LocalizedText("整数", "a whole number")
      case .double: LocalizedText("数", "a number")
      case .date: LocalizedText("日期（如 2026-11-22）", "a date (2026-11-22)")
      case .list: LocalizedText("列表", "a list")
      }
    guard declaration.isNullable else { return own }
    return LocalizedText(own.chinese + "，或 null（长期）", own.english + ", or null (长期)")
  }
}
