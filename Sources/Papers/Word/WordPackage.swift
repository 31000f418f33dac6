internal import Model
internal import Native

/// A Word document's parts (ECMA-376 part 2): its text and its pictures; links, macros and embedded files are not followed.
struct WordPackage {
  let document: WordDocument
  /// What was left out, in words.
  let leftOut: [LocalizedText]
  /// The bytes of its pictures, in reading order, each once.
  let pictures: [[UInt8]]

  /// Why there is nothing to read.
  enum Refusal: Error {
    case archive(ArchiveRefusal)
    case xml(XMLRefusal)
    /// The part that holds the text is not there.
    case noText
  }

  /// Pictures that are read, as pages of a PDF are.
  private static let pictureLimit = 30

  init(_ bytes: [UInt8]) throws(Refusal) {
    let parts: [String: [UInt8]]
    do throws(ArchiveRefusal) {
      parts = try ArchiveReader.files(in: bytes) { path in
        path.hasSuffix(".rels") || path.hasPrefix("word/") && path.hasSuffix(".xml")
          || path.hasPrefix("word/media/")
      }
    } catch { throw .archive(error) }
    let main = try Self.main(of: parts)
    guard let text = parts[main] else { throw .noText }
    var leftOut: [LocalizedText] = []
    // A header has pictures of its own relations: letterheads, no papers.
    var document = WordDocument()
    if let styles = parts["word/styles.xml"] {
      do throws(Refusal) { document.hiddenStyles = try Self.hidden(styles) } catch {
        leftOut.append(LocalizedText("样式", "styles"))
      }
    }
    let header = parts.filter { Self.isHeader($0.key) }.min { $0.key < $1.key }
    if let header {
      do throws(Refusal) { document.add(try Self.root(of: header.value)) } catch {
        leftOut.append(LocalizedText("页眉", "the header"))
      }
    }
    document.addBody(try Self.root(of: text))
    var targets: [String: String] = [:]
    if let relations = parts[Self.relations(of: main)] {
      do throws(Refusal) { targets = try Self.targets(relations) } catch {
        leftOut.append(LocalizedText("图片（关系表损坏）", "pictures, whose relations are damaged"))
      }
    }
    var seen: Set<String> = []
    let own = document.pictures.compactMap { targets[$0] }.filter { seen.insert($0).inserted }
      .compactMap { parts[$0] }
    pictures = Array(own.prefix(Self.pictureLimit))
    if own.count > Self.pictureLimit {
      leftOut.append(
        LocalizedText(
          "第 \(Self.pictureLimit) 张之后的图片", "pictures beyond the first \(Self.pictureLimit)"))
    }
    if document.isCut {
      leftOut.append(LocalizedText("嵌套过深的表格或文本框", "tables or boxes too deep in one another"))
    }
    self.leftOut = leftOut
    self.document = document
  }

  /// The part that holds the text, by the package's relations (ECMA-376 part 2, 9.3): usually word/document.xml.
  private static func main(of parts: [String: [UInt8]]) throws(Refusal) -> String {
    guard let relations = parts["_rels/.rels"] else { return "word/document.xml" }
    let found = try root(of: relations).elements.first { relation in
      relation["Type"]?.hasSuffix("/officeDocument") == true
    }
    guard let target = found?["Target"] else { throw .noText }
    return target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  /// Where the relations of a part stand.
  private static func relations(of part: String) -> String {
    let names = part.split(separator: "/")
    // allowed: the package's own
    let name = names.last.map { String($0) + ".rels" } ?? ".rels"
    return (names.dropLast().map(String.init) + ["_rels", name]).joined(separator: "/")
  }

  /// The styles of letters that are not shown.
  private static func hidden(_ styles: [UInt8]) throws(Refusal) -> Set<String> {
    let hidden = try root(of: styles).elements("style").filter { style in
      style.first("rPr")?.first("vanish").map(WordDocument.isOn) == true
    }
    return Set(hidden.compactMap { $0["styleId"] })
  }

  private static func isHeader(_ path: String) -> Bool {
    path.hasPrefix("word/header") && path.hasSuffix(".xml")
  }

  private static func root(of bytes: [UInt8]) throws(Refusal) -> XMLElement {
    do throws(XMLRefusal) { return try XMLDocument.root(of: bytes) } catch { throw .xml(error) }
  }

  /// The parts that relations lead to; those outside of the package are left out.
  private static func targets(_ bytes: [UInt8]) throws(Refusal) -> [String: String] {
    var targets: [String: String] = [:]
    for relation in try root(of: bytes).elements where relation["TargetMode"] != "External" {
      guard let id = relation["Id"], let target = relation["Target"] else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
    }
    return targets
  }
}
