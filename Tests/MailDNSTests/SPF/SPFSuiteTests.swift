import Foundation
import MailDNS
import Model
import Testing
import Yams

/// The public test suite of RFC 7208, read from where it is; it is no part of this repository.
@Suite struct SPFSuiteTests {
  static let path =
    ProcessInfo.processInfo.environment["SPF_SUITE"] ?? "/work/shared/mail/rfc7208-tests.yml"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: path),
      "the RFC 7208 test suite is not there: set SPF_SUITE to the path of rfc7208-tests.yml"))
  func givesEveryOutcome() throws {
    let text = try String(contentsOf: URL(fileURLWithPath: Self.path), encoding: .utf8)
    var right = 0
    var wrong: [String] = []
    for document in try Yams.compose_all(yaml: text) {
      let scenario = try SuiteScenario(document)
      for test in scenario.tests {
        let outcome = test.outcome(in: scenario.zone)
        if outcome.isRight { right += 1 } else { wrong.append(outcome.text) }
      }
    }
    #expect(wrong == [])
    #expect(right == 203)
  }
}

/// One document of the suite: records, and mails to judge by them.
struct SuiteScenario {
  let zone: SuiteZone
  let tests: [SuiteTest]

  init(_ node: Node) throws {
    zone = try SuiteZone(try #require(node["zonedata"]?.mapping))
    tests = try #require(node["tests"]?.mapping).map { name, node in
      try SuiteTest(name: name.string ?? "", node)
    }
  }
}

struct SuiteTest {
  let name: String
  let mail: SPFMail
  let results: [String]
  let explanation: String?

  init(name: String, _ node: Node) throws {
    self.name = name
    mail = SPFMail(
      address: try #require(node["host"]?.string.flatMap { IPAddress($0) }),
      sender: node["mailfrom"]?.string ?? "", hello: try #require(node["helo"]?.string),
      receiver: "unknown")
    let result = try #require(node["result"])
    results = result.sequence.map { $0.compactMap(\.string) } ?? [result.string].compactMap(\.self)
    explanation = node["explanation"]?.string
  }

  func outcome(in zone: SuiteZone) -> (isRight: Bool, text: String) {
    guard case .result(let result, let said) = SPFCheck.verdict(of: mail, zone) else {
      return (false, "\(name): not expanded")
    }
    let isRight =
      results.contains(result.rawValue)
      && (explanation == nil || explanation == (said ?? "DEFAULT"))
    return (isRight, "\(name): \(result) \(said ?? "") instead of \(results) \(explanation ?? "")")
  }
}

/// The suite's zone data: what is not in there does not exist; SPF records are TXT records as well,
/// unless TXT records are given.
struct SuiteZone: DNSLookup {
  private var set = RecordSet()
  private var timeouts: Set<DomainName> = []
  private static let origin = RecordOrigin(evidence: Evidence(file: "suite", method: .dns))

  init(_ mapping: Node.Mapping) throws {
    for (key, value) in mapping {
      let owner = try DomainName(try #require(key.string))
      let entries = Array(try #require(value.sequence))
      let hasText = entries.contains { $0.mapping?.contains { $0.key.string == "TXT" } == true }
      for entry in entries {
        guard let pair = entry.mapping?.first else {
          timeouts.insert(owner)
          continue
        }
        var type = try #require(pair.key.string)
        if type == "SPF", !hasText { type = "TXT" }
        guard pair.value.string != "NONE", type != "SPF" else { continue }
        add(owner, try Self.data(type, pair.value))
      }
    }
  }

  /// Two TXT records with one text are two for the suite, and one for a record set.
  private var twice: [DNSRecord] = []

  private mutating func add(_ owner: DomainName, _ data: RecordData) {
    let record = DNSRecord(owner: owner, data: data, origin: Self.origin)
    let count = set.count
    set.add(record)
    if set.count == count { twice.append(record) }
  }

  private static func data(_ type: String, _ node: Node) throws -> RecordData {
    let texts = node.sequence.map { $0.compactMap(\.string) } ?? [node.string ?? ""]
    switch type {
    case "TXT": return .txt(texts)
    case "A": return .a(try #require(IPv4Address(texts[0])))
    case "AAAA": return .aaaa(try #require(IPv6Address(texts[0])))
    case "PTR": return .ptr(try DomainName(texts[0]))
    case "CNAME": return .cname(try DomainName(texts[0]))
    case "MX":
      return .mx(
        MailExchange(
          preference: try #require(Int(texts[0])),
          host: texts[1].isEmpty ? .root : try DomainName(texts[1])))
    default: return .other(RecordType(name: type), texts.joined())
    }
  }

  func answer(_ question: DNSQuestion) -> DNSAnswer {
    switch set.answer(question) {
    case .records(let records):
      .records(records + twice.filter { $0.owner == question.name && $0.type == question.type })
    case .empty, .failed, .notSupplied:
      timeouts.contains(question.name)
        ? .failed(.timeout) : .empty(DNSAbsence(kind: .noName, origin: Self.origin))
    }
  }
}
