extension SubmissionReport {
  /// The severity of the weightiest failure, or of what could not be decided, that nobody answers for; `nil` where there
  /// is none.
  ///
  /// A declaration that cannot be read blocks its submission: worse than any finding.
  package var openSeverity: Severity? {
    if isDeclarationBroken { return .error }
    // What is not there, nothing could be told of.
    if undelivered != nil { return .error }
    return judgement.findings.compactMap { finding in
      switch finding.verdict {
      case .fail, .cannotTell: finding.waiver == nil ? finding.severity : nil
      case .pass, .notApplicable, .ruleError: nil
      }
    }.max()
  }
}
