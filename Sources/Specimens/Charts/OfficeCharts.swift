internal import Model

/// A tree as workbook, presentation, document and Visio drawing: the parts that all packages have.
struct OfficeCharts {
  let tree: ChartTree
  let layout: ChartLayout

  static let main = "http://schemas.openxmlformats.org/"
  static let drawing = main + "drawingml/2006/main"

  func package(_ parts: [(String, String)]) -> [UInt8] {
    ZipBytes.archive(
      texts: parts.map { name, text in
        (name, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text)
      })
  }

  func types(_ overrides: [(String, String)]) -> (String, String) {
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(Self.main)package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + overrides.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
        + "</Types>"
    )
  }

  func relations(_ list: [(type: String, target: String)]) -> String {
    "<Relationships xmlns=\"\(Self.main)package/2006/relationships\">"
      + list.enumerated().map { number, item in
        "<Relationship Id=\"rId\(number + 1)\" Type=\"\(Self.main)officeDocument/2006/relationships/\(item.type)\" Target=\"\(item.target)\"/>"
      }.joined() + "</Relationships>"
  }
}
