/// What the names in a template stand for.
protocol TemplateModel: Sendable {
  /// The value of a member, or `nil` where there is none of that name: then the model around this one is asked.
  func member(_ key: String) -> TemplateValue?
}

/// What a name in a template comes to.
///
/// Members are asked for by name instead of being found by reflection, which took half the time of a run.
enum TemplateValue: Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case model(any TemplateModel)
  case list([any TemplateModel])
  /// The model knows the name and has nothing under it.
  case absent

  /// The text, or that there is none.
  static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .absent }
}

/// An element that is `{{.}}`.
extension String: TemplateModel {
  func member(_ key: String) -> TemplateValue? { key == "." ? .text(self) : nil }
}
