internal import Foundation
package import MailDNS
internal import Yams

/// The public test suite of RFC 7208, read from where it is; it is no part of this repository.
package struct SPFSuite {
  package static let path =
    ProcessInfo.processInfo.environment["SPF_SUITE"] ?? "/work/shared/mail/rfc7208-tests.yml"

  package static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  package static let absence =
    "the RFC 7208 test suite is not there: set SPF_SUITE to the path of rfc7208-tests.yml"

  /// The file is not as the suite is written.
  package struct Unreadable: Error {}

  /// The suite's documents: records, and mails to judge by them.
  package let scenarios: [Scenario]

  package struct Scenario {
    package let zone: SuiteZone
    package let tests: [SuiteTest]
  }

  package init() throws {
    let text = try String(contentsOf: URL(fileURLWithPath: Self.path), encoding: .utf8)
    scenarios = try Yams.compose_all(yaml: text).map { document in
      guard let zone = document["zonedata"]?.mapping, let tests = document["tests"]?.mapping else {
        throw Unreadable()
      }
      return Scenario(
        zone: try SuiteZone(zone),
        tests: try tests.map { name, node in try SuiteTest(name: name.string, node) })
    }
  }
}

/// One mail with what must come out.
package struct SuiteTest {
  package let name: String
  package let mail: SPFMail
  package let results: [String]
  package let explanation: String?

  init(name: String?, _ node: Node) throws {
    guard let name, let host = node["host"]?.string, let address = IPAddress(host),
      let hello = node["helo"]?.string, let sender = node["mailfrom"]?.string,
      let result = node["result"]
    else { throw SPFSuite.Unreadable() }
    self.name = name
    mail = SPFMail(address: address, sender: sender, hello: hello)
    results = result.sequence.map { $0.compactMap(\.string) } ?? [result.string].compactMap(\.self)
    explanation = node["explanation"]?.string
  }

  /// Whether a verdict is one of those that must come out; else what it was.
  package func complaint(about verdict: SPFVerdict) -> String? {
    guard case .result(let result, let said) = verdict else { return "\(name): not expanded" }
    let isRight =
      results.contains(result.rawValue)
      && (explanation == nil || explanation == (said ?? "DEFAULT"))
    return isRight
      ? nil : "\(name): \(result) \(said ?? "") instead of \(results) \(explanation ?? "")"
  }
}
