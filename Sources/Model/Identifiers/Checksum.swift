/// The identifier standards that rules and materials may name.
package enum ChecksumScheme: String, CaseIterable, Sendable {
  /// Unified social credit codes, both check characters.
  case gb32100
  /// Organization codes.
  case gb11714
  /// Resident ID numbers and residence permits.
  case gb11643
  /// Registration numbers of 15 digits.
  case gs15
  /// Foreign permanent residents' numbers of both generations.
  case fpr
}

package enum Checksum {
  /// Returns whether `text` is right by its standard: form, check characters and, where it has them, date and region.
  ///
  /// `nil` where the standard decides nothing: a Fujian pilot code, a 13-digit
  /// registration number and a 15-digit ID number have no check character of the standard.
  package static func isRight(_ text: String, scheme: ChecksumScheme) -> Bool? {
    switch scheme {
    case .gb32100:
      guard let code = UnifiedSocialCreditCode(text) else { return false }
      return code.isPilotCode ? nil : code.isValid
    case .gb11714:
      return OrganizationCode(text)?.isCheckRight ?? false
    case .gb11643:
      if let number = ResidentIdentityNumber(text) { return number.isValid }
      return ResidentIdentityNumber(upgrading: text) == nil ? false : nil
    case .gs15:
      guard let number = RegistrationNumber(text) else { return false }
      return number.isCheckRight
    case .fpr:
      return ForeignPermanentResidentNumber(text)?.isValid ?? false
    }
  }
}
