/// A term without an end, as papers and persons write it.
package enum LongTerm {
  /// The words that say so.
  package static let words: Set<String> = [
    "长期", "長期", "长期有效", "永久", "永久有效", "永久存续", "永续经营", "永续", "无固定期限", "无固定期", "无期限", "不约定期限",
    "不约定", "无限期",
  ]
}
