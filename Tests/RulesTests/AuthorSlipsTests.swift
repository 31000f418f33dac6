import Foundation
import Model
import Testing

@testable import Rules

/// What rule authors mistype: each is told once, at its place, with what to type, in both languages.
@Suite struct AuthorSlipsTests {
  private static let pack = """
    schema: dossier/pack-v1
    pack: {id: house, version: 1.0.0, title: {zh-CN: 本集团, en: House}, applies_to: {channels: [wecom]}}
    params:
      least: {type: int, default: 1000000, title: {zh-CN: 下限, en: least}}
    lookups:
      cities: {key: city, columns: {city: string, level: int}, file: cities.csv}
    rules:
      - id: HOUSE-CAP-001
        title: {zh-CN: 注册资本, en: Capital}
        severity: warning
        materials: [business_license]
        check: {at_least: [license.registered_capital_amount, {param: least}]}
        message: {zh-CN: "低于 {params.least}", en: "below {params.least}"}
        tests:
          - {given: {license.registered_capital_amount: 1000000}, expect: pass}
          - {given: {license.registered_capital_amount: 300000}, expect: fail}
      - id: HOUSE-AGE-001
        title: {zh-CN: 五年内颁发, en: Issued within five years}
        severity: note
        assert: |-
          add_months(license.issued_on, 60) >= submission.submitted_on
            && license.name in lookup.cities
        tests:
          - {given: {license.issued_on: 2022-01-13, submission.submitted_on: 2026-11-30}, expect: cannot_tell}
    """
  private static let table = "city,level\n长沙市,1\n海口市,2\n"

  struct Slip: CustomTestStringConvertible, Sendable {
    let right: String
    let typed: String
    /// Line and column, in `house.yaml` unless the table is named.
    let place: String
    let chinese: String
    let english: String
    var testDescription: String { typed }
  }

  private static func slip(
    _ right: String, _ typed: String, _ place: String, _ chinese: String, _ english: String? = nil
  ) -> Slip {
    Slip(right: right, typed: typed, place: place, chinese: chinese, english: english ?? chinese)
  }

  private static let months = "add_months(license.issued_on, 60) >= submission.submitted_on"

  static let names: [Slip] = [
    slip("[business_license]", "[营业执照]", "11:17", "business_license"),
    slip("[business_license]", "[身份证正面]", "11:17", "id_card_front"),
    slip("[business_license]", "[organization chart]", "11:17", "org_chart"),
    slip("[business_license]", "business_license", "11:16", "[business_license]"),
    slip("severity: warning", "severity: 警告", "10:15", "「warning」", "\"warning\""),
    slip("severity: warning", "severity: 错误", "10:15", "「error」", "\"error\""),
    slip("severity: warning", "severity: info", "10:15", "「note」", "\"note\""),
    slip("expect: pass", "expect: 通过", "15:71", "「pass」", "\"pass\""),
    slip("expect: fail", "expect: 不通过", "16:70", "「fail」", "\"fail\""),
    slip("expect: fail", "expect: 无法判断", "16:70", "「cannot_tell」", "\"cannot_tell\""),
    slip("severity: warning", "严重程度: warning", "10:5", "「severity」", "\"severity\""),
    slip("at_least", "大于等于", "12:13", "「at_least」", "\"at_least\""),
    slip("at_least", "atleast", "12:13", "「at_least」", "\"at_least\""),
    slip("type: int", "type: 整数", "4:17", "「int」", "\"int\""),
    slip("[wecom]", "[企业微信]", "2:91", "「wecom」", "\"wecom\""),
    slip("{param: least}", "{param: leest}", "12:67", "「least」", "\"least\""),
    slip("{param: least}", "{param: other_limit}", "12:67", "extends: [{pack: other}]"),
    slip("低于 {params.least}", "低于 {license.capital}", "13:27", "license.registered_capital_amount"),
    slip("低于 {params.least}", "低于 {发照日期}", "13:27", "license.issued_on"),
    slip("HOUSE-AGE-001", "HOUSE-CAP-001", "17:9", "第 8 行", "line 8"),
    slip("HOUSE-AGE-001", "house-age-1", "17:9", "HOUSE-AGE-001"),
    slip("license.registered_capital_amount, {", "最低资本, {", "12:24", "{value: 最低资本}"),
    slip("zh-CN: 注册资本,", "zh: 注册资本,", "9:13", "「zh-CN」", "\"zh-CN\""),
    slip("{zh-CN: 注册资本, en: Capital}", "注册资本", "9:12", "{zh-CN: 注册资本, en: ...}"),
  ]

