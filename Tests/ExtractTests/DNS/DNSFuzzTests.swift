import Foundation
import Model
import ParserTargets
import Specimens
import Testing

@testable import Extract

/// Seeded changes to specimens: whatever comes out, it comes out, and each document has its facts.
@Suite struct DNSFuzzTests {
  static let targets = ParserTarget.all.filter { $0.name.hasPrefix("dns") || $0.name == "tls" }

  @Test(arguments: targets.map(\.name))
  func changedEvidenceIsReadToTheEnd(name: String) throws {
    let target = try #require(ParserTarget.all.first { $0.name == name })
    let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpora/" + name)
    var dice = Dice(seed: 17, stream: 0)
    for file in try FileManager.default.contentsOfDirectory(atPath: corpora.path).sorted() {
      let bytes = [UInt8](try Data(contentsOf: corpora.appendingPathComponent(file)))
      for _ in 0..<150 {
        let extraction = target.read(dice.mutated(bytes))
        #expect(extraction.documents.allSatisfy { !$0.facts.isEmpty })
        #expect(extraction.notices.count < 500)
      }
    }
  }

  @Test(arguments: [
    "(", "\"", "$GENERATE 0-65535 a A 192.0.2.$\n", "@ TXT \"", "\\", ";;", "> set q=mx\n> a.cn\n",
    "Server: a\n", "*** a.b: NXDOMAIN\n", "$ dig mx a.cn b.cn\n", "a.cn CNAME a.cn.\n",
    "-----BEGIN CERTIFICATE-----\n", "$ openssl s_client -connect a.cn:1\nCONNECTED(\n", "{\"RR\":",
    "记录类型,主机记录,记录值\n",
  ])
  func endlessTextsEnd(piece: String) {
    let bytes = Array(String(repeating: piece, count: 4_000).utf8)
    for target in Self.targets { #expect(target.read(bytes).notices.count < 500, "\(target.name)") }
  }
}
