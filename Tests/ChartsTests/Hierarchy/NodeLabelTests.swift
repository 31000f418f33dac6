import Model
import Testing

@testable import Charts

/// Labels as people write them, taken apart: `name|title|person`.
@Suite struct NodeLabelTests {
  private static func shown(_ text: String) -> String? {
    NodeLabel(text).map { label in
      [label.name, label.title, label.person].map { $0 ?? "" }.joined(separator: "|")
    }
  }

  @Test(
    arguments: [
      "技术部（王建国）", "技术部 负责人：王建国", "技术部（负责人：王建国）", "技术部(负责人: 王建国)", "技术部\n负责人：王建国\n13912345678",
      "技术部（王建国 13912345678）", "技术部-王建国", "技术部 — 王建国", "技术部（王建国，12人）", "技术部（负责人王建国）",
      "技术部（联系人：王建国 13912345678）", "技术部（负责人 王建国）",
      "技术部（王建国, wangjg@a.cn）", "技术部（王建国\n13912345678）", "技术部：王建国", "技术部 王建国/13912345678",
      "技术部（负责人：王建国，电话：0731-88888888）",
    ])
  func departmentAndHead(text: String) { #expect(Self.shown(text) == "技术部||王建国") }

  /// Words that names begin with as well.
  @Test(arguments: ["石英梅", "金刚婷", "高新宇", "夏季风"])
  func namesThatBeginAsWordsDo(name: String) {
    #expect(Self.shown("技术部 " + name) == "技术部||" + name)
    #expect(Self.shown("技术部-" + name) != "技术部||" + name)
  }

  @Test(
    arguments: [
      "技术部（经理 王建国）", "技术部（经理：王建国）", "技术部（王建国 经理）", "技术部-经理-王建国", "技术部-王建国 经理",
      "技术部\n经理\n王建国 +86 139-1234-5678", "技术部（王建国、经理）",
    ])
  func departmentTitleAndHead(text: String) { #expect(Self.shown(text) == "技术部|经理|王建国") }

  /// Whoever reads a name here reads one that is none.
  @Test(arguments: [
    "技术部-研发一组", "技术部-平台", "销售部-江苏", "生产部-安全", "华东区-王建国", "市场部-品牌 王建国", "研发部-高分子", "王建国-李四",
    "技术部（一部、二部）",
    "技术部（筹）", "销售部（江苏）", "技术部（研发：王）", "云铭（长沙）贸易有限责任公司",
  ])
  func doubtfulLabelsStayWhole(text: String) { #expect(Self.shown(text) == text + "||") }

  @Test(
    arguments: [
      "技术部 13912345678", "技术部13912345678", "技术部 +86 13912345678", "技术部+8613912345678",
      "技术部 0086-139-1234-5678",
      "技术部 139 1234 5678", "技术部 139-1234-5678", "技术部（139-1234-5678）", "技术部 １３９１２３４５６７８",
      "技术部 139****5678",
      "技术部\n电话：13912345678", "技术部\nTel: 0731-88888888", "技术部（0731）8888 8888",
      "技术部 0731-88888888-801", "技术部 88888888",
      "技术部 电话：8888-8888", "技术部 400-800-1234", "技术部 0731-88888888转801", "技术部 / 010 8888 8888",
      "技术部 手机 139.1234.5678",
      "技术部 tel13912345678", "技术部 430102199001011234", "技术部 43010219900101123X",
      "技术部 jishu@example.com",
      "技术部\n13912345678、13812345678",
    ])
  func numbersAreNobodysName(text: String) { #expect(Self.shown(text) == "技术部||") }

  @Test(arguments: ["13912345678", "电话：0731-88888888", "+86 139 1234 5678", "（13912345678）", ""])
  func numbersAloneAreNoLabel(text: String) { #expect(NodeLabel(text) == nil) }

  @Test(arguments: [
    "2026年技术部", "技术1部", "第12研发部", "5G研发部", "B2B事业部", "2024-2025项目部", "3C数码一部", "360部",
  ])
  func otherNumbersStay(text: String) { #expect(Self.shown(text) == text + "||") }

  @Test func numbersInFieldsOfTheirOwn() {
    let label = NodeLabel("技术部 13912345678", title: "经理 13912345678", person: "王建国 13912345678")
    #expect(label?.name == "技术部")
    #expect(label?.title == "经理")
    #expect(label?.person == "王建国")
    #expect(NodeLabel(department: "技术部13912345678")?.name == "技术部")
    #expect(NodeLabel(person: "王建国 13912345678", title: nil)?.name == "王建国")
    #expect(NodeLabel(department: "13912345678") == nil)
  }

  @Test func boxesOfNumbersAloneAreNoLoss() {
    var draft = HierarchyDraft()
    let top = draft.add("技术部")
    draft.link(top, draft.add("13912345678"))
    draft.link(top, draft.add("研发一组"))
    #expect(draft.hierarchy().nodes.map(\.name) == ["技术部", "研发一组"])
    #expect(draft.hierarchy().defects.isEmpty)
    draft.link(top, draft.add(""))
    #expect(draft.hierarchy().defects == [HierarchyDefect(.unreadable, ["1"])])
  }

  /// Nothing hostile is slow, and no digits of a telephone are left in pieces.
  @Test(arguments: ["1*1*1*", "1 2 3 ", "+86 ", "139-1234-", "a@", "（电话：", "0731）", "１転"])
  func hostileTexts(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(NodeLabel(text) == nil)
    #expect(ContactDetails.removed(from: text).count <= text.count)
  }
}
