package import Model

/// Puts a checked signature, and the seal in it, into what was read from a file.
package enum SignatureRecording {
  /// Records a signature that is there and cannot be read: none of its facts is known, nor whether a seal is in it.
  ///
  /// - Parameter name: its number, or its part in the package.
  package static func recordUnread(
    _ name: String, _ reason: LocalizedText, into extraction: inout Extraction
  ) {
    extraction.documents.append(
      Document(
        kind: .signature, confidence: 1, pages: [], rotationDegrees: 0, isReadWhole: false,
        facts: []))
    extraction.note(
      .signatureDamaged, ["signature": name].with("reason", reason))
  }

  package static func record(_ outcome: SignatureOutcome, into extraction: inout Extraction) {
    let file = extraction.file
    extraction.documents.append(SignatureDocument.document(of: outcome, file: file))
    var notices = SignatureDocument.notices(of: outcome, file: file)
    if let seal = outcome.seal {
      extraction.documents.append(
        SealDocument.document(of: seal, isEmbedded: true, file: file, pages: outcome.pages))
      notices += SealDocument.notices(of: seal, file: file)
    }
    // Signer and maker are usually unproved for one reason: said once.
    for notice in notices where !extraction.notices.contains(notice) {
      let isSaid = extraction.notices.contains {
        $0.code == notice.code && $0.details == notice.details
      }
      if !isSaid { extraction.notices.append(notice) }
    }
  }
}
