/// A unified social credit code (GB 32100-2015): 18 characters with two independent check characters.
///
/// 1 department | 2 class | 3-8 region | 9-17 organization code (GB 11714) | 18 check character.
package struct UnifiedSocialCreditCode: Hashable, Sendable {
  /// The code has 18 characters of ``alphabet``.
  package let text: String

  /// Digits and letters without I, O, S, V, Z; a character's value is its index.
  package static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

  /// Reads a code after folding width, case, spaces and hyphens.
  ///
  /// `nil` unless 18 characters of the alphabet remain. Check characters are not looked at: see
  /// ``isValid``.
  package init?(_ text: String) {
    let folded = CodeText.folded(text)
    guard folded.count == 18, folded.allSatisfy({ Self.values[$0] != nil }) else { return nil }
    self.text = folded
  }

  /// The department that registered the holder: `9` is market regulation.
  package var department: Character { text[text.startIndex] }

  /// The class within the department: `91` is an enterprise, `92` a sole trader.
  package var holderClass: String { String(text.prefix(2)) }

  /// Six digits of the authority that registered it first; often a development zone that GB/T 2260
  /// does not list, and not the present address.
  package var region: String { slice(2..<8) }

  /// The organization code stands at positions 9 to 17; its own check character is ``isInnerCheckRight``.
  package var organizationCode: String { slice(8..<17) }

  /// Whether position 18 is right (GB 32100).
  package var isOuterCheckRight: Bool {
    Self.checkCharacter(ofBody: String(text.prefix(17))) == text.last
  }

  /// Whether position 17 is right (GB 11714).
  package var isInnerCheckRight: Bool {
    OrganizationCode(organizationCode)?.isCheckRight == true
  }

  /// Whether both check characters are right.
  package var isValid: Bool { isOuterCheckRight && isInnerCheckRight }

  /// A code of the Fujian pilot (`9135....M00...`): legal, although position 18 follows another rule.
  package var isPilotCode: Bool {
    text.hasPrefix("9135") && organizationCode.hasPrefix("M00") && isInnerCheckRight
      && !isOuterCheckRight
  }

  /// Returns the character that belongs at position 18; `nil` unless `body` is 17 characters of the alphabet.
  package static func checkCharacter(ofBody body: String) -> Character? {
    let values = body.compactMap { Self.values[$0] }
    guard body.count == 17, values.count == 17 else { return nil }
    var weight = 1
    var sum = 0
    for value in values {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return symbols[(31 - sum % 31) % 31]
  }

  private static let symbols = Array(alphabet)
  private static let values = Dictionary(
    uniqueKeysWithValues: symbols.enumerated().map { ($0.element, $0.offset) })

  private func slice(_ range: Range<Int>) -> String {
    String(Array(text)[range])
  }
}
