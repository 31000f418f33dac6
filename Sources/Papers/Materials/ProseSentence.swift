internal import Native

/// A sentence in which a value stands without a label: 兹授权林知远（身份证号…）办理.
struct ProseSentence: Sendable {
  /// Why a sentence cannot be used.
  struct Refusal: Error {
    let reason: String
  }

  let expression: RegularExpression

  /// - Parameter source: RE2 with one of `{company}` and `{person}` where the value stands; punctuation is full width, gaps
  ///   are left out.
  /// - Throws: what RE2 says of the pattern.
  init(_ source: String) throws(Refusal) {
    var pattern = source
    for (name, form) in Self.forms { pattern = pattern.replacing("{\(name)}", with: form) }
    do { expression = try RegularExpression(pattern) } catch {
      throw Refusal(reason: error.reason)
    }
    guard expression.groupCount == 1 else { throw Refusal(reason: "{company} / {person}") }
  }

  /// The value is the pattern's only group; a blank that was not filled in stands for it too.
  private static let forms = [
    "company":
      "([\\p{Han}A-Za-z0-9（）·&-]{2,40}?(?:有限责任公司|有限公司|集团公司|公司|合伙企业(?:（[^）]{2,8}）)?|合作社|事务所|研究院|中心)"
      + "(?:[\\p{Han}]{2,12}?分公司)?|_{2,})",
    "person":
      "(\\p{Han}{1,12}[·.]\\p{Han}{1,15}(?:[·.]\\p{Han}{1,15})?|\\p{Han}{2,4}?|_{2,})",
  ]
}
