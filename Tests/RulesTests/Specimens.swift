import Model
import Schema
import Testing

@testable import Rules

/// The facts that the packs use, as materials and declarations will declare them.
let catalogue = FactCatalogue(
  ["name", "credit_code", "legal_representative", "qr_credit_code"].map {
    FactDeclaration(key: "license." + $0, type: .string, material: .businessLicense)
  } + [
    FactDeclaration(
      key: "license.registered_capital_amount", type: .double, material: .businessLicense),
    FactDeclaration(key: "license.established_on", type: .date, material: .businessLicense),
    FactDeclaration(
      key: "license.issued_on", type: .date, summary: "Business license: 发照日期",
      material: .businessLicense),
    FactDeclaration(
      key: "license.term_to", type: .date, isNullable: true, material: .businessLicense),
    FactDeclaration(key: "license.term_kind", type: .string, material: .businessLicense),
    FactDeclaration(key: "id_front.name", type: .string, isPersonal: true, material: .idCardFront),
    FactDeclaration(key: "id_front.sex", type: .string, material: .idCardFront),
    FactDeclaration(key: "id_front.born_on", type: .date, isPersonal: true, material: .idCardFront),
    FactDeclaration(
      key: "id_front.number", type: .string, isPersonal: true, material: .idCardFront),
    FactDeclaration(key: "id_back.valid_from", type: .date, material: .idCardBack),
    FactDeclaration(
      key: "id_back.valid_to", type: .date, isNullable: true, material: .idCardBack),
    FactDeclaration(key: "declared.channel", type: .string),
    FactDeclaration(key: "declared.submitted_on", type: .date),
    FactDeclaration(key: "declared.company.name", type: .string),
    FactDeclaration(key: "declared.company.credit_code", type: .string),
    FactDeclaration(key: "declared.company.legal_representative", type: .string),
    FactDeclaration(key: "declared.company.registered_capital_amount", type: .double),
    FactDeclaration(key: "declared.company.established_on", type: .date),
    FactDeclaration(
      key: "declared.legal_representative.id_number", type: .string, isPersonal: true),
    FactDeclaration(key: "declared.mail.provider", type: .string),
    FactDeclaration(key: "declared.operator.phone", type: .string, isNullable: true),
    FactDeclaration(key: "declared.organization.headcount", type: .int),
    FactDeclaration(key: "org.departments", type: .list),
    FactDeclaration(key: "image.short_side", type: .int, material: .image),
    FactDeclaration(key: "image.sharpness", type: .double, material: .image),
    FactDeclaration(key: "run.as_of", type: .date),
    FactDeclaration(key: "submission.submitted_on", type: .date),
    FactDeclaration(key: "submission.materials", type: .list),
  ])

/// A pack with those rules, as YAML lines below `rules:`.
func packText(_ rules: String, before: String = "", id: String = "test") -> String {
  """
  schema: dossier/pack-v1
  pack: {id: \(id), version: 1.0.0, title: {zh-CN: 测试, en: Test}}
  \(before)
  rules:
  \(rules)
  """
}

/// A rule's lines with a check and further keys.
func ruleText(_ check: String, _ rest: String = "", id: String = "TEST-001") -> String {
  let lines = [
    "- id: \(id)", "  title: {zh-CN: 测试, en: Test}", "  severity: error", "  check: \(check)",
  ]
  let more = rest.split(separator: "\n").map { "  " + $0 }
  return (lines + more).map { "  " + $0 }.joined(separator: "\n")
}

/// A register with the one source `x`.
let oneSource: SourceRegister = {
  var register = SourceRegister()
  do {
    let file = try CSVFile(path: "sources.csv", text: "id,title,place,seen\nx,X,here,2026-11-22")
    #expect(register.add(file) == [])
  } catch {
    Issue.record(error)
  }
  return register
}()

/// - Parameter sources: what the pack may cite.
func load(
  _ text: String, sources: SourceRegister = oneSource
) -> (pack: Pack?, diagnostics: [Diagnostic]) {
  PackReader(catalogue: catalogue, folder: "/nowhere", sources: sources)
    .read(YAMLFile(text: text, path: "p.yaml"))
}

/// The rule set of one pack, and why it does not load otherwise.
func ruleSet(_ text: String) throws -> RuleSet {
  let (pack, diagnostics) = load(text)
  guard let pack else { throw LoadFailure(diagnostics: diagnostics.map(\.message.english)) }
  let library = RuleLibrary(packs: [pack], catalogue: catalogue, folder: "packs")
  guard let set = library.ruleSet(packs: [pack.id], channel: nil, profile: "default").ruleSet else {
    throw LoadFailure(diagnostics: ["no rule set"])
  }
  return set
}

struct LoadFailure: Error {
  let diagnostics: [String]
}

func known(
  _ key: String, _ value: Value?, state: FactState = .known, _ methods: [EvidenceMethod] = [.ocr],
  file: String = "a.jpg"
) -> ResolvedFact {
  ResolvedFact(
    key: key, state: state, value: value, confidence: state == .doubtful ? 0.5 : 1,
    evidence: methods.map { Evidence(file: file, method: $0) })
}

func factSet(
  _ facts: [ResolvedFact], kinds: [MaterialKind] = [], unclassified: [String] = [],
  isDrafted: Bool = false
) -> FactSet {
  FactSet(
    facts: Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { $1 }),
    documents: kinds.enumerated().map { index, kind in
      document("m\(index + 1)", kind, file: kind.rawValue + ".jpg", [])
    },
    hidingFiles: unclassified.sorted().map { HidingFile(file: $0, contents: .anything) },
    isDrafted: isDrafted)
}

func document(
  _ id: String, _ kind: MaterialKind, file: String, page: Int = 0, _ facts: [ResolvedFact]
) -> AssembledDocument {
  AssembledDocument(
    id: id, kind: kind, role: nil, confidence: 1, file: file, pages: [page],
    facts: Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { $1 }))
}

let equalNames = "{equals: [license.name, declared.company.name], normalize: company}"

/// What a pack of one rule says; `rest` holds further keys of the rule.
func judge(_ check: String, _ rest: String = "", _ facts: FactSet) throws -> (
  verdict: Verdict?, findings: [Finding]
) {
  let judgement = try ruleSet(packText(ruleText(check, rest))).judge(facts)
  return (judgement.verdicts.first?.verdict, judgement.findings)
}

func judge(_ check: String, _ facts: FactSet) throws -> (verdict: Verdict?, findings: [Finding]) {
  try judge(check, "", facts)
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }
