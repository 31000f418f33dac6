internal import Model
internal import Papers
internal import Recognition

/// The lookup's result as people photograph it most: a header with the values below, a row for each service.
struct FilingTable {
  private let material: MaterialDefinition
  private let text: PageText
  private let place: PagePlace
  /// The header's cells from left to right, also those that mean nothing here: they keep their values to themselves.
  private let columns: [Column]
  private let header: Double

  private struct Column {
    let label: FilingLabel?
    let left: Double
    let middle: Double
  }

  /// A header has at least so many known cells; fewer stand side by side in pairs of labels and values too.
  private static let fewest = 3

  /// - Returns: `nil` where the page has no such header.
  init?(_ material: MaterialDefinition, _ text: PageText, place: PagePlace) {
    self.material = material
    self.text = text
    self.place = place
    for row in text.rows {
      let cells = row.map { line in
        let segment = text.whole(line)
        return Column(
          label: FilingLabel.set.field(of: text.text(of: segment)), left: segment.start,
          middle: (segment.start + segment.end) / 2)
      }
      let known = cells.compactMap(\.label)
      guard known.count >= Self.fewest, known.contains(.number) || known.contains(.unitName),
        let first = row.first
      else { continue }
      columns = cells
      header = text.whole(first).v
      return
    }
    return nil
  }

  /// The services, from top to bottom; empty where no number stands below the header.
  func documents(confidence: Double, rotationDegrees: Int) -> [Document] {
    let rows = records()
    guard !rows.isEmpty else { return [] }
    let captured = capturedOn
    return rows.map { cells in
      var facts: [Fact] = []
      for (label, lines) in cells.sorted(by: { $0.value[0] < $1.value[0] }) {
        facts += self.facts(of: label, lines)
      }
      return Document(
        kind: material.kind, confidence: confidence, pages: [place.page],
        rotationDegrees: rotationDegrees, isReadWhole: false,
        facts: FilingCompletion.completed(facts + captured))
    }
  }

  // MARK: Cells

  /// The lines of each column, record by record; a line belongs to the record whose number is nearest in height.
  private func records() -> [[FilingLabel: [Int]]] {
    var cells: [(label: FilingLabel, line: Int, v: Double)] = []
    for row in text.rows.joined() {
      let segment = text.whole(row)
      guard segment.v > header + segment.height * 0.5, let label = column(of: segment)?.label else {
        continue
      }
      cells.append((label, row, segment.v))
    }
    let anchors = cells.filter { cell in
      cell.label == .number && text.text(of: text.whole(cell.line)).uppercased().contains("CP")
    }.map(\.v)
    guard !anchors.isEmpty else { return [] }
    var records = [[FilingLabel: [Int]]](repeating: [:], count: anchors.count)
    for cell in cells {
      let height = text.whole(cell.line).height
      let nearest = anchors.indices.min { abs(anchors[$0] - cell.v) < abs(anchors[$1] - cell.v) }
      // What stands far below the last row is the page's foot.
      guard let nearest, abs(anchors[nearest] - cell.v) < height * 3 else { continue }
      records[nearest][cell.label, default: []].append(cell.line)
    }
    return records
  }

  private func column(of segment: TextSegment) -> Column? {
    func distance(_ column: Column) -> Double {
      min(abs(column.left - segment.start), abs(column.middle - (segment.start + segment.end) / 2))
    }
    return columns.min { distance($0) < distance($1) }
  }

  private func facts(of label: FilingLabel, _ lines: [Int]) -> [Fact] {
    let reading = text.reading(of: lines.map(text.whole), at: place)
    guard let key = Self.fields[label],
      let field = material.fields.first(where: { $0.key == key })
    else {
      guard label == .isLimited, let flag = Flag(reading.text) else { return [] }
      return [
        Fact(
          key: FilingFacts.isLimited.key, value: .bool(flag.isOn),
          confidence: Confidence.ofReading(reading), evidence: [reading.evidence])
      ]
    }
    return FieldValue(field: field, prefix: material.prefix, text: text).facts(from: reading)
  }

  private static let fields: [FilingLabel: String] = [
    .unitName: "unit_name", .unitKind: "unit_kind", .number: "service_number",
    .domain: "domain", .homePage: "domain", .approvedOn: "approved_on",
  ]

  /// The day of the lookup stands above or below the table.
  private var capturedOn: [Fact] {
    for line in text.lines.indices {
      let whole = text.whole(line)
      guard let pair = FilingLabel.set.pair(in: text.text(of: whole)), pair.field == .capturedOn,
        let day = DayText.date(pair.value)
      else { continue }
      let reading = text.reading(of: [whole], at: place)
      return [
        Fact(
          key: FilingFacts.capturedOn.key, value: .date(day),
          confidence: Confidence.ofNumber(reading), evidence: [reading.evidence])
      ]
    }
    return []
  }
}

extension PageText {
  fileprivate func whole(_ line: Int) -> TextSegment {
    segment(line: line, range: 0..<lines[line].line.characters.count)
  }
}
