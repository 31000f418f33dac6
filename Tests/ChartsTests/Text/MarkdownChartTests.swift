import Model
import Testing

@testable import Charts

/// Charts in Markdown and plain text, below titles and between paragraphs.
@Suite struct MarkdownChartTests {
  private static func hierarchy(_ text: String) -> Hierarchy? {
    ChartSpecimens.read(Array(text.utf8)).documents.first?.hierarchy
  }

  private static func shown(_ text: String) -> [String] {
    ChartSpecimens.shown(hierarchy(text))
  }

  private static let tree = ["总经理 <", "技术部 < 总经理", "研发组 < 技术部", "市场部 < 总经理"]

  /// A title is no department where the outline has a root of its own.
  @Test(arguments: [
    "# 组织架构\n\n- 总经理\n  - 技术部\n    - 研发组\n  - 市场部\n",
    "# 星河科技组织架构图（2026 年版）\n\n1. 总经理\n   - 技术部\n     - 研发组\n   - 市场部\n",
    "# 附件三\n\n## 组织架构\n\n我司组织架构如下：\n\n- 总经理\n  - 技术部\n    - 研发组\n  - 市场部\n",
    "# Organization chart\n\n- 总经理\n  - 技术部\n    - 研发组\n  - 市场部\n\n以上为我司现行架构，自本月起施行。\n",
    "组织架构\n- 总经理\n  - 技术部\n    - 研发组\n  - 市场部\n",
    "# 我司概况\n## 总经理\n### 技术部\n#### 研发组\n### 市场部\n",
  ])
  func titlesAreNoDepartments(text: String) { #expect(Self.shown(text) == Self.tree) }

  /// Where the outline has none, the title stands for the company.
  @Test(arguments: [
    ("# 星河科技组织架构\n- 技术部\n  - 研发组\n- 市场部\n", "星河科技"),
    ("# 云铭\n- 技术部\n  - 研发组\n- 市场部\n", "云铭"),
    ("# 组织架构\n- 技术部\n  - 研发组\n- 市场部\n", "组织架构"),
  ])
  func titlesStandForTheCompany(text: String, name: String) {
    let hierarchy = Self.hierarchy(text)
    #expect(hierarchy?.departments == ["技术部", "研发组", "市场部"])
    #expect(hierarchy?.nodes.first?.name == name)
    #expect(hierarchy?.nodes.first?.kind == .company)
  }

  /// A company or department at the top is what it is.
  @Test func namesAtTheTopStay() {
    #expect(
      Self.shown("# 云铭有限公司\n- 总经理\n  - 技术部\n  - 市场部\n")
        == ["云铭有限公司 <", "总经理 < 云铭有限公司", "技术部 < 总经理", "市场部 < 总经理"])
  }

  private static let flow =
    "flowchart TD\n  A[总经理] --> B[技术部]\n  A --> C[市场部]\n  B --> D[研发组]\n"

  /// Fences anywhere, with other fences beside them; a diagram without one below a title.
  @Test(arguments: [
    "# 组织架构\n\n我司组织架构如下：\n\n```mermaid\nFLOW```\n",
    "说明文字很长，讲的是这张图由谁在什么时候画成，以及它与上一版相比有哪些不同，供审核人员参考使用，请逐项核对。\n\n~~~ mermaid\nFLOW~~~\n\n结尾。\n",
    "```json\n{\"a\": 1}\n```\n\n::: mermaid\nFLOW:::\n", "1. 见下图\n\n   ````mermaid\nFLOW   ````\n",
    "组织架构\n\nFLOW", "# 组织架构\n\n```mermaid\nFLOW",
    "```mermaid\nflowchart LR\n  X[提交申请] --> Y[审核材料]\n```\n\n```mermaid\nFLOW```\n",
  ])
  func fencesAreFound(text: String) {
    let found = Set(Self.shown(text.replacing("FLOW", with: Self.flow)))
    #expect(found == Set(Self.tree))
  }

  @Test func evidenceKeepsTheLine() {
    let hierarchy = Self.hierarchy("# 组织架构\n\n```mermaid\n" + Self.flow + "```\n")
    #expect(hierarchy?.nodes.first?.place.row == 5)
  }

  @Test(arguments: [
    ("财务部：会计、出纳", "财务部", "会计、出纳", String?.none),
    ("财务部: 会计/出纳", "财务部", "会计、出纳", nil), ("技术部：工程师、王建国", "技术部", "工程师", "王建国"),
    ("市场部（兼任经理 张三）", "市场部", "经理", "张三"),
  ])
  func boxesMayNameStaff(text: String, name: String, title: String, person: String?) {
    let label = NodeLabel(text)
    #expect(label?.name == name)
    #expect(label?.kind == .department)
    #expect(label?.title == title)
    #expect(label?.person == person)
  }

  @Test func positionsInABoxCountEach() {
    let hierarchy = Self.hierarchy("flowchart TD\n A[总经理] --> B[财务部：会计、出纳]\n A --> C[市场部]\n")
    #expect(hierarchy?.positions == ["总经理", "会计", "出纳"])
    #expect(hierarchy?.departments == ["财务部", "市场部"])
  }

  @Test func kityMinderIsRead() {
    let text = """
      {"root": {"data": {"id": "a", "text": "总经理"}, "children": [
        {"data": {"text": "技术部"}, "children": [{"data": {"text": "研发组"}, "children": []}]},
        {"data": {"text": "市场部"}, "children": []}]}, "template": "default"}
      """
    #expect(Self.shown(text) == Self.tree)
  }

  /// What is copied for each line would take the square of their number.
  @Test func longFencesEnd() {
    let lines = 50_000
    let text = "```mermaid\ngraph TD\n" + String(repeating: "a\n", count: lines) + "```\n"
    let fences = MarkdownFences(text)
    #expect(fences.blocks.count == 1)
    #expect(fences.blocks.first?.split(separator: "\n").count == lines + 1)
    let many = MarkdownFences(
      String(repeating: "x\n", count: 300_000) + String(repeating: "```a\nb\n```\n", count: 50))
    #expect(many.blocks.count <= 2)
  }
}
