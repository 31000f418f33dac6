internal import CEL
internal import Model
internal import Schema

/// What is wrong between packs that are right by themselves.
struct LibraryConflicts {
  let library: RuleLibrary

  /// Packs and rules of one id, parents that are not there or circular, overrides of no rule.
  func diagnostics() -> [Diagnostic] {
    duplicates()
      + library.packs.flatMap {
        missingParents(of: $0) + wrongOverrides(of: $0) + unknownRules(of: $0)
      }
  }

  private func duplicates() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: (rule: Rule, pack: Pack)] = [:]
    var packs: [String: Pack] = [:]
    // What was added is what its author can change.
    for pack in library.packs.filter({ !$0.isAdded }) + library.packs.filter(\.isAdded) {
      if let first = packs[pack.id], let place = pack.idLocation {
        diagnostics.append(
          place.diagnostic(
            "duplicate-pack", "规则包编号「\(pack.id)」已用于 \(first.path)，请换一个编号",
            "the pack id \"\(pack.id)\" is that of \(first.path) already; take another"))
      }
      packs[pack.id] = packs[pack.id] ?? pack
      for rule in pack.rules {
        if let (first, owner) = owners[rule.id] {
          let place = "\(first.location.path):\(first.location.position.line)"
          diagnostics.append(
            rule.idLocation.diagnostic(
              "duplicate-id", "规则「\(rule.id)」已在规则包 \(owner.id) 中（\(place)），请换一个编号",
              "the rule \"\(rule.id)\" is in the pack \(owner.id) already (\(place)); take another id"
            ))
        }
        owners[rule.id] = owners[rule.id] ?? (rule, pack)
      }
    }
    return diagnostics
  }

  private func missingParents(of pack: Pack) -> [Diagnostic] {
    pack.parents.compactMap { parent in
      guard let found = library.packs.first(where: { $0.id == parent.id }) else {
        let hint = Hint(parent.id, among: library.packs.map(\.id))
        return parent.location.diagnostic(
          "unknown-pack", "没有规则包「\(parent.id)」\(hint.chinese)",
          "there is no pack \"\(parent.id)\"\(hint.english)")
      }
      guard parent.versions?.contains(found.version) != false else {
        return parent.location.diagnostic(
          "version", "规则包「\(parent.id)」的版本是 \(found.version)，不在所要求的范围内",
          "the pack \"\(parent.id)\" is version \(found.version), outside the range that is asked for"
        )
      }
      guard library.closure(of: [found]).contains(where: { $0.id == pack.id }) else { return nil }
      return parent.location.diagnostic(
        "circular", "规则包「\(pack.id)」与「\(parent.id)」互相继承",
        "the packs \"\(pack.id)\" and \"\(parent.id)\" extend each other")
    }
  }

  /// Rules that a checklist names and nobody wrote.
  private func unknownRules(of pack: Pack) -> [Diagnostic] {
    let known = Set(library.closure(of: [pack]).flatMap { $0.rules.map(\.id) })
    return pack.checklist.flatMap(\.rules).filter { !known.contains($0.id) }.map { named in
      let hint = Hint(named.id, among: known)
      return named.location.diagnostic(
        "unknown-rule", "没有规则「\(named.id)」\(hint.chinese)",
        "there is no rule \"\(named.id)\"\(hint.english)")
    }
  }

  /// Overrides that name no rule, and changes of parameters that no such rule has.
  private func wrongOverrides(of pack: Pack) -> [Diagnostic] {
    let members = library.closure(of: [pack]).flatMap { pack in
      pack.rules.map { (id: $0.id, pack: pack) }
    }
    let overrides = pack.overrides + pack.profiles.sorted { $0.key < $1.key }.flatMap(\.value)
    return overrides.flatMap { override -> [Diagnostic] in
      let packs = members.filter { override.pattern.matches($0.id) }.map(\.pack)
      if packs.isEmpty {
        let hint = Hint(override.pattern.text, among: members.map(\.id))
        let other = NamesElsewhere(library.packs).rule(override.pattern.text)
        return [
          override.location.diagnostic(
            "unknown-rule",
            "本规则包及其所继承的没有规则「\(override.pattern.text)」\(other?.chinese ?? hint.chinese)",
            "there is no rule \"\(override.pattern.text)\" in this pack and those it extends\(other?.english ?? hint.english)"
          )
        ]
      }
      return override.parameters.compactMap { wrong($0, packs) }
    }
  }

  private func wrong(_ change: ParameterChange, _ packs: [Pack]) -> Diagnostic? {
    let declared = packs.compactMap { $0.parameters[change.name] }
    guard let parameter = declared.first else {
      let hint = Hint(change.name, among: Set(packs.flatMap { $0.parameters.keys }))
      return change.location.diagnostic(
        "unknown-param", "没有参数「\(change.name)」\(hint.chinese)",
        "there is no parameter \"\(change.name)\"\(hint.english)")
    }
    guard declared.contains(where: { $0.declared.value(of: change.content) == nil }) else {
      return nil
    }
    let type = parameter.declared.rawValue
    return SourceLocation(change.location.file, change.content.position).diagnostic(
      "wrong-type", "参数「\(change.name)」的类型为 \(type)",
      "the parameter \"\(change.name)\" is a \(type)")
  }
}

extension Pack {
  /// Where it says its id.
  fileprivate var idLocation: SourceLocation? {
    let places = files.compactMap { file in
      file.root?[PackKey.pack]?[PackHeaderKey.id].map {
        SourceLocation(file, $0.position, length: id.unicodeScalars.count)
      }
    }
    return places.first
  }
}
