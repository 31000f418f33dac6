internal import Model
internal import Native

/// A value of the declaration that was made to differ from the materials.
struct PlantedDifference: Codable {
  /// `declared.company.name`.
  let key: String
  let declared: String
  let onPaper: String

  private enum CodingKeys: String, CodingKey {
    case key, declared
    case onPaper = "on_paper"
  }
}

/// `truth.json` of a whole submission.
struct SubmissionTruth: Codable {
  var schema = "dossier/truth-v1"
  var seed: UInt64
  var heldOut: Bool
  var files: [FileTruth]
  /// Empty where declaration and materials agree.
  var planted: [PlantedDifference]

  private enum CodingKeys: String, CodingKey {
    case schema, seed, files, planted
    case heldOut = "held_out"
  }
}

/// A whole submission: the materials, what is declared, and the truth.
struct SubmissionFolder {
  let files: [(name: String, bytes: [UInt8])]
  let declaration: String
  let truth: SubmissionTruth

  func write(to folder: OutputFolder) throws {
    for file in files {
      var parent = folder
      let parts = file.name.split(separator: "/").map(String.init)
      for part in parts.dropLast() { parent = try parent.folder(part) }
      try parent.write(file.bytes, to: parts[parts.count - 1])
    }
    try folder.write(text: declaration, to: "declared.yaml")
    try folder.write(json: truth, to: "truth.json")
  }
}

/// What a company declares, as `declared.yaml` (DESIGN.md section 5).
struct DeclaredCompany {
  var name: String
  let license: License
  let person: Person

  var yaml: String {
    var lines = [
      "schema: dossier/declared-v1", "channel: wecom", "submitted_on: 2026-11-22", "company:",
      "  name: " + quoted(name),
    ]
    if case .creditCode(let code) = license.number {
      lines.append("  credit_code: " + quoted(code))
    }
    lines.append("  legal_representative: " + quoted(person.name))
    if let capital = license.capital {
      lines.append("  registered_capital: " + quoted(capital.text))
    }
    lines += [
      "  established_on: " + license.established.iso, "  address: " + quoted(license.address),
      "legal_representative:", "  id_number: " + quoted(person.number),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.map { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) }.joined() + "\""
  }
}
