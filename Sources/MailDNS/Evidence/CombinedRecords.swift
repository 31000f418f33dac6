/// What one file says about DNS, and where it is silent what the other files of its submission say.
///
/// What a file says itself stands: that another file says otherwise shows where both are compared.
package struct CombinedRecords {
  package private(set) var set: RecordSet
  private let own: RecordSet
  /// What other files answered to questions that the file leaves open; an absence holds no data.
  private var borrowed: [DNSQuestion: Set<RecordData>] = [:]

  /// Combines a file's own records with those of the others.
  ///
  /// - Parameter others: The records of the other files, in the order of files.
  package init(_ own: RecordSet, others: [RecordSet]) {
    self.own = own
    set = own
    for other in others { borrow(from: other) }
  }

  private mutating func borrow(from other: RecordSet) {
    for owner in other.owners {
      let byType = Dictionary(grouping: other.records(at: owner), by: \.type)
      for (type, records) in byType.sorted(by: { $0.key.name < $1.key.name }) {
        let question = DNSQuestion(owner, type)
        guard takes(question, Set(records.map(\.data))) else { continue }
        for record in records { set.add(record) }
      }
    }
    for (question, absence) in other.absences where takes(question, []) {
      set.add(absence: absence.kind, of: question, origin: absence.origin)
    }
    for (zone, origin) in other.wholeZones { set.add(completeZone: zone, origin: origin) }
  }

  /// Whether an answer is wanted; two that differ are none.
  private mutating func takes(_ question: DNSQuestion, _ data: Set<RecordData>) -> Bool {
    switch own.answer(question) {
    case .notSupplied: break
    // Who asked in vain has said nothing; whose answers contradict each other has.
    case .failed(let failure) where failure != .malformed && failure != .aliasLoop: break
    case .failed, .records, .empty: return false
    }
    if let before = borrowed[question], before != data {
      set.add(failure: .malformed, of: question)
      return false
    }
    borrowed[question] = data
    return true
  }
}
