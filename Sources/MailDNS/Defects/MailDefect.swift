package import Model

/// Something wrong, or worth a look, in what a domain publishes about its mail.
///
/// A statement about the records as they are; rules say which of them matter.
package struct MailDefect: Hashable, Sendable {
  package typealias Kind = MailDefectKind

  package let kind: Kind
  /// The term, tag, name or host concerned; empty where the kind says it all.
  package let subject: String
  /// The record in which it is, as read; `nil` where a record is missing.
  package let record: String?
  /// 0-based, in Unicode scalars from the start of the record; `nil` where it is about the whole.
  package let offset: Int?
  /// Where the record, or the word that there is none, was read.
  package let origin: RecordOrigin?

  package init(
    _ kind: Kind, _ subject: String = "", record: String? = nil, offset: Int? = nil,
    origin: RecordOrigin? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.record = record
    self.offset = offset
    self.origin = origin
  }

  /// The entry of `dns.defects` that says it: `spf_wrong_include: include:_spf.qq.com`.
  package var text: String { subject.isEmpty ? kind.rawValue : "\(kind.rawValue): \(subject)" }
}
