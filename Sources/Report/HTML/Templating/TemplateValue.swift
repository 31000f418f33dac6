/// What a name in a template comes to.
///
/// Models are written as literals: `["title": .text(title), "rows": rows]`.
enum TemplateValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  /// Members in an array: they are few, and making a dictionary of them takes longer than all searches in it.
  case model([(String, TemplateValue)])
  case list([TemplateValue])
  /// The model knows the name and has nothing under it.
  case absent

  /// The text, or that there is none.
  static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .absent }

  static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map(TemplateValue.text)) }

  /// An element for each item.
  static func list<Item>(
    _ items: some Sequence<Item>, _ element: (Item) -> TemplateValue
  ) -> TemplateValue {
    .list(items.map(element))
  }

  /// The member of that name; `nil` where the model has none, and then the one around it is asked.
  func member(_ name: String) -> TemplateValue? {
    switch self {
    case .model(let members):
      for member in members where member.0 == name { return member.1 }
      return nil
    // The element of a list of texts.
    case .text, .number: return name == "." ? self : nil
    case .flag, .list, .absent: return nil
    }
  }

  /// Whether there is nothing to show: no value, no element, or not.
  var isNothing: Bool {
    switch self {
    case .absent, .flag(false): true
    case .list(let elements): elements.isEmpty
    case .flag(true), .text, .number, .model: false
    }
  }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, TemplateValue)...) {
    self = .model(members)
  }
}

extension TemplateValue: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension TemplateValue: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue: ExpressibleByIntegerLiteral {
  init(integerLiteral number: Int) { self = .number(number) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
