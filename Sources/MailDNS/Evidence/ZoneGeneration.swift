/// A `$GENERATE` directive (BIND 9 manual): `range lhs [ttl] [class] type rhs` with `$` for the number.
struct ZoneGeneration {
  /// How many records one file may make; a /16 of addresses.
  static let limit = 65_536

  private let numbers: StrideThrough<Int>
  private let template: String
  let count: Int

  /// - Parameter words: what follows the directive's name.
  init?(_ words: [String]) {
    guard words.count >= 4 else { return nil }
    let parts = words[0].split(separator: "/", omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let step = parts.count == 2 ? Int(parts[1]) : 1
    guard parts.count <= 2, ends.count == 2, let first = ends[0], let last = ends[1],
      let step, step > 0, 0 <= first, first <= last, last < 1 << 31,
      (last - first) / step < Self.limit
    else { return nil }
    numbers = stride(from: first, through: last, by: step)
    count = (last - first) / step + 1
    template = words.dropFirst().joined(separator: " ")
    guard template.utf8.count <= 1_024 else { return nil }
  }

  var lines: some Sequence<String> { numbers.lazy.map { filled(with: $0) } }

  /// `$`, `${offset,width,base}`, and `$$` for the sign itself.
  private func filled(with number: Int) -> String {
    var result = ""
    var rest = template[...]
    while let sign = rest.firstIndex(of: "$") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      if rest.first == "$" {
        result += "$"
        rest = rest.dropFirst()
      } else if rest.first == "{", let end = rest.firstIndex(of: "}") {
        result += Self.formatted(number, rest[..<end].dropFirst())
        rest = rest[end...].dropFirst()
      } else {
        result += String(number)
      }
    }
    return result + rest
  }

  private static func formatted(_ number: Int, _ modifiers: Substring) -> String {
    let parts = modifiers.split(separator: ",", omittingEmptySubsequences: false)
    let offset = parts.first.flatMap { Int($0) }
    let width = parts.count > 1 ? Int(parts[1]) : nil
    let base = parts.count > 2 ? String(parts[2]) : "d"
    let (value, isTooLarge) = offset.map { number.addingReportingOverflow($0) } ?? (number, false)
    let digits = String(
      isTooLarge ? number : value, radix: base == "d" ? 10 : base == "o" ? 8 : 16,
      uppercase: base == "X")
    let missing = min(63, width ?? 1) - digits.count
    return String(repeating: "0", count: max(0, missing)) + digits
  }
}
