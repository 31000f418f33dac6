package import Model

/// Extractions and a declaration to one fact set: roles, copies, conflicts, computed facts.
package enum Assembly {
  /// The facts that assembling adds.
  package static let factDeclarations: [FactDeclaration] =
    [
      ComputedFacts.submittedOn.declaration, ComputedFacts.asOf.declaration,
      ComputedFacts.materials,
      Pictures.materials,
    ] + BatchFacts.declarations + CardFacts.declarations + DocumentFacts.declarations
    + OrganizationComparison.declarations + FilingFacts.declarations + StatedFacts.declarations

  /// Returns all that is known of one submission.
  ///
  /// Every key that the catalogue gives to a material has an entry, known or with the reason why not.
  /// Pure; the order of extractions does not matter.
  /// - Parameters:
  ///   - extractions: of all files, also of those that could not be read (with their notices).
  ///   - declaration: facts `declared.*`; of two under one key the first counts.
  ///   - unread: facts of declared values that were not understood; a known one outweighs them.
  ///   - minimumConfidence: facts below it are doubtful.
  ///   - batch: the others of the run; `nil` where this one stands alone.
  package static func factSet(
    extractions: [Extraction], declaration: [Fact], unread: [ResolvedFact] = [], isDrafted: Bool,
    asOf: CalendarDate, catalogue: FactCatalogue, minimumConfidence: Double,
    in batch: BatchPlace? = nil
  ) -> FactSet {
    let documents = PlacedDocument.all(in: extractions)
    let outcome = roles(of: documents, declared: DeclaredIdentity(declaration))
    let keys = catalogue.materialKeys
    let merging = FactMerging(minimumConfidence: minimumConfidence)
    let hiding = HidingFiles.all(in: extractions)
    var facts: [String: ResolvedFact] = [:]
    for kind in keys.kinds where kind != .image && kind != .stamp {
      let statement = Self.statement(of: kind, in: documents, outcome, merging)
      for key in keys.keys(of: kind) where !DocumentFacts.keys.contains(key) {
        facts[key] = statement(key)
      }
    }
    for fact in declaration where facts[fact.key] == nil {
      facts[fact.key] = ResolvedFact(
        key: fact.key, state: .known, value: fact.value, confidence: fact.confidence,
        evidence: fact.evidence)
    }
    for fact in unread where facts[fact.key] == nil { facts[fact.key] = fact }
    let computed = ComputedFacts.all(
      documents: documents, declaration: declaration, asOf: asOf,
      minimumConfidence: minimumConfidence)
    let traces = BatchTraces(
      submission: batch?.submission, extractions: extractions, declaration: declaration,
      minimumConfidence: minimumConfidence)
    let submittedOn = computed.first?.value?.date ?? asOf
    let cards = CardFacts.all(of: facts, submittedOn: submittedOn)
    for fact in computed + cards + BatchFacts.all(of: traces, in: batch?.index) {
      facts[fact.key] = fact
    }
    for fact in MailEvidence.all(
      of: documents, outcome.roles, minimumConfidence: minimumConfidence)
    {
      facts[fact.key] = fact
    }
    let organization = OrganizationComparison.all(
      documents: documents, facts: facts, minimumConfidence: minimumConfidence)
    let statements =
      FilingFacts.all(of: documents, minimumConfidence: minimumConfidence)
      + StatedFacts.all(from: facts)
    for fact in organization + statements { facts[fact.key] = fact }
    let pictures = Pictures.all(
      in: extractions, documents: documents, minimumConfidence: minimumConfidence)
    // Of several pictures none is meant by a flat key.
    if pictures.count == 1 {
      facts.merge(pictures[0].facts) { own, _ in own }
    }
    return FactSet(
      facts: facts,
      documents: documents.map { placed in
        var document = assembled(
          placed, role: outcome.roles[placed.id], keys: keys, merging)
        let own =
          DocumentFacts.all(of: placed, outcome, hiding)
          + CardFacts.all(of: document.facts, submittedOn: submittedOn)
        for fact in own { document.facts[fact.key] = fact }
        return document
      },
      pictures: pictures, stamps: Stamps.all(in: extractions, minimumConfidence: minimumConfidence),
      hidingFiles: hiding, isDrafted: isDrafted)
  }

  private static func roles(of documents: [PlacedDocument], declared: DeclaredIdentity)
    -> CardRoles.Outcome
  {
    func all(_ kind: MaterialKind) -> [PlacedDocument] {
      documents.filter { $0.document.kind == kind }
    }
    let licenses = all(.businessLicense)
    let licenseRoles = LicenseRoles.roles(of: licenses, declared: declared)
    let representative = licenses.filter { licenseRoles[$0.id] == .primary }
      .compactMap { $0.text("license.legal_representative", profile: "person") }.first
    var outcome = CardRoles.roles(
      fronts: all(.idCardFront), backs: all(.idCardBack), declared: declared,
      licenseRepresentative: representative)
    outcome.roles.merge(licenseRoles) { card, _ in card }
    let filings = FilingRoles.roles(of: documents, declaredDomain: declared.mailDomain)
    outcome.roles.merge(filings) { own, _ in own }
    let names = all(.dnsRecords)
    let choice = MailDomainChoice(names.map(\.document), declared: declared.mailDomain)
    for placed in names { outcome.roles[placed.id] = choice.role(of: placed.document) }
    if choice.isOpen { outcome.undecided.formUnion(names.map(\.id)) }
    return outcome
  }

  /// What becomes of a kind's flat keys: the facts of the primary license, of the legal representative's card, or
  /// of all documents of a kind without roles.
  private static func statement(
    of kind: MaterialKind, in documents: [PlacedDocument], _ outcome: CardRoles.Outcome,
    _ merging: FactMerging
  ) -> (_ key: String) -> ResolvedFact {
    let all = documents.filter { $0.document.kind == kind }
    let meant = all.filter { placed in
      switch outcome.roles[placed.id] {
      case .primary, .legalRepresentative, nil: true
      case .operating, .other: false
      }
    }
    if !meant.isEmpty { return { merging.resolved($0, in: meant) } }
    let undecided = all.filter { outcome.undecided.contains($0.id) }
    // Different domains have different records: there is no contradiction in that.
    if kind == .dnsRecords, !undecided.isEmpty { return { merging.unread($0, in: undecided) } }
    if !undecided.isEmpty { return { merging.undecided($0, among: undecided) } }
    return FactMerging.absent
  }

  private static func assembled(
    _ placed: PlacedDocument, role: Role?, keys: MaterialKeys, _ merging: FactMerging
  ) -> AssembledDocument {
    let own = Set(keys.keys(of: placed.document.kind) + placed.document.facts.map(\.key))
    return AssembledDocument(
      id: placed.id, kind: placed.document.kind, role: role?.rawValue,
      confidence: placed.document.confidence, file: placed.file, pages: placed.document.pages,
      facts: Dictionary(
        uniqueKeysWithValues: own.map { ($0, merging.resolved($0, in: [placed])) }))
  }
}
