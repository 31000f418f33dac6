internal import Model

/// A row of a roster that sums the others up, which is no company.
struct RosterTotal {
  private static let words: Set<String> = ["合计", "总计", "小计", "共计"]
  private static let latinWords: Set<String> = [
    "total", "totals", "subtotal", "grandtotal", "sum",
  ]
  /// What may stand before the word: the page, the whole.
  private static let before = ["本页", "本表", "全部", "以上"]
  /// What is counted.
  private static let counted: Set<Character> = Set("家户个份条项人元万亿")

  /// Whether a cell says that sums stand beside it: 合计, 合 计：, 合计 40 家, 华南小计, Total: 40.
  ///
  /// 总计科技 and 星河总计 are companies, and so are sumec and sum2.
  static func isSum(_ cell: String) -> Bool {
    if latinWords.contains(withoutNumbers(cell)) { return true }
    var word = KeyText.folded(cell).filter { $0.isLetter || $0.isNumber }
    while let last = word.last, last.isNumber || counted.contains(last) && word.count > 2 {
      word.removeLast()
    }
    if words.contains(word) { return true }
    // 华南小计 sums a region up; what is as long as a company's name is one's.
    guard let sum = words.first(where: word.hasSuffix) else { return false }
    let rest = String(word.dropLast(sum.count))
    return before.contains(rest) || sum == "小计" && rest.count < 5 && !PaperWords.isCompany(rest)
  }

  /// The words of a cell without the numbers that stand apart from them: Grand Total: 40.
  private static func withoutNumbers(_ cell: String) -> String {
    cell.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { !$0.allSatisfy(\.isNumber) }.joined()
  }

  /// Whether a row sums others up: one of its cells says so, and nothing of a company stands in it.
  ///
  /// - Parameters:
  ///   - cells: Without spaces around them.
  ///   - folder: What stands in the column of folders.
  static func isRow(_ cells: [String], _ columns: [RosterColumn?], folder: String) -> Bool {
    guard isSum(folder) || folder.allSatisfy(\.isNumber) else { return false }
    return cells.contains(where: isSum)
      && !zip(columns, cells).contains { column, cell in
        switch column {
        case .value("company.credit_code", _): return !cell.isEmpty
        case .value("company.name", _): return cell.first?.isNumber == false && !isSum(cell)
        default: return false
        }
      }
  }
}
