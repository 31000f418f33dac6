internal import Model
internal import Tables

/// Files of labelled values: lookups of filings, registrations of domains, mail statistics, settings; as JSON, delimited
/// text, workbook, saved web page or plain pairs.
struct LabelledFamily: SourceFamily {
  static let factDeclarations =
    FilingFacts.declarations + DomainFacts.declarations + StatisticsFacts.declarations
    + SettingsFacts.declarations

  init(_ tools: ReadingTools) {}

  private typealias Reader = (
    signs: [String], documents: @Sendable (LabelledContent, String) -> [Document]
  )

  /// In the order of how telling their words are.
  private static let readers: [Reader] = [
    (FilingDocuments.signs, FilingDocuments.documents),
    (DomainDocuments.signs, DomainDocuments.documents),
    (SettingsDocument.signs, SettingsDocument.documents),
    (StatisticsDocument.signs, StatisticsDocument.documents),
  ]

  /// How much of a text is searched for words of its kind.
  private static let glance = 65_536

  func claims(_ source: Source) -> Bool { !documents(in: source).isEmpty }

  func read(_ source: Source, into extraction: inout Extraction) {
    extraction.documents += documents(in: source)
  }

  /// The documents in a workbook's sheets, for which its reader asks.
  static func documents(in workbook: Workbook, file: String) -> [Document] {
    documents(in: LabelledContent(workbook), file: file) { _ in true }
  }

  private func documents(in source: Source) -> [Document] {
    guard source.mediaType == .text || source.mediaType == .html,
      let head = PlainText.decoded(source.bytes).map({ $0.prefix(Self.glance) })
    else { return [] }
    // Most texts have none of the words and are not looked at further.
    guard Self.readers.contains(where: { Self.hasSign($0, head) }),
      let content = LabelledContent(text: source.bytes, isMarkup: source.mediaType == .html)
    else { return [] }
    return Self.documents(in: content, file: source.file) { Self.hasSign($0, head) }
  }

  private static func documents(
    in content: LabelledContent, file: String, where isPossible: (Reader) -> Bool
  ) -> [Document] {
    for reader in readers where isPossible(reader) {
      let documents = reader.documents(content, file)
      if !documents.isEmpty { return documents }
    }
    return []
  }

  private static func hasSign(_ reader: Reader, _ head: Substring) -> Bool {
    reader.signs.contains { head.contains($0) }
  }
}
