internal import Foundation
internal import Model
internal import Native

/// The repository's samples with seals: the clean sample's company with an OFD license, a sealed letter and a seal,
/// and the same with a tampered and a stranger's seal.
///
/// Keys are new each time, so the bytes are too; what comes of them is not.
struct SealedSamples {
  /// Of `samples/clean`, whose cards and declaration are taken over.
  private static let company = "云铭（长沙）贸易有限责任公司"
  private static let code = "91430100MAGER0L0X7"

  private let world: SealWorld

  init(today: CalendarDate) throws {
    world = try SealWorld(company: Self.company, creditCode: Self.code, today: today)
  }

  /// - Parameter samples: the folder with `clean`.
  func write(to samples: String) throws {
    let seal = try world.draft().made(by: world.maker)
    try write(
      "sealed",
      [
        ("营业执照.ofd", try license(sealedWith: seal)), ("公章.esl", seal),
        ("授权书.pdf", try letter(sealedWith: seal)),
      ], to: samples)
    var tampered = seal
    if let place = tampered.indices.first(where: {
      tampered[$0...].starts(with: Array(Self.company.utf8))
    }) {
      tampered[place + 5] ^= 1
    }
    var other = world.draft()
    other.name = SealWorld.otherCompany
    other.signers = [world.otherSigner.certificate]
    try write(
      "wrong-seals",
      [
        ("营业执照.ofd", try license(sealedWith: seal)), ("公章 改动.esl", tampered),
        ("公章 他人.esl", try other.made(by: world.maker)),
      ], to: samples)
  }

  private func write(
    _ name: String, _ files: [(name: String, bytes: [UInt8])], to samples: String
  ) throws {
    let folder = try OutputFolder(samples + "/" + name)
    for file in files { try folder.write(file.bytes, to: file.name) }
    for file in ["身份证正面.jpg", "身份证反面.jpg", "declared.yaml"] {
      let path = URL(fileURLWithPath: samples + "/clean/" + file)
      try folder.write([UInt8](try Data(contentsOf: path)), to: file)
    }
  }

  private func license(sealedWith seal: [UInt8]) throws -> [UInt8] {
    let rows = [
      ("营业执照", 24.0), ("（副本）", 34), ("统一社会信用代码：" + Self.code, 48), ("名称：" + Self.company, 62),
      ("类型：有限责任公司（自然人独资）", 74), ("法定代表人：杜新珂", 86), ("注册资本：人民币叁拾万元整", 98),
      ("成立日期：2007年12月09日", 110), ("住所：长沙市岳麓区光华大道一段261号", 122),
      ("经营范围：国内贸易代理、货物进出口、技术进出口、电子产品销售。", 134),
    ]
    var signing = OFDSigning(
      OFDDraft(
        title: "营业执照", lines: rows.map { OFDDraft.Line(text: $0.0, y: $0.1) },
        custom: [("统一社会信用代码", Self.code), ("名称", Self.company)]))
    try signing.sign(
      OFDSigning.Signature(seal: seal, signer: world.signer, time: world.today.adding(days: -2)))
    return signing.package
  }

  private func letter(sealedWith seal: [UInt8]) throws -> [UInt8] {
    var signing = PDFSigning(try PDFSet.letter(world))
    try signing.seal(seal, by: world.signer, time: world.today.adding(days: -2))
    return signing.bytes
  }
}
