/// The kind of a document is named as rule files and `rules/materials/*.yaml` name it (`business_license`).
///
/// Not an enum: a kind read from paper is data, and adding one needs no Swift.
package struct MaterialKind: RawRepresentable, Hashable, Sendable, Comparable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package static let businessLicense = Self(rawValue: "business_license")
  /// The portrait side, decided by content and never by file name.
  package static let idCardFront = Self(rawValue: "id_card_front")
  /// The side with the emblem.
  package static let idCardBack = Self(rawValue: "id_card_back")
  package static let orgChart = Self(rawValue: "org_chart")
  package static let contacts = Self(rawValue: "contacts")
  /// An electronic seal (GB/T 38540), which stands alone or inside a signed document.
  package static let electronicSeal = Self(rawValue: "e_seal")
  /// A signature in an OFD or PDF document; what it covers and whether it holds.
  package static let signature = Self(rawValue: "signature")
  /// No material but a list of rules: every round stamp that is seen on a page picture, whatever the page is.
  package static let stamp = Self(rawValue: "stamp")
  /// A paper that proves a filing with the ministry.
  package static let icpFiling = Self(rawValue: "icp_filing")
  package static let domainCertificate = Self(rawValue: "domain_certificate")
  package static let mailStatistics = Self(rawValue: "mail_statistics")
  package static let adminSettings = Self(rawValue: "admin_settings")
  /// No material but a list of rules: every picture of a submission, whatever it shows.
  package static let image = Self(rawValue: "image")
  /// What a zone file, a console's export, the output of `dig` and others say of a zone's records.
  package static let dnsRecords = Self(rawValue: "dns_records")
  package static let tlsCertificate = Self(rawValue: "tls_certificate")
  package static let other = Self(rawValue: "other")
}
