internal import Model

/// Proofs of filing out of labelled values: one document for each service and domain.
enum FilingDocuments {
  /// Words of which one stands in every proof.
  static let signs = ["主办单位", "主办者", "备案", "mainLicence", "serviceLicence", "filing_number"]

  /// Empty where the content is no proof of a filing.
  static func documents(in content: LabelledContent, file: String) -> [Document] {
    let records = content.records(FilingLabel.set)
    // The day of the lookup stands once for all rows.
    let captured = records.filter { !$0.fields.contains(.number) }.compactMap { $0[.capturedOn] }
    return records.flatMap { record -> [Document] in
      guard isProof(record) else { return [] }
      let domains = domains(of: record)
      return (domains.isEmpty ? [nil] : domains.map(Optional.some)).map { domain in
        document(
          record, domain: domain, captured: record[.capturedOn] ?? captured.first, file: file)
      }
    }
  }

  /// A number, or a unit with a domain; a lone column of domains is somebody else's.
  private static func isProof(_ record: LabelledRecord<FilingLabel>) -> Bool {
    if !record.fields.isDisjoint(with: [.unitName, .unitKind]) {
      return !record.fields.isDisjoint(with: [.number, .domain, .homePage])
    }
    return record.all(.number).contains { cell in
      !FilingNumber.all(in: cell.text).isEmpty || FilingNumber.isBroken(cell.text)
    }
  }

  private typealias Record = LabelledRecord<FilingLabel>

  private static func domains(of record: Record) -> [Record.Cell] {
    let own = record.all(.domain)
    return (own.isEmpty ? record.all(.homePage) : own).flatMap { cell in
      cell.text.split { $0.isWhitespace || ";；,，、".contains($0) }.prefix(200).compactMap { part in
        FiledDomain.text(of: String(part)).map { .init(text: $0, row: cell.row) }
      }
    }.uniqued(by: \.text)
  }

  private static func document(
    _ record: Record, domain: Record.Cell?, captured: Record.Cell?, file: String
  ) -> Document {
    var facts = RecordFacts(file: file, page: record.page)
    facts.add(FilingFacts.unitName, record[.unitName]) {
      .string(TextNormalization.displayName(ofCompany: $0))
    }
    facts.add(FilingFacts.unitKind, record[.unitKind]) { .string($0) }
    facts.add(FilingFacts.domain, domain) { .string($0) }
    facts.add(FilingFacts.approvedOn, record[.approvedOn]) { DayText.date($0).map(Value.date) }
    facts.add(FilingFacts.capturedOn, captured) { DayText.date($0).map(Value.date) }
    facts.add(FilingFacts.isLimited, record[.isLimited]) { Flag($0).map { .bool($0.isOn) } }
    // Persons file with their identity card, whose number is not needed.
    facts.add(FilingFacts.unitCode, record[.unitCode]) { text in
      guard let code = UnifiedSocialCreditCode(text), code.isValid,
        ResidentIdentityNumber(text)?.isValid != true
      else { return nil }
      return .string(code.text)
    }
    facts.addNumbers(FilingNumbers(record.all(.number).map(\.text)), record[.number])
    return facts.document(.icpFiling)
  }
}

extension RecordFacts {
  fileprivate mutating func addNumbers(
    _ numbers: FilingNumbers, _ cell: LabelledRecord<FilingLabel>.Cell?
  ) {
    func text(_ value: String?) -> (String) -> Value? { { _ in value.map(Value.string) } }
    add(FilingFacts.filingNumber, cell, text(numbers.subject))
    add(FilingFacts.serviceNumber, cell, text(numbers.service?.text))
    add(FilingFacts.serviceKind, cell, text(numbers.service?.service?.name))
    add(FilingFacts.province, cell, text(numbers.province))
    add(FilingFacts.securityNumber, cell, text(numbers.security))
    add(FilingFacts.defects, cell) { _ in .texts(numbers.defects.map(\.rawValue)) }
  }
}
