internal import Model

/// A folder's or a company's name as far as it tells companies apart: 深圳市星河科技有限公司 and `01 星河科技` have 星河科技.
struct CompanyFolderName: Hashable {
  private let core: [Character]

  init(_ name: String) {
    // A path in a batch is known by its last part.
    let last = name.split(separator: "/").last.map(String.init) ?? name
    var text = KeyText.folded(Self.withoutBrackets(Self.withoutExtension(last)))
      .filter { $0.isLetter || $0.isNumber }
    let first = text.drop { $0.isNumber && $0.isASCII }
    if !first.isEmpty { text = String(first) }
    for form in Self.legalForms where text.hasSuffix(form) && text.count > form.count {
      text.removeLast(form.count)
      break
    }
    let beginning = text.prefix(9)
    if let region = beginning.lastIndex(where: { "省市区县".contains($0) }) {
      let rest = text[text.index(after: region)...]
      if rest.count > 1 { text = String(rest) }
    }
    core = Array(text)
  }

  /// Each two characters that follow each other, once; of a name of one character that one.
  var pairs: Set<String> {
    core.count < 2
      ? Set(core.map { String($0) }) : Set(zip(core, core.dropFirst()).map { String([$0, $1]) })
  }

  /// Whether both may well be one company's; that a person has to say.
  func isNear(_ other: CompanyFolderName) -> Bool {
    if core == other.core { return !core.isEmpty }
    let (short, long) = core.count < other.core.count ? (core, other.core) : (other.core, core)
    guard short.count > 2 else { return false }
    if String(long).contains(String(short)) { return true }
    guard short.count > 3, NearestName.editDistance(String(short), String(long), limit: 2) < 2
    else { return false }
    // 子公司一 and 子公司二 are two.
    return short.count != long.count
      || !zip(short, long).contains {
        $0 != $1 && Self.counts.contains($0) && Self.counts.contains($1)
      }
  }

  private static let counts: Set<Character> = Set("0123456789一二三四五六七八九十甲乙丙丁东南西北中abcd")

  private static func withoutExtension(_ name: String) -> String {
    let lower = name.lowercased()
    let ending = [".tar.gz", ".tar.xz", ".zip", ".7z", ".rar", ".tar", ".tgz"].first {
      lower.hasSuffix($0)
    }
    return ending.map { String(name.dropLast($0.count)) } ?? name
  }

  /// Without what stands in brackets, which says in what state a folder is: （已补）.
  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    var kept = ""
    for character in name {
      if "（([【〔".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if "）)]】〕".contains(character) { depth = max(0, depth - 1) }
    }
    return kept.isEmpty ? name : kept
  }

  // The longest first.
  private static let legalForms = [
    "集团股份有限公司", "集团有限责任公司", "股份有限公司", "有限责任公司", "集团有限公司", "有限合伙企业", "有限公司", "合伙企业",
    "分公司", "公司", "集团",
  ]
}
