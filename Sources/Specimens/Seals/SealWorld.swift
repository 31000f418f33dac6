package import Model
package import Native

/// The invented parties of sealed specimens: an authority, a maker of seals, a company, and those who do wrong.
package struct SealWorld {
  /// An invented company with valid check digits.
  let company: String
  let creditCode: String
  /// The day that everything is dated from.
  let today: Instant
  let authority: KeyHolder
  let rogueAuthority: KeyHolder
  let maker: KeyHolder
  let rogueMaker: KeyHolder
  /// In date when it made seals, no longer today.
  let oldMaker: KeyHolder
  let signer: KeyHolder
  let oldSigner: KeyHolder
  let otherSigner: KeyHolder
  static let otherCompany = "另一家贸易有限公司"
  static let otherCode = "91310000MA1FL3T82A"

  package init(
    company: String = "深圳市星河测试科技有限公司", creditCode: String = "91440300MA5TEST00X",
    today: CalendarDate, kind: SigningKey.Kind = .sm2
  ) throws {
    self.company = company
    self.creditCode = creditCode
    let now = Instant(startOf: today)
    self.today = now
    authority = try .root(
      .of(organization: "测试电子认证机构", common: "TEST SM2 CA"), kind,
      from: now.adding(days: -3650), to: now.adding(days: 3650))
    rogueAuthority = try .root(
      .of(organization: "不可信机构", common: "ROGUE SM2 CA"), kind, from: now.adding(days: -3650),
      to: now.adding(days: 3650))
    let makerName = KeyHolder.Name.of(organization: "测试印章制作机构", common: "测试制章系统")
    let signerName = KeyHolder.Name.of(organization: creditCode + company, common: company)
    let otherName = KeyHolder.Name.of(
      organization: Self.otherCode + Self.otherCompany, common: Self.otherCompany)
    maker = try authority.issue(
      makerName, kind, serial: 2, from: now.adding(days: -400), to: now.adding(days: 1400))
    rogueMaker = try rogueAuthority.issue(
      makerName, kind, serial: 3, from: now.adding(days: -400), to: now.adding(days: 1400))
    oldMaker = try authority.issue(
      makerName, kind, serial: 4, from: now.adding(days: -2000), to: now.adding(days: -1000))
    signer = try authority.issue(
      signerName, kind, serial: 5, from: now.adding(days: -100), to: now.adding(days: 265))
    oldSigner = try authority.issue(
      signerName, kind, serial: 6, from: now.adding(days: -800), to: now.adding(days: -70))
    otherSigner = try authority.issue(
      otherName, kind, serial: 7, from: now.adding(days: -100), to: now.adding(days: 265))
  }

  /// The certificate in DER that chains have to lead to.
  package var trusted: [UInt8] { authority.certificate }

  /// A seal of the company as it should be.
  func draft(_ version: SealDraft.Version = .v4) -> SealDraft {
    SealDraft(
      version: version, name: company, signers: [signer.certificate],
      createdOn: today.adding(days: -90), validFrom: today.adding(days: -90),
      validTo: today.adding(days: 260), picture: SealPictureDrawing.png)
  }

  /// The same with a picture that can be looked at, as papers have it.
  func drawnDraft(_ version: SealDraft.Version = .v4) throws -> SealDraft {
    var draft = draft(version)
    draft.picture = try SealPictureDrawing.jpeg(of: draft.name)
    draft.pictureType = "JPG"
    return draft
  }
}
