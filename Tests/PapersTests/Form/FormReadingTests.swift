import Model
import Native
import ReadingBench
import Testing

@testable import Papers

/// Which words are labels, and which value belongs to which, on pages written by hand.
@Suite struct FormReadingTests {
  private func card(_ change: (inout HandPage) -> Void) throws -> [String: Value] {
    var page = HandPage()
    page.write("洗车会员证", x: 400, y: 60)
    change(&page)
    page.write("发证单位", x: 110, y: 700)
    page.write("星河市洗车协会", x: 340, y: 700)
    let read = page.read(as: try WashCard.definition())
    let document = try #require(read.documents.first)
    return Dictionary(document.facts.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  // MARK: Labels

  @Test func aLabelAndItsValueInOneLine() throws {
    let values = try card { $0.write("会员名称：海蓝汽车服务部", x: 110, y: 200) }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
  }

  @Test func aLabelThatIsSpreadOverItsColumn() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("海蓝汽车服务部", x: 340, y: 200)
      page.write("等　级", x: 110, y: 300)
      page.write("银卡", x: 340, y: 300)
      page.write("年", x: 110, y: 400)
      page.write("费", x: 200, y: 400)
      page.write("壹仟元整", x: 340, y: 400)
    }
    #expect(values["wash.grade"] == .string("银卡"))
    #expect(values["wash.fee_amount"] == .double(1000))
  }

  @Test func wideSpacesInALabelAreNoLetters() throws {
    let values = try card { $0.write("会　员名　称　海蓝汽车服务部", x: 110, y: 200) }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
  }

  /// The box of 等级 reaches into the label behind it, whose own box begins there.
  @Test func theNextLabelsFirstLetterIsNoneOfTheValue() throws {
    let values = try card { page in
      page.write("等级", x: 110, y: 200)
      page.write("金卡入", x: 260, y: 200)
      page.write("入会日期", x: 322, y: 200)
      page.write("2024年03月15日", x: 470, y: 200)
    }
    #expect(values["wash.grade"] == .string("金卡"))
    #expect(values["wash.joined_on"] == WashCard.date("2024-03-15"))
  }

