internal import Native

/// A Word document's parts (ECMA-376 part 2): its text and its pictures; links, macros and embedded files are not followed.
struct WordPackage {
  let document: WordDocument
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
        path == "word/document.xml" || path == Self.relations || path.hasPrefix("word/media/")
          || Self.isMargin(path)
      }
    } catch { throw .archive(error) }
    guard let text = parts["word/document.xml"] else { throw .noText }
    var document = WordDocument()
    let margins = parts.keys.filter(Self.isMargin).sorted()
    if let header = margins.first(where: { $0.contains("header") }), let part = parts[header] {
      document.add(try Self.root(of: part))
    }
    document.add(try Self.root(of: text))
    let targets = try parts[Self.relations].map(Self.targets) ?? [:]  // allowed: no pictures
    var seen: Set<String> = []
    pictures = document.pictures.compactMap { targets[$0] }.filter { seen.insert($0).inserted }
      .prefix(Self.pictureLimit).compactMap { parts[$0] }
    self.document = document
  }

  private static let relations = "word/_rels/document.xml.rels"

  private static func isMargin(_ path: String) -> Bool {
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
