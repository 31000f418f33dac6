/// Says defects of mail records and certificates in words; facts hold codes, by which rules ask for them.
enum MailDefectWords {
  /// What is wrong and what to do about `dkim_pkcs7: s2026`; `nil` for other texts.
  static func words(code: String, subject: String?) -> LocalizedText? {
    guard
      let advice = MailDefectKind(rawValue: code)?.advice
        ?? TLSDefectKind(rawValue: code)?.advice
    else { return nil }
    // Several of them are parted by semicolons.
    let chinese = advice.chinese.hasSuffix("。") ? String(advice.chinese.dropLast()) : advice.chinese
    let english = advice.english.hasSuffix(".") ? String(advice.english.dropLast()) : advice.english
    guard let subject, !subject.isEmpty else { return LocalizedText(chinese, english) }
    return LocalizedText("「\(subject)」\(chinese)", "\(subject): \(english)")
  }
}
