package import Model

/// A record of a zone, with where it was read.
package struct DNSRecord: Hashable, Sendable {
  package var owner: DomainName
  /// Seconds; `nil` where the evidence does not show it.
  package var timeToLive: Int?
  /// The class is `IN` but for curiosities.
  package var recordClass: String
  package var data: RecordData
  package var origin: RecordOrigin

  package init(
    owner: DomainName, timeToLive: Int? = nil, recordClass: String = "IN", data: RecordData,
    origin: RecordOrigin
  ) {
    self.owner = owner
    self.timeToLive = timeToLive
    self.recordClass = recordClass
    self.data = data
    self.origin = origin
  }

  package var type: RecordType { data.type }

  /// The record as people read it: `example.com.cn TXT "v=spf1 -all"`.
  package var text: String { "\(owner) \(type.name) \(data.text)" }
}

/// Where a record, or the word that there is none, was read.
package struct RecordOrigin: Hashable, Sendable {
  /// The evidence names the file, and the line or the box in it.
  package var evidence: Evidence
  /// When the name server said so; `nil` where the evidence does not tell.
  package var captured: Instant?
  /// The probability that it was read right, 0 to 1: less than 1 for pictures.
  package var confidence: Double

  package init(evidence: Evidence, captured: Instant? = nil, confidence: Double = 1) {
    self.evidence = evidence
    self.captured = captured
    self.confidence = confidence
  }
}
