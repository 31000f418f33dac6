internal import Foundation
internal import Model
internal import Native

/// Numbers, paths and transforms of SVG 1.1; curves become their chords.
enum SVGPath {
  private static let pointLimit = 20_000

  /// Like `12.5`, `12px`; 0 where there is none.
  static func number(_ text: String?) -> Double {
    guard let text else { return 0 }
    let digits = text.drop(while: \.isWhitespace).prefix { "+-.0123456789eE".contains($0) }
    guard let number = Double(digits), number.isFinite, abs(number) < 1e7 else { return 0 }
    return number
  }

  /// A length in pixels, `1.2em` at a usual size.
  static func length(_ text: String) -> Double {
    text.hasSuffix("em") ? number(String(text.dropLast(2))) * 16 : number(text)
  }

  static func rectangle(_ element: XMLElement) -> ChartRectangle {
    ChartRectangle(
      x: number(element["x"]), y: number(element["y"]), width: number(element["width"]),
      height: number(element["height"]))
  }

  package static func points(_ text: String?) -> [Point] {
    let numbers = numbers(text ?? "")  // allowed: no points
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0], y: numbers[$0 + 1])
    }
  }

  private static func numbers(_ text: String) -> [Double] {
    var numbers: [Double] = []
    var current = ""
    func flush() {
      if let number = Double(current), number.isFinite, abs(number) < 1e7 { numbers.append(number) }
      current = ""
    }
    for character in text {
      let endsNumber =
        (character == "-" && !current.isEmpty && current.last != "e" && current.last != "E")
        || character == "." && current.contains(".")
      if endsNumber { flush() }
      if "+-.0123456789eE".contains(character) {
        current.append(character)
      } else {
        flush()
      }
      if numbers.count >= pointLimit { break }
    }
    flush()
    return numbers
  }

  /// The lines of a path.
  static func parts(_ text: String?) -> [(points: [Point], isClosed: Bool)] {
    guard let text else { return [] }
    var parts: [(points: [Point], isClosed: Bool)] = []
    var points: [Point] = []
    var command: Character = " "
    var rest = text[...]
    func at() -> Point { points.last ?? parts.last?.points.first ?? Point(x: 0, y: 0) }
    while let next = rest.first, parts.count < pointLimit, points.count < pointLimit {
      guard next.isLetter else {
        rest.removeFirst()
        continue
      }
      command = next
      rest.removeFirst()
      let end = rest.firstIndex { $0.isLetter && $0 != "e" && $0 != "E" } ?? rest.endIndex
      let numbers = numbers(String(rest[..<end]))
      rest = rest[end...]
      let isRelative = command.isLowercase
      func moved(_ x: Double, _ y: Double) -> Point {
        isRelative ? Point(x: at().x + x, y: at().y + y) : Point(x: x, y: y)
      }
      switch command.lowercased() {
      case "m":
        let start = numbers.count >= 2 ? moved(numbers[0], numbers[1]) : at()
        if points.count > 1 { parts.append((points, false)) }
        points = [start]
        for index in stride(from: 2, to: numbers.count - 1, by: 2) {
          points.append(moved(numbers[index], numbers[index + 1]))
        }
      case "h":
        for x in numbers { points.append(Point(x: isRelative ? at().x + x : x, y: at().y)) }
      case "v":
        for y in numbers { points.append(Point(x: at().x, y: isRelative ? at().y + y : y)) }
      case "z":
        if points.count > 1 { parts.append((points, true)) }
        points = points.first.map { [$0] } ?? []  // allowed: nothing was drawn
      case "l", "t", "c", "s", "q", "a":
        // The end of each curve: 2, 6, 4 or 7 numbers.
        let size = ["l": 2, "t": 2, "c": 6, "s": 4, "q": 4, "a": 7][command.lowercased()] ?? 2
        for index in stride(from: size, through: numbers.count, by: size) {
          points.append(moved(numbers[index - 2], numbers[index - 1]))
        }
      default: break
      }
    }
    if points.count > 1 { parts.append((points, false)) }
    return parts
  }

  /// `translate(10 20) scale(2)`.
  static func transform(_ text: String) -> AffineMap {
    var result = AffineMap()
    for part in text.split(separator: ")") {
      guard let open = part.firstIndex(of: "(") else { continue }
      let name = part[..<open].filter(\.isLetter)
      let values = numbers(String(part[open...]))
      result = result.after(single(String(name), values))
    }
    return result
  }

  private static func single(_ name: String, _ values: [Double]) -> AffineMap {
    switch (name, values.count) {
    case ("matrix", 6...):
      return AffineMap(
        a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
    case ("translate", 1...):
      return AffineMap(e: values[0], f: values.count > 1 ? values[1] : 0)
    case ("scale", 1...):
      return AffineMap(a: values[0], d: values.count > 1 ? values[1] : values[0])
    case ("rotate", 1...):
      let angle = values[0] * .pi / 180
      let turn = AffineMap(a: cos(angle), b: sin(angle), c: -sin(angle), d: cos(angle))
      guard values.count >= 3 else { return turn }
      return AffineMap(e: values[1], f: values[2]).after(turn)
        .after(AffineMap(e: -values[1], f: -values[2]))
    default: return AffineMap()
    }
  }
}
