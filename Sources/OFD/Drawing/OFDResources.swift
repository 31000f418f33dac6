internal import Model
internal import Native

/// What objects of pages refer to by number: fonts, pictures, styles and drawings (GB/T 33190 7.9).
struct OFDResources {
  /// A font by name, or in a file of the package.
  struct Font {
    let families: [String]
    let isBold: Bool
    /// `nil` where it is one of the reader's own.
    package let path: String?
  }

  private(set) var fonts: [String: Font] = [:]
  /// Paths of pictures.
  private(set) var media: [String: String] = [:]
  /// Drawing parameters.
  private(set) var styles: [String: XMLElement] = [:]
  /// Drawings that are used as one object.
  private(set) var composites: [String: XMLElement] = [:]
  /// Lists that could not be read.
  package private(set) var faults: [OFDFault] = []

  /// - Parameter lists: paths of resource lists; of one number the last list's counts.
  init(_ lists: [String], in package: OFDPackage) {
    for list in lists {
      do throws(OFDFault) { add(try package.xml(list), at: list, in: package) } catch {
        faults.append(error)
      }
    }
  }

  private mutating func add(_ root: XMLElement, at list: String, in package: OFDPackage) {
    func path(_ reference: String) -> String? {
      guard let base = root["BaseLoc"], !reference.trimmed.hasPrefix("/"),
        let below = package.path(base + "/" + reference.trimmed, from: list),
        package[below] != nil
      else { return package.path(reference, from: list) }
      return below
    }
    for group in root.elements {
      for entry in group.elements {
        guard let id = entry["ID"] else { continue }
        switch entry.name {
        case "Font":
          fonts[id] = Font(
            families: [entry["FontName"], entry["FamilyName"]].compactMap(\.self)
              .filter { !$0.isEmpty },
            isBold: entry["Bold"] == "true",
            path: entry.first("FontFile").flatMap { path($0.text) })
        case "MultiMedia": media[id] = entry.first("MediaFile").flatMap { path($0.text) }
        case "DrawParam": styles[id] = entry
        case "CompositeGraphicUnit": composites[id] = entry
        default: break
        }
      }
    }
  }
}