  static let forms: [Slip] = [
    slip("en: Capital}", "en: Capital, paid in or not}", "9:39", "引号", "in quotes"),
    slip(
      months, "submission.submitted_on - license.issued_on <= 1825", "21:7",
      "days_between(license.issued_on, submission.submitted_on)"),
    slip(months, "license.issued_on + 30 >= submission.submitted_on", "21:7", "days(30)"),
    slip(months, "license.issued_on >= '2022/1/1'", "21:7", "date('2022-01-01')"),
    slip(
      months, "days_between(license.issued_on, run.as_of) <= days(30)", "21:7", "整数", "whole number"
    ),
    slip("        && license", "    && license", "22:5", "应有 6 个", "needs 6"),
    slip("&& license", "并且 license", "22:9", "&&"),
    slip("license.name in", "‘甲’ in", "22:12", "'甲'"),
    slip("{zh-CN: 注册资本", "{zh-CN： 注册资本", "9:18", "全角冒号", "full-width colon"),
    slip("severity: warning", "severity：warning", "10:13", "全角冒号", "full-width colon"),
    slip(
      "{license.registered_capital_amount: 1000000", "{license.registered_capital_amount：1000000",
      "15:51", "全角冒号", "full-width colon"),
    slip("_amount, {param", "_amount， {param", "12:57", "半角「,」", "type \",\""),
    slip("    severity: warning", "\tseverity: warning", "10:1", "制表符", "tab"),
    slip("    severity: warning", "   severity: warning", "10:4", "即 4 个", "type 4"),
    slip("    check: {at", "      check: {at", "12:7", "即 4 个", "type 4"),
    slip("amount: 1000000", "amount: 一百万", "15:53", "请写 1000000", "type 1000000"),
    slip("2022-01-13", "2022年1月13日", "24:37", "请写 2022-01-13", "type 2022-01-13"),
    slip("default: 1000000", "default: 100万", "4:31", "请写 1000000", "type 1000000"),
    slip("check: {at", "assert: {at", "12:13", "check"),
    slip("{at_least:", "{>=:", "12:13", "at_least"),
    slip("license.name in lookup.cities", "lookup.cities.level > 1", "22:12", "lookup.cities["),
    slip("version: 1.0.0", "version: v1", "2:28", "1.0.0"),
    slip("params:\n", "extends: other\nparams:\n", "3:10", "[{pack: other}]"),
    slip(
      "params:\n", "overrides: {OTHER-001: {severity: note}}\nparams:\n", "3:13",
      "extends: [{pack: other}]"),
    slip(
      "    tests:\n      - {given: {license.reg",
      "    basis: 制度\n    tests:\n      - {given: {license.reg", "14:12", "[{kind: house"),
  ]

  static let tables: [Slip] = [
    slip("长沙市,1\n海口市,2", "长沙市,1\n海口市,二", "cities.csv:3:5", "请写 2", "write 2"),
    slip("海口市,2", "海口市", "cities.csv:3:4", "level"),
    slip("海口市,2", "长沙市,2", "cities.csv:3:1", "首次在第 2 行", "first in line 2"),
    slip("city,level", "city,levle", "cities.csv:1:1", "levle"),
    slip("city,level", "city;level", "cities.csv:1:1", "半角逗号", "part them by"),
  ]

  @Test(arguments: names + forms + tables)
  func isToldAtItsPlace(slip: Slip) throws {
    let (pack, table) = (Self.pack, Self.table)
    let isTable = slip.place.hasPrefix("cities.csv")
    #expect((isTable ? table : pack).contains(slip.right))
    func typed(_ text: String) -> String {
      text.range(of: slip.right).map { text.replacingCharacters(in: $0, with: slip.typed) } ?? text
    }
    let other = packText(
      ruleText("{required: org.departments}", id: "OTHER-001"),
      before: "params: {other_limit: {type: int, default: 1}}", id: "other")
    let folder = NSTemporaryDirectory() + "dossier-slips-" + UUID().uuidString
    defer {
      do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
    }
    for name in ["packs", "house"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    let files = [
      "packs/other.yaml": other, "house/house.yaml": isTable ? pack : typed(pack),
      "house/cities.csv": isTable ? typed(table) : table,
    ]
    for (name, text) in files {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    let (library, diagnostics) = RuleLibrary.load(
      folder: folder, adding: [try AddedRules(folder + "/house")], catalogue: catalogue,
      channels: ["wecom": ["企业微信"], "icp": []])
    #expect(library?.packs.count == nil)
    let errors = diagnostics.filter { $0.level == .error }
    let told = try #require(errors.first)
    #expect(errors.count == 1, "\(errors.map(\.message.english))")
    let place = "\(told.position.line):\(told.position.column)"
    let name = told.file.split(separator: "/").last.map(String.init)
    #expect((isTable ? "cities.csv:" + place : place) == slip.place)
    #expect(name == (isTable ? "cities.csv" : "house.yaml"))
    #expect(told.message.chinese.contains(slip.chinese), "\(told.message.chinese)")
    #expect(told.message.english.contains(slip.english), "\(told.message.english)")
  }

  /// A table that a Chinese workbook saved is read; a rule file in that encoding says how it is saved.
  @Test func tablesInGBKAreRead() throws {
    let bytes: [UInt8] = Array("city,level\n".utf8) + [0xBA, 0xA3, 0xBF, 0xDA] + Array(",2\n".utf8)
    let path = NSTemporaryDirectory() + "dossier-gbk-" + UUID().uuidString
    try Data(bytes).write(to: URL(filePath: path))
    defer {
      do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
    }
    guard case .text(let text) = TextFile.read(path, TextReading(decoding: { _ in "海口" })) else {
      Issue.record("not read")
      return
    }
    #expect(text == "海口")
    guard case .failure(let reason) = TextFile.read(path) else {
      Issue.record("read")
      return
    }
    #expect(reason.chinese.contains("GBK") && reason.english.contains("save it as UTF-8"))
  }
}
