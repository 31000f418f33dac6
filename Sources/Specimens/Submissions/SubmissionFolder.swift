internal import Model
internal import Native

/// What was made to be wrong with a submission.
struct PlantedDifference: Codable {
  /// `card-expired`.
  var kind: String
  /// The keys of the facts that differ from what they would be.
  var facts: [String]
  /// The rules that read one of them and are to find it.
  var rules: [String]
  /// What the declaration says, for a declared value.
  var declared: String?
  /// What the paper says.
  var onPaper: String?

  private enum CodingKeys: String, CodingKey {
    case kind, facts, rules, declared
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
  let declared: DeclaredCompany
  let truth: SubmissionTruth

  func write(to folder: OutputFolder) throws {
    for file in files {
      var parent = folder
      let parts = file.name.split(separator: "/").map(String.init)
      for part in parts.dropLast() { parent = try parent.folder(part) }
      try parent.write(file.bytes, to: parts[parts.count - 1])
    }
    try folder.write(text: declared.yaml, to: "declared.yaml")
    try folder.write(json: truth, to: "truth.json")
  }
}
