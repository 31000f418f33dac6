package import Model
internal import Native

/// Checks the signatures of a PDF over the bytes of the file; pages are read elsewhere.
package struct PDFSignatureReader {
  let trust: SignatureTrust

  package init(trust: SignatureTrust) { self.trust = trust }

  package func read(_ bytes: [UInt8], into extraction: inout Extraction) {
    let found = PDFSignature.all(in: bytes)
    var checks: [(outcome: SignatureOutcome, end: Int)] = []
    var faults: [(number: Int, fault: PDFSignatureFault)] = []
    for (index, entry) in found.enumerated() {
      do throws(PDFSignatureFault) {
        let signature = try entry.get()
        checks.append((try checked(signature, in: bytes), signature.end))
      } catch {
        faults.append((index + 1, error))
      }
    }
    // Only a signature that holds covers what was appended after another one.
    let covered = checks.filter { $0.outcome.value == .valid && $0.outcome.content == .valid }
    for check in checks {
      var outcome = check.outcome
      let last = covered.map(\.end).reduce(check.end, max)
      appended(to: bytes, after: last, &outcome)
      SignatureRecording.record(outcome, into: &extraction)
    }
    for entry in faults {
      SignatureRecording.recordUnread(String(entry.number), entry.fault.words, into: &extraction)
    }
  }

  private func checked(
    _ signature: PDFSignature, in bytes: [UInt8]
  ) throws(PDFSignatureFault) -> SignatureOutcome {
    do throws(MalformedDER) { return try outcome(of: signature, in: bytes) } catch {
      throw .structure(error)
    }
  }

  private func outcome(of signature: PDFSignature, in bytes: [UInt8]) throws(MalformedDER)
    -> SignatureOutcome
  {
    let data = signature.signed.map { bytes[$0] }
    let contents = DERLength.firstElement(of: signature.contents[...])
    guard CMSSignedData.isMessage(contents) else {
      var outcome = SealSignatureVerification.outcome(
        of: try SealSignature(Array(contents)), over: data, trust: trust)
      outcome.signedAt = outcome.signedAt ?? signature.time
      return outcome
    }
    let message = try CMSSignedData(contents)
    let check = CMSVerification(
      message, message.signers[0], over: data, time: signature.time,
      holdsSHA1: signature.subFilter == "adbe.pkcs7.sha1", trust: trust)
    return SignatureOutcome(
      form: .cms, value: check.value, content: check.content,
      changedParts: check.content == .invalid ? ["PDF"] : [], signedAt: check.signedAt,
      signer: check.signer, chain: check.chain)
  }

  /// What lies behind the last signature is signed by nobody, and may show other pages.
  private func appended(to bytes: [UInt8], after end: Int, _ outcome: inout SignatureOutcome) {
    if outcome.content == .invalid, outcome.changedParts.isEmpty { outcome.changedParts = ["PDF"] }
    guard end < bytes.count else { return }
    let part = "bytes \(end)-\(bytes.count)"
    outcome.uncoveredParts = [part]
    let isContent = bytes[end...].contains { $0 > 0x20 }
    if isContent {
      outcome.hasAppendedContent = true
      outcome.changedParts.append(part)
    }
  }
}
