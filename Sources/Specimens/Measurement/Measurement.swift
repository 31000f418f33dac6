/// The result of one run, for JSON and the tables.
package struct Measurement: Encodable {
  package struct Extra: Encodable {
    let key: String
    let count: Int
  }

  let schema = "dossier/measurement-v1"
  let seed: UInt64
  let heldOut: Bool
  let files: Int
  let overall: FactScore
  let byQuality: [FactScore]
  /// The same without QR texts: what the letters on the paper alone give.
  let byQualityWithoutQR: [FactScore]
  let byMaterial: [FactScore]
  let byField: [FactScore]
  let byMaterialAndQuality: [FactScore]
  /// Of the specimens that were drawn in some form of paper.
  let byForm: [FactScore]
  /// Of these, what is printed and cannot be read.
  let illegible: [IllegibleScore]
  let documents: [DocumentScore]
  let reliability: [ReliabilityBin]
  /// What a reader gets who accepts facts from some confidence on, from the strictest on.
  let acceptance: [AcceptancePoint]
  let extraFacts: [Extra]
  let spuriousDocuments: [String]

  private enum CodingKeys: String, CodingKey {
    case schema, seed, files, overall, documents, reliability, acceptance
    case heldOut = "held_out"
    case byQuality = "by_quality"
    case byQualityWithoutQR = "by_quality_without_qr"
    case byMaterial = "by_material"
    case byField = "by_field"
    case byMaterialAndQuality = "by_material_and_quality"
    case byForm = "by_form"
    case illegible
    case extraFacts = "extra_facts"
    case spuriousDocuments = "spurious_documents"
  }

  /// Counts what was compared, in all the groups that the tables show.
  package init(_ truth: Truth, _ comparison: ReadingComparison) {
    let outcomes = comparison.outcomes
    let printed = outcomes.filter { !$0.isQR }
    seed = truth.seed
    heldOut = truth.heldOut
    files = truth.files.count
    overall = FactScore(group: "all", outcomes)
    byQuality = FactScore.grouped(outcomes) { $0.quality.rawValue }
    byQualityWithoutQR =
      FactScore.grouped(printed) { $0.quality.rawValue } + [FactScore(group: "all", printed)]
    byMaterial = FactScore.grouped(outcomes, by: \.material)
    byField = FactScore.grouped(outcomes, by: \.key)
    byMaterialAndQuality = FactScore.grouped(outcomes) { "\($0.material) \($0.quality.rawValue)" }
    let formed = outcomes.filter { $0.form != nil }
    byForm = FactScore.grouped(formed) { $0.form?.rawValue ?? "" }
    illegible = IllegibleScore.grouped(formed)
    let byQuality = Dictionary(grouping: comparison.documents) { $0.quality.rawValue }
    let byMaterial = Dictionary(grouping: comparison.documents, by: \.material)
    documents =
      [DocumentScore(group: "all", comparison.documents)]
      + byQuality.sorted { $0.key < $1.key }.map { DocumentScore(group: $0.key, $0.value) }
      + byMaterial.sorted { $0.key < $1.key }.map { DocumentScore(group: $0.key, $0.value) }
    reliability = ReliabilityBin.table(outcomes)
    acceptance = AcceptancePoint.curve(outcomes)
    let extras = Dictionary(grouping: outcomes.filter { $0.result == .extra }, by: \.key)
    extraFacts = extras.sorted { $0.key < $1.key }.map { Extra(key: $0.key, count: $0.value.count) }
    spuriousDocuments = comparison.spurious
  }
}
