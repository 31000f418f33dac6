import Model
import ReadingBench
import Schema
import Specimens
import Testing

@testable import Papers

/// Texts that went wrong on their way are refused or read, and never the end of the program.
@Suite struct HostileTextTests {
  @Test func mutatedMaterialsAreRefusedOrRead() {
    let alphabet = Array(" \n\t:-[]{}'\"#&*!|>?,%@`01a.\u{FEFF}\u{0}\u{2028}码".unicodeScalars)
    var dice = Dice(seed: 20_261_122, stream: 0)
    var loaded = 0
    for _ in 0..<2_000 {
      let text = dice.mutated(WashCard.yaml, alphabet: alphabet)
      let found = MaterialCatalogue.definition(text: text, path: "wash.yaml")
      if found.material != nil { loaded += 1 }
      #expect(found.material != nil || !found.diagnostics.isEmpty)
      for diagnostic in found.diagnostics {
        #expect(diagnostic.position.line >= 1 && diagnostic.position.column >= 1)
      }
    }
    #expect(loaded > 40 && loaded < 1_900, "\(loaded)")
  }

  @Test func mutatedTreesAreRefusedOrRead() {
    let text = """
      a: [1, 2.5, ~, {b: "c\\n", 'd': e}]
      ? f
      : |
        block
         text
      g: >-
        folded
      # comment
      "h i": !!str 3
      """
    let alphabet = Array(" \n\t:-[]{}'\"#&*!|>?,%@`\\~0x\u{85}\u{0}字".unicodeScalars)
    var dice = Dice(seed: 5, stream: 0)
    for _ in 0..<2_000 {
      let file = YAMLFile(text: dice.mutated(text, alphabet: alphabet), path: "a.yaml")
      #expect(file.root != nil || !file.diagnostics.isEmpty)
    }
  }

  private static let alphabet = Array(
    "0123456789年月日.-/至长期自起止〇一二三四五六七八九十廿卅百千万亿元圆角分整壹贰叁零拾佰仟（）() Oo美元人民币,，*".unicodeScalars)

  @Test(arguments: [
    "2010年9月2日", "2010.09.02", "20100902", "二〇一九年三月一日", "二0一九年十二月三十一日", "1999-12-31",
  ])
  func mutatedDatesAreDatesOrNothing(text: String) throws {
    #expect(ChineseDate.parse(text) != nil)
    var dice = Dice(seed: 1, stream: 0)
    for _ in 0..<2_000 {
      guard let date = ChineseDate.parse(dice.mutated(text, alphabet: Self.alphabet)) else {
        continue
      }
      #expect(CalendarDate(iso: date.iso) == date)
    }
  }

  @Test(arguments: [
    "100万元人民币", "壹佰万元整", "1,000,000.00元", "美元12.5万元", "叁仟零伍拾圆柒角陆分", "100万元（壹佰万元整）",
  ])
  func mutatedAmountsAreAmountsOrNothing(text: String) throws {
    #expect(ChineseAmount(parsing: text) != nil)
    var dice = Dice(seed: 2, stream: 0)
    for _ in 0..<2_000 {
      guard let amount = ChineseAmount(parsing: dice.mutated(text, alphabet: Self.alphabet))
      else { continue }
      #expect(amount.tenThousandths >= 0 && amount.amount.isFinite && amount.currency.count == 3)
    }
  }

  @Test(arguments: [
    "2010年9月2日至2030年9月1日", "2010.09.02-长期", "自2010年9月2日起", "长期", "2010-09-02至2030-09-01",
  ])
  func mutatedPeriodsArePeriodsOrNothing(text: String) throws {
    #expect(ValidityPeriod(parsing: text) != nil)
    var dice = Dice(seed: 3, stream: 0)
    for _ in 0..<2_000 {
      _ = ValidityPeriod(parsing: dice.mutated(text, alphabet: Self.alphabet))
    }
  }

  /// Long texts take no more than their length's time.
  @Test(arguments: ["9", "十", "万", "（", "元", "至", "-", "长期", "2010年9月2日"])
  func longTextsEnd(unit: String) {
    let text = String(repeating: unit, count: 3_000)
    _ = ChineseDate.parse(text)
    _ = ChineseAmount(parsing: text)
    _ = ValidityPeriod(parsing: text)
    #expect(DisplayText.cleaned(text, profile: "company").count <= text.count)
  }
}
