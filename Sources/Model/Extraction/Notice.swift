/// Something that could not be read, or a file that was left out, and why.
package struct Notice: Hashable, Sendable {
  /// The stage in which it was noticed.
  package enum Stage: String, Sendable { case ingest, extract, assemble, declare }

  package var file: String
  /// The 0-based page that it is about; `nil` means the whole file.
  package var page: Int?
  package var stage: Stage
  package var code: NoticeCode
  /// The details fill the placeholders of the code's texts, by name.
  package var details: [String: String]

  /// The detail that names others, with commas, of which reports show the first character alone: they may be personal, and
  /// no key says so.
  package static let hiddenDetails = "hidden"

  package init(
    file: String, page: Int? = nil, stage: Stage, code: NoticeCode, details: [String: String] = [:]
  ) {
    self.file = file
    self.page = page
    self.stage = stage
    self.code = code
    self.details = details
  }

  /// The notice in words, with what to do.
  package var message: LocalizedText {
    var details = details
    details["file"] = file
    if let page { details["page"] = String(page + 1) }
    return code.text.filled(with: details)
  }
}

extension LocalizedText {
  /// Returns the text with each `{name}` replaced by its detail; a name without one stays as it is.
  ///
  /// A detail that differs between the languages stands under `name@zh-CN` and `name@en`.
  package func filled(with details: [String: String]) -> LocalizedText {
    func fill(_ text: String, _ locale: ReportLocale) -> String {
      let suffix = "@" + locale.rawValue
      return details.keys.sorted().reduce(text) { filled, key in
        let name = key.hasSuffix(suffix) ? String(key.dropLast(suffix.count)) : key
        return filled.split(separator: "{\(name)}", omittingEmptySubsequences: false)
          .joined(separator: details[key] ?? "{\(name)}")
      }
    }
    return LocalizedText(fill(chinese, .chinese), fill(english, .english))
  }
}

extension Extraction {
  /// Adds what was noticed while the file, or a page of it (0-based), was read.
  package mutating func note(
    _ code: NoticeCode, page: Int? = nil, _ details: [String: String] = [:]
  ) {
    notices.append(Notice(file: file, page: page, stage: .extract, code: code, details: details))
  }
}

extension [String: String] {
  /// Sets a notice's detail that differs between the languages.
  package mutating func set(_ name: String, to text: LocalizedText) {
    for locale in ReportLocale.allCases {
      self[name + "@" + locale.rawValue] = text[locale]
    }
  }

  /// Returns the details with one more that differs between the languages.
  package func with(_ name: String, _ text: LocalizedText) -> Self {
    var details = self
    details.set(name, to: text)
    return details
  }

  /// The only detail, which differs between the languages.
  package static func only(_ name: String, _ text: LocalizedText) -> Self {
    Self().with(name, text)
  }
}
