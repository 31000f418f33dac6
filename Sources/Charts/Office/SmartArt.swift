internal import Model
internal import Native

/// The data model of SmartArt (ECMA-376 part 1, 21.4): points and the connections between them.
enum SmartArt {
  package static func draft(_ root: XMLElement, page: Int) -> HierarchyDraft {
    var draft = HierarchyDraft()
    var places: [String: Int] = [:]
    // allowed: an empty drawing
    for point in root.first("ptLst").map({ $0.elements("pt") }) ?? [] {
      guard let id = point["modelId"], isNode(point["type"]) else { continue }
      let text = point.first("t").map(DrawingText.plain) ?? ""  // allowed: an empty box
      // Placeholders that nobody filled in are not shown.
      if text.isEmpty { continue }
      places[id] = draft.add(text, place: Hierarchy.Place(page: page, shape: id))
    }
    let connections = root.first("cxnLst").map { $0.elements("cxn") } ?? []  // allowed: as above
    // The order of connections is that of siblings.
    let sorted = connections.filter { $0["type"] == nil || $0["type"] == "parOf" }
      .enumerated().sorted { left, right in
        (order(left.element), left.offset) < (order(right.element), right.offset)
      }.map(\.element)
    for connection in sorted {
      // The document itself is the source of the topmost.
      guard let from = connection["srcId"].flatMap({ places[$0] }),
        let to = connection["destId"].flatMap({ places[$0] })
      else { continue }
      draft.link(from, to)
    }
    return draft
  }

  private static func isNode(_ type: String?) -> Bool {
    type == nil || type == "node" || type == "asst"
  }

  private static func order(_ connection: XMLElement) -> Int {
    connection["srcOrd"].flatMap { Int($0) } ?? 0  // allowed: the schema's default
  }
}

/// Text bodies of DrawingML and WordprocessingML.
enum DrawingText {
  /// Paragraphs and breaks as lines.
  static func plain(_ element: XMLElement) -> String {
    var lines: [String] = []
    for paragraph in paragraphs(element) {
      lines.append(run(paragraph))
    }
    return lines.map { $0.split(separator: "\n").joined(separator: "\n") }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func paragraphs(_ element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { $0.name == "p" ? [$0] : paragraphs($0) }
  }

  private static func run(_ element: XMLElement) -> String {
    element.elements.map { inner in
      switch inner.name {
      case "t": inner.text
      case "br", "cr": "\n"
      case "tab": " "
      case "Fallback", "pPr", "rPr": ""
      default: run(inner)
      }
    }.joined()
  }
}
