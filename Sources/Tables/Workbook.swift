package import Native

/// An XLSX workbook, its sheets as texts; formulas, macros and links to other files are never followed.
package struct Workbook: Sendable {
  package let sheets: [TableSheet]
  package let remarks: [TableRemark]

  package init(sheets: [TableSheet], remarks: [TableRemark]) {
    self.sheets = sheets
    self.remarks = remarks
  }

  /// Why there is nothing to read.
  package enum Refusal: Error, Hashable {
    case archive(ArchiveRefusal)
    /// A part, by its path in the package.
    case part(String, XMLRefusal)
    /// The part that lists the sheets is not there.
    case noSheets
  }

  /// Reads a workbook.
  ///
  /// - Parameter bytes: The bytes of the whole file.
  package init(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws(Refusal) {
    let files: [String: [UInt8]]
    var hasLinks = false
    var hasMacros = false
    do throws(ArchiveRefusal) {
      files = try ArchiveReader.files(in: bytes) { path in
        if path.hasPrefix("xl/externalLinks/") { hasLinks = true }
        if path.hasSuffix("vbaProject.bin") { hasMacros = true }
        return path == "xl/workbook.xml" || path == "xl/_rels/workbook.xml.rels"
          || path == "xl/sharedStrings.xml" || path.hasPrefix("xl/worksheets/sheet")
      }
    } catch { throw .archive(error) }
    guard let book = files["xl/workbook.xml"] else { throw .noSheets }
    let places = try Self.places(of: book, relations: files["xl/_rels/workbook.xml.rels"])
    let strings = try files["xl/sharedStrings.xml"].map {
      bytes throws(Refusal) in try SharedStrings.read(bytes, limits: limits)
    }
    var sheets: [TableSheet] = []
    var remarks: [TableRemark] = []
    var cellsLeft = limits.cells
    for place in places {
      guard let part = files[place.path] else { continue }
      let reader = SheetReader(
        // allowed: a book without texts
        strings: strings ?? [], limits: limits, cellsLeft: cellsLeft)
      do throws(XMLRefusal) { try reader.read(part) } catch { throw .part(place.path, error) }
      cellsLeft = reader.cellsLeft
      sheets.append(TableSheet(name: place.name, rows: reader.rows, merged: reader.merged))
      remarks += reader.remarks.filter { !remarks.contains($0) }
    }
    guard !sheets.isEmpty else { throw .noSheets }
    if hasLinks { remarks.append(.externalLinks) }
    if hasMacros { remarks.append(.macros) }
    self.sheets = sheets
    self.remarks = remarks
  }

  /// The shown sheets' names and parts, in the order of the tabs.
  private static func places(of book: [UInt8], relations: [UInt8]?) throws(Refusal) -> [(
    name: String, path: String
  )] {
    var targets: [String: String] = [:]
    if let relations {
      for relation in try root(of: relations, "xl/_rels/workbook.xml.rels").elements {
        if let id = relation["Id"], let target = relation["Target"] { targets[id] = target }
      }
    }
    let list = try root(of: book, "xl/workbook.xml").first("sheets")
    return list.map { list in
      list.elements("sheet").enumerated().compactMap { index, sheet in
        guard sheet["state"] == nil || sheet["state"] == "visible", let name = sheet["name"] else {
          return nil
        }
        let relation = sheet.attributes.first { $0.name == "id" && $0.namespace != nil }?.value
        let target = relation.flatMap { targets[$0] } ?? "worksheets/sheet\(index + 1).xml"
        return (name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target)
      }
    } ?? []  // allowed: without a list there are no sheets, which is refused
  }

  private static func root(of bytes: [UInt8], _ path: String) throws(Refusal) -> XMLElement {
    do throws(XMLRefusal) { return try XMLDocument.root(of: bytes) } catch {
      throw .part(path, error)
    }
  }
}

/// The texts that cells refer to by number.
private enum SharedStrings {
  static func read(_ bytes: [UInt8], limits: TableLimits) throws(Workbook.Refusal) -> [String] {
    var strings: [String] = []
    var current = ""
    var isText = false
    var isPhonetic = false
    do throws(XMLRefusal) {
      try XMLStream.read(bytes, attributes: []) { event in
        switch event {
        case .start("si", _): current = ""
        case .start("t", _): isText = !isPhonetic
        case .start("rPh", _): isPhonetic = true
        case .end("rPh"): isPhonetic = false
        case .end("t"): isText = false
        case .end("si"): strings.append(current)
        case .text(let text):
          if isText, current.utf8.count <= limits.cellSize { current += text }
        case .start, .end: break
        }
        return strings.count < limits.cells ? .proceed : .stop
      }
    } catch { throw .part("xl/sharedStrings.xml", error) }
    return strings
  }
}
