extension OfficeCharts {
  var visio: [UInt8] {
    let boxes = tree.nodes.indices.map { index in
      let box = layout.boxes[index]
      let cells = [
        ("PinX", (box.x + box.width / 2) / 96),
        ("PinY", (layout.height - box.y - box.height / 2) / 96),
        ("Width", box.width / 96), ("Height", box.height / 96), ("LocPinX", box.width / 192),
        ("LocPinY", box.height / 192),
      ].map { "<Cell N=\"\($0.0)\" V=\"\($0.1)\"/>" }.joined()
      return
        "<Shape ID=\"\(index + 1)\" Type=\"Shape\">\(cells)<Text><cp IX=\"0\"/>\(tree.lines(of: index).joined(separator: "\n"))\n</Text></Shape>"
    }
    let connectors = tree.nodes.indices.dropFirst().map { index in
      "<Shape ID=\"\(index + 1000)\" Type=\"Shape\"><Cell N=\"BeginX\" V=\"1\"/><Cell N=\"EndX\" V=\"2\"/></Shape>"
    }
    let glue = tree.nodes.enumerated().compactMap { index, node in
      node.parent.map { parent in
        "<Connect FromSheet=\"\(index + 1000)\" FromCell=\"BeginX\" ToSheet=\"\(parent + 1)\" ToCell=\"PinX\"/><Connect FromSheet=\"\(index + 1000)\" FromCell=\"EndX\" ToSheet=\"\(index + 1)\" ToCell=\"PinX\"/>"
      }
    }
    let space = "http://schemas.microsoft.com/office/visio/2012/main"
    return package([
      types([("/visio/document.xml", "application/vnd.ms-visio.drawing.main+xml")]),
      ("visio/document.xml", "<VisioDocument xmlns=\"\(space)\"/>"),
      ("visio/pages/pages.xml", "<Pages xmlns=\"\(space)\"><Page ID=\"0\" Name=\"页-1\"/></Pages>"),
      (
        "visio/pages/page1.xml",
        "<PageContents xmlns=\"\(space)\"><Shapes>\((boxes + connectors).joined())</Shapes><Connects>\(glue.joined())</Connects></PageContents>"
      ),
    ])
  }
}
