internal import Model

/// A validity period is a term of business or of a card, read as papers write it (docs/domain.md#dates-and-terms).
struct ValidityPeriod: Hashable, Sendable {
  enum End: Hashable, Sendable {
    case date(CalendarDate)
    /// 长期, 永久, 无固定期限, 永续经营, or `***` behind 至.
    case longTerm
  }

  /// The first day; `nil` where no start is given.
  let from: CalendarDate?
  /// The end; `nil` where none is given (自2010年9月2日起).
  let to: End?

  /// Whether a placeholder (`***`, `/`, `—`, 无) stands where the term would: printed, and saying nothing.
  var isPlaceholder: Bool { from == nil && to == nil }

  /// Reads the whole of `text`; `nil` where a part is not understood.
  ///
  /// On paper a date is a date: 2099-12-31 stays one, although vendors' files say 长期 by it.
  init?(parsing text: String) {
    var body = Substring(Self.folding.applied(to: text))
    for word in ["有效期限", "有效期", ":"] where body.hasPrefix(word) {
      body = body.dropFirst(word.count)
    }
    if body.hasSuffix("止") { body.removeLast() }
    body = body.drop { "/:".contains($0) && body.count > 1 }
    // The end was left blank.
    for blank in ["至年月日", "至期年月日", "到年月日"] where body.hasSuffix(blank) {
      body = body.dropLast(blank.count) + "起"
    }
    guard !body.isEmpty, body != "起" else { return nil }
    if Self.placeholders.contains(String(body)) || Self.isAsterisks(body) {
      from = nil
      to = nil
    } else if Self.longTermWords.contains(String(body)) {
      from = nil
      to = .longTerm
    } else if let start = Self.openStart(body) {
      from = start
      to = nil
    } else if let only = ["至", "到"].first(where: { body.hasPrefix($0) }) {
      guard let end = Self.end(body.dropFirst(only.count)) else { return nil }
      from = nil
      to = end
    } else if let (start, end) = Self.bothSides(body) {
      from = start
      to = end
    } else if let word = Self.longTermWords.first(where: {
      $0.count > 1 && body.hasSuffix($0)
    }), body.dropLast(word.count).allSatisfy({ "0123456789年月日自至".contains($0) }) {
      // The start was not read, the end was.
      from = nil
      to = .longTerm
    } else {
      return nil
    }
  }

  private static let folding = TextNormalization(steps: [.compatibility, .dashes, .noSpace])

  private static let longTermWords = LongTerm.words

  private static let placeholders: Set<String> = ["/", "-", "--", "无", "無", "未约定"]

  private static func isAsterisks(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0 == "*" || $0 == "＊" || $0 == "※" }
  }

  /// 自2010年9月2日, 2010年9月2日起, or with both words.
  private static func openStart(_ text: Substring) -> CalendarDate? {
    guard text.hasPrefix("自") || text.hasPrefix("从") || text.hasSuffix("起") else { return nil }
    return start(text)
  }

  private static func start(_ text: Substring) -> CalendarDate? {
    var body = text
    if body.hasPrefix("自") || body.hasPrefix("从") { body.removeFirst() }
    if body.hasSuffix("起") { body.removeLast() }
    return ChineseDate.parse(String(body))
  }

  private static func end(_ text: Substring) -> End? {
    if longTermWords.contains(String(text)) || isAsterisks(text) { return .longTerm }
    return ChineseDate.parse(String(text)).map(End.date)
  }

  /// The one place to cut at which both sides make sense: `-` is also inside dates.
  private static func bothSides(_ text: Substring) -> (CalendarDate, End)? {
    var found: (CalendarDate, End)?
    // Forms before 2014 print 自 and 至 so far apart that they may not be read.
    if let day = text.firstIndex(of: "日"), let start = start(text[...day]),
      let end = end(text[text.index(after: day)...])
    {
      return (start, end)
    }
    for index in text.indices where "至到-~".contains(text[index]) {
      var right = text[text.index(after: index)...]
      while let first = right.first, "-~".contains(first) { right.removeFirst() }
      guard let start = start(text[..<index]), let end = end(right) else { continue }
      if found != nil { return nil }
      found = (start, end)
    }
    return found
  }
}
