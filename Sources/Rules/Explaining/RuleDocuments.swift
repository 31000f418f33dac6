internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// All packs as their pages tell of them, sorted by id.
  package var documents: [PackDocument] { packs.map(document) }

  private func document(_ pack: Pack) -> PackDocument {
    PackDocument(
      id: pack.id, version: pack.version, title: pack.title, owner: pack.owner,
      channels: pack.channels, parents: pack.parents.map(\.id),
      parameters: pack.own.parameters.keys.sorted().compactMap { name in
        pack.parameters[name].map {
          .init(
            name: name, form: $0.declared.rawValue, content: $0.value.text, summary: $0.title)
        }
      },
      lookups: pack.own.lookups.keys.sorted().compactMap { name in
        pack.lookups[name].map { lookup in
          let columns = lookup.columns.map { "\($0.key): \($0.value.shown)" }.sorted()
          let keys = lookup.rows.entries.map(\.key.text).joined(separator: ", ")
          return .init(
            name: name, form: columns.joined(separator: ", "), content: keys, summary: nil)
        }
      },
      normalizers: pack.own.normalizers.keys.sorted().compactMap { name in
        pack.normalizers[name].map {
          .init(
            name: name, form: "",
            content: $0.steps.map(\.rawValue).joined(separator: ", "), summary: nil)
        }
      },
      verbs: pack.own.verbs.keys.sorted().compactMap { name in
        pack.verbs[name].map { verb in
          let parameters = verb.parameters.map {
            "\($0.name): \($0.type.rawValue)\($0.isNullable ? "?" : "")"
          }
          return .init(
            name: name, form: parameters.joined(separator: ", "),
            content: verb.expression.source, summary: verb.title)
        }
      },
      rules: pack.rules.sorted { $0.id < $1.id }.map { document($0, in: pack) },
      checklist: pack.checklist.map(row), checklistSource: pack.checklistSource)
  }

  private func row(_ entry: Pack.ChecklistEntry) -> ChecklistRow {
    ChecklistRow(
      number: entry.number, claim: entry.claim, standing: entry.standing,
      rules: entry.rules.flatMap { named in
        packs(with: named.id).map { ChecklistRow.Rule(id: named.id, pack: $0) }
      }, remark: entry.remark)
  }

  private func document(_ rule: Rule, in pack: Pack) -> RuleDocument {
    let member = RuleSet.Member(rule: rule, pack: pack)
    let keys = Set(rule.names.map { rule.iteration?.keys[$0] ?? $0 })
    return RuleDocument(
      explanation: RuleExplainer(member: member, catalogue: catalogue, facts: nil).explanation(),
      materials: rule.materials.map(\.rawValue), iteration: rule.iteration?.kind.rawValue,
      since: rule.since, until: rule.until, tags: rule.tags, message: rule.message.text,
      fix: rule.fix?.text, facts: keys.sorted().compactMap { catalogue[$0] },
      examples: rule.tests.map { test in
        let given = test.given.sorted { $0.key < $1.key }.map { [$0.key, $0.value.text] }
        let absent = test.absent.sorted().map { [$0.rawValue, "—"] }
        let unclassified = test.unclassified.map { [$0, "?"] }
        return .init(
          name: test.name, given: given + absent + unclassified, verdict: test.wanted.verdict)
      })
  }
}
