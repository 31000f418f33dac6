package import Model

/// Something wrong, or worth a look, in what a domain publishes about its mail.
///
/// A statement about the records as they are; rules say which of them matter.
package struct MailDefect: Hashable, Sendable {
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

  /// What is wrong and what to do.
  package var advice: LocalizedText { kind.advice }
}

extension MailDefect {
  /// The closed list; raw values are those of `dns.defects`.
  package enum Kind: String, CaseIterable, Sendable {
    // SPF (RFC 7208).
    case spfMissing = "spf_missing"
    case spfSeveral = "spf_several_records"
    case spfVersion = "spf_version"
    case spfWideCharacter = "spf_full_width"
    case spfQuoted = "spf_quoted"
    case spfSpace = "spf_space_in_term"
    case spfSeparator = "spf_separator"
    case spfMerged = "spf_merged_records"
    case spfUnknownTerm = "spf_unknown_term"
    case spfUnknownModifier = "spf_unknown_modifier"
    case spfBadTerm = "spf_bad_term"
    case spfAddressForName = "spf_address_for_name"
    case spfBadPrefix = "spf_bad_prefix"
    case spfBadMacro = "spf_bad_macro"
    case spfRepeatedModifier = "spf_repeated_modifier"
    case spfPassAll = "spf_pass_all"
    case spfNeutralAll = "spf_neutral_all"
    case spfNoAll = "spf_no_all"
    case spfAfterAll = "spf_after_all"
    case spfRedirectIgnored = "spf_redirect_ignored"
    case spfWrongInclude = "spf_wrong_include"
    case spfIncludeWithoutSPF = "spf_include_without_spf"
    case spfIncludeFaulty = "spf_include_faulty"
    case spfLoop = "spf_loop"
    case spfTooManyLookups = "spf_too_many_lookups"
    case spfTooManyVoids = "spf_too_many_voids"
    case spfVoid = "spf_void"
    case spfPointer = "spf_ptr"
    case spfWideRange = "spf_wide_range"
    case spfStringTooLong = "spf_string_too_long"
    case spfObsoleteType = "spf_type_99"
    case spfElsewhere = "spf_on_www"
    case spfNotExpanded = "spf_not_expanded"
    // DKIM (RFC 6376, 8301, 8463).
    case dkimMissing = "dkim_missing"
    case dkimSeveral = "dkim_several_records"
    case dkimVersion = "dkim_version"
    case dkimSyntax = "dkim_syntax"
    case dkimKeyMissing = "dkim_key_missing"
    case dkimNotBase64 = "dkim_not_base64"
    case dkimNotKey = "dkim_not_a_key"
    case dkimPKCS7 = "dkim_pkcs7"
    case dkimCertificate = "dkim_certificate"
    case dkimBareKey = "dkim_bare_rsa_key"
    case dkimKeyType = "dkim_key_type"
    case dkimShortKey = "dkim_short_key"
    case dkimWeakKey = "dkim_weak_key"
    case dkimRevoked = "dkim_revoked"
    case dkimTesting = "dkim_testing"
    case dkimHash = "dkim_sha1"
    case dkimService = "dkim_service"
    case dkimOnlyEd25519 = "dkim_only_ed25519"
    // DMARC (RFC 9989).
    case dmarcMissing = "dmarc_missing"
    case dmarcSeveral = "dmarc_several_records"
    case dmarcVersion = "dmarc_version"
    case dmarcSyntax = "dmarc_syntax"
    case dmarcNoPolicy = "dmarc_policy_missing"
    case dmarcBadValue = "dmarc_bad_value"
    case dmarcRepeatedTag = "dmarc_repeated_tag"
    case dmarcUnknownTag = "dmarc_unknown_tag"
    case dmarcHistoricTag = "dmarc_historic_tag"
    case dmarcPolicyNone = "dmarc_policy_none"
    case dmarcSubdomains = "dmarc_subdomains_weaker"
    case dmarcTesting = "dmarc_testing"
    case dmarcNoReports = "dmarc_no_reports"
    case dmarcReportAddress = "dmarc_report_address"
    case dmarcReportUnauthorized = "dmarc_report_unauthorized"
    case dmarcWrongName = "dmarc_wrong_name"
    // MX (RFC 5321, 2181, 7505).
    case mxMissing = "mx_missing"
    case mxNull = "mx_null"
    case mxNullMixed = "mx_null_mixed"
    case mxAddress = "mx_address"
    case mxURL = "mx_url"
    case mxNotHost = "mx_not_a_host"
    case mxAlias = "mx_alias"
    case mxNoAddress = "mx_without_address"
    case mxSeveralProviders = "mx_several_providers"
    case mxUnlikeSPF = "mx_unlike_spf"
    // MTA-STS and TLS reports (RFC 8461, 8460).
    case stsSeveral = "mta_sts_several_records"
    case stsSyntax = "mta_sts_syntax"
    case tlsReportSyntax = "tls_rpt_syntax"
    // Zones.
    case doubledName = "doubled_name"
  }
}
