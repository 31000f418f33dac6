import Model
import Schema
import Testing

@testable import Rules

/// What the schema of packs declares is what the readers ask for: nothing more, nothing less.
@Suite struct PackSchemaTests {
  /// A check with each verb.
  private static let checks = [
    equalNames, "{all_equal: [license.name, declared.company.name]}",
    "{similar: [license.name, declared.company.name], min: 0.5}",
    "{matches: license.name, pattern: x}", "{one_of: license.name, values: [a]}",
    "{before: [license.established_on, run.as_of]}",
    "{after: [license.established_on, run.as_of]}",
    "{within: license.established_on, from: run.as_of, to: run.as_of}",
    "{at_least: [declared.organization.headcount, {value: 1}]}",
    "{at_most: [declared.organization.headcount, {param: most}]}",
    "{contains: org.departments, value: {lookup: t, key: {value: a}, column: b}}",
    "{unique: org.departments}", "{subset_of: [org.departments, org.departments]}",
    "{superset_of: [org.departments, org.departments]}",
    "{required: {material: business_license}}",
    "{checksum: license.credit_code, scheme: gb32100}",
    "{known: license.name}", "{all: [{required: license.name}]}",
    "{any: [{required: license.name}]}", "{not: {required: license.name}}",
    "{equals: [{fact: id_front.born_on, apply: age_at, with: [run.as_of]}, {value: 1}]}",
  ]

  private static let rest = """
    for_each: {in: documents.id_card_front, as: card}
    basis: [{kind: house, ref: x, passage: y}]
    tests: [{expect: pass}]
    accepted_mutants: [{mutant: x, reason: y}]
    """

  private static let before = """
    extends: [{pack: other}]
    overrides: {TEST-*: {severity: note}}
    params: {most: {type: int, default: 1}}
    lookups:
      t: {key: a, columns: {a: string, b: string}, rows: [[a, b]]}
      u: {key: a, columns: {a: string}, file: u.csv, pivot: {item: a, value: b}}
    verbs: {same: {params: {a: string}, assert: a == a}}
    checklist:
      source: x
      count: 1
      rows: [{row: 1, claim: {zh-CN: 甲, en: A}, standing: real, remark: {zh-CN: 乙, en: B}}]
    """

  @Test func everyDeclaredKeyIsRead() {
    let reads = KeyReads()
    let header = "applies_to: {channels: [wecom]}"
    KeyReads.$current.withValue(reads) {
      for check in Self.checks {
        let text = packText(ruleText(check, Self.rest), before: Self.before)
        _ = load(text.replacing("version: 1.0.0", with: "version: 1.0.0, \(header)"))
      }
    }
    // A verb's own key is what it is known by.
    let verbs = Set(Verb.allCases.map { "check \($0.rawValue).\($0.rawValue)" })
    #expect(reads.missing(from: PackSchema.file).filter { !verbs.contains($0) } == [])
  }
}
