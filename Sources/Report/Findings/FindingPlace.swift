internal import Model

/// Where a fact of a finding stands, for people.
struct FindingPlace: Hashable {
  let fact: String
  let file: String
  /// 0-based.
  let page: Int?
  let box: Quad?
  let position: TextPosition?

  /// The places of the facts that a finding read, at most two of each: first that of the value found, then
  /// that of the value expected, then the others in the order of their keys.
  static func all(of finding: Finding, in report: SubmissionReport) -> [FindingPlace] {
    var facts = [finding.actual, finding.expected].compactMap { quotation in
      quotation?.valueKey.map { (key: $0, document: quotation?.document) }
    }
    let compared = facts.map(\.key)
    facts += finding.facts.filter { !compared.contains($0) }.map { ($0, finding.document) }
    var places: [FindingPlace] = []
    for (key, document) in facts {
      let evidence = self.facts(key, of: document, in: report).flatMap(\.evidence)
        .filter { !$0.file.isEmpty }
      for entry in evidence.prefix(2) {
        let place = FindingPlace(
          fact: key, file: entry.file, page: entry.page, box: entry.box, position: entry.position)
        if !places.contains(place) { places.append(place) }
      }
    }
    return places
  }

  /// The document's own fact where a rule runs over documents, else the flat one, else every document's.
  static func facts(
    _ key: String, of document: String?, in report: SubmissionReport
  ) -> [ResolvedFact] {
    let set = report.factSet
    let documents = set.documents + set.pictures + set.stamps
    if let document, let own = documents.first(where: { $0.id == document })?.facts[key] {
      return [own]
    }
    if let flat = set.facts[key] { return [flat] }
    return documents.compactMap { $0.facts[key] }
  }

  /// `F4`, as spreadsheets call the cell at a position in one; `nil` for texts, which have lines and columns.
  private var cell: String? {
    guard let position, file.lowercased().hasSuffix(".xlsx") else { return nil }
    var letters = ""
    var column = position.column
    while column > 0, let letter = UnicodeScalar(65 + (column - 1) % 26) {
      letters = String(Character(letter)) + letters
      column = (column - 1) / 26
    }
    return letters + String(position.line)
  }

  /// `营业执照.jpg 第 1 页 (312, 220)-(960, 262)`, `declared.yaml:5:9` or `名册.xlsx F4`; files without pages stand
  /// alone.
  func text(_ locale: ReportLocale, withBox: Bool) -> String {
    if let cell { return "\(file) \(cell)" }
    if let position { return "\(file):\(position.line):\(position.column)" }
    var parts = [file]
    if let page { parts.append(Phrase.pages([page])[locale]) }
    if withBox, let box { parts.append(Self.text(box)) }
    return parts.joined(separator: " ")
  }

  /// `declared.yaml 第 5 行` or `营业执照.jpg 第 1 页`: for people who do not count columns.
  func words(_ locale: ReportLocale) -> String {
    guard let position, cell == nil else { return text(locale, withBox: false) }
    return LocalizedText("\(file) 第 \(position.line) 行", "\(file) line \(position.line)")[locale]
  }

  /// Without the box, in both languages.
  var localizedText: LocalizedText {
    LocalizedText(words(.chinese), words(.english))
  }

  /// The upright rectangle around the box, in whole pixels or points.
  private static func text(_ box: Quad) -> String {
    let horizontal = box.corners.map(\.x)
    let vertical = box.corners.map(\.y)
    func whole(_ number: Double?) -> String {
      number.flatMap { Int(exactly: $0.rounded()) }.map(String.init) ?? "?"
    }
    return "(\(whole(horizontal.min())), \(whole(vertical.min())))"
      + "-(\(whole(horizontal.max())), \(whole(vertical.max())))"
  }
}
