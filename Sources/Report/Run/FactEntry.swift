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
    self.fact = ResolvedFact(fact, minimumConfidence: minimumConfidence)
  }
}

extension FactEntry {
  /// As in report.json.
  func json(_ masking: Masking) -> JSON {
    let shownValues = (fact.alternatives + [fact.value].compactMap(\.self))
    return [
      "key": .string(fact.key),
      "document": .optional(fact.document),
      "value": fact.value.map { masking.json($0, key: fact.key) } ?? .null,
      "state": .string(fact.state.rawValue),
      "confidence": .double(fact.confidence),
      "masked": .bool(shownValues.contains { masking.hides($0, key: fact.key) }),
      "alternatives": fact.state == .conflicting
        ? .array(fact.alternatives.map { masking.json($0, key: fact.key) }) : nil,
      "evidence": .array(fact.evidence.map { json($0, masking) }),
    ]
  }

  private func json(_ evidence: Evidence, _ masking: Masking) -> JSON {
    [
      "file": .string(evidence.file),
      "page": .optional(evidence.page),
      "box": evidence.box.map(\.json) ?? .null,
      "method": .string(evidence.method.rawValue),
      "raw": .optional(evidence.raw.map { masking.shownRaw($0, of: fact) }),
      "line": evidence.position.map { .int($0.line) },
      "column": evidence.position.map { .int($0.column) },
      "by": evidence.confirmer.map {
        .string(masking.withoutNumbers($0.by))
      },
      "on": evidence.confirmer.map { .string($0.on.iso) },
      "note": evidence.confirmer?.note.map { .string(masking.redacted($0)) },
    ]
  }
}
