package import Model
internal import Recognition

/// Turns the text of a field into typed facts.
package struct FieldValue {
  let field: FieldDefinition
  let prefix: String
  package let text: PageText

  /// - Parameters:
  ///   - prefix: of the material's facts.
  ///   - text: the page that the field was read on.
  package init(field: FieldDefinition, prefix: String, text: PageText) {
    self.field = field
    self.prefix = prefix
    self.text = text
  }

  private func fact(
    _ value: Value, _ confidence: Double, _ reading: FieldReading, _ suffix: String = ""
  ) -> Fact {
    Fact(
      key: prefix + "." + field.key + suffix, value: value, confidence: confidence,
      evidence: [reading.evidence])
  }

  /// None where the text does not mean what the field's type says: an unreadable value is no fact.
  package func facts(from reading: FieldReading) -> [Fact] {
    let words = reading.text
    guard !words.isEmpty else { return [] }
    var confidence: Double
    switch field.kind {
    case .date, .period: confidence = Confidence.ofDate(reading)
    case .amount: confidence = Confidence.ofAmount(reading)
    case .text: confidence = Confidence.ofText(reading)
    case .string(let rule) where rule.normalize == "address" && rule.pattern == nil:
      confidence = Confidence.ofAddress(reading)
    case .string(let rule) where rule.normalize == "company":
      confidence = Confidence.ofCompany(reading)
    case .string(let rule) where rule.normalize == "person":
      confidence = Confidence.ofPerson(reading)
    case .string, .mark, .qr, .red, .stamp, .stampText:
      confidence = Confidence.ofReading(reading)
    }
    if !reading.isTextLayer,
      reading.mayBeginWithLabel || reading.isAtEdge || showsTruncation(words)
        || hasLookAlike(reading)
    {
      confidence = min(Confidence.truncated, confidence)
    }
    if let margin = reading.margin {
      confidence = min(confidence, Confidence.ofAssignment(margin))
    }
    func fact(_ suffix: String, _ value: Value) -> Fact {
      self.fact(value, confidence, reading, suffix)
    }
    switch field.kind {
    case .string(let rule), .text(let rule):
      // allowed: no fact
      if !rule.values.isEmpty { return choice(reading, of: rule.values).map { [$0] } ?? [] }
      let isName = rule.normalize == "person" || rule.normalize == "company"
      let shown = DisplayText.cleaned(
        isName ? reading.spacedText : words, profile: rule.normalize)
      if field.grammar == .companyType, !reading.isTextLayer,
        let type = CompanyTypes.nearest(to: shown), mayBe(type, reading)
      {
        return [self.fact(.string(type), min(Confidence.truncated, confidence), reading)]
      }
      if field.grammar == .companyType, CompanyTypes.contains(shown),
        reading.margin.map({ $0 >= Confidence.clearMargin }) != false
      {
        // One of a closed list has lost no letter, however its letters stand.
        return [self.fact(.string(shown), max(confidence, Confidence.ofListed(reading)), reading)]
      }
      // A code that `CodeReader` refused is not read: a part of it is another number.
      guard rule.checksum == nil else { return [] }
      if let pattern = rule.pattern {
        // allowed: no fact
        return Patterns.first(pattern, in: shown).map { [fact("", .string($0))] } ?? []
      }
      return shown.isEmpty ? [] : [fact("", .string(shown))]
    case .date:
      // allowed: no fact
      return ChineseDate.parse(DateWords.mended(words)).map { [fact("", .date($0))] } ?? []
    case .amount:
      let shown = DisplayText.cleaned(words, profile: nil)
      // 5.100万元: the point may be a comma of thousands that was read wrong, so what it amounts to is not known.
      let isAmbiguous =
        !reading.isTextLayer && Patterns.first("[0-9][.][0-9]{3}([^0-9]|$)", in: words) != nil
      // The words beside the number (万, 人民币) count in what is shown.
      let asShown = self.fact(
        .string(shown), min(confidence, Confidence.ofReading(reading)), reading)
      if !isAmbiguous, ChineseAmount(parsing: words) == nil, let mended = mendedAmount(reading),
        let amount = ChineseAmount(parsing: mended)
      {
        confidence = min(0.8, confidence)
        return [
          fact("", .string(DisplayText.cleaned(mended, profile: nil))),
          fact("_amount", .double(amount.amount)), fact("_currency", .string(amount.currency)),
        ]
      }
      guard !isAmbiguous, let amount = ChineseAmount(parsing: words) else {
        // 101方元: what is not understood was not read right.
        var doubtful = asShown
        if !reading.isTextLayer { doubtful.confidence = min(0.8, doubtful.confidence) }
        return [doubtful]
      }
      return [
        asShown, fact("_amount", .double(amount.amount)),
        fact("_currency", .string(amount.currency)),
      ]
    case .period(let hasKind): return period(words, hasKind: hasKind, fact)
    case .mark, .qr, .red, .stamp, .stampText: return []
    }
  }

  /// Whether something in a text is not the value's own, or missing, whatever the recognizer says.
  func showsTruncation(_ words: String) -> Bool {
    // Names of persons may have a dot.
    if field.rule?.normalize != "person", TruncationSigns.hasSpeck(words) { return true }
    guard field.isStamped, case .string(let rule) = field.kind else { return false }
    return AuthorityName.isCut(DisplayText.cleaned(words, profile: rule.normalize))
  }

  /// Whether a letter of a code without check digits may be a digit of the same shape, or the other way round, where
  /// the code's form allows either.
  private func hasLookAlike(_ reading: FieldReading) -> Bool {
    guard let rule = field.rule, rule.normalize == "code", rule.checksum == nil,
      let pattern = rule.pattern
    else { return false }
    func code(_ symbols: [String]) -> String? {
      Patterns.first(pattern, in: DisplayText.cleaned(symbols.joined(), profile: rule.normalize))
    }
    let symbols = reading.letters.map(\.symbol)
    return symbols.indices.contains { index in
      guard let twin = Self.lookAlikes[symbols[index]],
        let share = choices(at: reading.letters[index])?.first(where: { $0.symbol == twin }),
        share.probability >= Self.leastShare
      else { return false }
      var other = symbols
      other[index] = twin
      return code(other) != code(symbols) && code(other)?.count == code(symbols)?.count
    }
  }

  private static let lookAlikes = [
    "S": "5", "5": "S", "B": "8", "8": "B", "O": "0", "0": "O", "I": "1", "1": "I", "Z": "2",
    "2": "Z",
  ]
  private static let leastShare: Float = 0.005

  /// Whether the recognizer held every letter of a text possible where it read another.
  private func mayBe(_ text: String, _ reading: FieldReading) -> Bool {
    let symbols = text.map(String.init)
    guard symbols.count == reading.letters.count else { return false }
    return zip(symbols, reading.letters).allSatisfy { symbol, letter in
      symbol == letter.symbol || "（）".contains(symbol)
        || choices(at: letter)?.contains { $0.symbol == symbol } == true
    }
  }

  /// An amount with what amounts have, where the recognizer held it possible: 伍佰万圆整 for 伍信万圆整.
  ///
  /// - Returns: `nil` where a letter that no amount has could be none that they have.
  private func mendedAmount(_ reading: FieldReading) -> String? {
    var mended = ""
    for letter in reading.letters {
      if letter.symbol.allSatisfy({ Self.amountLetters.contains($0) || $0.isASCII }) {
        mended += letter.symbol
      } else if let choice = choices(at: letter)?.first(where: { choice in
        choice.symbol.count == 1 && choice.symbol.allSatisfy(Self.amountLetters.contains)
      }) {
        mended += choice.symbol
      } else {
        return nil
      }
    }
    return mended
  }

  private static let amountLetters: Set<Character> = Set(
    "零壹贰叁肆伍陆柒捌玖拾佰仟萬亿万元圆整正人民币角分一二三四五六七八九十百千（）美港欧日")

  private func period(_ words: String, hasKind: Bool, _ fact: (String, Value) -> Fact) -> [Fact] {
    guard let period = ValidityPeriod(parsing: DateWords.mended(words)) else { return [] }
    var facts: [Fact] = []
    if let from = period.from { facts.append(fact("_from", .date(from))) }
    let kind: String?
    switch period.to {
    case .date(let end):
      facts.append(fact("_to", .date(end)))
      kind = "fixed"
    case .longTerm:
      facts.append(fact("_to", .null))
      kind = "long_term"
    case nil: kind = period.isPlaceholder ? "not_printed" : nil
    }
    if hasKind, let kind { facts.append(fact("_kind", .string(kind))) }
    return facts
  }

  /// One of the field's values: as read, or the only one that the recognizer held possible.
  private func choice(_ reading: FieldReading, of values: [String]) -> Fact? {
    let words = DisplayText.cleaned(reading.text, profile: "words")
    // 汉族 for 汉.
    let plain = words.hasSuffix("族") ? String(words.dropLast()) : words
    if values.contains(plain) {
      return fact(.string(plain), Confidence.ofReading(reading), reading)
    }
    // A piece of the label before the value: 制女 for 别女.
    let endings = values.filter { plain.count > $0.count && plain.hasSuffix($0) }
    if let ending = endings.max(by: { $0.count < $1.count }) {
      return fact(.string(ending), 0.84 * Confidence.ofReading(reading), reading)
    }
    let fitting = values.compactMap { value in
      probability(of: value, in: reading).map { (value: value, probability: $0) }
    }
    guard fitting.count == 1, let only = fitting.first else { return nil }
    return fact(.string(only.value), min(0.8, 0.5 + only.probability), reading)
  }

  /// How likely the recognizer held a text of the same length at these places; `nil` where it did not.
  private func probability(of value: String, in reading: FieldReading) -> Double? {
    let symbols = value.map(String.init)
    guard symbols.count == reading.letters.count else { return nil }
    var product = 1.0
    for (symbol, letter) in zip(symbols, reading.letters) {
      guard let choice = choices(at: letter)?.first(where: { $0.symbol == symbol }) else {
        return nil
      }
      product *= Double(choice.probability)
    }
    return product
  }

  /// What the recognizer held possible in a letter's place; `nil` for a text layer.
  private func choices(at letter: FieldReading.Letter) -> [Lattice.Choice]? {
    let line = text.lines[letter.line].line
    guard line.frames.indices.contains(letter.index),
      line.lattice.frames.indices.contains(line.frames[letter.index])
    else { return nil }
    return line.lattice.frames[line.frames[letter.index]]
  }
}
