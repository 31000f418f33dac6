internal import Ingest
internal import Model

/// Something of the submission has no form in bytes.
package struct UnkeptSubmission: Error {
  package let name: String
}

/// A submission without its files: what it declares, and what persons answer for.
///
/// ``bytes(of:)`` reads back what it wrote, so that a property that is added and forgotten here is seen.
struct KeptSubmission: WireValue {
  let submission: Submission

  init(_ submission: Submission) {
    var kept = Submission(
      name: submission.name, sources: [], declaration: submission.declaration,
      notices: submission.notices, waivers: submission.waivers,
      confirmations: submission.confirmations)
    kept.labels = submission.labels
    self.submission = kept
  }

  static func bytes(of submission: Submission) throws -> [UInt8] {
    let kept = KeptSubmission(submission)
    let bytes = WireWriter.bytes(of: kept)
    guard try WireReader.value(KeptSubmission.self, in: bytes).submission == kept.submission else {
      throw UnkeptSubmission(name: submission.name)
    }
    return bytes
  }

  func write(to wire: inout WireWriter) {
    wire.write(
      submission.name, submission.declaration, submission.notices, submission.waivers,
      submission.confirmations, submission.labels)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    var kept = Submission(
      name: try wire.read(), sources: [], declaration: try wire.read(), notices: try wire.read(),
      waivers: try wire.read(), confirmations: try wire.read())
    kept.labels = try wire.read()
    submission = kept
  }
}

extension Declaration: WireValue {
  func write(to wire: inout WireWriter) { wire.write(facts, notices, unread, isBroken, isDrafted) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init()
    facts = try wire.read()
    notices = try wire.read()
    unread = try wire.read()
    isBroken = try wire.read()
    isDrafted = try wire.read()
  }
}

extension Declaration.UnreadValue: WireValue {
  func write(to wire: inout WireWriter) { wire.write(keys, evidence) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(keys: try wire.read(), evidence: try wire.read())
  }
}

extension EntryFile: WireValue where Entry: WireValue {
  func write(to wire: inout WireWriter) { wire.write(entries, notices) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init()
    entries = try wire.read()
    notices = try wire.read()
  }
}

extension SubmissionLabel: WireValue {
  func write(to wire: inout WireWriter) { wire.write(title, value) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(title: try wire.read(), value: try wire.read())
  }
}
