/// PDF files written object by object, for what the drawing library never makes: hidden text, odd page boxes,
/// passwords.
package struct HandmadePDF {
  /// A line is one line of text.
  package struct Line {
    /// PDF's text rendering mode: 0 is filled, 3 invisible.
    package enum Mode: Int, Sendable { case filled = 0, invisible = 3 }

    var text: String
    var x: Double
    var baseline: Double
    package var size: Double
    package var mode: Mode

    /// Makes a line; `baseline` is in points from the bottom of the page.
    package init(_ text: String, x: Double, baseline: Double, size: Double, mode: Mode) {
      self.text = text
      self.x = x
      self.baseline = baseline
      self.size = size
      self.mode = mode
    }
  }

  /// A picture is a JPEG drawn in a rectangle of the page, in points from the bottom left.
  package struct Picture {
    var jpeg: [UInt8]
    var pixelWidth: Int
    var pixelHeight: Int
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// Places a picture, lengths in points.
    package init(
      jpeg: [UInt8], pixelWidth: Int, pixelHeight: Int, x: Double, y: Double, width: Double,
      height: Double
    ) {
      self.jpeg = jpeg
      self.pixelWidth = pixelWidth
      self.pixelHeight = pixelHeight
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// The size is in points.
  package var width = 595.0
  package var height = 842.0
  /// The clockwise turn that the page itself has.
  package var rotation = 0
  package var lines: [Line] = []
  package var picture: Picture?
  /// Whether the picture is painted after the text, over it.
  package var pictureIsOnTop = false
  /// Whether it can be opened with a password alone.
  package var isEncrypted = false
  package var pageCount = 1

  /// Makes an empty A4 page.
  package init() {}

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let characters = Array(Set(lines.flatMap(\.text))).sorted()
    // ASCII letters are drawn as what they are; others as letters that are free, with their meaning in the
    // font's ToUnicode table alone.
    var free = (33...255).filter { code in !characters.contains { $0.asciiValue == UInt8(code) } }[
      ...]
    let codes = Dictionary(
      uniqueKeysWithValues: characters.map {
        ($0, $0.asciiValue.map(Int.init) ?? free.removeFirst())
      })
    let page = text(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Rotate \(rotation) "
        + "/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /P1 7 0 R >> >> >>")
    var objects: [[UInt8]] = [
      text("<< /Type /Catalog /Pages 2 0 R >>"),
      text(
        "<< /Type /Pages /Count \(pageCount) /Kids ["
          + (0..<pageCount).map { $0 == 0 ? "3 0 R" : "\(8 + $0) 0 R" }.joined(separator: " ")
          + "] >>"),
      page,
      stream("", content(codes)),
      text(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 255 "
          + "/ToUnicode 6 0 R /Widths [" + widths(codes).joined(separator: " ") + "] >>"),
      stream("", text(table(codes))),
    ]
    if let picture {
      objects.append(
        stream(
          "/Type /XObject /Subtype /Image /Width \(picture.pixelWidth) "
            + "/Height \(picture.pixelHeight) /ColorSpace /DeviceRGB /BitsPerComponent 8 "
            + "/Filter /DCTDecode ", picture.jpeg))
    } else {
      objects.append(text("null"))
    }
    let noise = String(repeating: "5A", count: 32)
    objects.append(
      text("<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <\(noise)> /U <\(noise)> >>"))
    // The dictionary of passwords stands at number 8, further pages behind it.
    return file(objects + [[UInt8]](repeating: page, count: max(0, pageCount - 1)))
  }

  private func content(_ codes: [Character: Int]) -> [UInt8] {
    var parts = lines.map { line in
      let codes = line.text.map { codes[$0].map { hexadecimal($0, 2) } ?? "" }.joined()
      return "BT /F1 \(line.size) Tf \(line.mode.rawValue) Tr "
        + "1 0 0 1 \(line.x) \(line.baseline) Tm <\(codes)> Tj ET\n"
    }
    if let picture {
      let drawing =
        "q \(picture.width) 0 0 \(picture.height) \(picture.x) \(picture.y) cm /P1 Do Q\n"
      parts.insert(drawing, at: pictureIsOnTop ? parts.count : 0)
    }
    return text(parts.joined())
  }

  private func widths(_ codes: [Character: Int]) -> [String] {
    let wide = Set(codes.filter { !$0.key.isASCII }.values)
    return (32...255).map { wide.contains($0) ? "1000" : "600" }
  }

  private func table(_ codes: [Character: Int]) -> String {
    let rows = codes.sorted { $0.value < $1.value }.map { character, code in
      let units = String(character).utf16.map { hexadecimal(Int($0), 4) }.joined()
      return "<\(hexadecimal(code, 2))> <\(units)>\n"
    }
    return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n"
      + "/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
      + "\(rows.count) beginbfchar\n" + rows.joined() + "endbfchar endcmap end end\n"
  }

  private func file(_ objects: [[UInt8]]) -> [UInt8] {
    var bytes = text("%PDF-1.7\n")
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += text("\(index + 1) 0 obj\n") + object + text("\nendobj\n")
    }
    let start = bytes.count
    bytes += text("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      bytes += text(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    let encryption = isEncrypted ? "/Encrypt 8 0 R " : ""
    return bytes
      + text(
        "trailer << /Size \(objects.count + 1) /Root 1 0 R \(encryption)"
          + "/ID [<01> <01>] >>\nstartxref\n\(start)\n%%EOF\n")
  }

  private func stream(_ entries: String, _ data: [UInt8]) -> [UInt8] {
    text("<< \(entries)/Length \(data.count) >>\nstream\n") + data + text("\nendstream")
  }

  private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func hexadecimal(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
