/// What a stamp is for, as far as its words say so.
enum StampKind: String, CaseIterable, Sendable {
  /// The company's own (公章).
  case company
  case contract, finance, invoice
  /// Of a registry or another authority.
  case authority
  /// For another purpose (业务专用章, 人事专用章).
  case other

  /// - Parameters:
  ///   - owner: whose it is.
  ///   - purpose: what its words say it is for; `nil` where they say nothing, as on a company's own stamp.
  init(owner: String, purpose: String?) {
    if Self.authorities.contains(where: owner.hasSuffix) {
      self = .authority
      return
    }
    guard let purpose else {
      self = .company
      return
    }
    if purpose.contains("发票") {
      self = .invoice
    } else if purpose.contains("财务") {
      self = .finance
    } else if purpose.contains("合同") {
      self = .contract
    } else if purpose.contains("专用") || purpose.contains("业务") || purpose.contains("人事") {
      self = .other
    } else {
      self = .company
    }
  }

  /// The purpose that a line under the star names, without what ran into it from the ring's ends.
  static func purpose(in line: String) -> String {
    for word in words {
      if line.contains(word + "专用") || (line.contains(word) && line.hasSuffix("章")) {
        return word + "专用章"
      }
    }
    return line
  }

  private static let words = ["合同", "财务", "发票", "业务", "人事", "报关", "投标", "行政", "档案"]
  private static let authorities = ["局", "委员会", "厅", "政府", "公证处", "法院"]
}
