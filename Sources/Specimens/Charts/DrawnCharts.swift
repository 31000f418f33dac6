internal import Native

/// A tree as a drawing: draw.io, SVG, PDF and pictures.
struct DrawnCharts {
  let tree: ChartTree
  let layout: ChartLayout
  /// For the sheet.
  var font = "Noto Sans CJK SC"

  var drawIO: String { file(of: model) }

  /// The page packed as older versions save it.
  var packedDrawIO: String {
    let escaped = model.utf8.map { byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return file(of: StoredDeflate.of(Array(escaped.utf8)).base64)
  }

  private func file(of content: String) -> String {
    "<mxfile host=\"app.diagrams.net\"><diagram id=\"d\" name=\"第 1 页\">\(content)</diagram></mxfile>"
  }

  private var model: String {
    let boxes = tree.nodes.indices.map { index in
      let box = layout.boxes[index]
      let label = tree.lines(of: index).joined(separator: "&lt;br&gt;")
      return
        "<mxCell id=\"n\(index)\" value=\"\(label)\" style=\"rounded=0;whiteSpace=wrap;html=1;\" vertex=\"1\" parent=\"1\"><mxGeometry x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" as=\"geometry\"/></mxCell>"
    }
    let edges = tree.nodes.enumerated().compactMap { index, node in
      node.parent.map {
        "<mxCell id=\"e\(index)\" edge=\"1\" parent=\"1\" source=\"n\($0)\" target=\"n\(index)\" style=\"edgeStyle=orthogonalEdgeStyle;\"><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>"
      }
    }
    return
      "<mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>\((boxes + edges).joined())</root></mxGraphModel>"
  }

  var svg: String {
    let boxes = tree.nodes.indices.map { index in
      let box = layout.boxes[index]
      let lines = tree.lines(of: index)
      let texts = lines.enumerated().map { number, line in
        "<text x=\"\(box.x + box.width / 2)\" y=\"\(box.y + 8 + 27 * Double(number) + 20)\" text-anchor=\"middle\" font-size=\"20\">\(line)</text>"
      }
      return
        "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" fill=\"#fff\" stroke=\"#333\"/>"
        + texts.joined()
    }
    let lines = layout.lines.map { line in
      "<polyline points=\"\(line.map { String($0) }.joined(separator: " "))\" fill=\"none\" stroke=\"#333\"/>"
    }
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(layout.width)\" height=\"\(layout.height)\">\((boxes + lines).joined())</svg>"
  }

  var sheet: Sheet {
    Sheet(width: layout.width, height: layout.height, smallestText: ChartLayout.textSize) {
      canvas throws(DrawingError) in
      canvas.fillAll(.white)
      for line in layout.lines { canvas.strokePath(line, line: 2, .black) }
      for (index, box) in layout.boxes.enumerated() {
        canvas.fillRectangle(x: box.x, y: box.y, width: box.width, height: box.height, .white)
        canvas.strokeRectangle(
          x: box.x, y: box.y, width: box.width, height: box.height, line: 2, .black)
        for (number, line) in tree.lines(of: index).enumerated() {
          try canvas.write(
            line, x: box.x + box.width / 2, y: box.y + 8 + 27 * Double(number),
            TextStyle(family: font, size: ChartLayout.textSize, alignment: .center))
        }
      }
    }
  }
}
