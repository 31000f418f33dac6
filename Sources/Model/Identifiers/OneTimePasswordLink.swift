/// The link by which an app learns to make one-time passwords (`otpauth://totp/...`, RFC 6238); its secret is not kept.
package struct OneTimePasswordLink: Hashable, Sendable {
  /// What is wrong or weak; raw values are those of facts.
  package enum Defect: String, CaseIterable, Sendable {
    /// Counter-based (`hotp`), so that passwords do not end with time.
    case notTimeBased = "not_time_based"
    /// No secret, or no base32.
    case secretInvalid = "secret_invalid"
    /// Fewer than the 128 bits of RFC 4226, R6.
    case secretShort = "secret_short"
    /// Not SHA1, SHA256 or SHA512.
    case algorithmUnknown = "algorithm_unknown"
    /// Not 6 to 8.
    case digitsUnusual = "digits_unusual"
    /// Not 15 to 60 seconds.
    case periodUnusual = "period_unusual"
  }

  package let defects: [Defect]

  /// - Returns: `nil` for what is no `otpauth` link.
  package init?(_ text: String) {
    let plain = text.filter { !$0.isWhitespace }
    guard let scheme = plain.firstRange(of: "://"),
      plain[..<scheme.lowerBound].lowercased() == "otpauth"
    else { return nil }
    let rest = plain[scheme.upperBound...]
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var values: [String: String] = [:]
    for pair in parts.count == 2 ? parts[1].split(separator: "&") : [] {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2 { values[sides[0].lowercased()] = String(sides[1]) }
    }
    var found: [Defect] = []
    if parts[0].prefix(while: { $0 != "/" }).lowercased() != "totp" { found.append(.notTimeBased) }
    if let bits = values["secret"].flatMap(Self.bits) {
      if bits < 128 { found.append(.secretShort) }
    } else {
      found.append(.secretInvalid)
    }
    // Left out, it is SHA1, 6 digits and 30 seconds.
    if let algorithm = values["algorithm"]?.uppercased(),
      !["SHA1", "SHA256", "SHA512"].contains(algorithm)
    {
      found.append(.algorithmUnknown)
    }
    if let digits = values["digits"], !["6", "7", "8"].contains(digits) {
      found.append(.digitsUnusual)
    }
    if let period = values["period"],
      CodeText.number(period).map({ (15...60).contains($0) }) != true
    {
      found.append(.periodUnusual)
    }
    defects = found
  }

  /// Of a text in base32 (RFC 4648, section 6), padding or not.
  private static func bits(_ text: String) -> Int? {
    let letters = text.uppercased().prefix { $0 != "=" }
    let isBase32 = letters.allSatisfy { ("A"..."Z").contains($0) || ("2"..."7").contains($0) }
    return isBase32 && !letters.isEmpty ? letters.count * 5 : nil
  }
}
