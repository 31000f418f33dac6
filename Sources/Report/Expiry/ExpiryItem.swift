package import Model

/// Something of a submission that runs out, or of which it is not known when.
package struct ExpiryItem: Hashable, Sendable {
  /// What is known of the last day on which it holds.
  package enum Day: Hashable, Sendable {
    case known(CalendarDate)
    /// Read, but not surely; a person must look.
    case doubtful(CalendarDate)
    /// Copies say different days.
    case conflicting([CalendarDate])
    case unread
  }

  /// The name of the submission.
  let submission: String
  /// As the license says it, else the declaration.
  let company: String?
  /// The paper, whose it is, and which of its days.
  let what: LocalizedText
  let day: Day
  /// Where it stands, sorted; papers that say the same are told once.
  var files: [String]

  /// The company, or the submission where no name was read.
  var holder: String { company ?? submission }
}

/// All that one submission has of it.
package struct ExpiryItems: Sendable {
  package private(set) var items: [ExpiryItem] = []
  /// How many papers hold without an end (长期).
  package private(set) var unlimited = 0

  /// - Parameters:
  ///   - factSet: The documents, and the company's name.
  ///   - extractions: What was read of each file.
  ///   - name: Of the submission.
  package init(
    of factSet: FactSet, _ extractions: [Extraction], in name: String, options: ReportOptions
  ) {
    let masking = Masking([], [], options: options)
    let company = factSet.companyName.map(masking.withoutNumbers)
    func item(_ what: LocalizedText, _ day: ExpiryItem.Day, _ file: String) -> ExpiryItem {
      ExpiryItem(
        submission: name, company: company, what: what, day: day,
        files: [file].filter { !$0.isEmpty })
    }
    if extractions.isEmpty || extractions.areAllUnopened {
      let words = LocalizedText(
        extractions.isEmpty ? "没有交任何文件" : "所有文件都打不开",
        extractions.isEmpty ? "no files were handed in" : "none of the files could be opened")
      items = [item(words, .unread, "")]
      return
    }
    var found: [ExpiryItem] = []
    for document in factSet.documents {
      // allowed: most kinds have none
      for declaration in options.catalogue.expiries[document.kind] ?? [] {
        let what = Self.words(of: declaration, document, of: company, masking, options)
        switch Self.day(of: declaration, document) {
        case .some(let day): found.append(item(what, day, document.file))
        case nil: unlimited += 1
        }
      }
    }
    let lost = extractions.flatMap(\.notices).filter(\.code.losesContent).map(\.file).uniqued()
    let words = LocalizedText("没有读全的文件", "a file that was not read whole")
    found += lost.map { item(words, .unread, $0) }
    // One may be a paper that runs out, of which nobody would be reminded.
    let strange = extractions.flatMap(\.notices).filter { $0.code == .kindUnknown }.map(\.file)
    found += strange.uniqued().filter { !lost.contains($0) }.map {
      item(LocalizedText("没有认出是什么材料的文件", "a file that is no paper that is known"), .unread, $0)
    }
    items = Self.merged(found)
  }

  /// `nil` where it holds without an end, or the paper says nothing of one.
  private static func day(
    of declaration: FactDeclaration, _ document: AssembledDocument
  ) -> ExpiryItem.Day? {
    let fact = document.facts[declaration.key]
    switch fact?.state {
    case .known:
      if let date = fact?.value?.date { return .known(date) }
      return fact?.value == .null ? nil : .unread
    case .doubtful: return fact?.value?.date.map(ExpiryItem.Day.doubtful) ?? .unread
    case .conflicting:
      guard let fact else { return .unread }
      return .conflicting(fact.alternatives.compactMap(\.date).sorted())
    case .unread, .noDocument, nil:
      // A term that is not printed has no end.
      let kind = declaration.key.hasSuffix("_to") ? declaration.key.dropLast(3) + "_kind" : ""
      let words = document.facts[String(kind)]
      return words?.state == .known && words?.value?.string != "fixed" ? nil : .unread
    }
  }

  /// `身份证国徽面（法定代表人）：有效期限`.
  private static func words(
    of declaration: FactDeclaration, _ document: AssembledDocument, of company: String?,
    _ masking: Masking, _ options: ReportOptions
  ) -> LocalizedText {
    let title = options.catalogue.title(of: document.kind)
    let label = declaration.label
    let named = names[document.kind].flatMap { document.facts[$0] }
    let known = named?.state == .known ? named.flatMap { masking.shown($0) } : nil
    // A seal bears the company's own name, as a rule.
    let name = known == company ? nil : known
    let owner = document.role.flatMap { roles[$0] } ?? name.map { LocalizedText($0, $0) }
    guard let owner else {
      return LocalizedText(
        title.chinese + "：" + label.chinese, title.english + ": " + label.english)
    }
    return LocalizedText(
      "\(title.chinese)（\(owner.chinese)）：\(label.chinese)",
      "\(title.english) (\(owner.english)): \(label.english)")
  }

  /// Whose paper it is, where a submission has several.
  private static let roles = [
    "legal_representative": LocalizedText("法定代表人", "legal representative"),
    "operator": LocalizedText("运营者", "operator"), "other": LocalizedText("其他", "other"),
  ]

  /// What tells papers of a kind apart, and names no person.
  private static let names: [MaterialKind: String] = [
    .domainCertificate: "domain.name", .tlsCertificate: "tls.subject",
    .electronicSeal: "seal.name",
  ]

  private static func merged(_ items: [ExpiryItem]) -> [ExpiryItem] {
    struct Mark: Hashable {
      let what: LocalizedText
      let day: ExpiryItem.Day
    }
    var merged: [ExpiryItem] = []
    var places: [Mark: Int] = [:]
    for item in items {
      let mark = Mark(what: item.what, day: item.day)
      if let same = places[mark] {
        merged[same].files += item.files
      } else {
        places[mark] = merged.count
        merged.append(item)
      }
    }
    for place in merged.indices { merged[place].files = merged[place].files.uniqued().sorted() }
    return merged
  }
}

extension Masking {
  /// A fact's value as text, masked; `nil` without one.
  fileprivate func shown(_ fact: ResolvedFact) -> String? {
    guard let value = fact.value, value != .null else { return nil }
    return withoutNumbers(shown(value, key: fact.key))
  }
}
