internal import Model
internal import Native

/// One document of a package (GB/T 33190 7.4): what it says of itself, its pages and signatures.
package struct OFDDocument {
  /// A page is one of the list in Document.xml.
  package struct Page {
    package let id: String
    /// The path is that of its Content.xml.
    package let path: String
  }

  package let title: String?
  package let author: String?
  package let createdOn: String?
  /// What issuers put in for machines; not covered by a signature unless OFD.xml is.
  package let custom: [(name: String, value: String)]
  package let rootPath: String
  package let pages: [Page]
  /// A page that lies below or above others.
  struct Template {
    /// The path is that of its Content.xml.
    package let path: String
    let zOrder: String?
  }

  /// By id.
  let templates: [String: Template]
  /// Millimetres; pages without a size of their own have it.
  package let area: OFDBox
  /// Paths of resource lists.
  let resources: [String]
  /// What is put on pages, by the page's id: paths of its lists (GB/T 33190 15).
  let annotations: [String: [String]]
  /// Parts that could not be read.
  package let faults: [OFDFault]
  /// What was read although the standard has it otherwise.
  package let irregularities: [OFDIrregularity]
  /// Names of attached files.
  package let attachments: [String]
  package let signaturesPath: String?

  /// Returns the documents of a package, those that can be opened.
  package static func all(in package: OFDPackage) throws(OFDFault) -> [OFDDocument] {
    let root = try package.xml("OFD.xml")
    let bodies = root.elements("DocBody")
    guard !bodies.isEmpty else { throw OFDFault(part: "OFD.xml", reason: "no DocBody") }
    var all: [OFDDocument] = []
    for body in bodies.prefix(documentLimit) { all.append(try OFDDocument(body, in: package)) }
    return all
  }

  private static let documentLimit = 20

  private init(_ body: XMLElement, in package: OFDPackage) throws(OFDFault) {
    let info = body.first("DocInfo")
    title = info?.first("Title")?.text
    author = info?.first("Author")?.text
    createdOn = info?.first("CreationDate")?.text
    custom =
      info?.first("CustomDatas")?.elements("CustomData").compactMap { data in
        data["Name"].map { ($0, data.text) }
      } ?? []  // allowed: there are none
    var irregularities = package.irregularities
    func resolved(_ reference: String, from part: String) -> String? {
      let path = package.path(reference, from: part)
      if let path, OFDIrregularity.differInCase(reference, path),
        !irregularities.contains(where: \.isNameInOtherCase)
      {
        irregularities.append(.nameInOtherCase(reference.trimmed))
      }
      return path
    }
    guard let reference = body.first("DocRoot")?.text,
      let path = resolved(reference, from: "OFD.xml")
    else { throw OFDFault(part: "OFD.xml", reason: "no DocRoot") }
    rootPath = path
    let document = try package.xml(path)
    let common = document.first("CommonData")
    func location(_ element: XMLElement) -> String? {
      (element["BaseLoc"] ?? element.text).trimmed.isEmpty
        ? nil : resolved(element["BaseLoc"] ?? element.text, from: path)
    }
    // What leads out of the package, or nowhere, is a part that is missing: told, and never passed over.
    func place(of element: XMLElement, named name: String) -> String {
      let written = (element["BaseLoc"] ?? element.text).trimmed
      return location(element) ?? (written.isEmpty ? name : written)
    }
    // allowed: there are none
    let list = document.first("Pages")?.elements("Page") ?? []
    pages = list.enumerated().map { number, page in
      if page["ID"] == nil { irregularities.append(.pageWithoutID(number: number + 1)) }
      return Page(
        id: page["ID"] ?? "?\(number)", path: place(of: page, named: "Page \(number + 1)"))
    }
    if let area = common?.first("PageArea").flatMap(OFDBox.init(area:)) {
      self.area = area
    } else if let area = Self.area(ofFirst: pages, in: package) {
      irregularities.append(.noPageArea)
      self.area = area
    } else {
      throw OFDFault(part: path, reason: "no PageArea")
    }
    let pairs = (common?.elements("TemplatePage") ?? []).compactMap { page in  // allowed: as above
      page["ID"].map { id in
        (id, Template(path: place(of: page, named: "TemplatePage \(id)"), zOrder: page["ZOrder"]))
      }
    }
    templates = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    resources = ["PublicRes", "DocumentRes"].flatMap { name in
      common?.elements(name).compactMap(location) ?? []  // allowed: as above
    }
    (annotations, faults) = Self.annotations(of: document, in: package, path: path)
    attachments = Self.attachments(of: document, in: package, path: path)
    signaturesPath = body.first("Signatures").flatMap { resolved($0.text, from: "OFD.xml") }
    self.irregularities = irregularities
  }

  /// The size that the first page which has one gives itself.
  private static func area(ofFirst pages: [Page], in package: OFDPackage) -> OFDBox? {
    for page in pages.prefix(areaSearchLimit) {
      do throws(OFDFault) {
        if let area = try package.xml(page.path).first("Area").flatMap(OFDBox.init(area:)) {
          return area
        }
      } catch {
        // A page that cannot be read is told when it is read.
      }
    }
    return nil
  }

  private static let areaSearchLimit = 8

  private static func annotations(of document: XMLElement, in package: OFDPackage, path: String)
    -> ([String: [String]], faults: [OFDFault])
  {
    var lists: [String: [String]] = [:]
    var faults: [OFDFault] = []
    for reference in document.elements("Annotations") {
      guard let list = package.path(reference.text, from: path) else {
        faults.append(OFDFault(part: reference.text.trimmed, reason: "missing"))
        continue
      }
      do throws(OFDFault) {
        for page in try package.xml(list).elements("Page") {
          guard let id = page["PageID"], let place = page.first("FileLoc"),
            let file = package.path(place.text, from: list)
          else { continue }
          lists[id, default: []].append(file)
        }
      } catch {
        // Pages stand without what was put on them.
        faults.append(error)
      }
    }
    return (lists, faults)
  }

  private static func attachments(of document: XMLElement, in package: OFDPackage, path: String)
    -> [String]
  {
    guard let list = document.first("Attachments").flatMap({ package.path($0.text, from: path) })
    else { return [] }
    do throws(OFDFault) {
      return try package.xml(list).elements("Attachment").compactMap { $0["Name"] }
    } catch {
      // What is attached is listed beside the document; the document itself stands.
      return []
    }
  }
}
