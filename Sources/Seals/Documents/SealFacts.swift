package import Model

/// The facts of electronic seals (GB/T 38540).
package enum SealFacts {
  static let name = FactKey<String>("seal.name", "Electronic seal: 印章名称")
  package static let owner = FactKey<String>("seal.owner", "Electronic seal: 印章所属单位")
  /// In place of ``name``, ``owner`` and ``signer`` where the seal is a person's: names of persons are masked.
  static let person = FactKey<String>("seal.person", "Electronic seal: 个人印章姓名")
  package static let purpose = FactKey<String>("seal.purpose", "Electronic seal: 印章用途")
  static let id = FactKey<String>("seal.id", "Electronic seal: 印章编码")
  static let type = FactKey<String>("seal.type", "Electronic seal: 印章类型代码")
  static let standard = FactKey<String>("seal.standard", "Electronic seal: 印章标准")
  static let version = FactKey<Int>("seal.version", "Electronic seal: 印章结构版本")
  static let validFrom = FactKey<CalendarDate>("seal.valid_from", "Electronic seal: 印章有效期起")
  static let validTo = FactKey<CalendarDate>("seal.valid_to", "Electronic seal: 印章有效期止")
  package static let createdOn = FactKey<CalendarDate>("seal.created_on", "Electronic seal: 制章日期")
  static let signer = FactKey<String>("seal.signer", "Electronic seal: 签章人证书主体")
  static let signerCreditCode = FactKey<String>(
    "seal.signer_credit_code", "Electronic seal: 签章人证书信用代码")
  static let signature = FactKey<String>("seal.signature", "Electronic seal: 制章签名")
  static let maker = FactKey<String>("seal.maker", "Electronic seal: 制章人")
  static let makerValidTo = FactKey<CalendarDate>(
    "seal.maker_valid_to", "Electronic seal: 制章人证书有效期止")
  static let signerValidTo = FactKey<CalendarDate>(
    "seal.signer_valid_to", "Electronic seal: 签章人证书有效期止")
  static let chain = FactKey<String>("seal.chain", "Electronic seal: 制章人证书链")
  static let pictureType = FactKey<String>("seal.picture_type", "Electronic seal: 印模格式")
  package static let width = FactKey<Int>("seal.width_mm", "Electronic seal: 印模宽度")
  package static let height = FactKey<Int>("seal.height_mm", "Electronic seal: 印模高度")
  static let isEmbedded = FactKey<Bool>("seal.embedded", "Electronic seal: 来自已签章文件")

  /// Digest lists name nobody: these facts are then null, not unread.
  private static let nullable = [
    signer.declaration, signerCreditCode.declaration, signerValidTo.declaration,
    purpose.declaration,
  ]
  private static let others = [
    name.declaration, owner.declaration, id.declaration, type.declaration, standard.declaration,
    version.declaration, validFrom.declaration, validTo.declaration, createdOn.declaration,
    signature.declaration, maker.declaration, makerValidTo.declaration, chain.declaration,
    person.declaration, pictureType.declaration, width.declaration, height.declaration,
    isEmbedded.declaration,
  ]

  /// The maker's certificate is not the company's to renew.
  private static let expiries = [
    validTo.name: LocalizedText("印章有效期止", "last day of the seal"),
    signerValidTo.name: LocalizedText("签章人证书有效期止", "last day of the signer's certificate"),
  ]

  package static let declarations: [FactDeclaration] =
    nullable.map {
      $0.carried(by: .electronicSeal, isNullable: true, expiry: expiries[$0.key])
    }
    + others.map {
      $0.carried(
        by: .electronicSeal, isPersonal: $0.key == person.name, expiry: expiries[$0.key])
    }
}
