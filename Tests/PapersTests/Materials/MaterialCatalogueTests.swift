import Foundation
import Model
import ReadingBench
import Testing

@testable import Papers

@Suite struct MaterialCatalogueTests {
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-materials-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder.path)
  }

  @Test func theShippedMaterialsLoad() throws {
    let loaded = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    #expect(loaded.diagnostics.isEmpty)
    let kinds = try #require(loaded.catalogue).kinds
    #expect(
      kinds.map(\.rawValue) == [
        "authorization_letter", "business_license", "compliance_review", "contingency_plan",
        "data_export_assessment", "domain_certificate", "icp_filing", "id_card_back",
        "id_card_front", "notarization", "permanent_residence_card", "private_body_certificate",
        "public_body_certificate", "public_institution_certificate", "residence_permit_back",
        "residence_permit_front", "security_assessment", "social_organization_certificate",
        "training_record",
      ])
    let keys = loaded.catalogue?.factDeclarations.map(\.key) ?? []
    #expect(Set(keys).count == keys.count)
    #expect(keys.contains("license.term_to") && keys.contains("image.dpi"))
  }

  @Test func personalFactsOfCardsAreMarked() throws {
    let loaded = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")
    let personal = try #require(loaded.catalogue).factDeclarations.filter(\.isPersonal).map(\.key)
    #expect(
      Set(personal) == [
        "id_front.name", "id_front.born_on", "id_front.address", "id_front.number",
        "letter.agent_name", "letter.agent_number", "letter.agent_phone",
        "permit_front.name", "permit_front.born_on", "permit_front.address", "permit_front.number",
        "permit_back.permit_number", "residence_card.name", "residence_card.born_on",
        "residence_card.number", "private_body.legal_representative",
        "public_body.legal_representative", "public_institution.legal_representative",
        "social_organization.legal_representative",
      ])
  }

  @Test func anyWrongFileKeepsAllFromLoading() throws {
    try withFolder(["a.yaml": WashCard.yaml, "b.yml": "kind: [", "c.txt": "no material"]) {
      folder in
      let loaded = MaterialCatalogue.load(folder: folder)
      #expect(loaded.catalogue == nil)
      #expect(loaded.diagnostics.allSatisfy { $0.file == folder + "/b.yml" })
    }
  }

  @Test func aFolderWithoutMaterialsIsAnError() throws {
    try withFolder(["readme.md": "none"]) { folder in
      let loaded = MaterialCatalogue.load(folder: folder)
      #expect(loaded.catalogue == nil && loaded.diagnostics.map(\.code) == ["no-materials"])
    }
    let missing = MaterialCatalogue.load(folder: "/nonexistent/materials")
    #expect(missing.catalogue == nil && missing.diagnostics.map(\.code) == ["unreadable"])
  }

  @Test func textThatIsNoUTF8IsUnreadable() throws {
    try withFolder([:]) { folder in
      try Data([0x6B, 0xFF, 0xFE, 0xC3]).write(to: URL(fileURLWithPath: folder + "/a.yaml"))
      let loaded = MaterialCatalogue.load(folder: folder)
      #expect(loaded.catalogue == nil && loaded.diagnostics.map(\.code) == ["unreadable"])
    }
  }

  @Test func oneKindInTwoFilesIsAnError() throws {
    try withFolder(["a.yaml": WashCard.yaml, "b.yaml": WashCard.yaml]) { folder in
      let loaded = MaterialCatalogue.load(folder: folder)
      #expect(loaded.catalogue == nil && loaded.diagnostics.map(\.code) == ["duplicate-kind"])
    }
  }
}
