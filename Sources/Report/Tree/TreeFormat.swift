package import Model

/// The formats in which `dossier extract --tree` prints a hierarchy.
package enum TreeFormat: String, CaseIterable, Sendable {
  case mermaid, drawio, json

  /// Writes the hierarchies of the files' charts and lists as one text.
  package func text(of extractions: [Extraction], options: ReportOptions) -> String {
    let trees = extractions.flatMap { extraction in
      extraction.documents.compactMap { document in
        document.hierarchy.map { hierarchy in
          (file: extraction.file, kind: document.kind, tree: ShownTree(hierarchy, options: options))
        }
      }
    }
    switch self {
    case .mermaid:
      return trees.map { "%% \($0.file.visible)\n" + MermaidTree.text(of: $0.tree) }.joined()
    case .drawio:
      return DrawIOTree.text(of: trees.map { ($0.file.visible, $0.tree) })
    case .json:
      let json: JSON = [
        "schema": "dossier/tree-v1",
        "trees": .array(
          trees.map { tree in
            [
              "file": .string(tree.file), "material": .string(tree.kind.rawValue),
              "nodes": .array(tree.tree.json),
              "defects": JSON.strings(tree.tree.hierarchy.defects.map(\.text)),
            ]
          }),
      ]
      return json.text
    }
  }
}

/// A hierarchy with people's names as reports show them.
struct ShownTree {
  let hierarchy: Hierarchy

  init(_ hierarchy: Hierarchy, options: ReportOptions) {
    var shown = hierarchy
    if !options.showsPersonalData {
      for index in shown.nodes.indices {
        shown.nodes[index].name = PersonalForm.masked(shown.nodes[index].name)
        shown.nodes[index].title = shown.nodes[index].title.map(PersonalForm.masked)
        shown.nodes[index].person = shown.nodes[index].person.map(MaskStyle.personName.masked)
        if shown.nodes[index].kind == .person {
          shown.nodes[index].name = MaskStyle.personName.masked(shown.nodes[index].name)
        }
      }
    }
    self.hierarchy = shown
  }

  /// What a node's box says, line by line; nothing invisible.
  func lines(of index: Int) -> [String] {
    let node = hierarchy.nodes[index]
    let head = [node.title, node.person].compactMap(\.self).joined(separator: " ")
    return [node.name.visible] + (head.isEmpty ? [] : [head.visible])
  }

  /// The roots with their children in them.
  fileprivate var json: [JSON] {
    let children = hierarchy.children
    // From the last node up: children stand after their parents.
    var finished = [JSON](repeating: .null, count: hierarchy.nodes.count)
    for index in hierarchy.nodes.indices.reversed() {
      let node = hierarchy.nodes[index]
      finished[index] = [
        "name": .string(node.name), "kind": .string(node.kind.rawValue),
        "title": .optional(node.title), "person": .optional(node.person),
        "confidence": .double(node.confidence), "place": Self.json(node.place),
        "children": .array(children[index].map { finished[$0] }),
      ]
    }
    return hierarchy.roots.map { finished[$0] }
  }

  private static func json(_ place: Hierarchy.Place) -> JSON {
    [
      "page": .optional(place.page), "shape": .optional(place.shape),
      "row": .optional(place.row), "box": place.box?.json ?? .null,
    ]
  }
}
