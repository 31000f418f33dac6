internal import Foundation
internal import Model
internal import Native

/// The repository's samples with seals: a company with an OFD license, a sealed letter and a seal, and another with
/// a tampered and a stranger's seal.
///
/// Keys are new each time, so the bytes are too; what comes of them is not.
struct SealedSamples {
  private static let seed: UInt64 = 20_261_125

  private let today: CalendarDate

  init(today: CalendarDate) { self.today = today }

  /// - Parameter samples: the folder to write them to.
  func write(to samples: String) throws {
    let sealed = try Company(number: 0, today: today)
    let seal = try sealed.world.drawnDraft().made(by: sealed.world.maker)
    try write(
      "sealed", of: sealed,
      [
        ("营业执照.ofd", try sealed.license(sealedWith: seal)), ("公章.esl", seal),
        ("授权书.pdf", try sealed.letter(sealedWith: seal)),
      ], to: samples)
    let wrong = try Company(number: 1, today: today)
    let own = try wrong.world.drawnDraft().made(by: wrong.world.maker)
    var tampered = own
    if let place = tampered.indices.first(where: {
      tampered[$0...].starts(with: Array(wrong.declared.name.utf8))
    }) {
      tampered[place + 5] ^= 1
    }
    var other = try wrong.world.drawnDraft()
    other.name = SealWorld.otherCompany
    other.picture = try SealPictureDrawing.jpeg(of: other.name)
    other.signers = [wrong.world.otherSigner.certificate]
    try write(
      "wrong-seals", of: wrong,
      [
        ("营业执照.ofd", try wrong.license(sealedWith: own)), ("公章 改动.esl", tampered),
        ("公章 他人.esl", try other.made(by: wrong.world.maker)),
      ], to: samples)
  }

  private func write(
    _ name: String, of company: Company, _ files: [(name: String, bytes: [UInt8])],
    to samples: String
  ) throws {
    let folder = try OutputFolder(samples + "/" + name)
    for file in files + company.cards { try folder.write(file.bytes, to: file.name) }
    try folder.write(text: company.declared.yaml, to: "declared.yaml")
  }

  /// One company: what it declares, its cards and its seals.
  private struct Company {
    let declared: DeclaredCompany
    let cards: [(name: String, bytes: [UInt8])]
    let world: SealWorld
    private let license: License

    /// - Parameter number: companies differ by it.
    init(number: Int, today: CalendarDate) throws {
      let maker = SubmissionMaker(seed: seed, isHeldOut: false)
      var dice = Dice(seed: seed, stream: number, part: 6)
      let plan = SubmissionMaker.Plan(
        generation: .landscape2019, quality: .scan, arrangement: .separate,
        license: { license in
          // A day of establishment that the license can state without a term.
          guard case .notPrinted = license.term else { return false }
          return license.entity == .limitedCompany && license.capital != nil
            && license.scope.count <= 44
        }, turn: 0, longestSide: 1350, names: ["营业执照", "身份证正面", "身份证反面"])
      let content = maker.content(plan, &dice)
      let folder = try maker.folder(content, [], plan, &dice)
      guard let license = content.license, let code = content.declared.code else {
        throw ForgeError.usage("the sample's company has no license")
      }
      self.license = license
      declared = content.declared
      cards = folder.files.filter { $0.name.hasPrefix("身份证") }
      world = try SealWorld(company: declared.name, creditCode: code, today: today)
    }

    func license(sealedWith seal: [UInt8]) throws -> [UInt8] {
      let fields: [License.Field] = [.name, .type, .head, .capital, .established, .address, .scope]
      let rows =
        ["营业执照", "（副本）", license.identifier.label + "：" + license.identifier.text]
        + fields.compactMap { field in
          license.label(field).flatMap { label in license.text(field).map { label + "：" + $0 } }
        } + ["登记机关：" + license.authority, license.issuedText]
      var signing = OFDSigning(
        OFDDraft(
          title: "营业执照",
          lines: rows.enumerated().map { OFDDraft.Line(text: $1, y: 24 + 12 * Double($0)) },
          custom: [("统一社会信用代码", license.identifier.text), ("名称", license.name)]))
      try signing.sign(
        OFDSigning.Signature(seal: seal, signer: world.signer, time: world.today.adding(days: -2)))
      return signing.package
    }

    func letter(sealedWith seal: [UInt8]) throws -> [UInt8] {
      var signing = PDFSigning(try PDFSet.letter(world))
      try signing.seal(seal, by: world.signer, time: world.today.adding(days: -2))
      return signing.bytes
    }
  }
}
