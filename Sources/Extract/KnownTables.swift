internal import MailDNS
internal import Model
internal import Papers

/// Pages that are no form: proofs of filing as a table, and evidence of DNS on a screen.
struct KnownTables: TabularPages {
  let providers: MailProviders

  func documents(
    of material: MaterialDefinition, on text: PageText, at place: PagePlace, confidence: Double,
    rotationDegrees: Int
  ) -> [Document] {
    guard material.kind == .icpFiling, let table = FilingTable(material, text, place: place) else {
      return []
    }
    return table.documents(confidence: confidence, rotationDegrees: rotationDegrees)
  }

  func completed(_ facts: [Fact], of kind: MaterialKind) -> [Fact] {
    kind == .icpFiling ? FilingCompletion.completed(facts) : facts
  }

  func read(_ text: PageText, at place: PagePlace, into found: inout PageDocuments) -> Bool {
    guard let capture = DNSScreenshot(text, place: place).capture else { return false }
    found.addDNS(capture, providers, at: place)
    return true
  }
}
