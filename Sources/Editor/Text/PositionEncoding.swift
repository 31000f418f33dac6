/// How a client counts the characters of a line (LSP 3.17, `positionEncoding`).
package enum PositionEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  /// Unicode scalars, as our own positions count.
  case utf32 = "utf-32"

  /// Returns how many units of this encoding a scalar takes.
  func width(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }

  /// Returns how many units the first `count` scalars of a line take; all of them where it has fewer.
  func units(of count: Int, in line: String) -> Int {
    var units = 0
    for scalar in line.unicodeScalars.prefix(max(0, count)) { units += width(of: scalar) }
    return units
  }

  /// Returns how many scalars lie before an offset in units; an offset past the end is the end, one inside a scalar its
  /// start.
  func scalars(before offset: Int, in line: String) -> Int {
    var (units, count) = (0, 0)
    for scalar in line.unicodeScalars {
      units += width(of: scalar)
      guard units <= offset else { break }
      count += 1
    }
    return count
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
