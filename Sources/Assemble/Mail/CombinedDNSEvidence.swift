package import MailDNS
package import Model

/// Looks at the DNS evidence of all files of a submission together: an include, a selector or an address that one
/// file leaves open may stand in another.
///
/// Each document keeps the statements of its own file; what follows from all of them is concluded anew, with the
/// evidence of every file that it rests on.
package struct CombinedDNSEvidence {
  /// What one file or page says.
  private struct Piece {
    let extraction: Int
    let names: NameEvidence
    let set: RecordSet
    let isNameless: Bool
    /// Whether it was read from pixels.
    let isPicture: Bool
  }

  private var extractions: [Extraction]
  private let providers: MailProviders
  private let declared: DomainName?
  private let selectors: [String]
  private var pieces: [Piece] = []

  /// People hand in a screenshot for each record; more is a wrong folder, whose files are looked at one by one.
  private static let pieceLimit = 40
  private static let statementLimit = 20_000

  /// Returns the extractions of one submission with the facts that follow from all of them.
  ///
  /// - Parameter declaration: The declared facts; their mail domain says whose an export is that does not say so.
  package static func combined(
    _ extractions: [Extraction], declaration: [Fact], providers: MailProviders
  ) -> [Extraction] {
    guard extractions.contains(where: { !$0.names.isEmpty }) else { return extractions }
    var evidence = CombinedDNSEvidence(extractions, declaration, providers)
    evidence.combine()
    evidence.addDeclaredDomain()
    evidence.noteChoice(declaration)
    return evidence.extractions
  }

  private init(_ extractions: [Extraction], _ declaration: [Fact], _ providers: MailProviders) {
    self.extractions = extractions
    self.providers = providers
    let domain = DeclaredIdentity(declaration).mailDomain.flatMap(DomainName.init(mailbox:))
    // What a provider of personal mailboxes publishes says nothing about the company.
    declared = domain.flatMap { providers.isConsumer($0) ? nil : $0 }
    let named = declaration.first { $0.key == "declared.mail.dkim_selectors" }?.value
    selectors = if case .list(let values) = named { values.compactMap(\.string) } else { [] }
    let order = extractions.indices.sorted {
      extractions[$0].file.utf8.lexicographicallyPrecedes(extractions[$1].file.utf8)
    }
    var count = 0
    for index in order {
      for names in extractions[index].names {
        count += names.statements.count
        guard pieces.count < Self.pieceLimit, count <= Self.statementLimit else { return }
        let isNameless = names.statements.contains {
          $0.name.hasSuffix(NameEvidence.namelessZone)
        }
        pieces.append(
          Piece(
            extraction: index, names: names, set: RecordSet(names.statements, zone: declared),
            isNameless: isNameless,
            isPicture: names.statements.contains { $0.evidence.method == .ocr }))
      }
    }
  }

  /// Everything that is said, from where a piece stands; nothing firm is concluded from letters in pixels.
  private func records(from piece: Int) -> RecordSet {
    let own = pieces[piece]
    let others = pieces.indices.filter {
      $0 != piece && (own.isPicture || !pieces[$0].isPicture)
    }
    return CombinedRecords(own.set, others: others.map { pieces[$0].set }).set
  }

  private func study(of domain: DomainName, from piece: Int) -> MailDomainStudy {
    MailDomainStudy(
      of: domain, in: records(from: piece), selectors: domain == declared ? selectors : [],
      providers: providers)
  }

  private mutating func combine() {
    var seen: Set<DomainName> = []
    for piece in pieces.indices where pieces[piece].names.isWhole {
      let (index, pages) = (pieces[piece].extraction, pieces[piece].names.pages)
      if pieces[piece].isNameless { takeForDeclared(index) }
      guard pieces.count > 1 || pieces[piece].isNameless || !selectors.isEmpty else { continue }
      for place in extractions[index].documents.indices {
        let document = extractions[index].documents[place]
        guard document.kind == .dnsRecords, document.pages == pages,
          let domain = domain(of: document, pieces[piece])
        else { continue }
        let found = study(of: domain, from: piece).facts.map(\.trusted)
        let isFirst = seen.insert(domain).inserted
        let own = Set(document.facts.map(\.key))
        // What only all files together say stands in the first of them.
        extractions[index].documents[place].facts = found.filter {
          isFirst || own.contains($0.key)
        }
      }
    }
  }

  private func domain(of document: Document, _ piece: Piece) -> DomainName? {
    if let text = document.facts.first(where: { $0.key == "dns.domain" })?.value.string {
      return DomainName(mailbox: text)
    }
    return piece.isNameless ? declared : nil
  }

  /// Says that an export without a domain was taken for the declared one's.
  private mutating func takeForDeclared(_ index: Int) {
    guard let declared else { return }
    let file = extractions[index].file
    extractions[index].notices.removeAll { $0.code == .dnsDomainUnknown }
    guard !extractions[index].notices.contains(where: { $0.code == .dnsDomainAssumed }) else {
      return
    }
    var details = ["domain": declared.text]
    details.set(
      "source", to: LocalizedText("申报的邮箱域名", "the declared mail domain"))
    extractions[index].notices.append(
      Notice(file: file, stage: .assemble, code: .dnsDomainAssumed, details: details))
  }

  /// A zone may hold the declared domain among others, of which it said nothing itself.
  private mutating func addDeclaredDomain() {
    guard let declared else { return }
    let known = extractions.flatMap(\.documents).contains { document in
      document.facts.contains { $0.key == "dns.domain" && $0.value == .string(declared.text) }
    }
    guard !known else { return }
    for piece in pieces.indices where Self.speaks(pieces[piece].set, of: declared) {
      let facts = study(of: declared, from: piece).facts.map(\.trusted)
      guard !facts.isEmpty else { continue }
      extractions[pieces[piece].extraction].documents.append(
        Document(
          kind: .dnsRecords, confidence: 0.99, pages: pieces[piece].names.pages,
          rotationDegrees: 0, isReadWhole: false, facts: facts))
      return
    }
  }

  /// Whether records of a domain's mail are there.
  private static func speaks(_ set: RecordSet, of domain: DomainName) -> Bool {
    let types: [RecordType] = [.mx, .txt]
    return set.records(at: domain).contains { types.contains($0.type) }
      || domain.prefixed(by: "_dmarc").map { !set.records(at: $0).isEmpty } == true
  }

  /// Says which domain counts where there are several, or that it is open.
  private mutating func noteChoice(_ declaration: [Fact]) {
    let places = extractions.indices.flatMap { index in
      extractions[index].documents.filter { $0.kind == .dnsRecords }.map { (index, $0) }
    }
    let choice = MailDomainChoice(
      places.map(\.1), declared: DeclaredIdentity(declaration).mailDomain)
    guard !choice.others.isEmpty, let place = pieces.first?.extraction else { return }
    let others = choice.others.joined(separator: ", ")
    let details =
      choice.domain.map { ["domain": $0, "others": others] } ?? ["domains": others]
    extractions[place].notices.append(
      Notice(
        file: extractions[place].file, stage: .assemble,
        code: choice.isOpen ? .dnsSeveralDomains : .dnsOtherDomains, details: details))
  }
}

extension Fact {
  /// Not surer than its least trusted evidence: a letter in pixels may be another one.
  fileprivate var trusted: Fact {
    guard evidence.contains(where: { $0.method == .ocr }) else { return self }
    var fact = self
    fact.confidence = min(confidence, NameEvidence.surestOfPicture)
    return fact
  }
}
