package import MailDNS
internal import Model
internal import Yams

/// The suite's zone data: what is not in there does not exist; SPF records are TXT records as well,
/// unless TXT records are given.
package struct SuiteZone: DNSLookup {
  private var set = RecordSet()
  private var timeouts: Set<DomainName> = []
  /// Two TXT records with one text are two for the suite, and one for a record set.
  private var twice: [DNSRecord] = []
  private static let origin = RecordOrigin(evidence: Evidence(file: "suite", method: .dns))

  init(_ mapping: Node.Mapping) throws {
    for (key, value) in mapping {
      guard let name = key.string, let entries = value.sequence else { throw SPFSuite.Unreadable() }
      let owner = try DomainName(name)
      let hasText = entries.contains { $0.mapping?.contains { $0.key.string == "TXT" } == true }
      for entry in entries {
        guard let pair = entry.mapping?.first else {
          timeouts.insert(owner)
          continue
        }
        guard var type = pair.key.string else { throw SPFSuite.Unreadable() }
        if type == "SPF", !hasText { type = "TXT" }
        guard pair.value.string != "NONE", type != "SPF" else { continue }
        add(owner, try Self.data(type, pair.value))
      }
    }
  }

  private mutating func add(_ owner: DomainName, _ data: RecordData) {
    let record = DNSRecord(owner: owner, data: data, origin: Self.origin)
    let count = set.count
    set.add(record)
    if set.count == count { twice.append(record) }
  }

  private static func data(_ type: String, _ node: Node) throws -> RecordData {
    let texts = node.sequence.map { $0.compactMap(\.string) } ?? [node.string].compactMap(\.self)
    switch type {
    case "TXT": return .txt(texts)
    case "MX":
      guard texts.count == 2, let preference = Int(texts[0]) else { throw SPFSuite.Unreadable() }
      let host = texts[1].isEmpty ? DomainName.root : try DomainName(texts[1])
      return .mx(MailExchange(preference: preference, host: host))
    default: return try RecordData(RecordType(name: type), texts.map { RecordField($0) })
    }
  }

  package func answer(_ question: DNSQuestion) -> DNSAnswer {
    switch set.answer(question) {
    case .records(let records):
      .records(records + twice.filter { $0.owner == question.name && $0.type == question.type })
    case .empty, .failed, .notSupplied:
      timeouts.contains(question.name)
        ? .failed(.timeout) : .empty(DNSAbsence(kind: .noName, origin: Self.origin))
    }
  }

  /// Whether a server that answers everything can say the same: no time-outs, nothing twice.
  package var isServable: Bool { timeouts.isEmpty && twice.isEmpty }

  /// The records as lines of a zone file with whole names.
  package var lines: [String] {
    self.set.records.compactMap { record in
      let data: String
      switch record.data {
      case .txt(let strings):
        if strings.isEmpty { return nil }
        data = strings.map(Self.quoted).joined(separator: " ")
      case .mx(let exchange):
        data = "\(exchange.preference) \(exchange.host.text)."
      case .cname(let name), .ns(let name), .ptr(let name): data = name.text + "."
      default: data = record.data.text
      }
      return "\(record.owner.text). IN \(record.type.name) \(data)"
    }
  }

  /// With every octet that is not a plain letter as its number.
  private static func quoted(_ text: String) -> String {
    "\""
      + text.utf8.map { byte in
        guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
        else { return "\\" + String(repeating: "0", count: 3 - String(byte).count) + String(byte) }
        return String(Unicode.Scalar(byte))
      }.joined() + "\""
  }
}
