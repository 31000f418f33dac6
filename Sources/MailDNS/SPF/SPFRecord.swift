/// What SPF says of a sender (RFC 7208 2.6); the raw values are those of `dns.spf_result`.
package enum SPFResult: String, Hashable, Sendable, CaseIterable {
  case none, neutral, pass, fail, softfail, temperror, permerror
}

/// The sign before a mechanism (RFC 7208 4.6.2).
package enum SPFQualifier: Character, Hashable, Sendable {
  case pass = "+"
  case fail = "-"
  case softfail = "~"
  case neutral = "?"

  package var result: SPFResult {
    switch self {
    case .pass: .pass
    case .fail: .fail
    case .softfail: .softfail
    case .neutral: .neutral
    }
  }
}

/// What a sender is compared with (RFC 7208 5).
package enum SPFMechanism: Hashable, Sendable {
  case all
  case include(DomainSpec)
  case a(SPFTarget)
  case mx(SPFTarget)
  case ptr(DomainSpec?)
  case ip4(AddressBlock)
  case ip6(AddressBlock)
  case exists(DomainSpec)

  /// Whether it costs one of the ten lookups (RFC 7208 4.6.4).
  package var isLookup: Bool {
    switch self {
    case .include, .a, .mx, .ptr, .exists: true
    case .all, .ip4, .ip6: false
    }
  }
}

/// The host of `a` and `mx`, and how many bits of its addresses count.
package struct SPFTarget: Hashable, Sendable {
  /// The named domain; `nil` means the domain itself.
  package let domain: DomainSpec?
  package let prefix4: Int
  package let prefix6: Int
}

/// A term that changes how a record is taken (RFC 7208 6).
package enum SPFModifier: Hashable, Sendable {
  case redirect(DomainSpec)
  case explanation(DomainSpec)
  /// A name that is not known, which is no error.
  case unknown(String)
}

/// One term of a record, with where it stands.
package struct SPFTerm: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case mechanism(SPFQualifier, SPFMechanism)
    case modifier(SPFModifier)
    case fault(SPFFault)
  }

  package let content: Content
  /// The text is as it stood.
  package let text: String
  /// The offset is 0-based and counts Unicode scalars from the start of the record.
  package let offset: Int
}

/// What is wrong with the syntax of a term; any of them makes the whole record a permerror (RFC 7208 4.6).
package enum SPFFault: String, Hashable, Sendable {
  case unknownMechanism = "unknown_mechanism"
  /// A name, address or prefix that its mechanism cannot have, or one where there must be none.
  case badArgument = "bad_argument"
  /// A mechanism or modifier without what must follow it.
  case missingArgument = "missing_argument"
  /// An IPv4 address where a name must be: `a:192.0.2.1`.
  case addressForName = "address_for_name"
  case badPrefix = "bad_prefix"
  case badMacro = "bad_macro"
  /// Full-width signs, quotation marks, control characters.
  case foreignCharacter = "foreign_character"
  case repeatedModifier = "repeated_modifier"
  /// A modifier with a sign before it, or without a name.
  case badModifier = "bad_modifier"
}

/// An SPF record is taken apart by its terms (RFC 7208 4.6.1).
package struct SPFRecord: Hashable, Sendable {
  package let text: String
  package let terms: [SPFTerm]

  /// The mechanisms in order, with their signs.
  package var directives: [(qualifier: SPFQualifier, mechanism: SPFMechanism, term: SPFTerm)] {
    terms.compactMap { term in
      if case .mechanism(let qualifier, let mechanism) = term.content {
        (qualifier, mechanism, term)
      } else {
        nil
      }
    }
  }

  package var faults: [(fault: SPFFault, term: SPFTerm)] {
    terms.compactMap { if case .fault(let fault) = $0.content { (fault, $0) } else { nil } }
  }

  package var redirect: DomainSpec? {
    for term in terms { if case .modifier(.redirect(let spec)) = term.content { return spec } }
    return nil
  }

  var explanation: DomainSpec? {
    for term in terms { if case .modifier(.explanation(let spec)) = term.content { return spec } }
    return nil
  }
}
