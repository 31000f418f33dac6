/// The name of a registration authority, which a stamp may hide in part.
enum AuthorityName {
  /// As nearly all of them end, those before 2018 included.
  private static let endings = [
    "市场监督管理局", "市场监督管理总局", "市场监督管理委员会", "市场和质量监督管理局", "市场和质量监督管理委员会", "工商行政管理局",
    "工商行政管理总局", "行政审批局", "行政审批服务局", "市场监督管理厅", "市场监督管理分局", "工商行政管理分局", "市场监督管理所",
  ].map(Array.init)

  /// Whether something of the name is missing or wrong: the place it begins with, what is administered, or one letter
  /// of an ending that all of its kind have.
  static func isCut(_ text: String) -> Bool {
    let signs = [
      "^([省市区县旗州]|市场监督|工商行政|行政审批)", "[省市县旗盟]区(市场|工商|行政)", "[省市区县旗州]管理局$", "^管理局$",
      // 青岛市场监督管理局 and 杭州市场监督管理局 lost one 市 of two, 鹿城行政审批局 its 区.
      "[^省市区县旗盟会家团师城州和与](市场监督|工商行政|行政审批)", "([^治]州|[^态新]城)(市场监督|工商行政|行政审批)",
    ]
    if signs.contains(where: { Patterns.first($0, in: text) != nil }) { return true }
    let letters = Array(text)
    guard !endings.contains(where: { letters.suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    return endings.contains { isOneLetterOff(letters, $0) }
  }

  /// Whether a text ends as given but for one letter that is another or missing.
  private static func isOneLetterOff(_ text: [Character], _ ending: [Character]) -> Bool {
    let sameLength = zip(text.suffix(ending.count), ending).count { $0 != $1 }
    if text.count >= ending.count, sameLength == 1 { return true }
    let shorter = Array(text.suffix(ending.count - 1))
    let head = zip(shorter, ending).prefix { $0 == $1 }.count
    return shorter.count == ending.count - 1 && head > 0
      && shorter.dropFirst(head).elementsEqual(ending.dropFirst(head + 1))
  }
}
