import Model
import Testing

@testable import Papers

@Suite struct ValidityPeriodTests {
  @Test(
    arguments: [
      ("2010年09月02日至2020年09月01日", "2010-09-02", "2020-09-01"),
      ("自2010年09月02日至长期", "2010-09-02", "long"), ("长期", nil, "long"),
      ("2018年05月04日至无固定期限", "2018-05-04", "long"), ("永久", nil, "long"),
      ("永续经营", nil, "long"), ("2016.01.05-2036.01.05", "2016-01-05", "2036-01-05"),
      ("2016.01.05-长期", "2016-01-05", "long"),
      ("2016.01.05—2036.01.05", "2016-01-05", "2036-01-05"),
      ("2016-01-05-2036-01-05", "2016-01-05", "2036-01-05"),
      ("20160105-20360105", "2016-01-05", "2036-01-05"),
      ("2010 年 9 月 2 日 至 2030 年 9 月 1 日", "2010-09-02", "2030-09-01"),
      ("2010年9月2日 —— 长期", "2010-09-02", "long"), ("2018年05月04日至***", "2018-05-04", "long"),
      ("至2020年09月01日", nil, "2020-09-01"), ("自2010年9月2日起", "2010-09-02", nil),
      ("自2010年9月2日起至2040年9月1日止", "2010-09-02", "2040-09-01"),
      ("2010-09-02至2099-12-31", "2010-09-02", "2099-12-31"), ("***", nil, nil), ("/", nil, nil),
      ("2016.01.05～2036.01.05", "2016-01-05", "2036-01-05"),
      // The end was left blank on the pre-printed form.
      ("2016年01月05日至年月日", "2016-01-05", nil), ("自二〇一〇年九月二日至期年月日", "2010-09-02", nil),
      // 自 and 至 stand so far apart on old forms that they were not read.
      ("二〇一〇年九月二日二〇三〇年九月一日", "2010-09-02", "2030-09-01"), ("/长期", nil, "long"),
      // The start was not read whole.
      ("2016年长期", nil, "long"),
    ] as [(String, String?, String?)])
  func reads(text: String, from: String?, to: String?) throws {
    let period = try #require(ValidityPeriod(parsing: text))
    #expect(period.from?.iso == from)
    switch period.to {
    case .date(let date): #expect(date.iso == to)
    case .longTerm: #expect(to == "long")
    case nil: #expect(to == nil)
    }
    #expect(period.isPlaceholder == (from == nil && to == nil))
  }

  @Test(arguments: [
    "", "2010年09月02日", "二十年", "2010年09月02日至", "2010年13月02日至2020年09月01日", "2016.01.05-2036.01",
    "2016.01.052036.01.05", "至", "长期至2020年09月01日", "2016.01.05-2036.02.30",
  ])
  func refuses(text: String) {
    #expect(ValidityPeriod(parsing: text) == nil)
  }
}
