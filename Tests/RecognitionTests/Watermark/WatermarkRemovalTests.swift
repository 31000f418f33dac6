import Testing

@testable import Recognition

@Suite struct WatermarkRemovalTests {
  @Test(
    arguments: [
      ("注册资本50.5万元", ["50.5"]), ("50·5万元", ["50", "5"]), ("2，000万元", ["2,000"]),
      ("50．5万元人民币1505", ["50.5", "1505"]), ("伍佰万元整", []), ("第一，第二。", []), ("", []),
    ] as [(String, [String])])
  func numbersKeepTheirPoints(text: String, numbers: [String]) {
    #expect(WatermarkRemoval.numbers(in: text) == numbers)
  }

  @Test(
    arguments: [
      ("500万元人民币", true), ("伍佰万元整", false), ("2015年3月2日", false), ("人民币3元", true), ("万", false),
    ])
  func amountsHaveDigitsAndAUnit(text: String, isAmount: Bool) {
    #expect(WatermarkRemoval.hasAmount(text) == isAmount)
  }
}
