internal import Foundation

/// Simplified forms of traditional characters, by ICU's `Hant-Hans` transform.
///
/// In some typefaces the recognizer takes 别 for 別: papers of the mainland print simplified forms.
package enum SimplifiedForms {
  /// By traditional character; those that are simplified already are not in it.
  private static let table: [Character: Character] = {
    let all = (0x4E00...0x9FFF).compactMap { Unicode.Scalar($0).map(Character.init) }
    guard
      let folded = String(all).applyingTransform(StringTransform("Hant-Hans"), reverse: false)
    else { return [:] }
    let forms = Array(folded)
    guard forms.count == all.count else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: zip(all, forms).filter { $0 != $1 }.map { ($0, $1) })
  }()

  /// Returns the simplified form of a one-character symbol; `nil` where it is one already.
  package static func form(of symbol: String) -> String? {
    guard symbol.count == 1, let character = symbol.first else { return nil }
    return table[character].map(String.init)
  }

  /// Returns a text with every character simplified.
  package static func applied(to text: String) -> String {
    String(text.map { table[$0] ?? $0 })  // allowed: others stay
  }
}
