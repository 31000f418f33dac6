package import Model

/// The facts of a document's signatures, OFD or PDF.
package enum SignatureFacts {
  static let status = FactKey<String>("signature.status", "Signature: 签名验证结果")
  static let form = FactKey<String>("signature.form", "Signature: 签名形式")
  static let isCovered = FactKey<Bool>("signature.covered", "Signature: 是否保护整个文件")
  static let isChanged = FactKey<Bool>("signature.changed", "Signature: 签署后是否改动")
  static let signerInSeal = FactKey<Bool>("signature.signer_in_seal", "Signature: 签章人是否在印章中")
  static let sealMatchesFile = FactKey<Bool>(
    "signature.seal_matches_file", "Signature: 印章文件是否一致")
  static let isInValidity = FactKey<Bool>(
    "signature.in_validity", "Signature: 签署时印章和证书是否有效")
  static let signedOn = FactKey<CalendarDate>("signature.signed_on", "Signature: 签署日期")
  static let signer = FactKey<String>("signature.signer", "Signature: 签署人")
  /// In place of ``signer`` where a person signed: other persons' names are masked.
  static let signerPerson = FactKey<String>("signature.signer_person", "Signature: 签署的个人")
  static let signerCreditCode = FactKey<String>(
    "signature.signer_credit_code", "Signature: 签署人信用代码")
  static let signerValidTo = FactKey<CalendarDate>(
    "signature.signer_valid_to", "Signature: 签署人证书有效期止")
  static let chain = FactKey<String>("signature.chain", "Signature: 签署人证书链")
  static let sealName = FactKey<String>("signature.seal_name", "Signature: 所用印章名称")
  static let sealOwner = FactKey<String>("signature.seal_owner", "Signature: 所用印章单位")
  /// In place of ``sealName`` and ``sealOwner`` where the seal is a person's.
  static let sealPerson = FactKey<String>("signature.seal_person", "Signature: 所用个人印章姓名")
  static let changedParts = "signature.changed_parts"
  static let uncoveredParts = "signature.uncovered_parts"

  /// Null where the signature is made without a seal.
  private static let nullable = [
    signerInSeal.declaration, sealMatchesFile.declaration, sealName.declaration,
    sealOwner.declaration, signerCreditCode.declaration, signer.declaration,
  ]
  private static let others = [
    status.declaration, form.declaration, isCovered.declaration, isChanged.declaration,
    isInValidity.declaration, signedOn.declaration, signerPerson.declaration,
    sealPerson.declaration, signerValidTo.declaration,
    chain.declaration,
    FactDeclaration(key: changedParts, type: .list, summary: "Signature: 签署后改动的部分"),
    FactDeclaration(key: uncoveredParts, type: .list, summary: "Signature: 未受保护的部分"),
  ]

  private static let signerExpiry = LocalizedText(
    "签署人证书有效期止", "last day of the signer's certificate")

  package static let declarations: [FactDeclaration] =
    nullable.map { $0.carried(by: .signature, isNullable: true) }
    + others.map {
      $0.carried(
        by: .signature, isPersonal: [signerPerson.name, sealPerson.name].contains($0.key),
        expiry: $0.key == signerValidTo.name ? signerExpiry : nil)
    }
}
