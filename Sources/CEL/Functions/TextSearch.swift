/// Plain search in a text by Unicode scalars.
struct TextSearch {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var count: Int { scalars.count }

  /// The first place from `start` on where `part` begins, -1 if none.
  func first(_ part: String, from start: Int) -> Int {
    let wanted = Array(part.unicodeScalars)
    return place(of: wanted, from: start) ?? -1
  }

  /// The last place not after `end` where `part` begins, -1 if none.
  func last(_ part: String, upTo end: Int) -> Int {
    let wanted = Array(part.unicodeScalars)
    guard wanted.count <= scalars.count else { return -1 }
    let last = min(end, scalars.count - wanted.count)
    return stride(from: last, through: 0, by: -1).first { isAt($0, wanted) } ?? -1
  }

  /// The texts between the places of `separator`, at most `limit` of them; all where it is negative.
  func pieces(partedBy separator: String, limit: Int) -> [String] {
    let wanted = Array(separator.unicodeScalars)
    var pieces: [String] = []
    var start = 0
    // An empty separator stands before, between and after all characters.
    var from = 0
    while limit < 0 || pieces.count < limit - 1, let place = place(of: wanted, from: from) {
      pieces.append(text(start..<place))
      start = place + wanted.count
      from = wanted.isEmpty ? place + 1 : start
    }
    pieces.append(text(start..<scalars.count))
    return pieces
  }

  private func place(of wanted: [Unicode.Scalar], from start: Int) -> Int? {
    guard start <= scalars.count - wanted.count else { return nil }
    return (start...(scalars.count - wanted.count)).first { isAt($0, wanted) }
  }

  private func isAt(_ place: Int, _ wanted: [Unicode.Scalar]) -> Bool {
    guard let first = wanted.first else { return true }
    return scalars[place] == first
      && scalars[place..<(place + wanted.count)].elementsEqual(wanted)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
