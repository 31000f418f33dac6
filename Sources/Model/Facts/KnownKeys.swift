/// Every fact that Swift asks for by its name, whoever declares it: materials, `rules/declared.yaml` or Swift.
///
/// Rules folders without one of them are refused when they are loaded: a renamed field would otherwise never be
/// known to the roles, the comparisons or the masking that read it.
package enum KnownKeys {
  package static let all: [String] = names.sorted { $0.key < $1.key }.flatMap { prefix, names in
    names.split(separator: " ").map { prefix + "." + $0 }
  }

  /// Returns those that the catalogue lacks, in the order of their prefixes.
  package static func missing(from catalogue: FactCatalogue) -> [String] {
    all.filter { catalogue[$0] == nil }
  }

  // `.ci/style` looks keys up in these lines.
  private static let names = [
    "admin_settings":
      "domain_allowlist ip_ranges keyword_update_hours lockout_threshold log_retention_days roles "
      + "second_factor totp totp_defects",
    "contacts": "count positions roles",
    "declared":
      "channel submitted_on",
    "declared.admin_settings":
      "domain_allowlist ip_ranges keyword_update_hours lockout_threshold log_retention_days roles "
      + "second_factor totp totp_link",
    "declared.company":
      "credit_code legal_representative name short_name",
    "declared.health": "activity checked_on open_rate satisfaction",
    "declared.legal_representative": "id_number phone",
    "declared.mail": "address daily_messages dkim_selectors domain",
    "declared.operator": "id_number mail name phone",
    "declared.organization": "departments headcount positions",
    "dns":
      "captured_on defects dkim_selectors dkim_usable dmarc dmarc_external_reports domain mta_sts mx spf "
      + "spf_unexpanded tls_rpt",
    "domain": "holder name",
    "icp": "domain unit_name",
    "id_back": "authority has_other_side role valid_from valid_to",
    "id_front": "address born_on has_other_side name number role",
    "image": "brightness coverage glare is_grayscale sharpness short_side skew_degrees",
    "license":
      "address credit_code electronic established_on legal_representative name registered_capital "
      + "role scope",
    "mail_statistics": "activity checked_on daily_messages open_rate satisfaction",
    "org":
      "departments heads_differ moved only_in_chart only_in_contacts people positions renamed",
    "run": "as_of",
    "seal":
      "chain maker maker_valid_to name owner person purpose signature signer signer_credit_code "
      + "signer_valid_to standard valid_from valid_to",
    "signature":
      "chain changed changed_parts seal_name seal_person signed_on signer signer_credit_code "
      + "signer_person signer_valid_to status uncovered_parts",
    "submission": "materials submitted_on",
    "tls": "captured_on defects subject",
  ]
}
