extension OfficeCharts {
  private var smartArt: String {
    let text = { (lines: [String]) in
      lines.map { "<a:p><a:r><a:rPr lang=\"zh-CN\"/><a:t>\($0)</a:t></a:r></a:p>" }.joined()
    }
    let points = tree.nodes.indices.map { index in
      "<dgm:pt modelId=\"{\(index)}\"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/>\(text(tree.lines(of: index)))</dgm:t></dgm:pt>"
    }
    let links = tree.nodes.enumerated().map { index, node in
      "<dgm:cxn modelId=\"{c\(index)}\" srcId=\"{\(node.parent.map(String.init) ?? "doc")}\" destId=\"{\(index)}\" srcOrd=\"\(index)\" destOrd=\"0\"/>"
    }
    return
      "<dgm:dataModel xmlns:dgm=\"\(Self.main)drawingml/2006/diagram\" xmlns:a=\"\(Self.drawing)\"><dgm:ptLst><dgm:pt modelId=\"{doc}\" type=\"doc\"><dgm:prSet/></dgm:pt>\(points.joined())</dgm:ptLst><dgm:cxnLst>\(links.joined())</dgm:cxnLst></dgm:dataModel>"
  }

  var smartArtPresentation: [UInt8] {
    presentation(shapes: "", others: [("ppt/diagrams/data1.xml", smartArt)])
  }

  var smartArtDocument: [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let word = Self.main + "wordprocessingml/2006/main"
    return package([
      types([("/word/document.xml", kind)]),
      ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
      (
        "word/document.xml",
        "<w:document xmlns:w=\"\(word)\"><w:body><w:p><w:r><w:t>组织架构图</w:t></w:r></w:p></w:body></w:document>"
      ),
      ("word/diagrams/data1.xml", smartArt),
    ])
  }

  /// Boxes with connectors that are glued to them.
  var gluedPresentation: [UInt8] { presentation(shapes: shapes + gluedConnectors, others: []) }

  /// Boxes and loose lines.
  var loosePresentation: [UInt8] { presentation(shapes: shapes + looseConnectors, others: []) }

  private static func units(_ length: Double) -> Int { Int((length * 9525).rounded()) }

  private var shapes: String {
    tree.nodes.indices.map { index in
      let box = layout.boxes[index]
      let paragraphs = tree.lines(of: index)
        .map { "<a:p><a:r><a:rPr lang=\"zh-CN\" sz=\"1200\"/><a:t>\($0)</a:t></a:r></a:p>" }
        .joined()
      return
        "<p:sp><p:nvSpPr><p:cNvPr id=\"\(index + 10)\" name=\"框\(index)\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"\(Self.units(box.x))\" y=\"\(Self.units(box.y))\"/><a:ext cx=\"\(Self.units(box.width))\" cy=\"\(Self.units(box.height))\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>\(paragraphs)</p:txBody></p:sp>"
    }.joined()
  }

  private var gluedConnectors: String {
    tree.nodes.enumerated().compactMap { index, node in
      node.parent.map { parent in
        let line = layout.lines[index - 1]
        return connector(
          1000 + index, from: (line[0], line[1]), to: (line[line.count - 2], line[line.count - 1]),
          glue:
            "<a:stCxn id=\"\(parent + 10)\" idx=\"2\"/><a:endCxn id=\"\(index + 10)\" idx=\"0\"/>",
          shape: "bentConnector3")
      }
    }.joined()
  }

  private var looseConnectors: String {
    var number = 1000
    return layout.lines.flatMap { line in
      stride(from: 0, to: line.count - 2, by: 2).map { at in
        number += 1
        return connector(
          number, from: (line[at], line[at + 1]), to: (line[at + 2], line[at + 3]), glue: "",
          shape: "line")
      }
    }.joined()
  }

  private func connector(
    _ id: Int, from: (Double, Double), to: (Double, Double), glue: String, shape: String
  ) -> String {
    let flips = (from.0 > to.0 ? " flipH=\"1\"" : "") + (from.1 > to.1 ? " flipV=\"1\"" : "")
    let (x, y) = (min(from.0, to.0), min(from.1, to.1))
    let (width, height) = (abs(from.0 - to.0), abs(from.1 - to.1))
    return
      "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"\(id)\" name=\"线\(id)\"/><p:cNvCxnSpPr>\(glue)</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm\(flips)><a:off x=\"\(Self.units(x))\" y=\"\(Self.units(y))\"/><a:ext cx=\"\(Self.units(width))\" cy=\"\(Self.units(height))\"/></a:xfrm><a:prstGeom prst=\"\(shape)\"><a:avLst/></a:prstGeom><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"333333\"/></a:solidFill></a:ln></p:spPr></p:cxnSp>"
  }

  private func presentation(shapes: String, others: [(String, String)]) -> [UInt8] {
    let show = Self.main + "presentationml/2006/main"
    let kind = "application/vnd.openxmlformats-officedocument.presentationml."
    let tree =
      "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\(shapes)</p:spTree></p:cSld>"
    let names =
      "xmlns:p=\"\(show)\" xmlns:a=\"\(Self.drawing)\" xmlns:r=\"\(Self.main)officeDocument/2006/relationships\""
    let empty =
      "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>"
    let colours =
      "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\""
    return package(
      [
        types([
          ("/ppt/presentation.xml", kind + "presentation.main+xml"),
          ("/ppt/slides/slide1.xml", kind + "slide+xml"),
          ("/ppt/slideLayouts/slideLayout1.xml", kind + "slideLayout+xml"),
          ("/ppt/slideMasters/slideMaster1.xml", kind + "slideMaster+xml"),
        ]),
        ("_rels/.rels", relations([("officeDocument", "ppt/presentation.xml")])),
        (
          "ppt/presentation.xml",
          "<p:presentation \(names)><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId2\"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/></p:sldIdLst><p:sldSz cx=\"\(Self.units(max(960, layout.width)))\" cy=\"\(Self.units(max(540, layout.height)))\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
        ),
        (
          "ppt/_rels/presentation.xml.rels",
          relations([
            ("slide", "slides/slide1.xml"), ("slideMaster", "slideMasters/slideMaster1.xml"),
          ])
        ),
        ("ppt/slides/slide1.xml", "<p:sld \(names)>\(tree)</p:sld>"),
        (
          "ppt/slides/_rels/slide1.xml.rels",
          relations([("slideLayout", "../slideLayouts/slideLayout1.xml")])
        ),
        ("ppt/slideLayouts/slideLayout1.xml", "<p:sldLayout \(names)>\(empty)</p:sldLayout>"),
        (
          "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
          relations([("slideMaster", "../slideMasters/slideMaster1.xml")])
        ),
        (
          "ppt/slideMasters/slideMaster1.xml",
          "<p:sldMaster \(names)>\(empty)<p:clrMap \(colours)/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>"
        ),
        (
          "ppt/slideMasters/_rels/slideMaster1.xml.rels",
          relations([("slideLayout", "../slideLayouts/slideLayout1.xml")])
        ),
      ] + others)
  }
}
