/// What keeps rules from deciding: those that wait for the same cause are told once, in one finding, under it.
package struct Cause: Hashable, Sendable {
  /// What is to be done differs from kind to kind.
  package enum Kind: String, Sendable, CaseIterable {
    /// The declaration is there and cannot be read.
    case declarationBroken = "declaration_broken"
    /// A file that could not be opened or decoded: anything may be in it.
    case fileUnread = "file_unread"
    /// A file that was read and is none of the materials, or not surely one.
    case fileUnknown = "file_unknown"
    /// The company does not say it.
    case notDeclared = "not_declared"
    /// There is no document of the kind that says it.
    case notDelivered = "not_delivered"
    /// A question to DNS or to a mail server whose answer is not among the evidence.
    case evidenceMissing = "evidence_missing"
    /// It stands on a paper or in the declaration and was not read, or not surely.
    case valueUnread = "value_unread"
  }

  /// The id is `c1`, `c2` and so on, in the order of the findings.
  package var id: String
  package var kind: Kind
  /// The file that is concerned, with the archive that holds it; `nil` where it is none.
  package var file: String?
  /// The ids of the rules that wait for it, sorted; each of them may wait for others too.
  package var rules: [String]
  /// The notices that say the same: told with the cause, so not once more.
  package var notices: [Notice]

  package init(id: String, kind: Kind, file: String?, rules: [String], notices: [Notice] = []) {
    self.id = id
    self.kind = kind
    self.file = file
    self.rules = rules
    self.notices = notices
  }
}
