import Model

@testable import Specimens

/// A workbook of one sheet with its texts in the cells.
enum WorkbookBytes {
  static func of(_ rows: [[String]]) throws -> [UInt8] {
    let name = "http://schemas.openxmlformats.org/"
    let lines = rows.enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let main = name + "spreadsheetml/2006/main"
    let relation = name + "officeDocument/2006/relationships"
    return ZipBytes.archive(
      [
        ("[Content_Types].xml", "<Types xmlns=\"\(name)package/2006/content-types\"/>"),
        (
          "xl/workbook.xml",
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"\(name)package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(lines.joined())</sheetData></worksheet>"
        ),
      ].map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }
}
