internal import Model
internal import Testing

@testable internal import Report

@Suite struct SealsSectionTests {
  /// The report of one seal with a signature and chain of such words.
  private func html(_ signature: String, _ chain: String, _ locale: ReportLocale) throws -> String {
    func fact(_ key: String, _ value: String) -> Fact {
      Fact(
        key: key, value: .string(value), confidence: 1,
        evidence: [Evidence(file: "公章.esl", method: .der)])
    }
    var report = try Specimen.report()
    report.extractions.append(
      Extraction(
        file: "公章.esl", mediaType: .electronicSeal,
        documents: [
          Document(
            kind: .electronicSeal, confidence: 1, pages: [], rotationDegrees: 0, isReadWhole: true,
            facts: [
              fact("seal.name", "<b>某公司</b>"), fact("seal.signature", signature),
              fact("seal.chain", chain), fact("seal.maker", "制章机构"),
            ], picture: DocumentPicture(width: 1, height: 1, jpeg: "AAAA"))
        ]))
    return try HTMLReport.text(
      of: report, pictures: [:], options: Specimen.options(locale))
  }

  @Test(arguments: [
    ("valid", "trusted", "leads to a trusted one"),
    ("valid", "untrusted", "leads to none that is trusted"),
    ("valid", "unchecked", "by whom is not proved"), ("invalid", "trusted", "does not hold"),
    ("unsupported", "unchecked", "neither valid nor invalid"),
  ])
  func sentenceSaysWhatIsProved(_ signature: String, _ chain: String, _ words: String) throws {
    let text = try html(signature, chain, .english)
    #expect(text.contains(words))
    #expect(text.contains("data:image/jpeg;base64,AAAA"))
    #expect(!text.contains("<b>某公司"))
  }

  @Test(arguments: [false, true])
  func personsSealsAreMasked(_ showsPersonalData: Bool) throws {
    let name = "欧阳测试"
    func fact(_ key: String, _ value: String) -> Fact {
      Fact(
        key: key, value: .string(value), confidence: 1,
        evidence: [Evidence(file: "名章.esl", method: .der, raw: value)])
    }
    func document(_ kind: MaterialKind, _ facts: [Fact]) -> Document {
      Document(
        kind: kind, confidence: 1, pages: [], rotationDegrees: 0, isReadWhole: true, facts: facts)
    }
    var report = try Specimen.report()
    report.extractions.append(
      Extraction(
        file: "名章.esl", mediaType: .electronicSeal,
        documents: [
          document(.electronicSeal, [fact("seal.person", name), fact("seal.signature", "valid")]),
          document(
            .signature,
            [
              fact("signature.signer_person", name), fact("signature.seal_person", name),
              fact("signature.status", "valid"),
            ]),
        ]))
    let personal = ["seal.person", "signature.signer_person", "signature.seal_person"]
    let options = ReportOptions(
      locale: .chinese, showsPersonalData: showsPersonalData,
      catalogue: FactCatalogue(
        personal.map { FactDeclaration(key: $0, type: .string, isPersonal: true) }))
    let text = try HTMLReport.text(of: report, pictures: [:], options: options)
    #expect(text.contains(name) == showsPersonalData)
    #expect(text.contains("印章：" + (showsPersonalData ? name : "欧***")))
  }
}
