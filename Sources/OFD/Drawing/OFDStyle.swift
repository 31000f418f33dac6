internal import Native

/// How an object is drawn: by its own attributes, else those of its drawing parameters, else its layer's
/// (GB/T 33190 8.2).
struct OFDStyle {
  /// The nearest first.
  private let sources: [XMLElement]
  /// 0 to 1.
  let opacity: Double

  /// Parameters that rest on each other for longer go in a circle.
  private static let depthLimit = 8

  init(_ element: XMLElement, layerStyle: String?, _ resources: OFDResources) {
    func chain(_ id: String?) -> [XMLElement] {
      var chain: [XMLElement] = []
      var next = id
      while let id = next, let style = resources.styles[id], chain.count < Self.depthLimit {
        chain.append(style)
        next = style["Relative"]
      }
      return chain
    }
    sources = [element] + chain(element["DrawParam"]) + chain(layerStyle)
    opacity = Self.share(element["Alpha"])
  }

  private func attribute(_ name: String) -> String? {
    for source in sources { if let value = source[name] { return value } }
    return nil
  }

  private func number(_ name: String) -> Double? {
    attribute(name).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The colour of a kind; black where none is given, `nil` where it is a pattern.
  func ink(_ name: String) -> Ink? {
    for source in sources {
      if let colour = source.first(name) {
        return Self.ink(colour).map { $0.faded(to: $0.opacity * opacity) }
      }
    }
    return Ink.black.faded(to: opacity)
  }

  /// In millimetres, before any transform.
  var line: LineStyle {
    LineStyle(
      width: abs(number("LineWidth") ?? Self.usualWidth),
      cap: ["Round": .round, "Square": .square][attribute("Cap")] ?? .butt,
      join: ["Round": .round, "Bevel": .bevel][attribute("Join")] ?? .miter,
      miterLimit: min(10, max(1, number("MiterLimit") ?? 3.528)),
      dashes: attribute("DashPattern").map(OFDNumbers.read)?.map(abs) ?? [],  // allowed: no gaps
      dashOffset: number("DashOffset") ?? 0)  // allowed: the standard's own default
  }

  /// Millimetres (GB/T 33190 8.2).
  private static let usualWidth = 0.353

  private static func ink(_ colour: XMLElement) -> Ink? {
    guard let text = colour["Value"] else {
      // Of colours that change over the area the first stands for all.
      let stops = colour.elements.flatMap { $0.elements("Segment") }
      if let stop = stops.first?.first("Color") { return ink(stop) }
      return colour.elements.isEmpty && colour["Index"] == nil ? Ink.black : nil
    }
    let parts = text.split(whereSeparator: \.isWhitespace).compactMap { word -> Double? in
      let value = word.hasPrefix("#") ? Int(word.dropFirst(), radix: 16) : Int(word)
      return value.map { min(1, max(0, Double($0) / 255)) }
    }
    let alpha = share(colour["Alpha"])
    switch parts.count {
    case 1: return Ink(parts[0], parts[0], parts[0], opacity: alpha)
    case 3: return Ink(parts[0], parts[1], parts[2], opacity: alpha)
    case 4:
      // Cyan, magenta, yellow, black.
      let light = 1 - parts[3]
      return Ink(
        (1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light, opacity: alpha)
    default: return nil
    }
  }

  /// 0 to 255 as 0 to 1.
  private static func share(_ text: String?) -> Double {
    guard let text, let value = Double(text), value.isFinite else { return 1 }
    return min(1, max(0, value / 255))
  }
}

extension [String: LineStyle.Cap] {
  fileprivate subscript(_ name: String?) -> LineStyle.Cap? { name.flatMap { self[$0] } }
}

extension [String: LineStyle.Join] {
  fileprivate subscript(_ name: String?) -> LineStyle.Join? { name.flatMap { self[$0] } }
}
