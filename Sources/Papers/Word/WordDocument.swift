internal import Native

/// The contents of a Word document (ECMA-376 part 1, 17) in reading order, as far as paper would show them.
struct WordDocument {
  /// Where a paragraph stands on its line.
  enum Alignment { case start, center, end }

  struct Paragraph {
    /// Lines as they are broken by hand; tabulators are kept.
    var text: String
    var alignment = Alignment.start
    /// From the left margin, in letters.
    var indent = 0.0
  }

  indirect enum Block {
    case paragraph(Paragraph)
    /// Rows of cells, each with its paragraphs.
    case table([[[Paragraph]]])
  }

  private(set) var blocks: [Block] = []
  /// The relations of pictures, in reading order.
  private(set) var pictures: [String] = []
  /// Whether some letters are white, and may not be seen on paper.
  private(set) var hasPaleText = false
  /// The styles of letters that are not shown.
  var hiddenStyles: Set<String> = []
  /// Whether something lay too deep to be read.
  private(set) var isCut = false

  /// Deeper tables and text boxes are nobody's letter.
  private static let deepest = 12

  /// Adds what a header shows, without its pictures.
  mutating func add(_ header: XMLElement) {
    addBlocks(of: header, depth: 0)
    pictures = []
  }

  /// Adds the text itself.
  mutating func addBody(_ root: XMLElement) {
    // allowed: a part without a body shows nothing more
    addBlocks(of: root.first("body") ?? root, depth: 0)
  }

  private mutating func addBlocks(of element: XMLElement, depth: Int) {
    guard depth < Self.deepest else {
      isCut = isCut || !element.elements.isEmpty
      return
    }
    for inner in element.elements {
      switch inner.name {
      case "p": addParagraph(inner, depth)
      case "tbl":
        var boxes: [XMLElement] = []
        blocks.append(.table(rows(of: inner, &boxes, depth)))
        for box in boxes { addBlocks(of: box, depth: depth + 1) }
      case "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml":
        addBlocks(of: inner, depth: depth + 1)
      case "AlternateContent":
        if let chosen = Self.chosen(inner) { addBlocks(of: chosen, depth: depth + 1) }
      default: break
      }
    }
  }

  private mutating func addParagraph(_ element: XMLElement, _ depth: Int) {
    var boxes: [XMLElement] = []
    let paragraph = paragraph(element, &boxes)
    if !paragraph.text.allSatisfy(\.isWhitespace) { blocks.append(.paragraph(paragraph)) }
    // What stands in a box floats beside its paragraph.
    for box in boxes { addBlocks(of: box, depth: depth + 1) }
  }

  private mutating func rows(
    of table: XMLElement, _ boxes: inout [XMLElement], _ depth: Int
  ) -> [[[Paragraph]]] {
    table.elements.flatMap { inner -> [XMLElement] in
      // allowed: empty
      inner.name == "sdt" ? inner.first("sdtContent").map { $0.elements("tr") } ?? [] : [inner]
    }.filter { $0.name == "tr" }.map { row in
      row.elements.flatMap { inner -> [XMLElement] in
        // allowed: empty
        inner.name == "sdt" ? inner.first("sdtContent").map { $0.elements("tc") } ?? [] : [inner]
      }.filter { $0.name == "tc" }.map { cell in paragraphs(in: cell, &boxes, depth) }
    }
  }

  /// The paragraphs of a cell, those of tables in it included.
  private mutating func paragraphs(
    in cell: XMLElement, _ boxes: inout [XMLElement], _ depth: Int
  ) -> [Paragraph] {
    guard depth < Self.deepest else {
      isCut = true
      return []
    }
    var found: [Paragraph] = []
    for inner in cell.elements {
      switch inner.name {
      case "p": found.append(paragraph(inner, &boxes))
      case "tbl": found += rows(of: inner, &boxes, depth + 1).flatMap { $0.flatMap(\.self) }
      case "sdt", "sdtContent", "ins":
        found += paragraphs(in: inner, &boxes, depth + 1)
      default: break
      }
    }
    return found
  }

