internal import CEL
internal import Model

/// A rule's message with placeholders: `{license.name}`, `{id_back.valid_to|date}`, `{check.detail}`.
struct MessageTemplate: Sendable {
  /// How a placeholder writes its value.
  enum Formatter: String, CaseIterable, Sendable {
    /// ISO; 长期 for null.
    case date
    /// With thousands parted by commas.
    case amount
    /// The titles of kinds of material.
    case material
    /// Defects of charts, contact lists and mail in words, with what to do.
    case defect
  }

  struct Placeholder: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      /// A fact path as the rule writes it, with the fact's key.
      case fact(path: String, key: String)
      case parameter(String)
      case expected, actual
      /// The elements that a list lacks.
      case missing
      /// Where two texts differ.
      case difference
      /// The verb's own words.
      case detail
    }

    /// What stands between the braces.
    let text: String
    let content: Content
    let formatter: Formatter?
  }

  let text: LocalizedText
  let placeholders: [Placeholder]
  /// Whether the rule has no message of its own: then the values that were read are told.
  var isDefault = false

  /// The texts between braces, with the offset of each brace in scalars.
  static func names(in text: String) -> [(name: String, offset: Int)] {
    var names: [(name: String, offset: Int)] = []
    var name: (text: String, offset: Int)?
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      switch (scalar, name) {
      case ("{", _): name = ("", offset)
      case ("}", let open?):
        names.append((open.text, open.offset))
        name = nil
      case (_, .some): name?.text.unicodeScalars.append(scalar)
      case (_, nil): break
      }
    }
    return names
  }
}

extension CELValue {
  /// As a Chinese sentence and as an English one have it.
  func quotation(
    _ formatter: MessageTemplate.Formatter?, _ catalogue: FactCatalogue,
    source: Quotation.Source = .literal
  ) -> Quotation {
    let elements = if case .list(let elements) = self { elements } else { [self] }
    if formatter == .material {
      let titles = elements.map { catalogue.title(of: MaterialKind(rawValue: $0.text)) }
      return Quotation(
        titles.map(\.chinese).joined(separator: "、"),
        english: titles.map(\.english).joined(separator: ", "), source: source)
    }
    // A code is nobody's word, whether or not the rule says how it is to be written.
    if formatter == .defect || formatter == nil && holdsDefects {
      let words = elements.map { DefectWords.words(for: $0.text) }
      return Quotation(
        words.map(\.chinese).joined(separator: "；"),
        english: words.map(\.english).joined(separator: "; "), source: source)
    }
    if case .duration(let duration) = self, let days = duration.wholeDays {
      return Quotation(
        "\(days) 天", english: days == 1 ? "1 day" : "\(days) days", source: source)
    }
    if case .bool(let value) = self {
      return Quotation(value ? "是" : "否", english: value ? "yes" : "no", source: source)
    }
    if case .null = self, formatter == .date {
      return Quotation("长期", english: "without end", source: source)
    }
    let texts = elements.map { $0.shown(formatter) }
    let english = texts.count > 1 ? texts.joined(separator: ", ") : nil
    if case .list = self {
      return Quotation(shown(formatter), english: english, source: source, elements: texts)
    }
    return Quotation(shown(formatter), source: source)
  }

  /// Whether it is a list of defects, which are codes: their words say by themselves what was found and what should be.
  var holdsDefects: Bool {
    guard case .list(let elements) = self, !elements.isEmpty else { return false }
    return elements.allSatisfy { DefectWords.kind(of: $0.text) != nil }
  }

  /// As a message shows it.
  func shown(_ formatter: MessageTemplate.Formatter?) -> String {
    switch (self, formatter) {
    case (.null, .date): "长期"
    case (.null, _): "—"
    case (.double(let value), .amount): CELValue.double(value).text.groupedByThousands
    case (.int(let value), .amount): String(value).groupedByThousands
    default: text
    }
  }
}

extension String {
  fileprivate var groupedByThousands: String {
    let parts = split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.drop(while: { $0 == "-" }).allSatisfy(\.isNumber) else {
      return self
    }
    let digits = Array(whole.drop { $0 == "-" })
    var grouped = whole.hasPrefix("-") ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
