internal import Foundation
internal import Model
internal import Native
internal import ReadingBench
internal import Testing

@testable internal import Papers
@testable internal import Seals

/// What an independent generator made and how it expects it to be judged (`Tests/PeerSeals`).
@Suite struct PeerSealTests {
  /// `expected.json` of the generator.
  private struct Expected: Decodable {
    struct File: Decodable {
      let verdict: String
      let rule: String?
    }

    let enterprise: String
    let files: [String: File]
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../PeerSeals").standardized
  /// The day after they were made.
  private static let today = CalendarDate(iso: "2026-11-24")

  private static func expected() throws -> Expected {
    try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appendingPathComponent("expected.json")))
  }

  /// What of a file speaks against it, by the generator's names.
  private static func faults(of extraction: Extraction, enterprise: String) throws -> Set<String> {
    let today = try #require(Self.today)
    var faults: Set<String> = []
    if extraction.notices.contains(where: { $0.code == .sealDamaged }) { faults.insert("parse") }
    func note(_ rule: String, _ isWrong: Bool) { if isWrong { faults.insert(rule) } }
    for document in extraction.documents where document.kind == .electronicSeal {
      func date(_ key: String) -> CalendarDate? {
        document.facts.first { $0.key == key }?.value.date
      }
      note("seal.signature", document.text("signature") != "valid")
      note("chain", document.text("chain") != "trusted")
      // What a seal in a signed document must hold at the time of signing is a fact of the signature.
      guard document.text("embedded") == "false" else { continue }
      let isEarly = date("seal.valid_from").map { today < $0 } == true
      let isLate = date("seal.valid_to").map { $0 < today } == true
      note("seal.validity", isEarly || isLate)
      note("name-match", document.text("owner") != enterprise)
      let signer = document.text("signer")
      note("name-vs-cert", signer != "null" && signer != document.text("owner"))
      note("maker-valid-now", date("seal.maker_valid_to").map { $0 < today } == true)
      note("signer-valid-now", date("seal.signer_valid_to").map { $0 < today } == true)
    }
    for document in extraction.documents where document.kind == .signature {
      note("references", document.text("changed") == "true" && document.text("changed_parts") != "")
      note("dataHash", document.text("status") == "invalid")
      note("sig.signature", document.text("status") == "invalid")
      note("chain", document.text("chain") != "trusted")
      note("signer-in-seal", document.text("signer_in_seal") == "false")
      note("seal-file-matches", document.text("seal_matches_file") == "false")
      note("time-in-seal-validity", document.text("in_validity") == "false")
    }
    return faults
  }

  @Test func allFilesAreThere() throws {
    #expect(try Self.expected().files.count == 26)
  }

  @Test func everyFileIsJudgedAsItsMakerExpects() throws {
    let expected = try Self.expected()
    let root = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent("ca.pem")))
    let store = try #require(TrustStore(CertificateFile.certificates(in: root)))
    let trust = SignatureTrust(store: store)
    for (name, file) in expected.files.sorted(by: { $0.key < $1.key }) {
      let bytes = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent(name)))
      var extraction = Extraction(file: name, mediaType: MediaType(sniffing: bytes))
      if name.hasSuffix(".ofd") {
        OFDReader(tools: SealBench.tools(trust: trust)).read(bytes, into: &extraction)
        #expect(extraction.documents.contains { $0.kind == .signature }, "\(name)")
      } else {
        SealReader(trust: trust).read(bytes, into: &extraction)
        #expect(extraction.documents.count == (file.rule == "parse" ? 0 : 1), "\(name)")
      }
      let faults = try Self.faults(of: extraction, enterprise: expected.enterprise)
      switch file.rule {
      case nil: #expect(faults.isEmpty && file.verdict == "pass", "\(name): \(faults)")
      case let rule?: #expect(faults.contains(rule), "\(name): \(faults), not \(rule)")
      }
    }
  }
}
