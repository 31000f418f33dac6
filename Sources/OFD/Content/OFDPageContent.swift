internal import Model
internal import Native

/// What a page shows: objects in the order in which they are painted.
package struct OFDPageContent {
  /// An object with the transform of what holds it.
  struct Object {
    let element: XMLElement
    let transform: AffineMap
    /// The number of the style that its layer gives it.
    let layerStyle: String?
    /// Whether it is written across the page rather than on it: no text of the document.
    var isWatermark = false
  }

  /// The area is in millimetres.
  package let area: OFDBox
  private(set) var objects: [Object] = []
  /// Lists of resources of this page and its templates alone.
  private(set) var resources: [String] = []
  /// Parts that could not be read.
  package private(set) var faults: [OFDFault] = []

  /// No page of ours has more, and each costs time to draw.
  private static let objectLimit = 100_000
  private static let depthLimit = 32
  /// Of templates of a page, and of lists of annotations: each is read anew.
  private static let listLimit = 16

  package init(_ page: OFDDocument.Page, of document: OFDDocument, in package: OFDPackage)
    throws(OFDFault)
  {
    let root = try package.xml(page.path)
    area = root.first("Area").flatMap(OFDBox.init(area:)) ?? document.area
    let templates = root.elements("Template").prefix(Self.listLimit)
    func addTemplates(inFront isInFront: Bool) {
      for entry in templates {
        guard let id = entry["TemplateID"], let template = document.templates[id] else {
          if !isInFront {
            faults.append(
              OFDFault(part: page.path, reason: "no template \(entry["TemplateID"] ?? "?")"))
          }
          continue
        }
        guard ((entry["ZOrder"] ?? template.zOrder) == "Foreground") == isInFront else { continue }
        do throws(OFDFault) {
          add(try package.xml(template.path), at: template.path, in: package)
        } catch { faults.append(error) }
      }
    }
    addTemplates(inFront: false)
    add(root, at: page.path, in: package)
    addTemplates(inFront: true)
    let annotations = document.annotations[page.id] ?? []  // allowed: most pages have none
    for path in annotations.prefix(Self.listLimit) {
      do throws(OFDFault) { add(annotations: try package.xml(path)) } catch { faults.append(error) }
    }
  }

  private mutating func add(annotations root: XMLElement) {
    for annotation in root.elements("Annot") where annotation["Visible"] != "false" {
      guard let appearance = annotation.first("Appearance") else { continue }
      let first = objects.count
      collect(appearance, AffineMap().inner(appearance), style: nil, depth: 0)
      guard annotation["Type"] == "Watermark" else { continue }
      for index in objects.indices.dropFirst(first) { objects[index].isWatermark = true }
    }
  }

  private mutating func add(_ root: XMLElement, at path: String, in package: OFDPackage) {
    resources += root.elements("PageRes").compactMap { package.path($0.text, from: path) }
    let layers = root.first("Content")?.elements("Layer") ?? []  // allowed: an empty page
    for type in ["Background", "Body", "Foreground"] {
      // Custom layers lie among the body's.
      for layer in layers where Self.place(of: layer) == type {
        collect(layer, AffineMap(), style: layer["DrawParam"], depth: 0)
      }
    }
  }

  private static func place(of layer: XMLElement) -> String {
    ["Background", "Foreground"].first { $0 == layer["Type"] } ?? "Body"
  }

  private mutating func collect(
    _ block: XMLElement, _ transform: AffineMap, style: String?, depth: Int
  ) {
    guard depth < Self.depthLimit else { return }
    for element in block.elements where objects.count < Self.objectLimit {
      if element.name == "PageBlock" {
        collect(element, transform, style: style, depth: depth + 1)
      } else if element["Visible"] != "false" {
        objects.append(Object(element: element, transform: transform, layerStyle: style))
      }
    }
  }
}
