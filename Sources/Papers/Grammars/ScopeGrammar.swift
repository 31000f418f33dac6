/// Scopes of business.
enum ScopeGrammar {
  /// The standard tails of scopes (docs/domain.md#scopes), as licenses print them, without their signs.
  static let statutory = [
    "依法须经批准的项目经相关部门批准后方可开展经营活动", "依法须经批准的项目外凭营业执照依法自主开展经营活动",
    "具体经营项目以相关部门批准文件或许可证件为准",
  ]

  static func score(_ text: String) -> Double {
    // A scope that stops inside a bracket goes on in the next row.
    opening(text) - (TruncationSigns.isUnbalanced(text) ? 1.5 : 0)
  }

  /// How far a row speaks for being a scope's first; the rest may stand below it.
  static func opening(_ text: String) -> Double {
    let signs = text.count { "；;、，,。：:".contains($0) }
    var score = min(2, Double(text.count) * 0.06) + min(1.5, Double(signs) * 0.3) - 0.8
    if ["经营", "销售", "服务"].contains(where: text.contains) { score += 0.5 }
    if CompanyGrammar.isType(text) { score -= 3 }
    return score
  }
}
