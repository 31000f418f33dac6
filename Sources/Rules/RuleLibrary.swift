internal import FoundationEssentials
package import Model
internal import StrictYAML

/// All packs of a rules folder.
package struct RuleLibrary: Sendable {
  /// Sorted by id.
  package let packs: [Pack]
  let catalogue: FactCatalogue
  private let folder: String

  /// The pack for submissions that declare no channel.
  package static let defaultPack = "enterprise-basic"

  /// Facts that every submission has, whatever its materials.
  private static let ownFacts = [
    FactDeclaration(key: "run.as_of", type: .date, summary: "the day of judgement"),
    FactDeclaration(
      key: "submission.submitted_on", type: .date, summary: "declared, else the day of judgement"),
    FactDeclaration(key: "submission.materials", type: .list, summary: "kinds of the documents"),
  ]

  /// Reads `packs/*.yaml` under `folder`; a wrong file gives diagnostics and no library.
  package static func load(
    folder: String, catalogue: FactCatalogue
  ) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
    let packFolder = folder + "/packs"
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: packFolder).sorted()
    } catch {
      return (
        nil,
        [
          problem(
            "no-packs", packFolder, "没有规则文件夹「\(packFolder)」",
            "there is no rules folder \"\(packFolder)\"")
        ]
      )
    }
    let catalogue = FactCatalogue(ownFacts + catalogue.declarations)
    var packs: [Pack] = []
    var diagnostics: [Diagnostic] = []
    for name in names where Self.isPack(name) {
      let path = packFolder + "/" + name
      switch TextFile.read(path) {
      case .failure(let reason):
        diagnostics.append(problem("unreadable", path, reason.chinese, reason.english))
      case .text(let text):
        let reader = PackReader(catalogue: catalogue, folders: [packFolder, folder])
        let (pack, found) = reader.read(YAMLFile(text: text, path: path))
        diagnostics += found
        if let pack { packs.append(pack) }
      }
    }
    let library = RuleLibrary(packs: packs, catalogue: catalogue, folder: packFolder)
    // Only whole packs can be held against each other.
    if !diagnostics.contains(where: { $0.level == .error }) { diagnostics += library.conflicts() }
    return (diagnostics.contains { $0.level == .error } ? nil : library, diagnostics)
  }

  init(packs: [Pack], catalogue: FactCatalogue, folder: String) {
    self.packs = packs.sorted { $0.id < $1.id }
    self.catalogue = catalogue
    self.folder = folder
  }

  private static func isPack(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  private static func problem(
    _ code: String, _ path: String, _ chinese: String, _ english: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, message: LocalizedText(chinese: chinese, english: english), file: path,
      position: TextPosition(line: 1, column: 1))
  }

  // MARK: Between packs

  /// Packs and rules of one id, parents that are not there or circular, overrides of no rule.
  private func conflicts() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: Pack] = [:]
    var ids: Set<String> = []
    for pack in packs {
      if !ids.insert(pack.id).inserted {
        diagnostics.append(
          Self.problem(
            "duplicate-pack", pack.path, "规则包编号「\(pack.id)」重复",
            "the pack id \"\(pack.id)\" is there twice"))
      }
      for rule in pack.rules {
        if let owner = owners[rule.id] {
          var diagnostic = Self.problem(
            "duplicate-id", pack.path, "规则「\(rule.id)」已在规则包 \(owner.id) 中",
            "the rule \"\(rule.id)\" is in the pack \(owner.id) already")
          diagnostic.position = rule.position
          diagnostics.append(diagnostic)
        }
        owners[rule.id] = owners[rule.id] ?? pack
      }
    }
    for pack in packs {
      diagnostics += missingParents(of: pack)
      let inherited = closure(of: [pack]).flatMap(\.rules)
      let known = Set(inherited.map(\.id))
      let overrides =
        pack.overrides + pack.profiles.sorted { $0.key < $1.key }.flatMap(\.value)
      diagnostics += overrides.filter { !known.contains($0.rule) }.map { override in
        let hint = Hint(override.rule, among: known)
        var diagnostic = override.diagnostic
        diagnostic.message.chinese += hint.chinese
        diagnostic.message.english += hint.english
        return diagnostic
      }
    }
    return diagnostics
  }

  private func missingParents(of pack: Pack) -> [Diagnostic] {
    pack.parents.compactMap { parent in
      let found = packs.first { $0.id == parent.id }
      guard let found, parent.versions?.contains(found.version) != false else {
        return parent.diagnostic
      }
      guard closure(of: [found]).contains(where: { $0.id == pack.id }) else { return nil }
      var diagnostic = parent.diagnostic
      diagnostic.code = "circular"
      diagnostic.message = LocalizedText(
        chinese: "规则包「\(pack.id)」与「\(parent.id)」互相继承",
        english: "the packs \"\(pack.id)\" and \"\(parent.id)\" extend each other")
      return diagnostic
    }
  }

  /// The packs with all their parents, each once.
  private func closure(of roots: [Pack]) -> [Pack] {
    var found: [Pack] = []
    var queue = roots
    while let pack = queue.popLast() {
      guard !found.contains(where: { $0.id == pack.id }) else { continue }
      found.append(pack)
      queue += pack.parents.compactMap { parent in packs.first { $0.id == parent.id } }
    }
    return found
  }

  // MARK: Choosing

  /// The rules of the packs with those ids, or of the channel's packs where `ids` is empty, with those of
  /// their parents, each once, as `profile` changes them.
  ///
  /// Without ids and channel it is ``defaultPack``.
  package func ruleSet(
    packs ids: [String], channel: String?, profile: String
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let roots = roots(ids, channel, &diagnostics)
    let chosen = closure(of: roots)
    let profiles = Set(chosen.flatMap { $0.profiles.keys }).union([Pack.defaultProfile])
    if !profiles.contains(profile) {
      let hint = Hint(profile, among: profiles)
      diagnostics.append(
        Self.problem(
          "unknown-profile", folder, "没有配置「\(profile)」\(hint.chinese)",
          "there is no profile \"\(profile)\"\(hint.english)"))
    }
    guard !diagnostics.contains(where: { $0.level == .error }) else { return (nil, diagnostics) }

    // A pack's own changes come first, then those of the packs above it, then the profile's.
    let depth = chosen.sorted { closure(of: [$0]).count < closure(of: [$1]).count }
    let overrides = depth.flatMap(\.overrides) + depth.compactMap { $0.profiles[profile] }.joined()
    var members: [RuleSet.Member] = []
    for pack in chosen {
      for rule in pack.rules {
        let changes = overrides.filter { $0.rule == rule.id }
        guard changes.last?.isEnabled != false else { continue }
        var rule = rule
        rule.severity = changes.compactMap(\.severity).last ?? rule.severity
        members.append(.init(rule: rule, pack: pack))
      }
    }
    members.sort { $0.rule.id < $1.rule.id }
    let confidence = chosen.map(\.minimumConfidence).max() ?? PackReader.minimumConfidence
    let set = RuleSet(members: members, minimumConfidence: confidence, catalogue: catalogue)
    return (set, diagnostics)
  }

  private func roots(
    _ ids: [String], _ channel: String?, _ diagnostics: inout [Diagnostic]
  ) -> [Pack] {
    var wanted = ids
    if ids.isEmpty, let channel {
      let matching = packs.filter { $0.channels.contains(channel) }
      if !matching.isEmpty { return matching }
      var diagnostic = Self.problem(
        "no-pack-for-channel", folder, "没有适用于渠道「\(channel)」的规则包，改用 \(Self.defaultPack)",
        "no pack is for the channel \"\(channel)\"; \(Self.defaultPack) is used")
      diagnostic.level = .warning
      diagnostics.append(diagnostic)
    }
    if wanted.isEmpty { wanted = [Self.defaultPack] }
    return wanted.compactMap { id in
      if let pack = packs.first(where: { $0.id == id }) { return pack }
      let hint = Hint(id, among: packs.map(\.id))
      diagnostics.append(
        Self.problem(
          "unknown-pack", folder, "没有规则包「\(id)」\(hint.chinese)",
          "there is no pack \"\(id)\"\(hint.english)"))
      return nil
    }
  }
}
