/// Something that could not be read, or a file that was left out, and why.
package struct Notice: Hashable, Codable, Sendable {
  /// The stage that noticed.
  package enum Stage: String, Codable, Sendable { case ingest, extract, assemble, declare }

  package var file: String
  /// 0-based page, `nil` for the whole file.
  package var page: Int?
  package var stage: Stage
  package var code: NoticeCode
  /// Values for the placeholders of the code's texts.
  package var details: [String: String]

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
  /// Each `{name}` replaced by its detail; a name without one stays as it is.
  package func filled(with details: [String: String]) -> LocalizedText {
    func fill(_ text: String) -> String {
      details.keys.sorted().reduce(text) { filled, name in
        filled.split(separator: "{\(name)}", omittingEmptySubsequences: false)
          .joined(separator: details[name] ?? "{\(name)}")
      }
    }
    return LocalizedText(chinese: fill(chinese), english: fill(english))
  }
}
