internal import Model
internal import Native

/// An OFD document to be made: lines of text on one page, and what the package says of itself.
struct OFDDraft {
  /// A line of text with its place in millimetres.
  struct Line {
    let text: String
    var x = 30.0
    let y: Double
    var size = 5.0
  }

  var title: String
  var lines: [Line]
  var custom: [(name: String, value: String)] = []
  /// Millimetres.
  var width = 297.0
  var height = 210.0
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
    let objects = lines.enumerated().map { index, line in
      let count = line.text.unicodeScalars.count
      let distances = count > 1 ? " DeltaX=\"g \(count - 1) \(line.size)\"" : ""
      let width = Double(count) * line.size + 1
      return """
        <ofd:TextObject ID="\(10 + index)" Boundary="\(line.x) \(line.y) \(width) \(line.size * 1.4)" \
        Font="3" Size="\(line.size)"><ofd:TextCode X="0" Y="\(line.size)"\(distances)>\
        \(XMLText.escaped(line.text))</ofd:TextCode></ofd:TextObject>
        """
    }.joined()
    let root = """
      <ofd:DocBody>\(info)<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
      <ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>
      """
    let document = """
      <ofd:CommonData><ofd:MaxUnitID>1000</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 \(width) \
      \(height)</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\
      </ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
      """
    let fonts = """
      <ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>
      """
    let content = "<ofd:Content><ofd:Layer ID=\"2\">\(objects)</ofd:Layer></ofd:Content>"
    return [
      ("OFD.xml", XMLText.part("OFD", root, attributes: " Version=\"1.1\" DocType=\"OFD\"")),
      ("Doc_0/Document.xml", XMLText.part("Document", document)),
      ("Doc_0/PublicRes.xml", XMLText.part("Res", fonts, attributes: " BaseLoc=\"Res\"")),
      (Self.page, XMLText.part("Page", content)),
    ] + extra
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
