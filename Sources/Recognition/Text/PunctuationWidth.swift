/// Signs that differ in width or style of print alone.
enum PunctuationWidth {
  private static let groups: [Set<String>] = [
    ["(", "（", "〔", "﹙"], [")", "）", "〕", "﹚"], [",", "，"], [";", "；"], [":", "：", "﹕"],
    ["-", "—", "–", "－", "一"], ["·", "・", "•", "‧"], [".", "．"], ["[", "［", "【"],
    ["]", "］", "】"], ["\"", "“", "”"], ["'", "‘", "’"],
  ]

  /// The signs that say the same as a sign, itself included.
  static let equals: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { group in
      // 一 is a word of its own; it only lends its probability to dashes.
      group.filter { $0 != "一" }.map { ($0, group) }
    })
}
