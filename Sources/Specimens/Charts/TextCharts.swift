internal import Model

/// A tree as text in the formats that people type and programs export.
struct TextCharts {
  let tree: ChartTree

  private func each(_ line: (Int, ChartTree.Node, Int) -> String) -> String {
    let depths = tree.depths
    return tree.nodes.indices.map { line($0, tree.nodes[$0], depths[$0]) + "\n" }.joined()
  }

  private func label(_ index: Int, separator: String) -> String {
    tree.lines(of: index).joined(separator: separator)
  }

  var mermaid: String {
    "graph TD\n" + each { index, _, _ in "  n\(index)[\"\(label(index, separator: "<br/>"))\"]" }
      + tree.nodes.enumerated().compactMap { index, node in
        node.parent.map { "  n\($0) --> n\(index)\n" }
      }.joined()
  }

  var mindmap: String {
    "mindmap\n"
      + each { index, _, depth in
        String(repeating: "  ", count: depth) + "n\(index)[\"\(label(index, separator: "<br/>"))\"]"
      }
  }

  var workBreakdown: String {
    "@startwbs\n"
      + each { index, _, depth in
        String(repeating: "*", count: depth) + (index.isMultiple(of: 2) ? " " : "_ ")
          + label(index, separator: "\\n")
      } + "@endwbs\n"
  }

  var markdown: String {
    each { index, _, depth in
      depth == 1
        ? "# " + label(index, separator: " ")
        : String(repeating: "  ", count: depth - 2) + "- " + label(index, separator: " ")
    }
  }

  var tabs: String {
    each { index, _, depth in
      String(repeating: "\t", count: depth - 1) + label(index, separator: " ")
    }
  }

  var parentColumn: String {
    "部门,上级部门,负责人\n"
      + each { _, node, _ in
        [node.name, node.parent.map { tree.nodes[$0].name } ?? "", node.person ?? ""]
          .joined(separator: ",")
      }
  }

  var pathColumn: String {
    "部门路径;负责人\n"
      + each { index, node, _ in
        tree.path(of: index).joined(separator: "/") + ";" + (node.person ?? "")
      }
  }

  var freeMind: String {
    nested(
      open: { index in "<node TEXT=\"\(label(index, separator: "&#10;"))\">" },
      close: "</node>", in: ("<map version=\"1.0.1\">", "</map>"))
  }

  var opml: String {
    nested(
      open: { index in "<outline text=\"\(label(index, separator: "&#10;"))\">" },
      close: "</outline>",
      in: ("<?xml version=\"1.0\"?><opml version=\"2.0\"><body>", "</body></opml>"))
  }

  var json: String {
    func text(_ index: Int) -> String {
      let node = tree.nodes[index]
      let head = node.person.map { ", \"head\": \"\($0)\"" } ?? ""
      let below = tree.children[index].map(text).joined(separator: ", ")
      return "{\"name\": \"\(node.name)\"\(head), \"children\": [\(below)]}"
    }
    return text(0) + "\n"
  }

  /// XMind since 2018.
  var xmind: [UInt8] {
    func topic(_ index: Int) -> String {
      let below = tree.children[index].map(topic).joined(separator: ",")
      let title = label(index, separator: "\\n")
      return "{\"id\":\"t\(index)\",\"title\":\"\(title)\",\"children\":{\"attached\":[\(below)]}}"
    }
    return ZipBytes.archive(texts: [
      ("content.json", "[{\"id\":\"s\",\"title\":\"1\",\"rootTopic\":\(topic(0))}]"),
      ("metadata.json", "{}"),
    ])
  }

  /// XMind 8 and before.
  var oldXMind: [UInt8] {
    func topic(_ index: Int) -> String {
      let below = tree.children[index].map(topic).joined()
      let children =
        below.isEmpty ? "" : "<children><topics type=\"attached\">\(below)</topics></children>"
      return
        "<topic id=\"t\(index)\"><title>\(label(index, separator: "&#10;"))</title>\(children)</topic>"
    }
    return ZipBytes.archive(texts: [
      (
        "content.xml",
        "<?xml version=\"1.0\"?><xmap-content xmlns=\"urn:xmind:xmap:xmlns:content:2.0\"><sheet id=\"s\">\(topic(0))</sheet></xmap-content>"
      ), ("META-INF/manifest.xml", "<manifest/>"),
    ])
  }

  private func nested(
    open: (Int) -> String, close: String, in outer: (String, String)
  ) -> String {
    func text(_ index: Int) -> String {
      open(index) + tree.children[index].map(text).joined() + close
    }
    return outer.0 + text(0) + outer.1
  }
}
