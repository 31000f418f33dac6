internal import Model

/// A hierarchy as a Mermaid flowchart.
enum MermaidTree {
  static func text(of tree: ShownTree) -> String {
    var text = "graph TD\n"
    for index in tree.hierarchy.nodes.indices {
      let label = tree.lines(of: index).map(escaped).joined(separator: "<br/>")
      text += "  n\(index)[\"\(label)\"]\n"
    }
    for (index, node) in tree.hierarchy.nodes.enumerated() {
      if let parent = node.parent { text += "  n\(parent) --> n\(index)\n" }
    }
    return text
  }

  /// Characters that would end the label or act in it, as Mermaid's own entities.
  private static func escaped(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case "\"": text += "#quot;"
      case "<": text += "#lt;"
      case ">": text += "#gt;"
      case "&": text += "#amp;"
      case "#": text += "#35;"
      case "`": text += "#96;"
      default: text.append(character)
      }
    }
  }
}
