import Model
import Testing

@testable import Charts

@Suite struct OutlineChartTests {
  private static func shown(_ text: String) -> [String] {
    let extraction = ChartSpecimens.read(Array(text.utf8))
    guard extraction.documents.map(\.kind) == [.orgChart] else { return ["no chart"] }
    return ChartSpecimens.shown(extraction.documents.first?.hierarchy)
  }

  /// One tree under marks and indents of every sort.
  @Test(arguments: [
    "# 云铭公司\n\n1. 技术部\n   - 研发一组\n2. 市场部\n", "# 云铭公司\n\n1. 技术部\n  - 研发一组\n2. 市场部\n",
    "# 云铭公司\n\n1. 技术部\n    - 研发一组\n2. 市场部\n", "# 云铭公司\n\n1. 技术部\n\t- 研发一组\n2. 市场部\n",
    "# 云铭公司\n1. 技术部\n- 研发一组\n2. 市场部\n", "# 云铭公司\n- 技术部\n1. 研发一组\n- 市场部\n",
    "# 云铭公司\n- 技术部\n  1. 研发一组\n- 市场部\n", "# 云铭公司\n- 技术部\n\t1. 研发一组\n- 市场部\n",
    "# 云铭公司\n1 技术部\n1.1 研发一组\n2 市场部\n", "# 云铭公司\n1. 技术部\n  1.1 研发一组\n2. 市场部\n",
    "# 云铭公司\n## 1. 技术部\n- 研发一组\n## 2. 市场部\n", "# 云铭公司\n## 技术部\n1. 研发一组\n## 市场部\n",
    "云铭公司\n1、技术部\n  ● 研发一组\n2、市场部\n", "- 云铭公司\n  1. 技术部\n     - 研发一组\n  2. 市场部\n",
    "1. 云铭公司\n   1. 技术部\n      1. 研发一组\n   2. 市场部\n", "# 云铭公司\n\n---\n\n* 技术部\n  + 研发一组\n* 市场部\n",
    "# 云铭公司\r\n\r\n1. 技术部\r\n   - 研发一组\r\n2. 市场部\r\n", "云铭公司\n- 技术部\n  - 研发一组\n- 市场部\n",
    "1. 云铭公司\n1.1 技术部\n1.1.1 研发一组\n1.2 市场部\n",
  ])
  func marksTellTheLevel(text: String) {
    #expect(
      Self.shown(text) == ["云铭公司 <", "技术部 < 云铭公司", "研发一组 < 技术部", "市场部 < 云铭公司"])
  }

  /// What is no item is no department either.
  @Test(arguments: [
    "---\ntitle: 组织架构\n---\n# 云铭公司\n## 技术部\n### 研发一组\n## 市场部\n",
    "# 云铭公司\n> 2026 年版\n\n## 1 技术部\n\n### 1.1 研发一组\n\n***\n\n## 2 市场部\n",
    "# 云铭公司\n\n## 1. 技术部\n### 1.1. 研发一组\n## 2、市场部\n",
  ])
  func asidesAndNumbersOfHeadings(text: String) {
    #expect(
      Self.shown(text) == ["云铭公司 <", "技术部 < 云铭公司", "研发一组 < 技术部", "市场部 < 云铭公司"])
  }

  @Test(arguments: [
    // Bullets in between do not close a number.
    (
      "1. 总部\n- 行政部\n1.1 技术部\n- 研发一组\n1.2 市场部\n",
      ["总部 <", "行政部 < 总部", "技术部 < 总部", "研发一组 < 技术部", "市场部 < 总部"]
    ),
    (
      "# 总部\n- 技术部\n    - 研发一组\n  - 研发二组\n- 市场部\n",
      ["总部 <", "技术部 < 总部", "研发一组 < 技术部", "研发二组 < 技术部", "市场部 < 总部"]
    ),
    ("技术部\n\t- 研发一组\n    - 研发二组\n", ["技术部 <", "研发一组 < 技术部", "研发二组 < 技术部"]),
  ])
  func mixedMarks(text: String, expected: [String]) { #expect(Self.shown(text) == expected) }

  /// One tab or comma makes no table of an outline.
  @Test(arguments: [
    ("# 云铭公司\n\n- 技术部\n\t- 研发一组\n- 市场部\n", "市场部"),
    ("# 云铭公司\n- 技术部\n  - 研发一组\n- 市场部, 品牌\n", "市场部, 品牌"),
    ("# 云铭公司\n1. 技术部\n\t- 研发一组\n2. 市场部，品牌\n", "市场部，品牌"),
    ("- 云铭公司\n\t- 技术部\n\t\t- 研发一组\n\t- 市场部; 品牌\n", "市场部; 品牌"),
    ("# 云铭公司\n* 技术部\n\t* 研发一组\n* 市场部|品牌\n", "市场部|品牌"),
  ])
  func commasAndTabsInOutlines(text: String, last: String) {
    #expect(
      Self.shown(text) == ["云铭公司 <", "技术部 < 云铭公司", "研发一组 < 技术部", last + " < 云铭公司"])
  }

  /// A header of known words makes a table, whatever its cells begin with.
  @Test(arguments: [
    "部门,上级部门\n1. 技术部,\n2. 研发一组,1. 技术部\n3. 市场部,1. 技术部\n", "部门\t上级部门\n- 技术部\t\n- 研发一组\t- 技术部\n",
  ])
  func tablesOfMarkedNames(text: String) {
    #expect(TableChart.claims(text))
    #expect(DiagramFormat(Array(text.utf8), .text) == .table)
  }

  @Test(arguments: [
    "| 部门 | 上级部门 |\n| --- | :---: |\n| 云铭公司 | |\n| 技术部 | 云铭公司 |\n| 研发一组 | 技术部 |\n| 市场部 | 云铭公司 |\n",
    "部门|上级部门\n:-|-:\n云铭公司|\n技术部|云铭公司\n研发一组|技术部\n市场部|云铭公司\n",
    "# 组织架构\n\n|公司|一级部门|二级部门|\n|---|---|---|\n|云铭公司|技术部|研发一组|\n|云铭公司|市场部||\n",
  ])
  func rulersOfMarkdownTablesAreNoDepartments(text: String) {
    #expect(Self.shown(text) == ["云铭公司 <", "技术部 < 云铭公司", "研发一组 < 技术部", "市场部 < 云铭公司"])
  }

  @Test(arguments: [
    "# 会议纪要\n- 时间\n- 地点, 人员\n- 议题\n", "- a\n- b\n\t- c\n", "# 说明\n1. 打开文件\n2. 保存, 关闭\n",
    "---\n---\n---\n",
    "# 云铭公司\n- 技术部\n- " + String(repeating: "长", count: 61) + "\n- 市场部\n",
  ])
  func otherListsAreNoCharts(text: String) { #expect(Self.shown(text) == ["no chart"]) }
}
