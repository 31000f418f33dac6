/// A file name without what tells a card's side: 张三身份证正面.jpg and 张三身份证反面.jpg have one stem.
struct SideName {
  let folder: String
  let stem: String
  /// The last number in the name: 身份证2.jpg.
  let number: Int?

  init(_ file: String) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    folder = parts.dropLast().joined(separator: "/")
    let name = (parts.last.map(String.init) ?? file).lowercased()
    var plain = name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    if plain.isEmpty { plain = name }
    plain = Self.withoutSideWords(plain)
    let runs = plain.split { !("0"..."9" ~= $0) }
    number = runs.last.flatMap { Int($0) }
    stem = plain.filter { $0.isLetter }
  }

  private static func withoutSideWords(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var rest = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let word = sideWords.first(where: { scalars[index...].starts(with: $0) }) {
        index += word.count
      } else {
        rest.append(scalars[index])
        index += 1
      }
    }
    return String(rest)
  }

  /// Longer words before those that they contain.
  private static let sideWords = [
    "人像面", "国徽面", "头像面", "正反面", "正面", "反面", "背面", "人像", "国徽", "头像", "正", "反", "背", "front", "back",
    "portrait", "emblem", "side",
  ].map { Array($0.unicodeScalars) }
}
