extension OfficeCharts {
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
}
