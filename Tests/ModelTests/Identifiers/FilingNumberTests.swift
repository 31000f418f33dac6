import Testing

@testable import Model

@Suite struct FilingNumberTests {
  @Test(arguments: [
    ("粤ICP备2021123456号", "粤ICP备2021123456号", "粤ICP备2021123456号", "广东"),
    ("陕ICP备15002899号", "陕ICP备15002899号", "陕ICP备15002899号", "陕西"),
    ("粤ＩＣＰ备2021123456号－1", "粤ICP备2021123456号-1", "粤ICP备2021123456号", "广东"),
    ("粤icp备 2021123456 号 — 12", "粤ICP备2021123456号-12", "粤ICP备2021123456号", "广东"),
    ("京ICP备2021123456号-2A", "京ICP备2021123456号-2A", "京ICP备2021123456号", "北京"),
    ("京ICP备2021123456号-3x", "京ICP备2021123456号-3X", "京ICP备2021123456号", "北京"),
    ("京ICP备2021123456号-4K", "京ICP备2021123456号-4K", "京ICP备2021123456号", "北京"),
    ("京lCP备2021123456-1", "京ICP备2021123456号-1", "京ICP备2021123456号", "北京"),
    ("京ICP证030173号", "京ICP证030173号", "京ICP证030173号", "北京"),
    ("京ICP证030173号-1", "京ICP证030173号-1", "京ICP证030173号", "北京"),
    ("浙B2-20080101", "浙B2-20080101", "浙B2-20080101", "浙江"),
    ("粤B2-20090059-5", "粤B2-20090059-5", "粤B2-20090059", "广东"),
    ("蜀ICP备20210001号", "蜀ICP备20210001号", "蜀ICP备20210001号", "四川"),
  ])
  func aNumberIsReadInAllItsForms(written: String, text: String, subject: String, province: String)
    throws
  {
    let number = try #require(FilingNumber(written))
    #expect(number.text == text && number.subject == subject && number.province == province)
    #expect(!number.hasUnusualProvince)
    #expect(FilingNumber(number.text) == number)
  }

  @Test(arguments: [
    "粤ICP备202112345号", "粤ICP备20211234567号", "粤ICP备2021123456号-0", "粤ICP备2021123456号-12345",
    "ICP备2021123456号", "港ICP备2021123456号", "粤公网安备 44030502001234号", "浙C2-20080101", "B2-2008", "",
    "粤ICP备2021123456号-1 粤ICP备2021123456号-2", "粤ICP备号",
  ])
  func whatIsNoNumberIsNone(written: String) { #expect(FilingNumber(written) == nil) }

  @Test func licensesOfTheWholeCountryNameNoProvince() throws {
    let number = try #require(FilingNumber("合字B2-20210001"))
    #expect(number.isLicense && number.province == nil && number.text == "合字B2-20210001")
    #expect(FilingNumber("B1.B2-20210001")?.subject == "B1.B2-20210001")
    #expect(FilingNumber("川ICP备2021123456号")?.hasUnusualProvince == true)
    #expect(FilingNumber("川ICP备2021123456号")?.province == "四川")
  }

  @Test func servicesAreToldBySuffix() {
    let services = ["-1", "-2A", "-3X", "-4K", ""].map {
      FilingNumber("粤ICP备2021123456号" + $0)?.service?.name
    }
    #expect(services == ["website", "app", "mini_program", "quick_app", nil])
  }

  @Test func allNumbersOfAFooterAreFound() {
    let footer = "© 2026 青禾 粤ICP备2021123456号-1 | 粤B2-20210077 | 粤公网安备 44030502001234号 AB2-20210001"
    #expect(
      FilingNumber.all(in: footer).map(\.text) == ["粤ICP备2021123456号-1", "粤B2-20210077"])
    #expect(FilingNumber.publicSecurityNumber(in: footer) == "粤公网安备44030502001234号")
    #expect(FilingNumber.publicSecurityNumber(in: "粤公网安备 4403050200123号") == nil)
    #expect(FilingNumber.isBroken("粤ICP备20211号") && !FilingNumber.isBroken(footer))
  }
}
