package import Model

/// What the papers of one submission say and what its company declares, before anything is drawn.
struct SubmissionContent {
  /// The company's own; `nil` where it is missing.
  var license: License?
  /// Another company's, that lies among the files.
  var strayLicense: License?
  /// Portrait sides: the legal representative's, then the operator's.
  var fronts: [Card]
  /// Emblem sides in the same order.
  var backs: [Card]
  var declared: DeclaredCompany
}

/// Holds what a company declares in `declared.yaml`.
package struct DeclaredCompany {
  var name: String
  /// `nil` for a license that has a registration number.
  var code: String?
  var representative: String
  var capital: String?
  var established: CalendarDate
  var address: String
  var scope: String
  var number: String
  /// The operator's name and number.
  var clerk: Person?
  /// Whose departments and positions it declares.
  var organization: ChartTree?

  init(_ license: License, _ person: Person) {
    name = license.name
    if case .creditCode(let code) = license.number { self.code = code }
    representative = person.name
    capital = license.capital?.text
    established = license.established
    address = license.address
    scope = license.scope
    number = person.number
  }

  /// The day on which all invented submissions are handed in.
  package static let submitted = ClosedRange<CalendarDate>
    .days(from: (2026, 11, 22), to: (2026, 11, 22)).lowerBound

  var yaml: String {
    var lines = [
      "schema: dossier/declared-v1", "channel: wecom", "submitted_on: 2026-11-22", "company:",
      "  name: " + quoted(name),
    ]
    if let code { lines.append("  credit_code: " + quoted(code)) }
    lines.append("  legal_representative: " + quoted(representative))
    if let capital { lines.append("  registered_capital: " + quoted(capital)) }
    lines += [
      "  established_on: " + established.iso, "  address: " + quoted(address),
      "  scope: " + quoted(scope), "legal_representative:", "  id_number: " + quoted(number),
    ]
    if let clerk {
      lines += [
        "operator:", "  name: " + quoted(clerk.name), "  id_number: " + quoted(clerk.number),
      ]
    }
    if let organization {
      func names(_ kind: String) -> String {
        organization.nodes.filter { $0.kind == kind }.map { quoted($0.name) }
          .joined(separator: ", ")
      }
      lines += [
        "organization:", "  departments: [" + names("department") + "]",
        "  positions: [" + names("position") + "]",
        "  headcount: \(ContactsSheet.count(of: organization))",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.map { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) }.joined() + "\""
  }

  /// The keys of ``rosterRow(folder:)``.
  static let rosterKeys = [
    "folder", "channel", "submitted_on", "company.name", "company.credit_code",
    "company.legal_representative", "company.registered_capital", "company.established_on",
    "company.address", "company.scope", "legal_representative.id_number",
  ]

  /// A row of a roster: the same as the declaration, for one of a group.
  func rosterRow(folder: String) -> [String] {
    [
      folder, "wecom", "2026-11-22", name, code, representative, capital, established.iso, address,
      scope, number,
    ].map { cell in
      // allowed: a cell of nothing declared is empty
      "\""
        + (cell ?? "").split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
  }
}
