internal import Model
internal import Recognition

/// Reads the fields of a paper that is written as text: behind labels, within sentences, and at the foot.
///
/// What a field's label asks for counts first, then a sentence that holds the value, then the foot; where they
/// contradict each other the value is not sure. Labels with nothing behind them are told apart from what was not read.
struct ProseReader {
  let material: MaterialDefinition
  let page: PageText
  let place: PagePlace
  let text: ProseText
  let labels: [ProseLabel]
  private let foot: ProseFoot

  struct Result {
    /// By place in the material's fields.
    var values: [Int: [Fact]] = [:]
    /// Fields that have a label with nothing behind it, and no value elsewhere.
    var blank: Set<Int> = []
    /// Fields with a label.
    var labelled: Set<Int> = []
    /// Lines whose letters make a value doubtful.
    var doubtfulLines: Set<Int> = []
  }

  struct Candidate {
    var letters: [ProseLetter]
    var isSure: Bool
    /// In reading order: the row, and the place in it.
    var at: (row: Int, place: Int)
  }

  init(material: MaterialDefinition, page: PageText, place: PagePlace) {
    self.material = material
    self.page = page
    self.place = place
    let text = ProseText(page)
    let labels = ProseLabelSearch(
      material: material, text: text, isPicture: place.method == .ocr
    ).labels
    self.text = text
    self.labels = labels
    let dates = material.fields.indices.filter { material.fields[$0].isDate }
    foot = ProseFoot(
      of: text, isLabelled: { row in labels.contains { $0.row == row } },
      isDated: { row in
        labels.contains { $0.row == row && $0.field.map(dates.contains) == true }
      })
  }

  func read() -> Result {
    var result = Result()
    result.labelled = Set(labels.compactMap(\.field))
    var places: [Int: (row: Int, place: Int)] = [:]
    // Fields that follow another one's value wait for it.
    let order = material.fields.indices.sorted {
      let (left, right) = (material.fields[$0], material.fields[$1])
      return (left.follows == nil ? 0 : 1, $0) < (right.follows == nil ? 0 : 1, $1)
    }
    for index in order {
      let field = material.fields[index]
      guard let shape = ProseShape(field) else { continue }
      var hasBlank = false
      let candidates = candidates(index, shape, places, &hasBlank)
      // A value that a stamp cut short may stand whole elsewhere.
      guard let best = candidates.first(where: \.isSure) ?? candidates.first else {
        if hasBlank { result.blank.insert(index) }
        continue
      }
      places[index] = best.at
      let isContradicted = candidates.contains { other in
        !Self.agree(other.letters.text, best.letters.text)
          && (other.isSure || !Self.isPiece(other.letters.text, of: best.letters.text))
      }
      let facts = facts(
        of: field, shape, best, isSure: best.isSure && !isContradicted, &result.doubtfulLines)
      if !facts.isEmpty { result.values[index] = facts }
    }
    return result
  }

  /// Whether a value is the beginning of another one, or that with some letters of something else behind it.
  private static func isPiece(_ other: String, of best: String) -> Bool {
    best.hasPrefix(other.dropLast()) || other.hasPrefix(best)
  }

  private static func agree(_ left: String, _ right: String) -> Bool {
    func plain(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
    return plain(left) == plain(right)
  }

  // MARK: Candidates

  private func candidates(
    _ index: Int, _ shape: ProseShape, _ places: [Int: (row: Int, place: Int)],
    _ hasBlank: inout Bool
  ) -> [Candidate] {
    let field = material.fields[index]
    var found: [(candidate: Candidate, rank: Int)] = []
    for label in labels where label.field == index {
      guard belongs(label, to: field, places) else { continue }
      let region = region(behind: label, shape, field)
      switch ProseValue(region.letters, shape: shape) {
      case .blank: hasBlank = true
      case .unfit: continue
      case .value(let letters, let isSure):
        guard shape != .code || hasCode(letters, field) else { continue }
        found.append(
          (
            Candidate(
              letters: letters, isSure: isSure && !label.isDoubtful && !region.isDoubtful,
              at: (label.row, label.range.upperBound)), label.rank + (label.isDoubtful ? 100 : 0)
          ))
      }
    }
    var candidates = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element.candidate)
    for value in field.sentences.flatMap({ $0.values(in: text.sentences) }) {
      if ProseValue.isBlank(value.text) {
        hasBlank = true
      } else if let candidate = candidate(ofSentence: value, shape) {
        candidates.append(candidate)
      }
    }
    if field.isAtFoot { candidates += footCandidates(shape, candidates) }
    if shape == .digits, candidates.isEmpty { candidates = numbers(of: field) }
    if shape == .code, candidates.isEmpty { candidates = codes(of: field, places) }
    return candidates
  }

  private func candidate(ofSentence value: [ProseLetter], _ shape: ProseShape) -> Candidate? {
    let weighed = shape == .person ? ProseValue.named(value) : ProseValue(value, shape: shape)
    guard case .value(let letters, let isSure) = weighed, let at = at(letters) else { return nil }
    return Candidate(letters: letters, isSure: isSure, at: at)
  }

  func at(_ letters: [ProseLetter]) -> (row: Int, place: Int)? {
    guard let first = letters.first else { return nil }
    return text.rows.indices.lazy.compactMap { row in
      text.rows[row].letters.firstIndex(of: first).map { (row, $0) }
    }.first
  }

  private func footCandidates(_ shape: ProseShape, _ others: [Candidate]) -> [Candidate] {
    let value = shape == .company ? foot.company : shape == .date ? foot.date : nil
    guard let value, let at = at(value) else { return [] }
    // At the left margin the addressee stands too; said twice it is the sender.
    let isTwice = text.sentences.count { $0.text.contains(value.withoutGaps.text) } > 1
    let isSure = shape == .date || foot.isPlaced || isTwice
    return [Candidate(letters: value, isSure: isSure, at: at)]
  }

