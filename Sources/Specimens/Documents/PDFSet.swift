internal import Model
internal import Native

/// Signed PDF letters good and bad, each wrong in one way, with what must come of it.
enum PDFSet {
  /// An authorization letter, drawn.
  static func letter(_ world: SealWorld) throws -> [UInt8] {
    let style = TextStyle(family: "Noto Serif CJK SC", size: 15)
    let title = TextStyle(family: "Noto Serif CJK SC", size: 26, alignment: .center)
    let lines = [
      "兹授权本公司员工办理企业认证申请事宜。", "授权单位：" + world.company,
      "统一社会信用代码：" + world.creditCode, "日期：2026年11月20日",
    ]
    let writer = try PDFWriter(created: "2026-11-20T00:00:00")
    try writer.page(width: 595, height: 842, unit: 1) { canvas throws(DrawingError) in
      try canvas.write("授权书", x: 297, y: 90, title)
      for (index, line) in lines.enumerated() {
        try canvas.write(line, x: 90, y: 180 + 40 * Double(index), style)
      }
    }
    return try writer.finish()
  }

  static func all(_ world: SealWorld) throws -> [SealedSpecimen] {
    let seal = try world.draft().made(by: world.maker)
    func made(
      _ name: String, _ expected: [String: String], _ sign: (inout PDFSigning) throws -> Void
    ) throws -> SealedSpecimen {
      var signing = PDFSigning(try letter(world))
      try sign(&signing)
      return SealedSpecimen(name: name, bytes: signing.bytes, expected: expected)
    }
    let fine = ["status": "valid", "covered": "true", "changed": "false", "chain": "trusted"]
    return [
      try made("sealed.pdf", fine) { try $0.seal(seal, by: world.signer, time: world.today) },
      try made("message.pdf", fine) { try $0.sign(by: world.signer, time: world.today) },
      try made("signed_twice.pdf", fine) {
        try $0.seal(seal, by: world.signer, time: world.today)
        try $0.sign(by: world.signer, time: world.today)
      },
      try made("tampered.pdf", ["status": "invalid", "changed": "true"]) {
        try $0.seal(seal, by: world.signer, time: world.today)
        $0.change { $0[$0.count / 3] ^= 1 }
      },
      try made("appended.pdf", ["status": "valid", "covered": "false", "changed": "true"]) {
        try $0.seal(seal, by: world.signer, time: world.today)
        $0.append(Array("\n9 0 obj\n<< /Type /Annot >>\nendobj\n".utf8))
      },
      try made("rogue_signer.pdf", ["status": "invalid", "signer_in_seal": "false"]) {
        try $0.seal(seal, by: world.otherSigner, time: world.today)
      },
    ]
  }
}
