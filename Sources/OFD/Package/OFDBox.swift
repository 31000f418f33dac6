internal import Model
internal import Native

/// A box is a rectangle of an OFD in millimetres: `x y width height`.
package struct OFDBox: Hashable {
  package let x: Double
  package let y: Double
  package let width: Double
  package let height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// `nil` unless four numbers that a page can have.
  package init?(_ text: String) {
    let numbers = OFDNumbers.read(text)
    guard numbers.count == 4, numbers[2] >= 0, numbers[3] >= 0 else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// The physical size in a page area; where only what is shown of it is said, that.
  init?(area: XMLElement) {
    let boxes = ["PhysicalBox", "CropBox", "ApplicationBox"].lazy.compactMap { name in
      area.first(name).flatMap { OFDBox($0.text) }
    }
    guard let box = boxes.first(where: { $0.width > 0 && $0.height > 0 }) else { return nil }
    self = box
  }

  /// Returns the box in points of a page with that area.
  package func inPoints(of area: OFDBox) -> OFDBox {
    OFDBox(
      x: (x - area.x) * Self.points, y: (y - area.y) * Self.points, width: width * Self.points,
      height: height * Self.points)
  }

  /// How many points make a millimetre.
  package static let points = 72 / 25.4
}

/// Numbers in attributes, with spaces between.
enum OFDNumbers {
  /// Empty where one of them is none, or beyond what any page holds.
  package static func read(_ text: String) -> [Double] {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," })
    let numbers = words.compactMap { Double($0) }.filter { $0.isFinite && abs($0) < 1e6 }
    return numbers.count == words.count ? numbers : []
  }

  /// Distances between characters: plain numbers, and `g count value` for repeated ones.
  static func distances(_ text: String, limit: Int) -> [Double] {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    var distances: [Double] = []
    while let word = words.popFirst(), distances.count < limit {
      if word == "g" {
        guard let count = words.popFirst().flatMap({ Int($0) }), count > 0,
          let value = words.popFirst().flatMap({ Double($0) }), value.isFinite
        else { return distances }
        distances += [Double](repeating: value, count: min(count, limit - distances.count))
      } else {
        guard let value = Double(word), value.isFinite else { return distances }
        distances.append(value)
      }
    }
    return distances
  }
}

extension AffineMap {
  /// Of an object: its CTM within its boundary, and that within what holds it.
  func inner(_ element: XMLElement) -> AffineMap {
    var own = AffineMap()
    let numbers = element["CTM"].map(OFDNumbers.read) ?? []  // allowed: none is the identity
    if numbers.count == 6 {
      own = AffineMap(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }
    if let box = element["Boundary"].flatMap(OFDBox.init) {
      own.e += box.x
      own.f += box.y
    }
    return own.followed(by: self)
  }
}
