internal import Model

/// More than any reader gives: it stops at 30 pages, 20,000 nodes of a chart, 200 letters of a name.
enum AnswerBounds {
  static let pages = 10_000
  static let documents = 5_000
  static let facts = 200_000
  static let notices = 100_000
  static let textBytes = 4 << 20
  static let details = 40
  static let side = 1e9

  static func isPage(_ page: PageSize) -> Bool {
    [page.width, page.height].allSatisfy { (0...side).contains($0) }
  }

  static func isBox(_ box: Quad?) -> Bool {
    guard let box else { return true }
    return box.corners.allSatisfy { abs($0.x) <= side && abs($0.y) <= side }
  }

  static func isText(_ text: String?) -> Bool {
    guard let text else { return true }
    return text.utf8.count <= textBytes
  }

  /// As rule files name kinds.
  static func isKind(_ kind: MaterialKind) -> Bool {
    (1...64).contains(kind.rawValue.utf8.count)
      && kind.rawValue.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
      }
  }

  static func isValue(_ value: Value, depth: Int) -> Bool {
    switch value {
    case .null, .bool, .int, .date: true
    case .double(let number): number.isFinite
    case .string(let text): isText(text)
    case .list(let values): depth < 4 && values.allSatisfy { isValue($0, depth: depth + 1) }
    }
  }
}
