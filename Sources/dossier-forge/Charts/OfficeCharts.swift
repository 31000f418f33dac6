/// A tree as workbook, presentation, document and Visio drawing.
struct OfficeCharts {
  let tree: ChartTree
  let layout: ChartLayout

  private static let main = "http://schemas.openxmlformats.org/"
  private static let drawing = main + "drawingml/2006/main"

  private func package(_ parts: [(String, String)]) -> [UInt8] {
    var zip = ZipWriter()
    for (name, text) in parts {
      zip.add(name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text)
    }
    return zip.bytes
  }

  private func types(_ overrides: [(String, String)]) -> (String, String) {
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(Self.main)package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
        + "</Types>"
    )
  }

  private func relations(_ list: [(type: String, target: String)]) -> String {
    "<Relationships xmlns=\"\(Self.main)package/2006/relationships\">"
      + list.enumerated().map { number, item in
        "<Relationship Id=\"rId\(number + 1)\" Type=\"\(Self.main)officeDocument/2006/relationships/\(item.type)\" Target=\"\(item.target)\"/>"
      }.joined() + "</Relationships>"
  }

  // Workbooks.

  /// `部门 | 上级部门 | 负责人`.
  var parentWorkbook: [UInt8] {
    workbook(
      rows: [["部门", "上级部门", "负责人"]]
        + tree.nodes.map { node in
          [node.name, node.parent.map { tree.nodes[$0].name } ?? "", node.person ?? ""]
        }, merged: [])
  }

  /// A column a level, equal cells merged.
  var levelWorkbook: [UInt8] {
    let levels = tree.depths.max() ?? 1
    let names = ["公司", "一级部门", "二级部门", "三级部门", "四级部门", "五级部门"]
    var rows: [[String]] = [Array(names.prefix(levels)) + ["负责人"]]
    var merged: [String] = []
    var above: [String] = []
    for index in tree.nodes.indices {
      let path = tree.path(of: index)
      let cells = (0..<levels).map { level in
        guard level < path.count else { return "" }
        // Only the first of merged cells holds text.
        return above.prefix(level + 1).elementsEqual(path.prefix(level + 1)) ? "" : path[level]
      }
      rows.append(cells + [tree.nodes[index].person ?? ""])
      above = path
    }
    let last = subtreeEnds
    let depths = tree.depths
    for index in tree.nodes.indices where last[index] > index {
      let column = Self.letter(depths[index] - 1)
      merged.append("\(column)\(index + 2):\(column)\(last[index] + 2)")
    }
    return workbook(rows: rows, merged: merged)
  }

  private var subtreeEnds: [Int] {
    var ends = Array(tree.nodes.indices)
    for index in tree.nodes.indices.reversed() {
      if let parent = tree.nodes[index].parent { ends[parent] = max(ends[parent], ends[index]) }
    }
    return ends
  }

  /// No header: names indented by columns.
  var indentedWorkbook: [UInt8] {
    let depths = tree.depths
    return workbook(
      rows: tree.nodes.indices.map { index in
        [String](repeating: "", count: depths[index] - 1)
          + [tree.lines(of: index).joined(separator: " ")]
      }, merged: [])
  }

  private func workbook(rows: [[String]], merged: [String]) -> [UInt8] {
    var strings: [String] = []
    var places: [String: Int] = [:]
    let lines = rows.enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.enumerated().map { column, text in
          guard !text.isEmpty else { return "" }
          let place = places[text] ?? strings.count
          if place == strings.count {
            places[text] = place
            strings.append(text)
          }
          return "<c r=\"\(Self.letter(column))\(number + 1)\" t=\"s\"><v>\(place)</v></c>"
        }.joined() + "</row>"
    }
    let sheet = Self.main + "spreadsheetml/2006/main"
    let merges =
      merged.isEmpty
      ? ""
      : "<mergeCells count=\"\(merged.count)\">"
        + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    return package([
      types([
        ("/xl/workbook.xml", kind + "sheet.main+xml"),
        ("/xl/worksheets/sheet1.xml", kind + "worksheet+xml"),
        ("/xl/sharedStrings.xml", kind + "sharedStrings+xml"),
      ]),
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(sheet)\" xmlns:r=\"\(Self.main)officeDocument/2006/relationships\"><sheets><sheet name=\"组织架构\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations([("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")])
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(sheet)\"><sheetData>\(lines.joined())</sheetData>\(merges)</worksheet>"
      ),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(sheet)\" count=\"\(strings.count)\" uniqueCount=\"\(strings.count)\">"
          + strings.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"
      ),
    ])
  }

  private static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(65 + column)))
  }

  // Presentations and documents.

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

  // Visio.

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
