internal import Model
internal import Recognition

extension FormReader {
  /// Rows that a foot has, and the rows below it that a stamp may hide.
  private static let (rowsOfFoot, rowsHidden) = (5, 3.0)
  /// Below this a value under a stamp is looked for again.
  private static let sure = 0.85

  /// The last rows of the page; `nil` for the lower right of it.
  private var footArea: TextBox? {
    let rows = text.rows.suffix(Self.rowsOfFoot).compactMap { row in
      row.first.map { text.segment(line: $0, range: 0..<text.characters[$0].count) }
    }
    guard let first = rows.first, let last = rows.last else { return nil }
    let height = rows.map(\.height).sorted()[rows.count / 2]
    let (top, bottom) = (first.v - height, last.v + Self.rowsHidden * height)
    return text.strip(
      from: 0, to: text.level.size.x, v: (top + bottom) / 2,
      height: bottom - top)
  }

  /// Reads a paper that is written as text; marks, colours and stamps are those of any form.
  func readProse(_ rereading: Rereading) -> Result {
    let read = ProseReader(material: material, page: text, place: place).read()
    var values = read.values
    let fields = Array(material.fields.enumerated())
    let unseen = fields.filter { index, field in
      field.isAtFoot && values[index].map { $0.contains { $0.confidence < Self.sure } } != false
    }
    if place.method == .ocr, !unseen.isEmpty {
      // A stamp lies over the foot: it is searched once more without.
      let foot = rereading.enlarged(footArea, text.level)
      let again = ProseReader(material: material, page: foot, place: place).read()
      for (index, _) in unseen {
        guard let facts = again.values[index],
          values[index] == nil || facts.allSatisfy({ $0.confidence >= Self.sure })
        else { continue }
        values[index] = facts.map { fact in
          var fact = fact
          fact.confidence = min(fact.confidence, Confidence.truncated)
          return fact
        }
      }
    }
    let missing = fields.filter { index, field in
      values[index] == nil && !field.isOptional && ProseShape(field) != nil
    }
    let isWhole = missing.isEmpty
    for (index, field) in fields where values[index] == nil {
      let facts = unlabelled(
        field, isWhole: isWhole, hasLabel: read.labelled.contains(index))
      if !facts.isEmpty { values[index] = facts }
    }
    // A text layer has no letters that were overlooked.
    let absent =
      place.method == .ocr
      ? [] : missing.map(\.offset).filter { !read.labelled.contains($0) }
    func lacking(where isIncluded: (Int) -> Bool) -> [FieldDefinition] {
      missing.filter { isIncluded($0.offset) }.map(\.element)
    }
    return Result(
      facts: values.keys.sorted().flatMap { values[$0] ?? [] },  // allowed: its own keys
      unread: lacking { !read.blank.contains($0) && !absent.contains($0) },
      blank: lacking(where: read.blank.contains),
      absent: lacking { absent.contains($0) && !read.blank.contains($0) }, isWhole: isWhole,
      doubtfulLines: read.doubtfulLines, text: text)
  }
}
