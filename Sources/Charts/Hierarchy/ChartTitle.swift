internal import Model

/// Titles of charts, which stand above the chart and are no department: `组织架构`, `星河科技组织架构图（2026年）`.
enum ChartTitle {
  private static let words = [
    "组织架构", "组织结构", "组织机构", "机构设置", "部门设置", "公司架构", "企业架构", "部门架构", "人员架构", "架构",
    "organization chart", "organisation chart", "organizational chart",
    "organizational structure", "organization structure", "org chart", "organization",
  ]
  private static let tails = ["示意图", "一览表", "一览", "关系图", "图", "表"]

  /// What the title names beside the chart: a company, or nothing.
  ///
  /// - Returns: `nil` where the text is no title.
  static func subject(of text: String) -> String? {
    var title = NodeLabel.trimmed(text)
    // `（2026年）`, `(V2)`.
    while let last = title.last, "）)】]".contains(last),
      let open = title.lastIndex(where: { "（(【[".contains($0) })
    {
      title = NodeLabel.trimmed(title[..<open])
    }
    if let last = title.last, "：:".contains(last) { title.removeLast() }
    let tail = tails.first { title.hasSuffix($0) }
    if let tail { title = String(title.dropLast(tail.count)) }
    guard let word = words.first(where: { title.lowercased().hasSuffix($0) }) else { return nil }
    var subject = NodeLabel.trimmed(title.dropLast(word.count))
    while let last = subject.last, "的-—_ 内部".contains(last) { subject.removeLast() }
    return ["公司", "我司", "本公司", "企业", "单位", "我公司", "附件", "附"].contains(subject) ? "" : subject
  }
}

extension HierarchyDraft {
  /// Takes the title above a chart for what it is, whatever format it came in.
  ///
  /// The chart's own root is the root; only where it has none does the title stand for the company, and never for a
  /// department.
  mutating func settleTitles(_ parents: [HierarchyOrientation.Parent?]) {
    var children = [[Int]](repeating: [], count: boxes.count)
    for (index, parent) in parents.enumerated() {
      if let parent { children[parent.index].append(index) }
    }
    let roots = boxes.indices.filter { parents[$0] == nil && !children[$0].isEmpty }
    guard roots.count == 1, var top = roots.first else { return }
    // A title may stand below another: `附件三`, then `组织架构`.
    while let label = boxes[top].label {
      let subject = ChartTitle.subject(of: label.name)
      let isHeading = boxes[top].isHeading && OrganizationWords.kind(of: label.name) == nil
      guard subject != nil || isHeading else { return }
      guard children[top].count == 1, !children[children[top][0]].isEmpty else {
        name(top, asCompany: subject.flatMap { $0.isEmpty ? nil : $0 } ?? label.name)
        return
      }
      leaveOut(top)
      top = children[top][0]
    }
  }
}
