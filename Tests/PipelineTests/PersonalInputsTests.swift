import Foundation
import Testing

/// No output of a check holds a personal value, wherever a person wrote it: where it does not belong, in a value of a
/// wrong type, as a key, in a waiver, in a roster's shifted column.
@Suite struct PersonalInputsTests {
  private static let numbers = [
    "440106199003071231", "11010519851224456X", "13912345678", "18687654321",
  ]
  private static let names = ["欧阳晓禾", "诸葛秘岚"]

  private static let declarations: [String] = [
    """
    channel: wecom
    company: {name: "甲440106199003071231有限公司", short_name: "欧阳晓禾 13912345678", credit_code: "440106199003071231", address: "重庆市渝中区解放碑街道77号 欧阳晓禾", scope: "18687654321", legal_representative: "欧阳晓禾 11010519851224456X", established_on: 1990-03-07}
    mail: {address: a@example.com, client_version: "18687654321", purposes: ["欧阳晓禾 13912345678"]}
    organization: {departments: ["人事 欧阳晓禾 13912345678", "440106199003071231"]}
    """,
    """
    contact: 欧阳晓禾
    "440106199003071231": 1
    18687654321: 诸葛秘岚
    诸葛秘岚: x
    company: {name: 甲有限公司, 联系人: 欧阳晓禾, 联系电话: 13912345678}
    legal_representative: 诸葛秘岚 18687654321
    """,
    """
    schema: 440106199003071231
    channel: 13912345678
    submitted_on: 440106199003071231
    company: {name: [欧阳晓禾], established_on: 1990年3月7日 欧阳晓禾, registered_capital: "欧阳晓禾440106199003071231"}
    legal_representative: {id_number: [440106199003071231, 11010519851224456X], phone: {a: 13912345678}}
    operator: [诸葛秘岚, 18687654321]
    organization: {headcount: 13912345678}
    data_export: 18687654321 欧阳晓禾
    """,
    """
    企业：
      企业名称：甲有限公司 440106199003071231
      住所: 某路 13912345678: 欧阳晓禾
      简称: "欧阳晓禾 18687654321
    运营者: {姓名: 欧阳晓禾, 手机: 13912345678}
    """,
    "company: {name: 甲有限公司\n 欧阳晓禾 13912345678", "欧阳晓禾\n440106199003071231\n",
    "440106199003071231: a\n440106199003071231: b\n",
    "运营者: {姓名: 诸葛秘岚, 手机: 186 8765 4321, 身份证号: 1101051985122445 6X}\n",
  ]

  private func outputs(_ folder: TemporaryFolder, _ arguments: [String]) throws -> [(
    String, String
  )] {
    let run = try Program.run(
      [
        "check", folder.path + "/in", "--as-of", "2026-11-22", "--output", folder.path + "/out",
        "--format",
        "text,html,json,corrections,csv,sarif,junit",
      ] + arguments, cache: folder.path + "/cache")
    var texts = [("terminal", run.output), ("errors", run.errors)]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/out").sorted()
    where name.contains(".") {
      texts.append((name, try folder.text(of: "out/" + name)))
    }
    #expect(texts.count > 8)
    return texts
  }

  private func expectNothing(
    of secrets: [String], in outputs: [(String, String)], _ input: String
  ) {
    for (name, text) in outputs {
      for secret in secrets { #expect(!text.contains(secret), "\(secret) in \(name) of \(input)") }
    }
  }

  @Test(arguments: declarations)
  func declarationsGiveNothingAway(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "in/甲/declared.yaml")
    try folder.write("说明", to: "in/甲/说明.txt")
    let outputs = try outputs(folder, [])
    expectNothing(of: Self.numbers + Self.names, in: outputs, text)
    let open = try self.outputs(folder, ["--show-personal-data"])
    #expect(!open.isEmpty)
  }

  @Test func waiversAndRostersGiveNothingAway() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "channel: wecom\noperator: {name: 诸葛秘岚, id_number: 11010519851224456X, phone: 13912345678}\n",
      to: "in/甲/declared.yaml")
    try folder.write("说明", to: "in/甲/说明.txt")
    try folder.write(
      """
      schema: dossier/waivers-v1
      waivers:
      - {rule: MAT-CHANNEL-001, owner: 法务 13912345678, reason: "已电话 13912345678 与 诸葛秘岚 (11010519851224456X) 确认", granted: 2026-11-22, expires: 2026-12-20}
      - {rule: "440106199003071231", owner: 法务, reason: x, granted: 2026-11-22, expires: 2026-12-20, 18687654321: y}
      """, to: "in/甲/waivers.yaml")
    try folder.write(
      """
      folder,company.name,legal_representative.id_number,operator.phone,submitted_on,440106199003071231
      甲,甲有限公司,440106199003071231,13912345678,11010519851224456X,x
      乙,18687654321,欧阳晓禾,440106199003071231,13912345678,y
      """, to: "roster.csv")
    let outputs = try outputs(folder, ["--roster", folder.path + "/roster.csv"])
    expectNothing(of: Self.numbers + ["诸葛秘岚"], in: outputs, "waivers and roster")
  }

  /// Any number, put anywhere into a declaration that is otherwise fine.
  @Test func numbersAnywhere() throws {
    var dice = SystemRandomNumberGenerator()
    let places = [
      "channel: @", "submitted_on: @", "company: {name: 甲 @}", "company: {credit_code: '@'}",
      "company: {address: '@'}",
      "company: {scope: '软件（@）'}", "organization: {positions: [@, '经理 @']}", "@: 1",
      "company: {'@': 1}",
      "mail: {dkim_selectors: [@]}", "admin_settings: {ip_ranges: ['@']}", "health: {activity: @}",
      "# @\ncompany：@",
      "company: {name: '@", "consent: {basis: @}", "legal_references: ['@']",
    ]
    let folder = try TemporaryFolder()
    var secrets: [String] = []
    for (index, place) in places.enumerated() {
      let phone =
        "1\(Int.random(in: 3...9, using: &dice))"
        + String((0..<9).map { _ in Character("\(Int.random(in: 0...9, using: &dice))") })
      let year = Int.random(in: 1950...2005, using: &dice)
      let number =
        "440305\(year)0\(Int.random(in: 1...9, using: &dice))1\(Int.random(in: 0...9, using: &dice))\(Int.random(in: 1000...9999, using: &dice))"
      secrets += [phone, number]
      try folder.write(place.replacing("@", with: phone) + "\n", to: "in/p\(index)/declared.yaml")
      try folder.write(place.replacing("@", with: number) + "\n", to: "in/n\(index)/declared.yaml")
    }
    expectNothing(of: secrets, in: try outputs(folder, []), "random places")
  }

  @Test func aPersonalCopyShowsAllToItsOwnerAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "channel: wecom\n法定代表人: {身份证号: 440106199003071232}\n", to: "in/甲/declared.yaml")
    try folder.write("说明", to: "in/甲/说明.txt")
    let copy = folder.path + "/copy"
    let outputs = try outputs(folder, ["--personal-copy", copy])
    expectNothing(of: ["440106199003071232"], in: outputs, "personal copy")
    #expect(outputs.contains { $0.0 == "errors" && $0.1.contains("未遮盖") })
    #expect(try folder.mode(of: "copy") == 0o700 && folder.mode(of: "copy/甲") == 0o700)
    #expect(try folder.mode(of: "copy/甲/corrections.md") == 0o600)
    #expect(try folder.text(of: "copy/甲/corrections.md").contains("440106199003071232"))
  }
}
