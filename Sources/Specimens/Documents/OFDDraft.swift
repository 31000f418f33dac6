internal import Model
internal import Native

/// An OFD document to be made: lines of text on one page, and what the package says of itself.
struct OFDDraft {
  /// A line of text with its place in millimetres.
  struct Line {
    var text: String
    var x = 30.0
    let y: Double
    var size = 5.0
    /// What its glyphs show, where that is something else than the text says.
    var shown: String?
  }

  /// How text names its letters.
  enum Lettering {
    /// By their characters, in a font of the reader's machine.
    case characters
    /// By codes that a font of the package alone knows.
    case privateCodes(SubsetFont)
    /// By numbers of the glyphs of such a font, beside characters that say what they like.
    case glyphNumbers(SubsetFont)
  }

  var title: String
  var lines: [Line]
  var custom: [(name: String, value: String)] = []
  /// Millimetres.
  var width = 297.0
  var height = 210.0
  var lettering = Lettering.characters
  /// A JPEG over the whole page.
  var picture: [UInt8]?
  /// Objects of the page beside those of the lines, as XML.
  var objects = ""
  /// Further entries of the package.
  var extra: [(name: String, bytes: [UInt8])] = []

  static let page = "Doc_0/Pages/Page_0/Content.xml"

  /// The parts in the order of the package, unsigned.
  var parts: [(name: String, bytes: [UInt8])] {
    let data = custom.map {
      "<ofd:CustomData Name=\"\(XMLText.escaped($0.name))\">\(XMLText.escaped($0.value))</ofd:CustomData>"
    }.joined()
    let info = """
      <ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID>\
      <ofd:Title>\(XMLText.escaped(title))</ofd:Title><ofd:CreationDate>2026-11-01</ofd:CreationDate>\
      <ofd:CustomDatas>\(data)</ofd:CustomDatas></ofd:DocInfo>
      """
    let texts = lines.enumerated().map { text($1, id: 10 + $0) }.joined()
    let image =
      picture == nil
      ? ""
      : """
      <ofd:ImageObject ID="5" Boundary="0 0 \(width) \(height)" CTM="\(width) 0 0 \(height) 0 0" \
      ResourceID="4"/>
      """
    let root = """
      <ofd:DocBody>\(info)<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
      <ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>
      """
    let document = """
      <ofd:CommonData><ofd:MaxUnitID>1000</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 \(width) \
      \(height)</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\
      </ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
      """
    let fonts =
      "<ofd:Fonts><ofd:Font ID=\"3\" FontName=\"宋体\" FamilyName=\"宋体\">\(fontFile == nil ? "" : "<ofd:FontFile>font_3.ttf</ofd:FontFile>")</ofd:Font></ofd:Fonts>"
    let media =
      picture == nil
      ? ""
      : "<ofd:MultiMedias><ofd:MultiMedia ID=\"4\" Type=\"Image\" Format=\"JPEG\"><ofd:MediaFile>page.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"
    let content =
      "<ofd:Content><ofd:Layer ID=\"2\">\(image)\(texts)\(objects)</ofd:Layer></ofd:Content>"
    let files = [("Doc_0/Res/font_3.ttf", fontFile), ("Doc_0/Res/page.jpg", picture)]
    return [
      ("OFD.xml", XMLText.part("OFD", root, attributes: " Version=\"1.1\" DocType=\"OFD\"")),
      ("Doc_0/Document.xml", XMLText.part("Document", document)),
      ("Doc_0/PublicRes.xml", XMLText.part("Res", fonts + media, attributes: " BaseLoc=\"Res\"")),
      (Self.page, XMLText.part("Page", content)),
    ] + files.compactMap { file in file.1.map { (file.0, $0) } } + extra
  }

  private var fontFile: [UInt8]? {
    switch lettering {
    case .characters: nil
    case .privateCodes(let font), .glyphNumbers(let font): font.bytes
    }
  }

  private func text(_ line: Line, id: Int) -> String {
    let steps = line.text.unicodeScalars.map { $0.isASCII ? 0.56 * line.size : line.size }
    let list = steps.dropLast().map { String((100 * $0).rounded() / 100) }.joined(separator: " ")
    let distances = list.isEmpty ? "" : " DeltaX=\"\(list)\""
    let width = steps.reduce(1, +)
    var codes = line.text
    var glyphs = ""
    switch lettering {
    case .characters: break
    case .privateCodes(let font): codes = font.codes(of: line.shown ?? line.text)
    case .glyphNumbers(let font):
      let numbers = font.glyphs(of: line.shown ?? line.text)
      glyphs =
        "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"\(numbers.count)\" GlyphCount=\"\(numbers.count)\"><ofd:Glyphs>\(numbers.map(String.init).joined(separator: " "))</ofd:Glyphs></ofd:CGTransform>"
    }
    return """
      <ofd:TextObject ID="\(id)" Boundary="\(line.x) \(line.y) \(width) \(line.size * 1.4)" \
      Font="3" Size="\(line.size)">\(glyphs)<ofd:TextCode X="0" Y="\(line.size)"\(distances)>\
      \(XMLText.escaped(codes))</ofd:TextCode></ofd:TextObject>
      """
  }

  /// The package without any signature.
  var unsigned: [UInt8] { ZipBytes.archive(parts) }
}

/// XML as OFD writers write it.
enum XMLText {
  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }

  /// A part with its root element in OFD's namespace.
  static func part(_ root: String, _ content: String, attributes: String = "") -> [UInt8] {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <ofd:\(root) xmlns:ofd="http://www.ofdspec.org/2016"\(attributes)>\(content)</ofd:\(root)>
      """
    return Array(text.utf8)
  }
}
