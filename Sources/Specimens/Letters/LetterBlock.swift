internal import Model
internal import Native

/// A piece of a letter, drawn on paper or written into a Word document alike.
enum LetterBlock {
  case title(String)
  /// A paragraph, which begins at the margin.
  case line(String)
  /// At the right, as the foot of letters.
  case right(String)
  /// Rows of a ruled table.
  case table([[String]])
}

/// A letter of blocks as a sheet of A4.
struct LetterSheet {
  let blocks: [LetterBlock]
  let fonts: Fonts
  /// The words of a red stamp over the foot; `nil` for none.
  let stamp: String?

  private static let (width, height, margin) = (1240.0, 1754.0, 150.0)

  func sheet(degrees: Double) -> Sheet {
    Sheet(width: Self.width, height: Self.height, smallestText: 30) {
      canvas throws(DrawingError) in
      canvas.fillAll(.white)
      let body = TextStyle(family: fonts.value, size: 32, leading: 1.7)
      let title = TextStyle(family: fonts.label, size: 56, weight: .bold, alignment: .center)
      let room = Self.width - 2 * Self.margin
      var y = 150.0
      var foot = y
      for block in blocks {
        switch block {
        case .title(let text):
          try canvas.write(text, x: Self.width / 2, y: y, title)
          y += 150
        case .line(let text):
          y += try canvas.write(text, x: Self.margin, y: y, width: room, body).height + 14
        case .right(let text):
          var style = body
          style.alignment = .right
          foot = y
          y += try canvas.write(text, x: Self.width - Self.margin, y: y, style).height + 14
        case .table(let rows):
          try draw(rows, on: canvas, y: &y, body)
        }
      }
      guard let stamp else { return }
      if foot == 150 { foot = y - 160 }
      try canvas.drawStamp(
        stamp, x: Self.width - 400, y: foot + 10, radius: 130, degrees: degrees, opacity: 0.55,
        family: fonts.label)
    }
  }

  /// Cells share the page's width; a row of two gives the value most of it.
  private func draw(
    _ rows: [[String]], on canvas: Canvas, y: inout Double, _ style: TextStyle
  ) throws(DrawingError) {
    let room = Self.width - 2 * Self.margin
    for row in rows {
      let label = 260.0
      let widths = row.count == 2 ? [label, room - label] : [label, 300, 160, room - label - 460]
      var height = 0.0
      for (text, width) in zip(row, widths) {
        height = max(height, try canvas.measure(text, width: width - 30, style).height)
      }
      var x = Self.margin
      for (text, width) in zip(row, widths) {
        canvas.strokeRectangle(x: x, y: y, width: width, height: height + 28, line: 2, .black)
        try canvas.write(text, x: x + 15, y: y + 14, width: width - 30, style)
        x += width
      }
      y += height + 28
    }
    y += 40
  }
}

/// A letter of blocks as a Word document.
struct LetterDocument {
  let blocks: [LetterBlock]

  var bytes: [UInt8] {
    let schema = "http://schemas.openxmlformats.org/"
    let body = blocks.map(Self.markup).joined()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    return ZipBytes.archive(texts: [
      (
        "[Content_Types].xml",
        head + "<Types xmlns=\"\(schema)package/2006/content-types\">"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
      ),
      (
        "word/document.xml",
        head + "<w:document xmlns:w=\"\(schema)wordprocessingml/2006/main\"><w:body>\(body)"
          + "</w:body></w:document>"
      ),
    ])
  }

  private static func markup(_ block: LetterBlock) -> String {
    switch block {
    case .title(let text): paragraph(text, "center")
    case .line(let text): paragraph(text, nil)
    case .right(let text): paragraph(text, "right")
    case .table(let rows):
      "<w:tbl>"
        + rows.map { row in
          "<w:tr>" + row.map { "<w:tc>" + paragraph($0, nil) + "</w:tc>" }.joined() + "</w:tr>"
        }.joined() + "</w:tbl>"
    }
  }

  private static func paragraph(_ text: String, _ alignment: String?) -> String {
    // allowed: at the margin
    let properties = alignment.map { "<w:pPr><w:jc w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }
}
