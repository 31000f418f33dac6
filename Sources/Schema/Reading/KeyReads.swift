internal import Synchronization

/// Which keys of which records readers asked for: how tests find keys that are declared and read by nobody.
package final class KeyReads: Sendable {
  /// Notes what is read while it is set; nothing is noted in a run.
  @TaskLocal package static var current: KeyReads?

  private let names = Mutex<[String: Set<String>]>([:])

  package init() {}

  func note(_ key: String, of record: String) {
    names.withLock { _ = $0[record, default: []].insert(key) }
  }

  /// Returns the keys of the schema's records, each `Record.key`, that nobody asked for or that the record forgets.
  package func missing(from schema: FileSchema) -> [String] {
    let read = names.withLock { $0 }
    return ([schema.root] + schema.definitions.values).flatMap(\.records).flatMap { record in
      let unread = record.names.filter { read[record.name]?.contains($0) != true }
      return (unread + record.undeclared).map { record.name + "." + $0 }
    }.sorted()
  }
}

extension ValueSchema {
  /// The records that stand in it, each with those below it.
  package var records: [RecordSchema] {
    switch self {
    case .mapping(let record): [record] + record.keys.flatMap(\.value.records)
    case .list(let element), .dictionary(let element): element.records
    case .oneOf(let choices): choices.flatMap(\.records)
    case .text, .pattern, .constant, .choice, .bool, .integer, .number, .date, .localized, .named,
      .any:
      []
    }
  }
}
