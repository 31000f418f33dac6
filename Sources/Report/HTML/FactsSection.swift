internal import Model

extension ReportSection {
  /// Everything that was read and declared, document by document; nothing of documents that are not there.
  static func facts(_ context: ReportContext) throws -> ReportSection? {
    let entries = context.masked.facts.map(\.fact).filter { $0.state != .noDocument }
    guard !entries.isEmpty else { return nil }
    let documents = context.report.factSet.documents
    var tables = documents.compactMap { document in
      table(
        "\(context.name(of: document.kind)) · \(document.file)"
          + pages(of: document, context), entries.filter { $0.document == document.id }, context)
    }
    let ids = Set(documents.map(\.id))
    let loose = entries.filter { fact in fact.document.map { !ids.contains($0) } ?? true }
    let declared = loose.filter { $0.origin == .declared }
    let others = loose.filter { $0.origin != .declared }
    tables += [
      table(context.pick("申报", "Declared"), declared, context),
      table(context.pick("文件与计算得出", "Of files, and computed"), others, context),
    ].compactMap(\.self)
    let title = context.pick("读出的信息（\(entries.count)）", "What was read (\(entries.count))")
    return try ReportSection(
      id: "facts", title: title, isFolded: true, tables: tables, context.locale)
  }

  private static func pages(of document: AssembledDocument, _ context: ReportContext) -> String {
    let text = Phrase.pages(document.pages)[context.locale]
    return text.isEmpty ? "" : " " + text
  }

  private static func table(
    _ caption: String, _ facts: [ResolvedFact], _ context: ReportContext
  ) -> TemplateValue? {
    guard !facts.isEmpty else { return nil }
    let words = EvidenceWords(context)
    return table(
      caption: caption,
      columns: [
        context.pick("信息", "Fact"), context.pick("取值", "Value"), context.pick("状态", "State"),
        context.pick("来源", "Source"),
      ],
      rows: facts.map { fact in
        let value = fact.value.map { context.masking.shown($0, key: fact.key) }
        let alternatives = fact.alternatives.map { context.masking.shown($0, key: fact.key) }
        let source = fact.evidence.first.map { entry in
          [entry.file, words.name(of: entry.method)].filter { !$0.isEmpty }
            .joined(separator: context.pick("，", ", "))
        }
        let state =
          fact.state == .known
          ? EvidenceWords.percent(fact.confidence) : words.name(of: fact.state)
        return [
          context.name(of: fact.key), value ?? alternatives.joined(separator: " / "), state,
          source ?? "—",
        ]
      })
  }
}
