internal import CEL
package import Model
internal import Schema

extension RuleLibrary {
  /// Changes each rule in one place after another and asks its tests whether they notice.
  package func mutants(filter: String?) -> [Mutant] {
    members(filter: filter).flatMap { MutationRun(member: $0, catalogue: catalogue).mutants() }
  }
}

/// Mutation testing of one rule.
struct MutationRun {
  let member: RuleSet.Member
  let catalogue: FactCatalogue

  /// In the order of the rule: the condition's, the check's, then those of parameters.
  func mutants() -> [Mutant] {
    let rule = member.rule
    var mutants: [Mutant] = []
    if let condition = rule.condition {
      mutants += condition.expression.mutations.map { mutation in
        mutant(
          mutation,
          member.with(
            condition: condition.with(mutation.mutated, member.pack.functions), check: rule.check))
      }
      let everywhere = member.with(condition: nil, check: rule.check)
      mutants.append(
        mutant("when => true", condition.expression.range.start, everywhere))
    }
    mutants += rule.check.expression.mutations.map { mutation in
      mutant(
        mutation,
        member.with(
          condition: rule.condition, check: rule.check.with(mutation.mutated, member.pack.functions)
        ))
    }
    return mutants + ofParameters()
  }

  /// A bound that is a parameter moves with its value.
  private func ofParameters() -> [Mutant] {
    let rule = member.rule
    let names = rule.names.filter { $0.hasPrefix(NameSpace.parameters) }.sorted()
    return names.flatMap { path -> [Mutant] in
      let name = String(path.dropFirst(NameSpace.parameters.count))
      // A list is a table, not a bound: nobody tests each of its rows.
      guard let parameter = member.pack.parameters[name], !parameter.type.isList else { return [] }
      return parameter.value.neighbours.map { value in
        mutant(
          "\(path): \(parameter.value.text) => \(value.text)", rule.location.position,
          member.with([name: value]), keeping: name)
      }
    }
  }

  private func mutant(_ mutation: Mutation, _ changed: RuleSet.Member) -> Mutant {
    mutant(mutation.name, mutation.position, changed)
  }

  /// - Parameter keeping: The parameter that was changed: a test that sets it itself says nothing of it.
  private func mutant(
    _ name: String, _ position: TextPosition, _ changed: RuleSet.Member, keeping: String? = nil
  ) -> Mutant {
    let runner = RuleTestRunner(member: changed, catalogue: catalogue)
    let isNoticed = changed.rule.tests.contains { test in
      if let keeping, test.parameters[keeping] != nil { return false }
      return !runner.differences(of: test).isEmpty
    }
    let reason = member.rule.acceptedMutants.first { $0.mutant == name }?.reason
    return Mutant(
      pack: member.pack.id, rule: member.rule.id, file: member.rule.location.path,
      position: position, name: name,
      fate: isNoticed ? .noticed : reason.map(Mutant.Fate.accepted) ?? .survived)
  }
}
