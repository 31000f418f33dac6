import Model
import Testing

@Suite struct TextNormalizationTests {
  @Test(arguments: [
    ("company", "北京星河科技（集团）有限公司", "北京星河科技(集团)有限公司"),
    ("company", "深圳市 星河　科技有限公司", "深圳市星河科技有限公司"),
    ("company", "Ａｃｍｅ（中国）有限公司", "ACME(中国)有限公司"),
    ("company", "星河【中国】〔深圳〕有限公司", "星河(中国)(深圳)有限公司"),
    ("company", "甲•乙（上海）有限公司", "甲・乙(上海)有限公司"),
    ("company", "星河—海外部", "星河-海外部"),
    ("person", "阿依古丽·买买提", "阿依古丽买买提"), ("person", "阿依古丽 买买提", "阿依古丽・买买提"),
    ("person", "阿不都拉.买买提", "阿不都拉•买买提"),
    ("address", "深圳市南山区科技園１號樓3-2", "深圳市南山区科技园1号楼3—2"),
    ("department", "研发 部（一）", "研发部(一)"), ("code", "9144-0300 7152 6726xg", "9144030071526726XG"),
    ("text", "⼈⼒资源服务", "人力资源服务"), ("text", "“甲”、‘乙’", "\"甲\"、\"乙\""),
    ("text", "甲\u{200B}乙\u{FEFF}丙\n丁", "甲乙丙丁"), ("text", "第Ⅱ期", "第II期"),
    ("text", "⻓城⻋队", "长城车队"),
  ])
  func sameAfterNormalization(profile: String, left: String, right: String) throws {
    let normalized = try #require(TextNormalization.normalized(left, profile: profile))
    #expect(normalized == TextNormalization.normalized(right, profile: profile))
  }

  @Test(arguments: [
    ("company", "第①公司", "第1公司"), ("company", "㈱星河", "(株)星河"), ("company", "星河有限公司", "银河有限公司"),
    ("person", "李未", "李末"), ("text", "Co", "CO"), ("company", "J.P公司", "JP公司"),
  ])
  func differentAfterNormalization(profile: String, left: String, right: String) {
    #expect(
      TextNormalization.normalized(left, profile: profile)
        != TextNormalization.normalized(right, profile: profile))
  }

  @Test(arguments: TextNormalization.profiles.keys.sorted())
  func profilesAreIdempotent(profile: String) throws {
    let text = "ａ（Ｂ）—“c”·d 號①㈱⼈ ﹙e﹚Ⅳ"
    let once = try #require(TextNormalization.normalized(text, profile: profile))
    #expect(TextNormalization.normalized(once, profile: profile) == once)
  }

  @Test func unknownProfilesAndStepsAreNil() {
    #expect(TextNormalization.normalized("甲", profile: "compny") == nil)
    #expect(TextNormalization.Step(rawValue: "nfc") == nil)
  }

  @Test func chainsOfRuleFilesWork() throws {
    let steps = ["nfkc", "brackets", "no_space", "upper"].compactMap(
      TextNormalization.Step.init(rawValue:))
    #expect(steps.count == 4)
    #expect(TextNormalization(steps: steps).applied(to: "甲（a）　乙") == "甲(A)乙")
  }

  @Test func allRadicalsFold() {
    for value in UInt32(0x2F00)...0x2FD5 {
      let radical = Unicode.Scalar(value).map { String(Character($0)) }
      let folded = radical.map { TextNormalization.Step.compatibility.applied(to: $0) }
      #expect(folded?.unicodeScalars.first.map { $0.value >= 0x4E00 } == true)
    }
    #expect(TextNormalization.Step.compatibility.applied(to: "⿕") == "龠")
  }

  @Test(arguments: [
    ("北京星河科技(集团)有限公司", "北京星河科技（集团）有限公司"), (" 深圳市　星河 有限公司 ", "深圳市星河有限公司"),
    ("Ａｃｍｅ  Co., Ltd", "Acme Co., Ltd"), ("", ""),
  ])
  func displayNames(text: String, expected: String) {
    #expect(TextNormalization.displayName(ofCompany: text) == expected)
  }

  @Test(
    arguments: [
      ("compny", "company"), ("地扯", "地址"), ("credit_cod", "credit_code"), ("NAME", "name"),
      ("adress", "address"), ("nmae", "name"), ("xyzzy", nil), ("", nil),
    ] as [(String, String?)])
  func suggestions(name: String, expected: String?) {
    let names = ["company", "credit_code", "name", "address", "地址", "经营范围"]
    #expect(NearestName.suggestion(for: name, among: names) == expected)
  }

  /// Texts of these alone are handed back as they are.
  @Test func plainLettersStayInEveryStep() {
    for value in Array(UInt32(0x4E00)...0x9FFF) + Array(0x30...0x39) + Array(0x41...0x5A) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "甲" + String(scalar) + "A"
      for step in TextNormalization.Step.allCases where step != .addressWords {
        #expect(step.applied(to: text) == text, "U+\(String(value, radix: 16)) \(step)")
      }
    }
    #expect(TextNormalization(profile: "address")?.applied(to: "八號樓") == "八号楼")
    #expect(TextNormalization(profile: "company")?.applied(to: "星河a") == "星河A")
  }

  @Test func editDistances() {
    #expect(NearestName.editDistance("kitten", "sitting") == 3)
    #expect(NearestName.editDistance("ab", "ba") == 1)
    #expect(NearestName.editDistance("", "abc") == 3)
    #expect(NearestName.editDistance("甲乙", "甲乙") == 0)
  }
}
