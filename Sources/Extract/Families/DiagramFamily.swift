internal import Charts
internal import Model
internal import Tables

/// Organization charts that are no pictures: drawings, office files, mind maps, texts.
struct DiagramFamily: SourceFamily {
  static let factDeclarations = OrganizationFacts.declarations

  init(_ tools: ReadingTools) {}

  func claims(_ source: Source) -> Bool { DiagramFormat(source.bytes, source.mediaType) != nil }

  func read(_ source: Source, into extraction: inout Extraction) {
    guard let format = DiagramFormat(source.bytes, source.mediaType) else { return }
    do throws(ChartRefusal) {
      let reading = try format.read(source.bytes)
      extraction.addChart(reading)
    } catch {
      if error == .noChart, format.mayBeOther {
        extraction.note(.kindUnknown, page: 0)
      } else {
        extraction.add(error)
      }
    }
  }
}

extension Extraction {
  /// Adds a chart as a document with its facts, and what was not followed in it.
  mutating func addChart(_ reading: ChartReading, confidence: Double = 0.99) {
    pages += reading.pages
    addRemarks(reading.remarks)
    let hierarchy = reading.draft.hierarchy()
    guard !hierarchy.nodes.isEmpty else {
      return note(.chartMissing)
    }
    let numbers = Set(hierarchy.nodes.compactMap(\.place.page)).sorted()
    documents.append(
      Document(
        kind: .orgChart, confidence: confidence, pages: numbers.isEmpty ? [0] : numbers,
        rotationDegrees: 0, isReadWhole: !hierarchy.hasLosses,
        facts: OrganizationFacts.facts(of: hierarchy, file: file, method: reading.method),
        hierarchy: hierarchy))
    notices += hierarchy.notices(file: file, page: nil)
  }

  mutating func add(_ refusal: ChartRefusal) {
    switch refusal {
    case .damaged(let reason): note(.chartDamaged, ["reason": reason])
    case .refused(let reason): note(.chartRefused, ["reason": reason])
    case .encrypted: note(.chartEncrypted)
    case .noChart: note(.chartMissing)
    }
  }

  mutating func addRemarks(_ remarks: [TableRemark]) {
    for remark in remarks {
      switch remark {
      case .cut: note(.tableCut)
      case .unclosedQuote(let row): note(.quoteUnclosed, ["row": String(row)])
      case .cellTooLong(let row): note(.cellTooLong, ["row": String(row)])
      case .formulas: note(.formulasNotComputed)
      case .externalLinks: note(.linksNotFollowed)
      case .macros: note(.macrosNotRun)
      }
    }
  }
}
