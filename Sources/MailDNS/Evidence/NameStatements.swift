package import Model

extension DNSCapture {
  /// More than all files of a company's mail say; a zone beyond is handed on in part.
  static let statementLimit = 2_000

  /// Returns what the capture says, for looking at it together with the other files of a submission.
  ///
  /// - Parameters:
  ///   - pages: 0-based, as those of its documents.
  ///   - surest: no statement is surer; below 1 for pictures.
  package func evidence(pages: [Int], surest: Double = 1) -> NameEvidence {
    let time = times.min()
    func statement(
      _ kind: NameStatement.Kind, _ name: DomainName, _ type: RecordType?, _ fields: [String],
      _ origin: RecordOrigin
    ) -> NameStatement {
      NameStatement(
        kind: kind, name: name.description, type: type?.name ?? "",  // allowed: a zone has no type
        fields: fields, evidence: origin.evidence,
        // A time that stands beside the evidence counts for all of it.
        capturedAt: (origin.captured ?? time)?.seconds, confidence: min(origin.confidence, surest))
    }
    let records = handedOn
    let isWhole = records.count == set.count
    var statements = records.map { record in
      statement(.record, record.owner, record.type, record.data.fieldTexts, record.origin)
    }
    statements += set.absences.map { question, absence in
      statement(
        absence.kind == .noName ? .noName : .noData, question.name, question.type, [],
        absence.origin)
    }
    if isWhole {
      statements += set.wholeZones.map { statement(.zone, $0, nil, [], $1) }
    }
    let file = statements.first?.evidence.file
    statements += set.failedQuestions.compactMap { question, failure in
      let origin =
        set.failureOrigin(of: question)
        ?? file.map { RecordOrigin(evidence: Evidence(file: $0, method: .dns)) }
      return origin.map {
        statement(.failure, question.name, question.type, [failure.rawValue], $0)
      }
    }
    return NameEvidence(
      pages: pages, statements: Array(statements.prefix(Self.statementLimit)),
      isWhole: isWhole && statements.count <= Self.statementLimit)
  }

  /// All records, or those that mail may need of more than can be handed on.
  private var handedOn: [DNSRecord] {
    guard set.count > Self.statementLimit else { return set.records }
    let wanted: [RecordType] = [.mx, .txt, .cname]
    return Array(
      set.records.lazy.filter { wanted.contains($0.type) }.prefix(Self.statementLimit))
  }
}

extension RecordSet {
  /// What was handed on; a statement that makes no sense is left out.
  ///
  /// - Parameter zone: takes the place of ``NameEvidence/namelessZone``.
  package init(_ statements: [NameStatement], zone: DomainName? = nil) {
    self.init()
    for statement in statements { add(statement, zone: zone) }
  }

  private mutating func add(_ statement: NameStatement, zone: DomainName?) {
    guard let name = Self.name(statement.name, zone: zone) else { return }
    let origin = RecordOrigin(
      evidence: statement.evidence, captured: statement.capturedAt.map(Instant.init(seconds:)),
      confidence: statement.confidence)
    let question = DNSQuestion(name, RecordType(name: statement.type))
    switch statement.kind {
    case .record:
      guard let data = RecordData(question.type, fieldTexts: statement.fields) else { return }
      add(DNSRecord(owner: name, data: data, origin: origin))
    case .noData: add(absence: .noData, of: question, origin: origin)
    case .noName: add(absence: .noName, of: question, origin: origin)
    case .failure:
      if let failure = statement.fields.first.flatMap(DNSFailure.init(rawValue:)) {
        add(failure: failure, of: question, origin: origin)
      }
    case .zone: add(completeZone: name, origin: origin)
    }
  }

  private static func name(_ text: String, zone: DomainName?) -> DomainName? {
    guard let zone, text.hasSuffix(NameEvidence.namelessZone) else { return DomainName(text: text) }
    let labels = text.dropLast(NameEvidence.namelessZone.count)
    return DomainName(text: String(labels) + zone.text)
  }
}
