/// A quotation is a text that a finding shows, with where it came from, so that `Report` can mask it.
package struct Quotation: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// Of the rule file, a file name, a count: never personal.
    case literal
    /// The value of the fact with this key, as it stands or as a formatter wrote it.
    case value(String)
    /// Made from these facts (a birth date taken from an ID number, a list of what is missing): hidden
    /// as a whole where one of them is personal.
    case derived([String])
  }

  /// Stands unmasked, as a Chinese sentence has it.
  package var text: String
  /// Stands in an English sentence, where that takes another text.
  package var english: String?
  package var source: Source
  /// The id of the document that is quoted, where a rule runs over documents; `nil` for a fact of the submission.
  package var document: String?
  /// The elements of a quoted list; `nil` where one value is quoted.
  package var elements: [String]?
  /// Whether the text is a limit (`≤ 2025-12-02`), which a value must lie within and need not be like.
  package var isLimit: Bool

  package init(
    _ text: String, english: String? = nil, source: Source = .literal, document: String? = nil,
    elements: [String]? = nil, isLimit: Bool = false
  ) {
    self.text = text
    self.english = english
    self.source = source
    self.document = document
    self.elements = elements
    self.isLimit = isLimit
  }

  /// The fact whose value is quoted as it stands.
  package var valueKey: String? { if case .value(let key) = source { key } else { nil } }

  /// The facts behind the text.
  package var keys: [String] {
    switch source {
    case .literal: []
    case .value(let key): [key]
    case .derived(let keys): keys
    }
  }
}

extension Finding {
  /// Fills the placeholders of ``message`` by `show`, which masks what it must.
  package func filledMessage(_ show: (Quotation) -> String) -> LocalizedText {
    LocalizedText(
      Self.fill(message.chinese, arguments, show),
      Self.fill(message.english, arguments.mapValues(\.inEnglish), show))
  }

  // One pass: a brace in a value that came from a document stays a brace.
  private static func fill(
    _ template: String, _ arguments: [String: Quotation], _ show: (Quotation) -> String
  ) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let argument = arguments[String(rest[rest.index(after: open)..<close])]
      else {
        filled.append("{")
        rest = rest.dropFirst()
        continue
      }
      filled += show(argument)
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

extension Quotation {
  /// The quotation as an English sentence has it.
  package var inEnglish: Quotation {
    guard let english else { return self }
    var quotation = self
    (quotation.text, quotation.english) = (english, nil)
    return quotation
  }
}
