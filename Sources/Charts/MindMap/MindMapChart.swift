internal import Model
internal import Native
internal import Tables

/// FreeMind maps and OPML outlines: nested elements.
enum MindMapChart {
  static func freeMind(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let root = try XMLDocument.chart(bytes)
    return reading(of: root.elements("node"), in: "node") { node in
      if let text = node["TEXT"] { return text }
      // Rich text is HTML in an element of its own.
      return node.elements("richcontent").first { $0["TYPE"] == "NODE" }?.text
    }
  }

  static func opml(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let root = try XMLDocument.chart(bytes)
    guard let body = root.first("body") else { throw .noChart }
    return reading(of: body.elements("outline"), in: "outline") { $0["text"] ?? $0["title"] }
  }

  /// - Parameter name: of the elements that hold each other.
  private static func reading(
    of roots: [XMLElement], in name: String, label: (XMLElement) -> String?
  ) -> ChartReading {
    var draft = HierarchyDraft()
    var stack = roots.reversed().map { (element: $0, above: Int?.none) }
    while let (element, above) = stack.popLast() {
      let text = label(element).map(MarkupText.plain)
      let index = draft.add(
        // allowed: no text is unreadable
        text ?? "", place: Hierarchy.Place(shape: element["ID"], row: element.line))
      if let above { draft.link(above, index) }
      for child in element.elements(name).reversed() { stack.append((child, index)) }
    }
    return ChartReading(draft)
  }
}

/// XMind: a package with `content.json` (since 2018) or `content.xml`.
enum XMindChart {
  package static func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let parts = try ArchiveReader.chartParts(in: bytes) {
      $0 == "content.json" || $0 == "content.xml"
    }
    var pages = ChartPages()
    if let part = parts["content.json"] {
      guard let text = String(validating: part, as: UTF8.self), let value = JSONValue(text) else {
        throw .damaged("content.json")
      }
      // allowed: one sheet that is no list
      for (number, sheet) in (value.items ?? [value]).enumerated() {
        if let root = sheet.first(of: ["roottopic"]) ?? member("rootTopic", of: sheet) {
          pages.add(draft(root, page: number))
        }
      }
    } else if let part = parts["content.xml"] {
      let root = try XMLDocument.chart(part)
      for (number, sheet) in root.elements("sheet").enumerated() {
        if let topic = sheet.first("topic") { pages.add(draft(topic, page: number)) }
      }
    }
    let draft = pages.joined
    guard !draft.boxes.isEmpty else { throw .noChart }
    return ChartReading(draft)
  }

  private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
    value.members?.first { $0.name == name }?.value
  }

  private static func draft(_ root: JSONValue, page: Int) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var stack = [(topic: root, above: Int?.none)]
    while let (topic, above) = stack.popLast() {
      let title = member("title", of: topic)?.text
      let index = draft.add(
        title ?? "",  // allowed: no text is unreadable
        place: Hierarchy.Place(page: page, shape: member("id", of: topic)?.text))
      if let above { draft.link(above, index) }
      let below = member("children", of: topic).flatMap { member("attached", of: $0) }?.items
      for child in (below ?? []).reversed() { stack.append((child, index)) }  // allowed: a leaf
    }
    return draft
  }

  private static func draft(_ root: XMLElement, page: Int) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var stack = [(topic: root, above: Int?.none)]
    while let (topic, above) = stack.popLast() {
      let index = draft.add(
        topic.first("title")?.text ?? "",  // allowed: no text is unreadable
        place: Hierarchy.Place(page: page, shape: topic["id"], row: topic.line))
      if let above { draft.link(above, index) }
      let lists = topic.first("children")?.elements("topics").filter { $0["type"] == "attached" }
      let below = (lists ?? []).flatMap { $0.elements("topic") }  // allowed: a leaf
      for child in below.reversed() { stack.append((child, index)) }
    }
    return draft
  }
}
