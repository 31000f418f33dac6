package import Model

/// Writes what `dossier extract` prints: the facts of single files with their evidence.
package enum ExtractionReport {
  /// Writes the contract `dossier/extraction-v1`: one object for all files.
  package static func json(of extractions: [Extraction], options: ReportOptions) -> String {
    let masking = masking(extractions, options)
    let json: JSON = [
      "schema": "dossier/extraction-v1",
      "files": .array(extractions.map { file($0, masking) }),
    ]
    return json.text
  }

  /// Writes the same for people: a table of facts per document.
  package static func text(
    of extractions: [Extraction], options: ReportOptions, style: TerminalStyle
  ) -> String {
    let masking = masking(extractions, options)
    var page = TerminalPage(style: style)
    for (index, extraction) in extractions.enumerated() {
      if index > 0 { page.blank() }
      page.line(extraction.file.visible + "  " + extraction.mediaType.rawValue, .bold)
      for document in extraction.documents {
        page.line("  " + heading(of: document, options.locale))
        table(document.facts, masking, options.locale, on: &page)
      }
      table(extraction.facts, masking, options.locale, on: &page)
      for notice in extraction.notices { page.notice(masking.shown(notice), options.locale) }
    }
    return page.text
  }

  private static func masking(_ extractions: [Extraction], _ options: ReportOptions) -> Masking {
    Masking(
      extractions.flatMap { $0.facts + $0.documents.flatMap(\.facts) }, [], options: options)
  }

  private static func file(_ extraction: Extraction, _ masking: Masking) -> JSON {
    [
      "file": .string(extraction.file),
      "media_type": .string(extraction.mediaType.rawValue),
      "documents": .array(
        extraction.documents.map { document in
          [
            "material": .string(document.kind.rawValue),
            "material_confidence": .double(document.confidence),
            "pages": .array(document.pages.map(JSON.int)),
            "rotation_degrees": .int(document.rotationDegrees),
            "facts": facts(document.facts, masking),
          ]
        }),
      "facts": facts(extraction.facts, masking),
      "notices": .array(extraction.notices.map { masking.shown($0).json }),
    ]
  }

  private static func facts(_ facts: [Fact], _ masking: Masking) -> JSON {
    .array(facts.sorted { $0.key < $1.key }.map { FactEntry(read: $0).json(masking) })
  }

  private static func heading(of document: Document, _ locale: ReportLocale) -> String {
    let percent = JSON.numberText((document.confidence * 1000).rounded() / 10)
    return "\(document.kind.rawValue)  \(percent) %  \(Phrase.pages(document.pages)[locale])"
  }

  private static func table(
    _ facts: [Fact], _ masking: Masking, _ locale: ReportLocale, on page: inout TerminalPage
  ) {
    let rows = facts.sorted { $0.key < $1.key }
    let width = rows.map(\.key.displayWidth).max()
    for fact in rows {
      let source =
        [JSON.numberText(fact.confidence)] + fact.evidence.prefix(1).map(\.method.rawValue)
      page.entry(
        indent: 4, label: fact.key, labelWidth: width,
        "\(masking.shown(fact.value, key: fact.key))  (\(source.joined(separator: Wrapping.tightSpace)))"
      )
    }
  }
}
