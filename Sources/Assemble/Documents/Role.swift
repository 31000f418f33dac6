/// What a document is in its submission; raw values are those of reports and rules.
enum Role: String, Sendable {
  /// The license of the company that is submitted.
  case primary
  /// The legal representative's card.
  case legalRepresentative = "legal_representative"
  /// The card of the person who runs the account.
  case operating = "operator"
  case other
}
