internal import Native

/// What a page shows: objects in the order in which they are painted, templates first.
struct OFDPageContent {
  /// An object with the transform of what holds it.
  struct Object {
    let element: XMLElement
    let transform: OFDTransform
  }

  /// Millimetres.
  let area: OFDBox
  private(set) var objects: [Object] = []
  /// Parts that could not be read.
  private(set) var faults: [OFDFault] = []

  /// No page of ours has more, and each costs time to draw.
  private static let objectLimit = 100_000
  private static let depthLimit = 32

  init(_ page: OFDDocument.Page, of document: OFDDocument, in package: OFDPackage)
    throws(OFDFault)
  {
    let root = try package.xml(page.path)
    area = root.first("Area").flatMap(OFDBox.init(area:)) ?? document.area
    let templates = root.elements("Template").compactMap { $0["TemplateID"] }
    for id in templates {
      guard let path = document.templates[id] else {
        faults.append(OFDFault(part: page.path, reason: "no template \(id)"))
        continue
      }
      do throws(OFDFault) { add(try package.xml(path)) } catch { faults.append(error) }
    }
    add(root)
  }

  private mutating func add(_ root: XMLElement) {
    for layer in root.first("Content")?.elements("Layer") ?? [] {  // allowed: an empty page
      collect(layer, OFDTransform(), depth: 0)
    }
  }

  private mutating func collect(_ block: XMLElement, _ transform: OFDTransform, depth: Int) {
    guard depth < Self.depthLimit else { return }
    for element in block.elements where objects.count < Self.objectLimit {
      if element.name == "PageBlock" {
        collect(element, transform, depth: depth + 1)
      } else if element["Visible"] != "false" {
        objects.append(Object(element: element, transform: transform))
      }
    }
  }
}
