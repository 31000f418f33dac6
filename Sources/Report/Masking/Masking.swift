internal import Model

/// Decides what of a value a report shows; every value passes here on its way out (ARCHITECTURE.md, invariant 11).
struct Masking: Sendable {
  private let catalogue: FactCatalogue
  private let words: CatalogueWords
  let showsPersonalData: Bool
  /// The legal representatives that the licenses name: public register data wherever they stand.
  private let publicNames: Set<String>
  /// Personal values in full with their masks, longest first, to find them in running text.
  private var secrets: [Secret] = []

  private struct Secret {
    let text: String
    let mask: String
    let length: Int
    let isPlain: Bool

    /// Whether it may stand in a text; `false` is certain.
    ///
    /// Of plain letters each is a `Character` of its own, so bytes decide. Nearly all texts are of such, and looking
    /// by `Character` takes a hundred times as long.
    func mayStand(in other: String, isPlain otherIsPlain: Bool) -> Bool {
      guard isPlain, otherIsPlain, let first = text.utf8.first else { return true }
      let count = text.utf8.count
      var rest = other.utf8[...]
      while rest.count >= count, let place = rest.firstIndex(of: first) {
        rest = rest[place...]
        if rest.starts(with: text.utf8) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }

  private struct KeyedText: Hashable {
    let key: String
    let text: String
  }

  init(_ facts: [Fact], _ resolved: [ResolvedFact], options: ReportOptions) {
    catalogue = options.catalogue
    words = options.words
    showsPersonalData = options.showsPersonalData
    var names: Set<String> = []
    // The same text stands in documents, in files and in what was merged of both.
    var values: Set<KeyedText> = []
    var people: Set<String> = []
    func collect(_ key: String, _ contents: [Value], _ evidence: [Evidence]) {
      let isPublicName = key == "license.legal_representative"
      let mayHide = options.words.isPersonal(key) || MaskStyle.ofEither.contains(key)
      guard isPublicName || !options.showsPersonalData && mayHide else { return }
      for text in contents.map(\.text) + evidence.compactMap(\.raw) {
        if isPublicName { names.insert(Self.compared(text)) }
        values.insert(KeyedText(key: key, text: text))
        // A name with a phone beside it is no name, but what it is made of is.
        for part in Self.parts(of: text) where !isPublicName { people.insert(part) }
      }
    }
    for fact in facts { collect(fact.key, [fact.value], fact.evidence) }
    for fact in resolved {
      collect(fact.key, fact.alternatives + [fact.value].compactMap(\.self), fact.evidence)
    }
    publicNames = names
    var masks: [String: String] = [:]
    for value in values.sorted(by: { ($0.text, $0.key) < ($1.text, $1.key) }) {
      let style = style(ofValue: value.text, key: value.key)
      // A lone character or a short word would be found where it means something else.
      guard style != .shown, value.text.count >= (style == .whole ? 4 : 2) else { continue }
      masks[value.text] = style.masked(value.text)
    }
    for name in people where masks[name] == nil && !publicNames.contains(Self.compared(name)) {
      masks[name] = MaskStyle.personName.masked(name)
    }
    secrets = masks.map { text, mask in
      Secret(
        text: text, mask: mask, length: text.count, isPlain: text.isPlain(as: .line))
    }.sorted { left, right in
      left.length == right.length ? left.text < right.text : left.length > right.length
    }
  }

  /// For one submission.
  init(_ report: SubmissionReport, options: ReportOptions) {
    self.init(
      report.extractions.flatMap { $0.facts + $0.documents.flatMap(\.facts) },
      Array(report.factSet.facts.values) + report.factSet.documents.flatMap(\.facts.values),
      options: options)
  }

  /// Whether the key holds personal data, its value aside.
  func isConfirmable(_ key: String) -> Bool { words.isConfirmable(key) }

  func isPersonal(_ key: String) -> Bool { words.isPersonal(key) }

  /// Whether documents of the kind carry personal data.
  func holdsPersonalData(_ kind: MaterialKind) -> Bool {
    !words.personalKeys(of: kind).isEmpty
  }

  /// Whether every personal field that the kind may carry was located on the page.
  func locatesPersonalData(of document: Document, on page: Int) -> Bool {
    let located = Set(
      document.facts.filter { fact in
        fact.evidence.contains { $0.page == page && $0.box != nil }
      }.map(\.key))
    return words.personalKeys(of: document.kind).allSatisfy(located.contains)
  }

  /// Whether a key of a declaration is known and not personal: a fact's key, or its last part as written.
  func isPublicDeclaration(_ key: String) -> Bool {
    if showsPersonalData { return true }
    let meant = catalogue.keys.filter { known in
      known == key || known.hasPrefix(key + "_")
        || known.hasSuffix("." + key) && FactOrigin(ofKey: known) == .declared
    }
    return !meant.isEmpty && !meant.contains(where: isPersonal)
  }

  /// What a fact is called, where there is a short name for it; else its key.
  func label(of key: String) -> LocalizedText { words.label(of: key) }

  /// Whether anything of the key's values may be hidden; `false` spares looking at them.
  func mayHide(_ key: String) -> Bool {
    !showsPersonalData && (isPersonal(key) || MaskStyle.ofEither.contains(key))
  }

  /// The style for a value of the fact `key`.
  func style(ofValue text: String, key: String) -> MaskStyle {
    guard mayHide(key) else { return .shown }
    let style = isPersonal(key) ? MaskStyle.personal(key: key) : MaskStyle.name(text)
    if style == .personName, publicNames.contains(Self.compared(text)) { return .shown }
    return style
  }

  func style(of quotation: Quotation) -> MaskStyle {
    switch quotation.source {
    case .literal: return .shown
    case .value(let key): return style(ofValue: quotation.text, key: key)
    case .derived(let keys):
      guard !showsPersonalData, let key = keys.first(where: isPersonal) else { return .shown }
      if MaskStyle.personal(key: key) == .personName {
        return publicNames.contains(Self.compared(quotation.text)) ? .shown : .whole
      }
      // A sex, an age, a check character: what an ID number says beside its digits.
      if quotation.text.count <= 2 { return .shown }
      return CalendarDate(iso: quotation.text) == nil ? .whole : .birthDate
    }
  }

  /// Which characters of a value are shown: as its style has it, but never the number of an ID card or a phone.
  private func visibility(of characters: [Character], _ style: MaskStyle) -> [Bool] {
    let visible = style.visibility(of: characters)
    guard !showsPersonalData, PersonalForm.mayStand(in: String(characters)) else { return visible }
    return zip(visible, PersonalForm.visibility(of: characters)).map { $0 && $1 }
  }

  /// A quoted value by itself.
  func shown(_ quotation: Quotation) -> String {
    let style = style(of: quotation)
    if style == .shown, !PersonalForm.mayStand(in: quotation.text) { return quotation.text }
    let characters = Array(quotation.text)
    return String(Self.hidden(characters, visibility(of: characters, style)))
  }

  /// Whether anything of a quoted value is hidden.
  func hides(_ quotation: Quotation) -> Bool { shown(quotation) != quotation.text }

  /// The raw text of a fact's evidence: in full where the value is.
  func shownRaw(_ raw: String, of fact: ResolvedFact) -> String {
    if let value = fact.value, value != .null, !hides(value, key: fact.key) {
      // A line of an ID card may hold its neighbour's text as well.
      return fact.key.hasPrefix("id_") && !isPersonal(fact.key) ? redacted(raw) : raw
    }
    return shown(raw, key: fact.key)
  }

  /// The text of a value of the fact `key`.
  func shown(_ text: String, key: String) -> String {
    let style = style(ofValue: text, key: key)
    let hasForm = !showsPersonalData && PersonalForm.mayStand(in: text)
    let isFree = isFreeText(key)
    guard style != .shown || hasForm || isFree else { return text }
    let characters = Array(text)
    let masked = String(Self.hidden(characters, visibility(of: characters, style)))
    return isFree ? redacted(masked) : masked
  }

  /// Whether a company wrote the text as it liked, so that persons may be named in it.
  private func isFreeText(_ key: String) -> Bool {
    !showsPersonalData && FactOrigin(ofKey: key) == .declared && !isPersonal(key)
      && !MaskStyle.alwaysPublic.contains(key)
  }

  /// Public text without the numbers of persons that do not belong there.
  func withoutNumbers(_ text: String) -> String {
    showsPersonalData ? text : PersonalForm.masked(text)
  }

  /// Running text with every personal value of the submission masked.
  func redacted(_ text: String) -> String {
    if showsPersonalData { return text }
    let text = PersonalForm.masked(text)
    let isPlain = text.isPlain(as: .line)
    return secrets.reduce(text) { redacted, secret in
      guard secret.mayStand(in: redacted, isPlain: isPlain) else { return redacted }
      return redacted.split(separator: secret.text, omittingEmptySubsequences: false)
        .joined(separator: secret.mask)
    }
  }

  func redacted(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(redacted(text.chinese), redacted(text.english))
  }

  /// Two texts of which the differing characters are marked, and shown where they are hidden, unless they
  /// are no variants of one value and their masks differ anyway.
  func shown(_ left: Quotation, against right: Quotation) -> (MarkedText, MarkedText) {
    let (first, second) = (Array(left.text), Array(right.text))
    let visible = (
      visibility(of: first, style(of: left)), visibility(of: second, style(of: right))
    )
    let masks = (Self.hidden(first, visible.0), Self.hidden(second, visible.1))
    let difference = TextDifference(left.text, right.text)
    // Against a pattern or a limit everything differs, and nothing is uncovered.
    guard left.isComparable, right.isComparable, difference.areVariants || masks.0 == masks.1 else {
      return (MarkedText(masks.0), MarkedText(masks.1))
    }
    return (
      MarkedText(
        Self.hidden(first, zip(visible.0, difference.left).map { $0 || $1 }),
        differs: difference.left),
      MarkedText(
        Self.hidden(second, zip(visible.1, difference.right).map { $0 || $1 }),
        differs: difference.right)
    )
  }

  private static func hidden(_ characters: [Character], _ isVisible: [Bool]) -> [Character] {
    zip(characters, isVisible).map { $1 ? $0 : "*" }
  }

  /// The names of persons in a text of several words.
  private static func parts(of text: String) -> [String] {
    let words = text.split { $0.isWhitespace || "、，,；;：:/（）()".contains($0) }.map(String.init)
    guard words.count > 1 else { return [] }
    return words.filter { word in
      (2...4).contains(word.count) && !word.utf8.contains { $0 < 0x80 }
        && MaskStyle.name(word) == .personName
    }
  }

  /// A name without what spelling varies in: spaces and middle dots.
  private static func compared(_ name: String) -> String {
    name.filter { !$0.isWhitespace && !"·•・‧".contains($0) }
  }
}

extension Quotation {
  /// Whether it says what a value must be, rather than what it must lie within or look like.
  var isComparable: Bool { source != .literal && !isLimit }
}
