/// What the back office will refuse in a contact list (docs/domain.md#contact-lists): the closed list; raw values are those
/// of `contacts.defects`.
package enum ContactsDefect: String, CaseIterable, Sendable {
  case nameMissing = "name_missing"
  case nameTooLong = "name_too_long"
  case accountMissing = "account_missing"
  /// Not 1 to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit.
  case accountInvalid = "account_invalid"
  case accountRepeated = "account_repeated"
  case mobileRepeated = "mobile_repeated"
  /// Neither mobile nor mail.
  case unreachable
  /// More than 32 characters (English: 64).
  case departmentTooLong = "department_too_long"
  case tooManyDepartments = "too_many_departments"
  /// `，` parts nothing and may not stand in values.
  case wideComma = "wide_comma"
  case titleTooLong = "title_too_long"
}
