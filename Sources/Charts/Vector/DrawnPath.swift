package import Model
package import Native

/// A path that a page draws, in points.
package struct DrawnPath {
  package var points: [Point]
  var isClosed: Bool
  var isStroked: Bool
  /// With anything but white, which nobody sees on paper.
  var isFilled: Bool

  /// The upright box around it; `nil` without points.
  var box: ChartRectangle? { ChartRectangle(around: points) }

  private static let limit = 60_000

  /// Returns the paths of a drawing as cairo writes SVG, in the order in which they are drawn.
  package static func all(in drawing: [UInt8]) throws(XMLRefusal) -> [DrawnPath] {
    var paths: [DrawnPath] = []
    collect(try XMLDocument.root(of: drawing), AffineMap(), into: &paths, depth: 0)
    return paths
  }

  private static func collect(
    _ element: XMLElement, _ outer: AffineMap, into paths: inout [DrawnPath], depth: Int
  ) {
    guard paths.count < limit, depth < 250 else { return }
    let transform = element["transform"].map { outer.after(SVGPath.transform($0)) } ?? outer
    switch element.name {
    // Letters, and what is drawn through masks: shadows.
    case "defs", "symbol", "clipPath", "mask": return
    case "path":
      let paint = Paint(element)
      guard paint.isStroked || paint.isFilled else { return }
      for part in SVGPath.parts(element["d"]) where part.points.count > 1 {
        paths.append(
          DrawnPath(
            points: part.points.map { transform($0) },
            isClosed: part.isClosed || part.points.first == part.points.last,
            isStroked: paint.isStroked, isFilled: paint.isFilled))
      }
    default: break
    }
    for child in element.elements { collect(child, transform, into: &paths, depth: depth + 1) }
  }
}

/// How a path is painted: as attributes, or in `style` as older versions of cairo write it.
private struct Paint {
  let isStroked: Bool
  let isFilled: Bool

  init(_ element: XMLElement) {
    var values: [Substring: Substring] = [:]
    if let style = element["style"] {
      for entry in style.split(separator: ";") {
        let parts = entry.split(separator: ":", maxSplits: 1)
        if parts.count == 2 { values[Self.trimmed(parts[0])] = Self.trimmed(parts[1]) }
      }
    }
    func value(_ name: Substring) -> Substring? {
      element[String(name)].map { Substring($0) } ?? values[name]
    }
    isStroked = value("stroke").map { $0 != "none" } == true
    isFilled = value("fill").map { $0 != "none" && !Self.isWhite($0) } == true
  }

  private static func isWhite(_ colour: Substring) -> Bool {
    ["rgb(100%,100%,100%)", "rgb(100%, 100%, 100%)", "#ffffff", "#FFFFFF", "white"]
      .contains(colour)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    text.drop { $0 == " " }
  }
}
