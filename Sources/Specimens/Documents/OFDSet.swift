internal import Model

/// Signed OFDs good and bad, each wrong in one way, with what must come of it.
enum OFDSet {
  /// A license as an OFD, with labels and values on lines of their own.
  static func license(_ world: SealWorld) -> OFDDraft {
    let texts = [
      "营业执照", "统一社会信用代码：" + world.creditCode, "名称：" + world.company,
      "类型：有限责任公司", "法定代表人：张三", "注册资本：壹佰万元整", "成立日期：2015年03月02日",
      "营业期限：长期", "住所：深圳市南山区测试路1号", "经营范围：软件开发；信息技术咨询服务。",
    ]
    return OFDDraft(
      title: "营业执照",
      lines: texts.enumerated().map { OFDDraft.Line(text: $1, y: Double(20 + 12 * $0)) },
      custom: [("统一社会信用代码", world.creditCode), ("名称", world.company)])
  }

  static func all(_ world: SealWorld) throws -> [SealedSpecimen] {
    try good(world) + bad(world) + DrawnOFDs.all(world)
  }

  static func signature(_ world: SealWorld, _ version: SealDraft.Version = .v4) throws
    -> OFDSigning.Signature
  {
    OFDSigning.Signature(
      seal: try world.draft(version).made(by: world.maker), signer: world.signer,
      time: world.today, version: version)
  }

  private static let fine = [
    "status": "valid", "covered": "true", "changed": "false", "signer_in_seal": "true",
    "seal_matches_file": "true", "in_validity": "true", "chain": "trusted",
  ]

  static func good(_ world: SealWorld) throws -> [SealedSpecimen] {
    var all: [SealedSpecimen] = []
    for version in SealDraft.Version.allCases {
      for isRaw in [false, true] {
        var signing = OFDSigning(license(world))
        var signature = try signature(world, version)
        signature.hasRawSignature = isRaw
        try signing.sign(signature)
        all.append(
          SealedSpecimen(
            name: "valid_v\(version.rawValue)\(isRaw ? "_raw" : "").ofd", bytes: signing.package,
            expected: fine))
      }
    }
    var twice = OFDSigning(license(world))
    try twice.sign(try signature(world))
    try twice.sign(try signature(world))
    all.append(SealedSpecimen(name: "signed_twice.ofd", bytes: twice.package, expected: fine))
    var message = OFDSigning(license(world))
    var plain = try signature(world)
    plain.isMessage = true
    try message.sign(plain)
    all.append(
      SealedSpecimen(
        name: "message.ofd", bytes: message.package,
        expected: ["status": "valid", "form": "cms", "signer_in_seal": "null", "chain": "trusted"]))
    return all
  }

  static func bad(_ world: SealWorld) throws -> [SealedSpecimen] {
    let folder = OFDSigning.folder(0)
    func made(
      _ name: String, _ expected: [String: String],
      signature change: (inout OFDSigning.Signature) throws -> Void = { _ in },
      after: (inout OFDSigning) -> Void = { _ in }
    ) throws -> SealedSpecimen {
      var signing = OFDSigning(license(world))
      var signature = try signature(world)
      try change(&signature)
      try signing.sign(signature)
      after(&signing)
      return SealedSpecimen(name: name, bytes: signing.package, expected: expected)
    }
    let changed = ["status": "invalid", "changed": "true"]
    return [
      try made(
        "tampered_page.ofd", changed,
        after: {
          $0.change(OFDDraft.page) { $0[$0.count / 2] ^= 1 }
        }),
      try made(
        "tampered_description.ofd", changed,
        after: {
          $0.change(folder + "Signature.xml") { bytes in
            if let place = bytes.firstIndex(of: UInt8(ascii: "4")) { bytes[place] ^= 1 }
          }
        }),
      try made(
        "tampered_value.ofd", ["status": "invalid", "changed": "false"],
        after: {
          $0.change(folder + "SignedValue.dat") { $0[$0.count - 1] ^= 1 }
        }),
      try made(
        "appended_part.ofd", ["status": "valid", "covered": "false"],
        after: {
          $0.append("Doc_0/Pages/Page_9/Content.xml", Array("<a/>".utf8))
        }),
      try made(
        "left_out.ofd", ["status": "valid", "covered": "false"],
        signature: {
          $0.skips = ["OFD.xml"]
        }),
      try made(
        "signer_not_in_seal.ofd", ["status": "invalid", "signer_in_seal": "false"],
        signature: {
          $0.signer = world.otherSigner
        }),
      try made(
        "other_seal_file.ofd", ["seal_matches_file": "false"],
        signature: {
          var other = world.draft()
          other.listsDigests = true
          $0.sealFile = try other.made(by: world.maker)
        }),
      try made(
        "after_expiry.ofd", ["in_validity": "false"],
        signature: {
          var old = world.draft()
          old.validTo = world.today.adding(days: -20)
          $0.seal = try old.made(by: world.maker)
        }),
      try made(
        "unknown_method.ofd", ["status": "unsupported"],
        signature: {
          $0.checkMethod = "1.2.156.10197.1.401.2"
        }),
    ]
  }
}
