package import Model

/// Puts what persons saw on the papers into what was read of them.
///
/// Pure, and before anything else is assembled: roles, copies and computed facts go by what was seen. Reading itself knows
/// nothing of it, so that what is kept of a file stays the same whatever anybody says of it.
package enum Confirming {
  /// Returns the extractions as persons correct them, with a notice about each confirmation.
  package static func applied(
    _ confirmations: [Confirmation], to extractions: [Extraction], catalogue: FactCatalogue
  ) -> (extractions: [Extraction], notices: [Notice]) {
    guard !confirmations.isEmpty else { return (extractions, []) }
    var extractions = extractions
    var notices: [Notice] = []
    let said = Dictionary(grouping: confirmations, by: \.subject).mapValues { Set($0.map(\.value)) }
    for confirmation in confirmations {
      do throws(Refusal) {
        guard said[confirmation.subject]?.count == 1 else {
          throw .unusable(
            "对同一处有两种不同的确认，请只保留一种", "two confirmations of it say different things; keep one")
        }
        let target = try Target(confirmation, in: extractions, catalogue)
        target.apply(to: &extractions[target.index])
        notices.append(target.notice)
      } catch {
        notices.append(error.notice(of: confirmation))
      }
    }
    return (extractions, notices)
  }

  /// Why a confirmation counts for nothing.
  enum Refusal: Error {
    /// The file has changed since.
    case stale
    case unusable(LocalizedText)

    func notice(of confirmation: Confirmation) -> Notice {
      switch self {
      case .stale: confirmation.notice(.confirmationStale)
      case .unusable(let reason):
        confirmation.notice(.confirmationInvalid, [String: String]().with("reason", reason))
      }
    }

    static func unusable(_ chinese: String, _ english: String) -> Refusal {
      .unusable(LocalizedText(chinese, english))
    }
  }
}

/// A confirmation that holds: with its file, its kind of document and its value.
private struct Target {
  let confirmation: Confirmation
  let index: Int
  private let kind: MaterialKind
  private let values: [(declaration: FactDeclaration, value: Value)]
  private let page: Int?

  init(_ confirmation: Confirmation, in extractions: [Extraction], _ catalogue: FactCatalogue)
    throws(Confirming.Refusal)
  {
    let key = confirmation.fact
    guard let declaration = catalogue[key] else {
      let nearest = NearestName.suggestion(for: key, among: catalogue.keys)
      throw .unusable(
        "没有事实 \(key)" + (nearest.map { "，是否为 \($0)？" } ?? ""),  // allowed: nothing is near
        // allowed: nothing is near
        "there is no fact \(key)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
    guard let kind = catalogue.confirmableKind(of: key) else {
      throw .unusable(
        "\(key) 不是从材料上读出的，不能这样确认；申报的内容请改 declared.yaml",
        "\(key) is not read from a paper; what is declared belongs into declared.yaml")
    }
    guard let value = ConfirmedValue.value(confirmation.value, as: declaration) else {
      let words = ConfirmedValue.words(of: declaration)
      throw .unusable("value 应为\(words.chinese)", "value must be \(words.english)")
    }
    guard let index = extractions.firstIndex(where: { $0.file == confirmation.file }) else {
      throw .unusable(
        "没有文件 \(confirmation.file)", "there is no file \(confirmation.file)")
    }
    guard extractions[index].digest == confirmation.digest else { throw .stale }
    let count = extractions[index].pages.count
    guard confirmation.page.map({ $0 < max(1, count) }) != false else {
      throw .unusable("该文件只有 \(count) 页", "the file has \(count) pages")
    }
    self.confirmation = confirmation
    self.index = index
    self.kind = kind
    page = confirmation.page ?? (count == 1 ? 0 : nil)
    values = [(declaration, value)] + (try Self.derived(from: value, key: key, catalogue))
    guard count > 0 else {
      throw .unusable("该文件没有可看的页面", "the file has no page that anybody could look at")
    }
    let own = extractions[index].documents.filter { $0.kind == kind }
    guard confirmation.page != nil || own.count < 2 else {
      throw .unusable(
        "该文件有几份同类材料，请写明 page", "the file holds several of that kind; say which page")
    }
    guard own.count(where: { document in page.map(document.pages.contains) == true }) < 2 else {
      throw .unusable(
        "该页有几份同类材料，无法确定是哪一份：请分成几个文件",
        "the page shows several of that kind, and it is not known which is meant: make a file of each"
      )
    }
  }

  /// The number and currency in which an amount is written go with it.
  private static func derived(from value: Value, key: String, _ catalogue: FactCatalogue)
    throws(Confirming.Refusal) -> [(declaration: FactDeclaration, value: Value)]
  {
    guard let number = catalogue[key + "_amount"], let currency = catalogue[key + "_currency"]
    else { return [] }
    // What was misread as a number must not stand beside the text that was seen.
    guard let amount = value.string.flatMap({ ChineseAmount(parsing: $0) }) else {
      throw .unusable("value 应为金额（如 100万元人民币）", "value must be an amount (100万元人民币)")
    }
    return [(number, .double(amount.amount)), (currency, .string(amount.currency))]
  }

  func apply(to extraction: inout Extraction) {
    let isNew = documentIndex(in: extraction) == nil
    if isNew {
      extraction.documents.append(
        Document(
          // allowed: no page
          kind: kind, confidence: 1, pages: page.map { [$0] } ?? [], rotationDegrees: 0,
          isReadWhole: false, facts: []))
    }
    let index = documentIndex(in: extraction) ?? extraction.documents.count - 1
    for (declaration, value) in values {
      let key = declaration.key
      let former = extraction.documents[index].facts.first { $0.key == key }?.evidence.first
      extraction.documents[index].facts.removeAll { $0.key == key }
      let evidence = Evidence(
        file: extraction.file, page: page ?? former?.page, box: former?.box, method: .person,
        confirmer: confirmation.confirmer)
      extraction.documents[index].facts.append(
        Fact(key: key, value: value, confidence: 1, evidence: [evidence]))
    }
    let keys = values.map(\.declaration.key)
    extraction.notices.removeAll { notice in
      let isHere = notice.page == nil || page == nil || notice.page == page
      switch notice.code {
      case .fieldUnread: return isHere && notice.details["fact"].map(keys.contains) == true
      case .kindUnknown, .kindAmbiguous, .pictureBlank: return isHere
      default: return false
      }
    }
  }

  private func documentIndex(in extraction: Extraction) -> Int? {
    extraction.documents.firstIndex { document in
      document.kind == kind
        && (page.map(document.pages.contains) ?? true || document.pages.isEmpty)
    }
  }

  var notice: Notice {
    let declaration = values[0].declaration
    let value = values[0].value
    let shown =
      value == .null ? LocalizedText("长期", "without end") : LocalizedText(value.text, value.text)
    let place = page.map { page in
      LocalizedText(
        "\(confirmation.file) 第 \(page + 1) 页", "\(confirmation.file) page \(page + 1)")
    }
    let remark = confirmation.confirmer.note.map { LocalizedText("（\($0)）", " (\($0))") }
    return confirmation.notice(
      .confirmedByPerson,
      [String: String]().with("label", declaration.label).with("value", shown)
        .with("place", place ?? LocalizedText(confirmation.file, confirmation.file))
        .with("note", remark ?? LocalizedText("", "")))
  }
}
