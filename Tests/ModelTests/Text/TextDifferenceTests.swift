import Model
import Testing

/// Which characters of two texts differ, and whether the texts are variants of each other.
@Suite struct TextDifferenceTests {
  @Test(arguments: [
    ("abc", "abd", "..x", "..x"),
    ("abc", "abc", "...", "..."),
    ("星河科技", "星河科技集团", "....", "....xx"),
    ("O0123", "00123", "x....", "x...."),
    ("ab", "", "xx", ""),
    ("0123456789", "x0123456789", "..........", "x.........."),
    ("abcd", "dcba", "xxx.", ".xxx"),
  ])
  func differencesAreMarked(left: String, right: String, marksLeft: String, marksRight: String) {
    func marks(_ flags: [Bool]) -> String { flags.map { $0 ? "x" : "." }.joined() }
    let difference = TextDifference(left, right)
    #expect(marks(difference.left).count == left.count)
    #expect(marks(difference.left) == marksLeft)
    #expect(marks(difference.right) == marksRight)
  }

  @Test func scalarsThatLookAlikeDiffer() {
    let difference = TextDifference("é", "e\u{301}")
    #expect(difference.left == [true])
  }

  @Test(arguments: [
    ("云铭（长沙）贸易有限公司", "云铭（长沙）贸易有限责任公司", true), ("91430100MAGER0L0X7", "91430100MAGEROL0X7", true),
    ("云铭（长沙）贸易有限责任公司", "内蒙古自治区图嘉信息技术有限公司", false),
    ("91430100MAGER0L0X7", "91150100MAEWWEXUXE", false),
    ("", "", true),
  ])
  func variantsDifferInAThirdAtMost(left: String, right: String, areVariants: Bool) {
    #expect(TextDifference(left, right).areVariants == areVariants)
  }
}
