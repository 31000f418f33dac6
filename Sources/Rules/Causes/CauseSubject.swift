internal import Model

/// One thing that rules wait for.
enum CauseSubject: Hashable {
  /// The declaration, which cannot be read.
  case declaration
  /// The files that were lost for one reason.
  case unread(NoticeCode)
  case unknownFile(String)
  /// That somebody looks at the declaration, which the tool has drafted.
  case draft
  /// All that the company does not say: one look into one file settles it.
  case undeclared
  /// A declared value that was not understood, by its key.
  case declaredValue(String)
  case undelivered(MaterialKind)
  /// Answers to questions that evidence of the kind should hold.
  case answers(MaterialKind)
  /// Values on a paper or in a file: one better file, or one look at it, settles them.
  case values(String)
  /// A fact of which documents say different things.
  case conflict(String)

  var kind: Cause.Kind {
    switch self {
    case .declaration: .declarationBroken
    case .unread: .fileUnread
    case .unknownFile: .fileUnknown
    case .draft, .undeclared: .notDeclared
    case .undelivered: .notDelivered
    case .answers: .evidenceMissing
    case .declaredValue, .values, .conflict: .valueUnread
    }
  }

  /// What has to be settled first comes first: a rule that waits for several is told under that.
  var order: Int {
    switch self {
    case .declaration: 0
    case .draft: 1
    case .unread: 2
    case .unknownFile: 3
    case .undeclared: 4
    case .declaredValue: 5
    case .undelivered: 6
    case .conflict: 7
    case .values: 8
    case .answers: 9
    }
  }

  var file: String? {
    switch self {
    case .unknownFile(let file), .values(let file): file
    case .declaration, .draft, .undeclared, .unread, .declaredValue, .undelivered, .answers,
      .conflict:
      nil
    }
  }

  /// For an order that is the same in each run.
  var name: String {
    switch self {
    case .declaration, .draft, .undeclared: ""
    case .unread(let code): code.rawValue
    case .unknownFile(let text), .declaredValue(let text), .values(let text), .conflict(let text):
      text
    case .undelivered(let kind), .answers(let kind): kind.rawValue
    }
  }
}

/// Finds what the rules wait for that could not tell.
struct CauseFinder {
  let facts: FactSet
  let catalogue: FactCatalogue
  let circumstances: Circumstances

  /// The subjects in the order in which they have to be settled; none where only a person can tell.
  func subjects(of finding: Finding) -> [CauseSubject] {
    guard finding.verdict == .cannotTell else { return [] }
    if finding.unknown.isEmpty { return facts.isDrafted ? [.draft] : [] }
    return finding.unknown.flatMap(subjects).uniqued().sorted {
      ($0.order, $0.name) < ($1.order, $1.name)
    }
  }

  /// What would settle one fact.
  func subjects(of unknown: Finding.Unknown) -> [CauseSubject] {
    let (key, file) = (unknown.fact, unknown.file)
    if key == UnknownWords.materialsKey {
      let files = unknown.state == .noDocument ? [file].compactMap(\.self) : hidingFiles(nil)
      return files.map(subject(ofFile:))
    }
    if FactOrigin(ofKey: key) == .declared {
      if circumstances.isDeclarationBroken { return [.declaration] }
      return [facts.facts[key] == nil ? .undeclared : .declaredValue(key)]
    }
    let kind = kind(of: key)
    switch unknown.state {
    case .noDocument:
      guard let kind else { return [] }
      let files = hidingFiles(kind)
      return files.isEmpty ? [.undelivered(kind)] : files.map(subject(ofFile:))
    case .unread, .doubtful:
      // Whether a card's other side is there hangs on the files that may hold it.
      if key.hasSuffix(".has_other_side"), !facts.hidingFiles.isEmpty {
        return hidingFiles(key.hasPrefix("id_front.") ? .idCardBack : .idCardFront).map(
          subject(ofFile:))
      }
      if let kind, [.dnsRecords, .tlsCertificate].contains(kind) { return [.answers(kind)] }
      return file.map { [.values($0)] } ?? []  // allowed: of no file, so nobody's fault
    case .conflicting: return [.conflict(key)]
    case .known: return []
    }
  }

  /// The files that may hold a document of the kind, or of any.
  private func hidingFiles(_ kind: MaterialKind?) -> [String] {
    kind.map(facts.files(hiding:)) ?? facts.hidingFiles.map(\.file)
  }

  /// A file that may hold what is missing: one that was read, or one that was not.
  func subject(ofFile file: String) -> CauseSubject {
    circumstances.losses(of: file).first.map { .unread($0.code) } ?? .unknownFile(file)
  }

  /// The kind of document that carries a fact.
  func kind(of key: String) -> MaterialKind? {
    if let kind = catalogue[key]?.material { return kind }
    let prefix = key.prefix { $0 != "." }
    return ["dns": .dnsRecords, "tls": .tlsCertificate][prefix]
  }
}
