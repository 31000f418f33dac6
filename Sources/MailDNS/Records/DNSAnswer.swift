/// What is asked of DNS.
package struct DNSQuestion: Hashable, Comparable, Sendable {
  package let name: DomainName
  package let type: RecordType

  package init(_ name: DomainName, _ type: RecordType) {
    self.name = name
    self.type = type
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.name == right.name ? left.type.name < right.type.name : left.name < right.name
  }

  /// The question as people read it: `TXT example.com.cn`.
  package var text: String { "\(type.name) \(name)" }
}

/// What is known about a question.
///
/// Not to know is not to say that there is nothing.
package enum DNSAnswer: Hashable, Sendable {
  /// At least one record of the type, aliases followed.
  case records([DNSRecord])
  /// It is known that there is none.
  case empty(DNSAbsence)
  /// It was asked, and not answered.
  case failed(DNSFailure)
  /// The evidence does not say.
  case notSupplied

  package var records: [DNSRecord] {
    if case .records(let records) = self { records } else { [] }
  }
}

/// The word that there is no record.
package struct DNSAbsence: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The name is there, without records of the type (NODATA).
    case noData
    /// There is no such name (NXDOMAIN).
    case noName
  }

  package let kind: Kind
  package let origin: RecordOrigin

  package init(kind: Kind, origin: RecordOrigin) {
    self.kind = kind
    self.origin = origin
  }
}

/// Why a question was not answered.
package enum DNSFailure: String, Error, Hashable, Sendable {
  case timeout
  /// The server could not (SERVFAIL).
  case serverFailure = "server_failure"
  /// The server would not (REFUSED).
  case refused
  /// No server is there.
  case unreachable
  /// The answer is no DNS message, or one that contradicts itself.
  case malformed
  /// Aliases that lead back to where they started, or on and on.
  case aliasLoop = "alias_loop"
  /// The answer is about another name: the resolver put its search suffix behind the one asked for.
  case searchSuffix = "search_suffix"
  /// More than is taken in.
  case tooLarge = "too_large"
}