  /// The value's box begins within the label and shows the right half of its last letter.
  @Test func halfALetterOfTheLabelIsNoneOfTheValue() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("尔海蓝汽车服务部", x: 203, y: 200)
    }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
  }

  @Test func aValueCloseToItsLabelIsWhole() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("海蓝汽车服务部", x: 222, y: 200)
    }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
  }

  @Test func oneMisreadLetterOfFourDoesNotHideALabel() throws {
    let values = try card { page in
      page.write("会员各称", x: 110, y: 200)
      page.write("海蓝汽车服务部", x: 340, y: 200)
    }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
  }

  /// 等级 within a name is no label.
  @Test func wordsOfAValueAreNoLabels() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("星河高等级公路养护公司", x: 340, y: 200)
      page.write("等级", x: 110, y: 300)
      page.write("金卡", x: 340, y: 300)
    }
    #expect(values["wash.member"] == .string("星河高等级公路养护公司"))
    #expect(values["wash.grade"] == .string("金卡"))
  }

  // MARK: Values

  @Test func aValueGoesOnBelowWhereItsLineIsFull() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("星河市晨光区海蓝汽车美容维修保养", x: 340, y: 200)
      page.write("连锁服务部", x: 340, y: 245)
      page.write("等级", x: 110, y: 300)
      page.write("金卡", x: 340, y: 300)
    }
    #expect(values["wash.member"] == .string("星河市晨光区海蓝汽车美容维修保养连锁服务部"))
    #expect(values["wash.grade"] == .string("金卡"))
  }

  /// The first line's box holds a label that stands lower, and is higher for it.
  @Test func aLowerLineThanTheFirstIsStillOfTheValue() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200, height: 70)
      page.write("海蓝汽车美容维修保养连锁", x: 340, y: 200, height: 70)
      page.write("服务部", x: 340, y: 245, height: 40)
    }
    #expect(values["wash.member"] == .string("海蓝汽车美容维修保养连锁服务部"))
  }

  /// The end of a row of a bent page stands above its beginning, and so comes first.
  @Test func theEndOfABentRowIsPartOfItsValue() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("星河市晨光区海蓝汽车美容维修保养", x: 340, y: 200)
      page.write("连锁服务", x: 340, y: 250, angle: -0.16)
      page.write("第二中心店", x: 455, y: 226, angle: -0.16)
    }
    #expect(values["wash.member"] == .string("星河市晨光区海蓝汽车美容维修保养连锁服务第二中心店"))
  }

  /// A low box with one letter under the high one of a bent line.
  @Test func aSingleLetterGoesOnBelow() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200, height: 55)
      page.write("星河市晨光区海蓝汽车美容保养公", x: 340, y: 200, height: 55)
      page.write("司", x: 340, y: 240, height: 26)
    }
    #expect(values["wash.member"] == .string("星河市晨光区海蓝汽车美容保养公司"))
  }

  @Test func aPersonsNameHasDotsAndNoHyphens() throws {
    #expect(DisplayText.cleaned("麦麦提-图尔荪", profile: "person") == "麦麦提·图尔荪")
    // A short stroke may be the letter 一.
    #expect(DisplayText.cleaned("王-明", profile: "person") == "王-明")
    #expect(DisplayText.cleaned("JEAN-PAUL", profile: "person") == "JEAN-PAUL")
  }

  /// What does not belong to the first row does not belong behind the second one either.
  @Test func anotherTextBesideTheFirstRowStaysOut() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("星河市晨光区海蓝汽车美容维修保养", x: 340, y: 200)
      page.write("份额事", x: 700, y: 205)
      page.write("连锁服务第二中心店", x: 340, y: 245)
    }
    #expect(values["wash.member"] == .string("星河市晨光区海蓝汽车美容维修保养连锁服务第二中心店"))
  }

  @Test func aValueOfOneLineDoesNotSwallowTheNext() throws {
    let values = try card { page in
      page.write("等级", x: 110, y: 200)
      page.write("金卡", x: 340, y: 200)
      page.write("凭本证洗车", x: 340, y: 245)
    }
    #expect(values["wash.grade"] == .string("金卡"))
  }

  @Test func twoColumnsKeepTheirValues() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("海蓝汽车服务部", x: 260, y: 200)
      page.write("入会日期", x: 600, y: 200)
      page.write("2024年03月15日", x: 750, y: 200)
      page.write("等级", x: 110, y: 300)
      page.write("金卡", x: 260, y: 300)
      page.write("年费", x: 600, y: 300)
      page.write("壹仟元整", x: 750, y: 300)
    }
    #expect(values["wash.member"] == .string("海蓝汽车服务部"))
    #expect(values["wash.joined_on"] == WashCard.date("2024-03-15"))
    #expect(values["wash.grade"] == .string("金卡"))
    #expect(values["wash.fee"] == .string("壹仟元整"))
  }

  @Test func aLabelWithoutAValueHasNone() throws {
    let values = try card { page in
      page.write("会员名称", x: 110, y: 200)
      page.write("入会日期", x: 110, y: 300)
      page.write("2024年03月15日", x: 340, y: 300)
    }
    #expect(values["wash.member"] == nil)
    #expect(values["wash.joined_on"] == WashCard.date("2024-03-15"))
  }

  // MARK: Types

  @Test(arguments: [
    ("2024年03月15日", "2024-03-15"), ("2O24年O3月l5日", "2024-03-15"), ("2024.3.15", "2024-03-15"),
    ("2024年02月30日", nil), ("2024年03月", nil), ("三月十五", nil),
  ])
  func dates(text: String, expected: String?) throws {
    let values = try card { page in
      page.write("入会日期", x: 110, y: 200)
      page.write(text, x: 340, y: 200)
    }
    #expect(values["wash.joined_on"] == expected.map(WashCard.date))
  }

  @Test(arguments: [
    ("2024年03月15日至2034年03月14日", "2024-03-15", "2034-03-14", "fixed"),
    ("2024年03月15日至长期", "2024-03-15", "null", "long_term"), ("长期", nil, "null", "long_term"),
    ("***", nil, nil, "not_printed"), ("自2024年03月15日起", "2024-03-15", nil, nil),
    ("看背面", nil, nil, nil),
  ])
  func periods(text: String, from: String?, to: String?, kind: String?) throws {
    let values = try card { page in
      page.write("有效期限", x: 110, y: 200)
      page.write(text, x: 340, y: 200)
    }
    #expect(values["wash.valid_from"] == from.map(WashCard.date))
    #expect(values["wash.valid_to"] == to.map { $0 == "null" ? .null : WashCard.date($0) })
    #expect(values["wash.valid_kind"] == kind.map(Value.string))
  }

  @Test func anAmountThatIsNotUnderstoodKeepsItsWordsAlone() throws {
    let values = try card { page in
      page.write("年费", x: 110, y: 200)
      page.write("面议", x: 340, y: 200)
    }
    #expect(values["wash.fee"] == .string("面议"))
    #expect(values["wash.fee_amount"] == nil && values["wash.fee_currency"] == nil)
  }

  /// 全卡 is no grade; 金卡 is the only one that the recognizer held possible.
  @Test func aChoiceIsMadeAmongWhatTheRecognizerHeldPossible() throws {
    let values = try card { page in
      page.write("等级", x: 110, y: 200)
      page.write("全卡", x: 340, y: 200, alternatives: [0: [("金", 0.3)]])
    }
    #expect(values["wash.grade"] == .string("金卡"))
    let both = try card { page in
      page.write("等级", x: 110, y: 200)
      page.write("全卡", x: 340, y: 200, alternatives: [0: [("金", 0.3), ("银", 0.2)]])
    }
    #expect(both["wash.grade"] == nil)
  }

  @Test func aMarkNeedsItsWordsAndItsAbsenceAWholePage() throws {
    let values = try card { $0.write("（副本）", x: 450, y: 120) }
    #expect(values["wash.is_copy"] == .bool(true))
    // Labels are missing: that the mark is not seen says nothing.
    let part = try card { $0.write("会员名称", x: 110, y: 200) }
    #expect(part["wash.is_copy"] == nil)
  }

  // MARK: Display

  @Test(arguments: [
    ("深圳 市(福 田)", nil, "深圳市（福田）"), ("：海蓝服务部。", nil, "海蓝服务部"), ("ABC(D)", nil, "ABC(D)"),
    ("廣東省１号", "address", "广东省1号"), ("林•晓舟", "person", "林·晓舟"),
    ("8:00至1,000人", "text", "8:00至1,000人"),
    ("经营,销售;租赁.", "text", "经营，销售；租赁."), ("——", nil, "——"), ("", nil, ""), ("、：", nil, ""),
  ])
  func valuesAsTheyAreShown(text: String, profile: String?, shown: String) {
    #expect(DisplayText.cleaned(text, profile: profile) == shown)
  }

  // MARK: Colour

  /// The loader refuses an area whose edges are the wrong way round; it must not end the program all the same.
  @Test func anAreaTheWrongWayRoundIsNoDanger() async {
    await #expect(processExitsWith: .success) {
      let picture = PixelBuffer(width: 20, height: 20, channels: 3, filledWith: 90)
      _ = ColourRegions(picture, isGrayscale: false).hasRed(in: (0.7, 0.2, 0.3, 0.9))
    }
  }
}
