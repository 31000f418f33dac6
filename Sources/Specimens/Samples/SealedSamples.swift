internal import Foundation
package import Model
internal import Native

/// The repository's samples with seals: a company with an OFD license, a sealed letter and a seal, and another with
/// a tampered and a stranger's seal.
///
/// Keys are new each time, so the bytes are too; what comes of them is not.
package struct SealedSamples {
  private static let seed: UInt64 = 20_261_125

  private let today: CalendarDate

  package init(today: CalendarDate) { self.today = today }

  /// - Parameter samples: the folder to write them to.
  package func write(to samples: String) throws {
    let sealed = try company(0)
    let seal = try sealed.world.drawnDraft().made(by: sealed.world.maker)
    try write(
      "sealed", of: sealed,
      [
        ("营业执照.ofd", try sealed.license(sealedWith: seal)), ("公章.esl", seal),
        ("授权书.pdf", try sealed.letter(sealedWith: seal)),
      ], to: samples)
    let wrong = try company(1)
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
    _ name: String, of company: SampleCompany, _ files: [(name: String, bytes: [UInt8])],
    to samples: String
  ) throws {
    let folder = try OutputFolder(samples + "/" + name)
    let cards = company.scans.filter { $0.name.hasPrefix("身份证") }
    for file in files + cards { try folder.write(file.bytes, to: file.name) }
    try folder.write(text: company.declared.yaml, to: "declared.yaml")
  }

  /// Companies differ by the number.
  private func company(_ number: Int) throws -> SampleCompany {
    try SampleCompany(seed: Self.seed, number: number, today: today) { $0.scope.count <= 44 }
  }
}

extension SampleCompany {
  fileprivate func license(sealedWith seal: [UInt8]) throws -> [UInt8] {
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

  fileprivate func letter(sealedWith seal: [UInt8]) throws -> [UInt8] {
    var signing = PDFSigning(try PDFSet.letter(world))
    try signing.seal(seal, by: world.signer, time: world.today.adding(days: -2))
    return signing.bytes
  }
}