  /// Whether a number or phone is that of the person whose name the field follows, and not of another one before it.
  private func belongs(
    _ label: ProseLabel, to field: FieldDefinition, _ places: [Int: (row: Int, place: Int)]
  ) -> Bool {
    guard let follows = field.follows,
      let owner = material.fields.firstIndex(where: { $0.key == follows })
    else { return true }
    let here = (label.row, label.range.lowerBound)
    var last: (at: (Int, Int), isOwner: Bool)?
    for other in labels where (other.row, other.range.lowerBound) < here {
      guard other.isOthers || other.field == owner else { continue }
      last = ((other.row, other.range.lowerBound), other.field == owner)
    }
    if let place = places[owner], (place.row, place.place) < here,
      last.map({ $0.at < (place.row, place.place) }) != false
    {
      return true
    }
    return last?.isOwner != false
  }

  /// What stands behind a label up to the next one; on the next row where the label ends its own.
  private func region(
    behind label: ProseLabel, _ shape: ProseShape, _ field: FieldDefinition
  ) -> (letters: [ProseLetter], isDoubtful: Bool) {
    var (letters, isDoubtful) = cut(label.row, from: label.range.upperBound)
    let next = label.row + 1
    guard text.rows.indices.contains(next) else { return (letters, isDoubtful) }
    let isClose = text.rows[next].v - text.rows[label.row].v < 3 * text.rows[label.row].height
    if letters.allSatisfy(\.isGap), label.hasColon, text.isFull(text.rows[label.row]),
      label.range.lowerBound > 0
    {
      return cut(next, from: 0)
    }
    if letters.allSatisfy(\.isGap) {
      // A value below its label is one that leaves no doubt.
      guard isClose, field.placements.contains(.below), !labels.contains(where: { $0.row == next }),
        case .value(let below, true) = ProseValue(text.rows[next].letters, shape: shape)
      else { return (letters, isDoubtful) }
      return (below, isDoubtful)
    }
    let endsRow = letters.count == text.rows[label.row].letters.count - label.range.upperBound
    guard endsRow, isClose else { return (letters, isDoubtful) }
    switch shape {
    case .code, .digits, .date, .period:
      // In running text it goes on in the next row.
      if text.isFull(text.rows[label.row]) { letters += cut(next, from: 0).letters }
    case .company where !ProseValue.isCompany(letters.withoutGaps.text):
      let more = cut(next, from: 0).letters
      if case .value(let joined, true) = ProseValue(letters + more, shape: .company) {
        letters = joined
      }
    case .words:
      var row = label.row
      while letters.count < 400, text.rows.indices.contains(row + 1),
        text.isFull(text.rows[row]) || text.rows[row + 1].left > valueStart(label),
        !labels.contains(where: { $0.row == row + 1 })
      {
        row += 1
        guard row - label.row < field.lines else { break }
        letters += text.rows[row].letters
      }
    default: break
    }
    return (letters, isDoubtful)
  }

  /// Where rows begin that go on below a value.
  private func valueStart(_ label: ProseLabel) -> Double {
    let row = text.rows[label.row]
    return row.left + Double(label.range.count - 1) * row.em
  }

  /// The letters of a row from a place to the next label, known or not.
  private func cut(_ row: Int, from start: Int) -> (letters: [ProseLetter], isDoubtful: Bool) {
    let letters = text.rows[row].letters
    let end =
      labels.filter { $0.row == row && $0.range.lowerBound >= start }.map(\.range.lowerBound).min()
      ?? letters.count  // allowed: to the end of the row
    let region = Array(letters[start..<end])
    guard let colon = region.firstIndex(where: { $0.scalar == "：" }) else { return (region, false) }
    // The word before a colon is a label, whatever it says.
    let word = region[..<colon].reversed().prefix { letter in
      !letter.isGap && !"，。；、_".unicodeScalars.contains(letter.scalar)
    }.count
    guard (2...10).contains(word), region[(colon - word)..<colon].text.contains(where: \.isHan)
    else { return (region, false) }
    if word < colon { return (Array(region[..<(colon - word)]), false) }
    // Nothing before it: it belongs to the label itself, and says something that nobody knows.
    return (Array(region[(colon + 1)...]), true)
  }

  // MARK: Facts

  private func facts(
    of field: FieldDefinition, _ shape: ProseShape, _ candidate: Candidate, isSure: Bool,
    _ doubtful: inout Set<Int>
  ) -> [Fact] {
    var facts: [Fact]
    var reading = text.reading(of: candidate.letters, at: place)
    if shape == .code {
      guard let code = code(candidate.letters, field) else { return [] }
      reading = code.reading
      facts = [
        Fact(
          key: material.prefix + "." + field.key, value: .string(code.result.text),
          confidence: code.result.confidence, evidence: [code.reading.evidence])
      ]
    } else {
      if shape == .digits { reading.letters.removeAll { $0.symbol.first?.isNumber != true } }
      facts = FieldValue(field: field, prefix: material.prefix, text: page).facts(from: reading)
    }
    if !isSure {
      for index in facts.indices {
        facts[index].confidence = min(facts[index].confidence, Confidence.truncated)
      }
    }
    if facts.isEmpty || facts.contains(where: { $0.confidence < Self.sure }) {
      doubtful.formUnion(reading.letters.filter { $0.probability < Self.sure }.map(\.line))
    }
    return facts
  }

  private static let sure = 0.97
}
