internal import Model

/// What several submissions of a run may have in common.
enum BatchSubject: String, CaseIterable {
  case identityNumber = "id_number"
  case phone
  case mailbox
  case domain
  case license
  case file

  /// Facts that state it, of the declaration and of documents.
  var keys: Set<String> {
    switch self {
    case .identityNumber:
      [
        "declared.legal_representative.id_number", "declared.operator.id_number",
        "id_front.number",
      ]
    case .phone: ["declared.legal_representative.phone", "declared.operator.phone"]
    case .mailbox: ["declared.mail.address", "declared.operator.mail"]
    case .domain: ["declared.mail.domain"]
    case .license: ["declared.company.credit_code", "license.credit_code"]
    case .file: []
    }
  }

  /// The subject that each key states.
  static let byKey = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { subject in subject.keys.map { ($0, subject) } })

  /// The text in the form in which two of them are the same; `nil` where nothing is left of it.
  func comparable(_ text: String) -> String? {
    let plain = TextNormalization(steps: [.compatibility, .noSpace, .upper]).applied(to: text)
    let form: String =
      switch self {
      case .identityNumber, .license: TextNormalization.Step.noDash.applied(to: plain)
      case .phone: Self.nationalNumber(plain)
      case .mailbox, .file: plain
      case .domain: String(plain.drop { $0 == "." || $0 == "@" })
      }
    return form.isEmpty ? nil : form
  }

  /// +86 138-0013-8000 and 13800138000 are one phone.
  private static func nationalNumber(_ text: String) -> String {
    let digits = text.filter { ("0"..."9").contains($0) }
    return digits.count == 13 && digits.hasPrefix("86") ? String(digits.dropFirst(2)) : digits
  }

  /// The other submissions that have it too.
  var othersKey: String { "batch.same_" + rawValue }
  /// How many submissions to one channel have it.
  var usesKey: String { "batch." + rawValue + "_uses" }

  /// Its name in the summaries of the facts.
  var title: String {
    switch self {
    case .identityNumber: "an ID number (of a card, the representative or the operator)"
    case .phone: "a declared phone"
    case .mailbox: "a declared mailbox"
    case .domain: "a declared mail domain"
    case .license: "a credit code, declared or on a license"
    case .file: "a file, byte for byte"
    }
  }
}
