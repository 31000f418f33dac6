internal import Model

/// A fact as reports list it: of a document, of a file, declared or computed.
struct FactEntry {
  var fact: ResolvedFact

  /// All facts of a submission: the documents' in their order, then declared and computed ones and those
  /// of files; by key within each.
  ///
  /// A fact that was merged from several copies is listed once.
  static func all(of report: SubmissionReport) -> [FactEntry] {
    let documents = report.factSet.documents
    let flat = report.factSet.facts.values.sorted { $0.key < $1.key }
    var entries: [FactEntry] = []
    for document in documents {
      let merged = flat.filter { $0.document == document.id }
      let mergedKeys = Set(merged.map(\.key))
      let own = document.facts.values.filter { !mergedKeys.contains($0.key) }
      entries += (merged + own).sorted { $0.key < $1.key }.map { fact in
        var fact = fact
        fact.document = document.id
        return FactEntry(fact: fact)
      }
    }
    let ids = Set(documents.map(\.id))
    let loose = flat.filter { fact in fact.document.map { !ids.contains($0) } ?? true }
    entries += loose.map(FactEntry.init(fact:))
    let listed = Set(
      entries.flatMap { entry in
        entry.fact.evidence.map { FileKey(key: entry.fact.key, file: $0.file) }
      })
    for extraction in report.extractions {
      let own = extraction.facts.filter {
        !listed.contains(FileKey(key: $0.key, file: extraction.file))
      }
      entries += own.sorted { $0.key < $1.key }.map { FactEntry(read: $0) }
    }
    return entries
  }

  private struct FileKey: Hashable {
    let key: String
    let file: String
  }

  init(fact: ResolvedFact) { self.fact = fact }

  /// A fact of a file as it was read, before anything is compared.
  init(read fact: Fact, minimumConfidence: Double = 0.85) {
    self.fact = ResolvedFact(
      key: fact.key, state: fact.confidence < minimumConfidence ? .doubtful : .known,
      value: fact.value, confidence: fact.confidence, evidence: fact.evidence)
  }
}

extension FactEntry {
  /// As in report.json.
  func json(_ masking: Masking) -> JSON {
    let value = fact.value.map { masking.json($0, key: fact.key) } ?? .null
    let shownValues = (fact.alternatives + [fact.value].compactMap(\.self))
    var members: [(String, JSON)] = [
      ("key", .string(fact.key)),
      ("document", .optional(fact.document)),
      ("value", value),
      ("state", .string(fact.state.rawValue)),
      ("confidence", .double(fact.confidence)),
      ("masked", .bool(shownValues.contains { masking.hides($0, key: fact.key) })),
    ]
    if fact.state == .conflicting {
      members.append(
        ("alternatives", .array(fact.alternatives.map { masking.json($0, key: fact.key) })))
    }
    members.append(("evidence", .array(fact.evidence.map { json($0, masking) })))
    return .object(members)
  }

  private func json(_ evidence: Evidence, _ masking: Masking) -> JSON {
    var members: [(String, JSON)] = [
      ("file", .string(evidence.file)),
      ("page", evidence.page.map(JSON.int) ?? .null),
      ("box", evidence.box.map(\.json) ?? .null),
      ("method", .string(evidence.method.rawValue)),
      ("raw", .optional(evidence.raw.map { masking.shownRaw($0, of: fact) })),
    ]
    if let position = evidence.position {
      members.append(("line", .int(position.line)))
      members.append(("column", .int(position.column)))
    }
    return .object(members)
  }

}

extension Masking {
  /// Whether anything of the value is hidden.
  func hides(_ value: Value, key: String) -> Bool {
    switch value {
    case .null: false
    case .list(let items): items.contains { hides($0, key: key) }
    case .bool, .int, .double, .string, .date:
      mayHide(key) && shown(value.text, key: key) != value.text
    }
  }

  /// The value for people; each item of a list masked by itself.
  func shown(_ value: Value, key: String) -> String {
    if case .list(let items) = value {
      return items.map { shown($0, key: key) }.joined(separator: "、")
    }
    return value == .null || !mayHide(key) ? value.text : shown(value.text, key: key)
  }

  /// The value in its own JSON type, as a masked string where it is hidden.
  func json(_ value: Value, key: String) -> JSON {
    if case .list(let items) = value { return .array(items.map { json($0, key: key) }) }
    if hides(value, key: key) { return .string(shown(value.text, key: key)) }
    switch value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .double(let number): return .double(number)
    case .string, .date, .list: return .string(value.text)
    }
  }
}

extension Quad {
  /// Four corners, to a tenth of a pixel or point.
  var json: JSON {
    func rounded(_ number: Double) -> JSON { .double((number * 10).rounded() / 10) }
    return .array(corners.map { .array([rounded($0.x), rounded($0.y)]) })
  }
}