  // MARK: Paragraphs

  /// In twentieths of a point: a letter of the usual size.
  private static let letter = 240.0

  private mutating func paragraph(
    _ element: XMLElement, _ boxes: inout [XMLElement]
  ) -> Paragraph {
    var text = ""
    addText(of: element, to: &text, &boxes)
    var paragraph = Paragraph(text: text)
    guard let properties = element.first("pPr") else { return paragraph }
    if let style = properties.first("pStyle")?["val"], hiddenStyles.contains(style) {
      paragraph.text = ""
    }
    switch properties.first("jc")?["val"] {
    case "right", "end": paragraph.alignment = .end
    case "center": paragraph.alignment = .center
    default: break
    }
    let indents = properties.first("ind")
    func indent(_ names: [String]) -> Double {
      // allowed: none
      names.lazy.compactMap { indents?[$0].flatMap { Double($0) } }.first ?? 0
    }
    let twips = indent(["left", "start"]) + indent(["firstLine"]) - indent(["hanging"])
    paragraph.indent = min(40, max(0, twips / Self.letter))
    return paragraph
  }

  private mutating func addText(
    of element: XMLElement, to text: inout String, _ boxes: inout [XMLElement]
  ) {
    for inner in element.elements {
      switch inner.name {
      case "t": text += inner.text
      case "tab", "ptab": text += "\t"
      case "br", "cr": text += "\n"
      case "noBreakHyphen": text += "-"
      // Removed or hidden text, and what the paper does not show.
      case "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "comment": break
      case "r":
        guard let properties = inner.first("rPr") else {
          addText(of: inner, to: &text, &boxes)
          continue
        }
        if !isHidden(properties) {
          if Self.isPale(properties) { hasPaleText = true }
          addText(of: inner, to: &text, &boxes)
        }
      case "sdt":
        // What a form field asks for is no value.
        if inner.first("sdtPr")?.first("showingPlcHdr") != nil {
          text += "____"
        } else {
          addText(of: inner, to: &text, &boxes)
        }
      case "AlternateContent":
        if let chosen = Self.chosen(inner) { addText(of: chosen, to: &text, &boxes) }
      case "txbxContent": boxes.append(inner)
      case "blip":
        if let id = inner["embed"] { pictures.append(id) }
      case "imagedata":
        if let id = inner["id"] { pictures.append(id) }
      default: addText(of: inner, to: &text, &boxes)
      }
    }
  }

  /// Whether letters are not shown: said to be so, by a style that is, or too small to be seen.
  private func isHidden(_ properties: XMLElement) -> Bool {
    if let vanish = properties.first("vanish") { return Self.isOn(vanish) }
    if let style = properties.first("rStyle")?["val"], hiddenStyles.contains(style) { return true }
    // In half points.
    return properties.first("sz")?["val"].flatMap { Int($0) }.map { $0 < Self.leastSize } == true
  }

  private static let leastSize = 8

  private static func isPale(_ properties: XMLElement) -> Bool {
    guard let colour = properties.first("color")?["val"], let value = Int(colour, radix: 16) else {
      return false
    }
    return [value >> 16, value >> 8 & 0xFF, value & 0xFF].allSatisfy { $0 > 0xE0 }
  }

  /// What Word shows of the choices: the first whose namespaces it knows (ECMA-376 part 3).
  private static func chosen(_ element: XMLElement) -> XMLElement? {
    element.elements("Choice").first { choice in
      choice["Requires"]?.split(separator: " ").allSatisfy { known.contains(String($0)) } == true
    } ?? element.first("Fallback")
  }

  /// The prefixes under which Word writes its own extensions.
  private static let known: Set<String> = [
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "wne",
    "a14", "am3d", "aink",
    "cx", "cx1", "v",
  ]

  /// Whether a property that is there is on (ECMA-376 part 1, 17.17.4).
  static func isOn(_ switch: XMLElement) -> Bool {
    !["0", "false", "off"].contains(`switch`["val"])
  }
}
