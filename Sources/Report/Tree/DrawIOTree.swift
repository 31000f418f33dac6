internal import Model

/// Hierarchies as a draw.io file, a page each.
enum DrawIOTree {
  static func text(of trees: [(name: String, tree: ShownTree)]) -> String {
    var text = "<mxfile host=\"dossier\">\n"
    for (number, (name, tree)) in trees.enumerated() {
      text += "  <diagram id=\"p\(number)\" name=\"\(escaped(name))\"><mxGraphModel><root>\n"
      text += "    <mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>\n"
      let layout = TreeLayout(tree.hierarchy)
      for (index, place) in layout.boxes.enumerated() {
        let label = tree.lines(of: index).map { escaped(escaped($0)) }
          .joined(separator: "&lt;br&gt;")
        text +=
          "    <mxCell id=\"n\(index)\" value=\"\(label)\" style=\"rounded=0;whiteSpace=wrap;html=1;\" "
          + "vertex=\"1\" parent=\"1\"><mxGeometry x=\"\(JSON.numberText(place.x))\" "
          + "y=\"\(JSON.numberText(place.y))\" width=\"\(JSON.numberText(place.width))\" "
          + "height=\"\(JSON.numberText(place.height))\" as=\"geometry\"/></mxCell>\n"
      }
      for (index, node) in tree.hierarchy.nodes.enumerated() {
        guard let parent = node.parent else { continue }
        text +=
          "    <mxCell id=\"e\(index)\" edge=\"1\" parent=\"1\" source=\"n\(parent)\" target=\"n\(index)\" "
          + "style=\"edgeStyle=orthogonalEdgeStyle;endArrow=none;\">"
          + "<mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>\n"
      }
      text += "  </root></mxGraphModel></diagram>\n"
    }
    return text + "</mxfile>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
  }
}
