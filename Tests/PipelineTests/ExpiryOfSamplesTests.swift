import Foundation
import Model
import Testing

@testable import Pipeline

extension SamplesTests {
  /// What `dossier expiry` says of the samples that the suite has read.
  private func expiry(_ options: [String]) throws -> Program {
    let samples = try #require(CheckedSamples.current)
    return try Program.run(
      ["expiry", CheckedSamples.folder, "--as-of", CheckedSamples.asOf] + options,
      cache: samples.output.path + "/cache")
  }

  @Test func whatRunsOutIsListedFromTheCache() throws {
    let run = try expiry(["--format", "csv", "--within", "1个月"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\r\n").map { $0.split(separator: ",") }
    let expired = try #require(rows.first { $0.first == "expired-card" })
    #expect(expired[2...4] == ["expired", "2025-03-21", "-611"])
    #expect(
      rows.contains { $0.first == "group/子公司三" && $0[2...4] == ["runs_out", "2026-12-01", "9"] })
    #expect(!rows.contains { $0.first == "group/子公司二" })
    // A letter without a term is not left out.
    #expect(rows.contains { $0.first == "mail-ready" && $0[2] == "not_known" })
  }

  @Test func severalFormatsNeedAFolder() throws {
    let refused = try expiry(["--format", "csv,ics"])
    #expect(refused.status == 2 && refused.errors.contains("--output"))
    let folder = try TemporaryFolder()
    let run = try expiry(["--format", "html,ics", "--output", folder.path + "/out"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.text(of: "out/expiry.ics").hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(try folder.text(of: "out/expiry.html").contains("2026-12-01"))
  }

  @Test(arguments: ["90 parsecs", "-1d", "d", "999999999d"])
  func aSpanOfNoUseIsRefused(span: String) throws {
    #expect(try expiry(["--within=" + span]).status == 2)
  }

  @Test func theShippedMaterialsSayWhichDaysAreTheirLast() throws {
    let rules = CheckedSamples.folder + "/../rules"
    let rulebook = try #require(try Rulebook.load(folder: rules).rulebook)
    let keys = rulebook.facts.expiries.values.flatMap { $0 }.map(\.key).sorted()
    #expect(
      keys == [
        "domain.expires_on", "id_back.valid_to", "letter.term_to", "license.term_to",
        "permit_back.valid_to", "private_body.valid_to", "public_body.valid_to",
        "public_institution.valid_to", "residence_card.valid_to", "seal.signer_valid_to",
        "seal.valid_to", "signature.signer_valid_to", "social_organization.valid_to",
        "tls.valid_to",
      ])
  }
}
