internal import Model
internal import Tables

/// Trees in JSON: nested children, lists with parents, nodes and edges, or names as keys.
enum JSONChart {
  package static func claims(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace }), "{[".contains(first),
      let value = JSONValue(text)
    else { return false }
    return draft(value).looksLikeOrganization
  }

  package static func read(_ text: String) throws(ChartRefusal) -> ChartReading {
    guard let value = JSONValue(text) else { throw .damaged("JSON") }
    return ChartReading(draft(value))
  }

  private static let names = ["name", "title", "label", "text", "topic", "名称", "部门", "部门名称", "节点"]
  private static let children = [
    "children", "subordinates", "departments", "nodes", "items", "reports", "child", "sub", "下级",
    "子部门",
    "下属", "下级部门", "子节点", "岗位",
  ]
  private static let people = ["person", "head", "leader", "manager", "负责人", "姓名", "主管"]
  private static let titles = ["position", "职务", "职位"]
  private static let ids = ["id", "key", "code", "编号", "部门id"]
  private static let parents = [
    "parentid", "parent_id", "parent", "pid", "父部门id", "上级", "上级部门", "父级",
  ]

  package static func draft(_ value: JSONValue) -> HierarchyDraft {
    var draft = HierarchyDraft()
    if let nodes = value.first(of: ["nodes", "vertices"])?.items,
      let edges = value.first(of: ["edges", "links", "connections"])?.items
    {
      addGraph(nodes, edges, to: &draft)
    } else if let items = value.items, items.count > 1,
      items.contains(where: { $0.first(of: parents) != nil && $0.first(of: children) == nil })
    {
      addList(items, to: &draft)
    } else {
      addTree(value, below: nil, to: &draft)
    }
    return draft
  }

  /// Depth is bounded by the parser.
  private static func addTree(
    _ value: JSONValue, below parent: Int?, to draft: inout HierarchyDraft
  ) {
    switch value {
    case .array(let items):
      for item in items { addTree(item, below: parent, to: &draft) }
    case .string(let text): add(text, nil, below: parent, line: nil, to: &draft)
    case .object(let members):
      if name(of: value) != nil {
        guard let index = add(value, below: parent, to: &draft) else { return }
        for name in children {
          guard let below = members.first(where: { $0.name.lowercased() == name })?.value,
            below.text == nil
          else { continue }
          addTree(below, below: index, to: &draft)
        }
      } else {
        let inner = members.filter { $0.value.text == nil || parent != nil }
        for member in inner {
          addKeyed(member, below: parent, to: &draft)
        }
      }
    case .null, .bool, .number: break
    }
  }

  /// `{"公司": {"市场部": {}}}`, or a wrapper such as `{"data": [...]}`.
  private static func addKeyed(
    _ member: JSONValue.Member, below parent: Int?, to draft: inout HierarchyDraft
  ) {
    let isWrapper = member.name.utf8.allSatisfy { $0 < 0x80 }
    if isWrapper {
      if member.value.text == nil { addTree(member.value, below: parent, to: &draft) }
      return
    }
    let index = draft.add(member.name, place: Hierarchy.Place(row: member.line))
    if let parent { draft.link(parent, index) }
    addTree(member.value, below: index, to: &draft)
  }

  /// Some keep it one step further in: `{"data": {"text": "市场部"}, "children": []}`.
  private static func name(of value: JSONValue) -> String? {
    if let name = value.first(of: names)?.text { return name }
    guard value.first(of: children) != nil else { return nil }
    return value.first(of: ["data"])?.first(of: names)?.text
  }

  private static func add(
    _ value: JSONValue, below parent: Int?, to draft: inout HierarchyDraft
  ) -> Int? {
    guard let name = name(of: value) else { return nil }
    let person = value.first(of: people)?.text
    let title = value.first(of: titles)?.text
    return add(
      name, (title, person), below: parent, line: value.members?.first?.line, to: &draft)
  }

  @discardableResult
  private static func add(
    _ name: String, _ head: (title: String?, person: String?)?, below parent: Int?, line: Int?,
    to draft: inout HierarchyDraft
  ) -> Int {
    let index = draft.add(
      NodeLabel(name, title: head?.title, person: head?.person),
      place: Hierarchy.Place(row: line))
    if let parent { draft.link(parent, index) }
    return index
  }

  /// `[{"id": 2, "name": "市场部", "parentid": 1}]`; parents by id, else by name.
  private static func addList(_ items: [JSONValue], to draft: inout HierarchyDraft) {
    var places: [String: Int] = [:]
    var byName: [String: Int] = [:]
    var indices: [Int?] = []
    for item in items {
      let index = add(item, below: nil, to: &draft)
      indices.append(index)
      guard let index else { continue }
      if let id = item.first(of: ids)?.text, places[id] == nil { places[id] = index }
      if let name = item.first(of: names)?.text, byName[name] == nil { byName[name] = index }
    }
    for (item, index) in zip(items, indices) {
      guard let index, let parent = item.first(of: parents)?.text,
        let above = places[parent] ?? byName[parent], above != index
      else { continue }
      draft.link(above, index)
    }
  }

  private static func addGraph(
    _ nodes: [JSONValue], _ edges: [JSONValue], to draft: inout HierarchyDraft
  ) {
    var places: [String: Int] = [:]
    for node in nodes {
      guard let index = add(node, below: nil, to: &draft) else { continue }
      if let id = (node.first(of: ids) ?? node.first(of: names))?.text { places[id] = index }
    }
    for edge in edges {
      guard let from = edge.first(of: ["source", "from", "parent"])?.text.flatMap({ places[$0] }),
        let to = edge.first(of: ["target", "to", "child"])?.text.flatMap({ places[$0] })
      else { continue }
      draft.link(from, to)
    }
  }
}
