/// A resolved fact is what all evidence of a submission says under one key, with its state.
package struct ResolvedFact: Hashable, Sendable {
  package var key: String
  package var state: FactState
  /// The value is `nil` unless the fact is known or doubtful.
  package var value: Value?
  package var confidence: Double
  package var evidence: [Evidence]
  /// The id of the document it was read from, `nil` for declared and computed facts.
  package var document: String?
  /// A conflicting fact lists its different values here, in the order of their files.
  package var alternatives: [Value]

  package init(
    key: String, state: FactState, value: Value? = nil, confidence: Double = 0,
    evidence: [Evidence] = [], document: String? = nil, alternatives: [Value] = []
  ) {
    self.key = key
    self.state = state
    self.value = value
    self.confidence = confidence
    self.evidence = evidence
    self.document = document
    self.alternatives = alternatives
  }

  /// Takes a fact as it was read; it is doubtful below the confidence.
  package init(_ fact: Fact, minimumConfidence: Double) {
    self.init(
      key: fact.key, state: fact.confidence < minimumConfidence ? .doubtful : .known,
      value: fact.value, confidence: fact.confidence, evidence: fact.evidence)
  }
}

/// An assembled document has its role in the submission and the state of each of its facts.
package struct AssembledDocument: Hashable, Sendable {
  /// The id is `m1`, `m2` and so on in the order of files and pages.
  package var id: String
  package var kind: MaterialKind
  /// `primary`, `legal_representative`, `operator`, `other`, or `nil` where the kind has no roles.
  package var role: String?
  package var confidence: Double
  package var file: String
  /// The pages are 0-based.
  package var pages: [Int]
  /// The facts stand under their plain keys (`id_front.name`).
  package var facts: [String: ResolvedFact]

  package init(
    id: String, kind: MaterialKind, role: String?, confidence: Double, file: String, pages: [Int],
    facts: [String: ResolvedFact]
  ) {
    self.id = id
    self.kind = kind
    self.role = role
    self.confidence = confidence
    self.file = file
    self.pages = pages
    self.facts = facts
  }
}

/// All that is known of one submission: what rules judge.
package struct FactSet: Hashable, Sendable {
  /// The facts by flat key come from the primary document of a kind, from the declaration, or are computed.
  package var facts: [String: ResolvedFact]
  package var documents: [AssembledDocument]
  /// Every picture is an element with its facts `image.*`, of kind ``MaterialKind/image``, called `p1`, `p2` and so on.
  package var pictures: [AssembledDocument]
  /// Every round stamp seen on a page picture is an element of kind ``MaterialKind/stamp``, called `s1`, `s2` and so on.
  package var stamps: [AssembledDocument]
  /// The files that may hold a document which was not found, sorted by name.
  package var hidingFiles: [HidingFile]
  /// Whether the declaration was drafted by `dossier init`; comparison rules are then `cannot_tell`.
  package var isDrafted: Bool

  package init(
    facts: [String: ResolvedFact], documents: [AssembledDocument] = [],
    pictures: [AssembledDocument] = [], stamps: [AssembledDocument] = [],
    hidingFiles: [HidingFile] = [], isDrafted: Bool = false
  ) {
    self.facts = facts
    self.documents = documents
    self.pictures = pictures
    self.stamps = stamps
    self.hidingFiles = hidingFiles
    self.isDrafted = isDrafted
  }

  /// Returns the documents over which a rule's `for_each` goes.
  package func elements(of kind: MaterialKind) -> [AssembledDocument] {
    switch kind {
    case .image: pictures
    case .stamp: stamps
    default: documents.filter { $0.kind == kind }
    }
  }

  /// Returns whether there may be a document of the kind that was not found.
  package func mayHide(_ kind: MaterialKind) -> Bool {
    hidingFiles.contains { $0.mayHold(kind) }
  }

  /// Returns the files that may hold a document of the kind, sorted.
  package func files(hiding kind: MaterialKind) -> [String] {
    hidingFiles.filter { $0.mayHold(kind) }.map(\.file)
  }

  /// The kinds of which there is a document.
  package var kinds: Set<MaterialKind> { Set(documents.map(\.kind)) }
}
