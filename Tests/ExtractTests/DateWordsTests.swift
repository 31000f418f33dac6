import Testing

@testable import Extract

@Suite struct DateWordsTests {
  @Test(arguments: [
    ("1957年6月15日·", "1957年6月15日"), ("1969年6月7日日", "1969年6月7日"), ("1975年4月24申", "1975年4月24日"),
    ("2011年08月13日至2031年08月12日.", "2011年08月13日至2031年08月12日"),
    ("201601.08-2036.01.08", "2016.01.08-2036.01.08"), ("2016.0108-长期", "2016.01.08-长期"),
    ("2O19年l月3日|", "2019年1月3日"), ("2003年05月23日至.长期", "2003年05月23日至长期"),
    ("2003年·05月23日", "2003年05月23日"),
  ])
  func aSlipThatLeavesNoDigitInDoubt(words: String, mended: String) {
    #expect(DateWords.mended(words) == mended)
  }

  @Test(arguments: [
    "1979年7月191日", "2015年11月37日", "2016010.8", "20160108", "2016.1.08-2036.1.8", "长期", "-", "***",
    "4申", "",
    "八年月二十三日", "2003年'2月03日", "2003年12月·5日", "2003年.1月3日",
  ])
  func whatIsNoKnownSlipStays(words: String) {
    #expect(DateWords.mended(words) == words)
  }
}
