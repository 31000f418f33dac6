internal import Model

/// Which licenses are the company's own.
enum LicenseRoles {
  /// Each license's role: primary, in all its copies, or other.
  static func roles(of licenses: [PlacedDocument], declared: DeclaredIdentity) -> [String: Role] {
    let groups = licenses.grouped(bySame: isSame)
    let ranked = groups.map { (group: $0, rank: rank($0, declared: declared)) }
    // `max` takes the last of equals; reversed, the first in the order of files.
    let primary = ranked.reversed().max { left, right in
      (left.rank, left.group.legibility) < (right.rank, right.group.legibility)
    }?.group
    return Dictionary(
      uniqueKeysWithValues: licenses.map { license in
        (license.id, primary?.contains { $0.id == license.id } == true ? .primary : .other)
      })
  }

  private static func code(_ license: PlacedDocument) -> String? {
    license.text("license.credit_code", profile: "code")
  }

  private static func name(_ license: PlacedDocument) -> String? {
    license.text("license.name", profile: "company")
  }

  /// Copies of one license say the same code or the same name.
  ///
  /// Where they differ in the other, that is a conflict to be shown, not another company.
  private static func isSame(_ left: PlacedDocument, _ right: PlacedDocument) -> Bool {
    if let left = code(left), left == code(right) { return true }
    if let left = name(left), left == name(right) { return true }
    return false
  }

  /// By declared code, by declared name, by one of them nearly; 0 for a stranger.
  private static func rank(_ group: [PlacedDocument], declared: DeclaredIdentity) -> Int {
    let codes = group.compactMap(code)
    let names = group.compactMap(name)
    if let code = declared.creditCode, codes.contains(code) { return 3 }
    if let name = declared.companyName, names.contains(name) { return 2 }
    let isNear =
      codes.contains { Resemblance.ofCodes($0, declared.creditCode) }
      || names.contains { Resemblance.ofNames($0, declared.companyName) }
    return isNear ? 1 : 0
  }
}
