internal import Native

/// Where a text object puts its characters, in its own space in millimetres (GB/T 33190 11.3).
struct OFDTextPlaces {
  /// A character on its baseline.
  struct Place {
    let scalar: Unicode.Scalar
    let x: Double
    let y: Double
    /// What it takes of the line where the text says no distances.
    package let width: Double
  }

  /// Height of the em.
  let size: Double
  /// How much wider than high letters are.
  let stretch: Double
  private(set) var places: [Place] = []

  /// - Parameter limit: no more characters than these.
  /// - Returns: `nil` for text without a size.
  init?(_ text: XMLElement, limit: Int) {
    guard let size = text["Size"].flatMap(Double.init), size > 0, size.isFinite else { return nil }
    self.size = size
    stretch = text["HScale"].flatMap(Double.init).map { $0.isFinite ? $0 : 1 } ?? 1
    // The place of a code is that of the one before it where it has none of its own.
    var x = 0.0
    var y = 0.0
    for code in text.elements("TextCode") {
      if let own = code["X"].flatMap(Double.init), own.isFinite { x = own }
      if let own = code["Y"].flatMap(Double.init), own.isFinite { y = own }
      let scalars = Array(code.text.unicodeScalars)
      let across = code["DeltaX"].map { OFDNumbers.distances($0, limit: scalars.count) }
      let down = code["DeltaY"].map { OFDNumbers.distances($0, limit: scalars.count) }
      var penX = x
      var penY = y
      for (index, scalar) in scalars.enumerated() where places.count < limit {
        let natural = size * stretch * Self.width(scalar)
        places.append(Place(scalar: scalar, x: penX, y: penY, width: natural))
        // Text without distances at all runs on by its own widths.
        // Vertical text stays in its column, level text on its line.
        penX += Self.distance(across, index) ?? (down == nil ? natural : 0)
        penY += Self.distance(down, index) ?? 0  // allowed: level text
      }
    }
  }

  /// The distance after a character; a missing tail repeats the last one.
  private static func distance(_ distances: [Double]?, _ index: Int) -> Double? {
    guard let distances, let last = distances.last else { return nil }
    return index < distances.count ? distances[index] : last
  }

  /// In ems, as most fonts have it.
  private static func width(_ scalar: Unicode.Scalar) -> Double {
    scalar.value < 0x2E80 ? 0.5 : 1
  }
}
