internal import Model

extension ReportSection {
  /// Electronic seals and document signatures: what they look like, whose they are and what they prove.
  static func seals(_ context: ReportContext) throws -> ReportSection? {
    let entries = context.report.extractions.flatMap { extraction in
      extraction.documents.compactMap { document -> TemplateValue? in
        switch document.kind {
        case .electronicSeal: seal(document, extraction.file, context)
        case .signature: signature(document, extraction.file, context)
        default: nil
        }
      }
    }
    guard !entries.isEmpty else { return nil }
    return ReportSection(
      id: "seals", title: context.pick("电子印章与签名", "Electronic seals and signatures"),
      isFolded: false,
      body: try HTMLTemplate.seals.rendered(["entries": .list(entries)], context.locale))
  }

  private static func seal(
    _ document: Document, _ file: String, _ context: ReportContext
  ) -> TemplateValue {
    let facts = SealFactTexts(document, context.masking)
    let words = SealWords(
      status: facts["seal.signature"], chain: facts["seal.chain"], by: facts["seal.maker"])
    let title = context.pick("印章：", "Seal: ") + facts.first(of: "seal.name", "seal.person")
    return [
      "title": .text(title), "file": .text(file), "tone": .text(words.tone),
      "sentence": .text(words.ofSeal[context.locale]), "picture": .optional(document.picture?.jpeg),
      "rows": facts.rows(
        [
          ("seal.owner", "所属单位", "Owner"), ("seal.purpose", "用途", "Purpose"),
          ("seal.signer", "签章证书", "Signing certificate"),
          ("seal.signer_credit_code", "证书中的信用代码", "Credit code in it"),
          ("seal.valid_from", "有效期起", "Valid from"), ("seal.valid_to", "有效期止", "Valid to"),
          ("seal.signer_valid_to", "签章证书有效期止", "Signing certificate ends"),
          ("seal.maker", "制章人", "Made by"),
          ("seal.maker_valid_to", "制章证书有效期止", "Maker's certificate ends"),
          ("seal.standard", "标准", "Standard"),
        ], context),
    ]
  }

  private static func signature(
    _ document: Document, _ file: String, _ context: ReportContext
  ) -> TemplateValue {
    let facts = SealFactTexts(document, context.masking)
    let signer = facts.first(of: "signature.signer", "signature.signer_person")
    let words = SealWords(
      status: facts["signature.status"], chain: facts["signature.chain"], by: signer)
    let isAltered = facts["signature.changed"] == "true"
    let sentence =
      isAltered
      ? context.pick(
        "文件在签署后被改动，不能作为签署的原件。",
        "The document was changed after it was signed; it is not the original.")
      : words.ofDocument[context.locale]
    return [
      "title": .text(context.pick("文件签名：", "Signature: ") + signer), "file": .text(file),
      "tone": .text(isAltered ? "bad" : words.tone), "sentence": .text(sentence),
      "picture": .absent,
      "rows": facts.rows(
        [
          ("signature.seal_name", "所用印章", "Seal"), ("signature.seal_person", "所用印章", "Seal"),
          ("signature.signed_on", "签署日期", "Signed on"),
          ("signature.signer_credit_code", "签署人信用代码", "Signer's credit code"),
          ("signature.signer_valid_to", "签署证书有效期止", "Signer's certificate ends"),
          ("signature.changed_parts", "签署后改动的部分", "Changed since"),
          ("signature.uncovered_parts", "未受签名保护的部分", "Protected by no signature"),
        ], context),
    ]
  }
}

/// The facts of a document as text, names of persons masked.
private struct SealFactTexts {
  private let texts: [String: String]

  init(_ document: Document, _ masking: Masking) {
    texts = Dictionary(
      document.facts.map { fact in
        (fact.key, fact.value == .null ? "" : masking.shown(fact.value.text, key: fact.key))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whose it is: a body's name, or a person's.
  func first(of key: String, _ other: String) -> String {
    self[key].isEmpty ? self[other] : self[key]
  }

  /// Empty where it is not known or null.
  subscript(_ key: String) -> String { texts[key] ?? "" }  // allowed: not shown

  func rows(
    _ wanted: [(key: String, chinese: String, english: String)], _ context: ReportContext
  ) -> TemplateValue {
    .list(wanted.filter { !self[$0.key].isEmpty }) { key, chinese, english in
      ["label": .text(context.pick(chinese, english)), "value": .text(self[key])]
    }
  }
}

/// What signature and chain prove together, in words; never a bare "valid" where nobody vouches for the signer.
private struct SealWords {
  let tone: String
  let ofSeal: LocalizedText
  let ofDocument: LocalizedText

  init(status: String, chain: String, by name: String) {
    switch (status, chain) {
    case ("valid", "trusted"):
      tone = "good"
      ofSeal = LocalizedText(
        "印章自制作后未被改动；制章人「\(name)」的证书可追溯到信任的根证书。",
        "The seal is as its maker made it, and the certificate of \"\(name)\" leads to a trusted one."
      )
      ofDocument = LocalizedText(
        "文件自签署后未被改动；签署人「\(name)」的证书可追溯到信任的根证书。",
        "The document is as it was signed, and the certificate of \"\(name)\" leads to a trusted one."
      )
    case ("valid", "untrusted"):
      tone = "bad"
      ofSeal = LocalizedText(
        "印章已签名，但制章人「\(name)」的证书不能追溯到信任的根证书，可能是自制的印章。",
        "The seal is signed, but the certificate of \"\(name)\" leads to none that is trusted: anybody could have made it."
      )
      ofDocument = LocalizedText(
        "文件已签名，但「\(name)」的证书不能追溯到信任的根证书，签署人身份不可信。",
        "The document is signed, but the certificate of \"\(name)\" leads to none that is trusted.")
    case ("valid", _):
      tone = "open"
      ofSeal = LocalizedText(
        "印章已签名且未被改动，但由谁制作未得到证明：没有提供信任的根证书。",
        "The seal is signed and unchanged; by whom is not proved: no trusted certificates were given."
      )
      ofDocument = LocalizedText(
        "文件已签名且未被改动，但由谁签署未得到证明：没有提供信任的根证书。",
        "The document is signed and unchanged; by whom is not proved: no trusted certificates were given."
      )
    case ("invalid", _):
      tone = "bad"
      ofSeal = LocalizedText(
        "制章签名不成立：印章被改动或是伪造的，不要使用。",
        "The maker's signature does not hold: the seal was changed or forged. Do not use it.")
      ofDocument = LocalizedText(
        "签名不成立：文件、签名或印章与签署时不同，不要使用。",
        "The signature does not hold: document, signature or seal differ from what was signed. Do not use it."
      )
    default:
      tone = "open"
      ofSeal = LocalizedText(
        "签名的算法不能在此验证：既不算有效，也不算无效。",
        "The method of the signature cannot be checked here: neither valid nor invalid.")
      ofDocument = ofSeal
    }
  }
}
