/// What a file says about DNS, handed on so that all files of a submission can be looked at together.
package struct NameEvidence: Hashable, Sendable {
  /// The zone that stands for the unnamed one of an export; no such name can exist (RFC 2606).
  package static let namelessZone = "nameless-zone.invalid"
  /// What is read from pixels stays below what rules take for known.
  package static let surestOfPicture = 0.8

  /// The 0-based pages of the file; documents made of this evidence have the same.
  package var pages: [Int]
  package var statements: [NameStatement]
  /// Whether the statements are all that the file says.
  package var isWhole: Bool

  package init(pages: [Int], statements: [NameStatement], isWhole: Bool) {
    self.pages = pages
    self.statements = statements
    self.isWhole = isWhole
  }
}

/// One thing that is said about DNS, as texts: a record, or the word that there is none.
package struct NameStatement: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case record
    /// The name is there, without records of the type.
    case noData = "no_data"
    case noName = "no_name"
    /// It was asked in vain, or its answer cannot be read.
    case failure
    /// All records at and below the name are there.
    case zone
  }

  package var kind: Kind
  /// The owner, or the name that was asked for, in presentation form (RFC 1035 5.1).
  package var name: String
  /// The name of the record type (`TXT`); it is empty for a zone.
  package var type: String
  /// A record holds its fields here, those of TXT without quotes; a failure holds its reason.
  package var fields: [String]
  package var evidence: Evidence
  /// Seconds since 1970 (UTC) at which it was so; `nil` where the evidence does not tell.
  package var capturedAt: Int?
  /// The probability that it was read right, 0 to 1.
  package var confidence: Double

  package init(
    kind: Kind, name: String, type: String, fields: [String], evidence: Evidence,
    capturedAt: Int?, confidence: Double
  ) {
    self.kind = kind
    self.name = name
    self.type = type
    self.fields = fields
    self.evidence = evidence
    self.capturedAt = capturedAt
    self.confidence = confidence
  }
}
