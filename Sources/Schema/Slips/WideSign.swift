package import Model

/// A full-width sign where a half-width one is meant, since Chinese keyboards give both.
package struct WideSign: Sendable {
  package let typed: Character
  package let plain: Character

  /// Returns the first such sign of a text, with its offset in scalars.
  package static func first(in text: String) -> (offset: Int, sign: WideSign)? {
    guard let index = text.firstIndex(where: { plainForms[$0] != nil }),
      let plain = plainForms[text[index]]
    else { return nil }
    return (text[..<index].unicodeScalars.count, WideSign(typed: text[index], plain: plain))
  }

  /// What is seen and what to type.
  package var words: LocalizedText {
    let isColon = plain == ":"
    return LocalizedText(
      "这里是全角\(isColon ? "冒号" : "符号")「\(typed)」，请改为半角「\(plain)」" + (isColon ? "加一个空格" : ""),
      "this is a full-width \"\(typed)\"; type \"\(plain)\"" + (isColon ? " and a space" : ""))
  }

  private static let plainForms: [Character: Character] = [
    "：": ":", "，": ",", "；": ";", "｛": "{", "｝": "}", "［": "[", "］": "]", "＝": "=",
  ]
}
