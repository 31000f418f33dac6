internal import CEL
package import Model
internal import Schema

/// The library holds all packs of a rules folder.
package struct RuleLibrary: Sendable {
  /// The packs are sorted by id.
  package let packs: [Pack]
  /// All facts that the rules may name, those that every submission has among them.
  package let catalogue: FactCatalogue
  /// What the packs may cite.
  let sources: SourceRegisters
  private let folder: String

  /// The pack that judges submissions which declare no channel.
  package static let defaultPack = "enterprise-basic"

  /// Facts that every submission has, whatever its materials.
  private static let ownFacts = [
    FactDeclaration(key: "run.as_of", type: .date, summary: "the day of judgement"),
    FactDeclaration(
      key: "submission.submitted_on", type: .date, summary: "declared, else the day of judgement"),
    FactDeclaration(
      key: "submission.materials", type: .list, summary: "kinds of the documents: 已有材料"),
  ]

  /// Reads the packs under `folder/packs`, each a YAML file or a folder of them; a wrong one gives
  /// diagnostics and no library.
  ///
  /// - Parameters:
  ///   - added: Folders whose packs run beside those, and may use their tables.
  ///   - channels: The channels that there are, each with what people call it; without them any will do.
  ///   - decoding: Reads texts in GB 18030, as Chinese workbooks save tables.
  ///   - memory: What was read before and need not be read again, and what is open in an editor.
  package static func load(
    folder: String, adding added: [AddedRules] = [], catalogue: FactCatalogue,
    channels: [String: [String]] = [:], decoding: TextDecoding? = nil,
    memory: PackMemory = PackMemory()
  ) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
    let packFolder = folder + "/packs"
    let texts = TextReading(decoding: decoding, open: memory.open)
    var diagnostics: [Diagnostic]
    var sources: [PackSource]
    do {
      (sources, diagnostics) = try PackSource.all(in: packFolder, memory)
    } catch {
      let problem = problem(
        "no-packs", packFolder, "没有规则文件夹「\(packFolder)」",
        "there is no rules folder \"\(packFolder)\"")
      return (nil, [problem])
    }
    for addition in added {
      do {
        let found = try PackSource.all(of: addition, memory)
        sources += found.sources
        diagnostics += found.diagnostics + addition.strayFiles.map(stray)
      } catch {
        let place = addition.folder
        diagnostics.append(
          problem("unreadable", place, "文件夹不能读取", "the folder cannot be read"))
      }
    }
    let registers = SourceRegisters(
      rulesFolder: folder, adding: added.map(\.folder), packs: sources, reading: texts)
    diagnostics += registers.diagnostics
    let catalogue = FactCatalogue(
      ownFacts + catalogue.declarations, titles: catalogue.titles)
    var packs: [Pack] = []
    var found: [String: [Diagnostic]] = [:]
    var consequences = PackConsequences(sources)
    // Parents first: what extends a pack uses its names.
    for source in PackSource.ordered(sources) {
      let parents = source.parents.compactMap { id in packs.first { $0.id == id } }
      let reader = PackReader(
        catalogue: catalogue, folder: source.folder,
        sharedFolders: [source.root, folder].compactMap(\.self),
        reading: texts, others: packs, channels: channels,
        sources: registers[source.folder], parents: parents)
      let (pack, ofPack) = memory.pack(source, parents: parents.map(\.path)) { reader.read(source) }
      found[source.path] = consequences.own(ofPack, of: source, isRead: pack != nil)
      if let pack { packs.append(pack) }
    }
    diagnostics += sources.flatMap { found[$0.path, default: []] }
    let library = RuleLibrary(
      packs: packs, catalogue: catalogue, folder: packFolder, sources: registers)
    // Only whole packs can be compared with each other.
    if !diagnostics.contains(where: { $0.level == .error }) {
      diagnostics += LibraryConflicts(library: library).diagnostics()
    }
    return (diagnostics.contains { $0.level == .error } ? nil : library, diagnostics)
  }

  /// A rule file beside the `packs` of its folder.
  private static func stray(_ path: String) -> Diagnostic {
    var diagnostic = problem(
      "left-out", path, "该文件未被读取：规则文件请放进同一目录的 packs/",
      "this file is not read: rule files go into packs/ of the same folder")
    diagnostic.level = .warning
    return diagnostic
  }

  init(
    packs: [Pack], catalogue: FactCatalogue, folder: String,
    sources: SourceRegisters = SourceRegisters()
  ) {
    self.packs = packs.sorted { $0.id < $1.id }
    self.catalogue = catalogue
    self.sources = sources
    self.folder = folder
  }

  private static func problem(
    _ code: String, _ path: String, _ chinese: String, _ english: String
  ) -> Diagnostic {
    Diagnostic(
      code: code, message: LocalizedText(chinese, english), file: path,
      position: .whole)
  }

  /// The packs with all their parents, each once.
  func closure(of roots: [Pack]) -> [Pack] {
    var found: [Pack] = []
    var queue = roots
    while let pack = queue.popLast() {
      guard !found.contains(where: { $0.id == pack.id }) else { continue }
      found.append(pack)
      queue += pack.parents.compactMap { parent in packs.first { $0.id == parent.id } }
    }
    return found
  }

  /// Returns the id of the pack that holds the rule; none where there is no such rule.
  package func packs(with rule: String) -> [String] {
    packs.filter { pack in pack.rules.contains { $0.id == rule } }.map(\.id)
  }

  // MARK: Choosing

  /// Returns the rules of the packs with those ids, or of the channel's packs where `ids` is empty, with those of
  /// their parents, each once, as `profile` changes them.
  ///
  /// Without ids and channel it is ``defaultPack``.
  package func ruleSet(
    packs ids: [String], channel: String?, profile: String
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let chosen = closure(of: roots(ids, channel, &diagnostics))
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
    let depth = chosen.sorted { left, right in
      let counts = (closure(of: [left]).count, closure(of: [right]).count)
      return counts.0 == counts.1 ? left.id < right.id : counts.0 < counts.1
    }
    let overrides =
      depth.flatMap { pack in pack.overrides.map { (pack.id, $0) } }
      + depth.flatMap { pack in
        // allowed: a pack need not have the profile
        (pack.profiles[profile] ?? []).map { ("\(pack.id), --profile \(profile)", $0) }
      }
    let members = chosen.flatMap { pack in
      pack.rules.map { rule in
        RuleSet.Member(rule: rule, pack: pack, overrides: overrides)
      }
    }
    let confidence = chosen.map(\.minimumConfidence).max() ?? PackReader.minimumConfidence
    let leftOut = ids.isEmpty ? [] : leftOut(by: chosen, channel, &diagnostics)
    let set = RuleSet(
      members: members, minimumConfidence: confidence, catalogue: catalogue, leftOut: leftOut)
    return (set, diagnostics)
  }

  /// The ids of the packs that the channel has and that a choice by name does without, with a warning of each.
  private func leftOut(
    by chosen: [Pack], _ channel: String?, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    func warn(_ code: String, _ chinese: String, _ english: String) {
      var diagnostic = Self.problem(code, folder, chinese, english)
      diagnostic.level = .warning
      diagnostics.append(diagnostic)
    }
    let names = Set(chosen.map(\.id))
    var ignored: [Diagnostic] = []
    let usual = roots([], channel, &ignored).filter { !names.contains($0.id) }
    let lost = usual.filter { !$0.isAdded }.map(\.id).sorted()
    if !lost.isEmpty {
      warn(
        "packs-left-out",
        "指定了 --pack，渠道的规则包 \(lost.joined(separator: "、")) 没有执行；不写 --pack 则一并执行",
        "with --pack, the channel's packs \(lost.joined(separator: ", ")) do not run; without --pack they do"
      )
    }
    for pack in usual where pack.isAdded {
      warn(
        "packs-left-out", "添加的规则包 \(pack.id) 不在 --pack 之列，没有执行；请加 --pack \(pack.id)",
        "the added pack \(pack.id) is not among --pack and does not run; add --pack \(pack.id)")
    }
    return lost
  }

  /// The packs with those ids; without ids the channel's, and those that were added for it or for any channel.
  private func roots(
    _ ids: [String], _ channel: String?, _ diagnostics: inout [Diagnostic]
  ) -> [Pack] {
    var wanted = ids
    let added =
      ids.isEmpty ? packs.filter { $0.isAdded && $0.channels.isEmpty } : []
    if ids.isEmpty, let channel {
      let matching = packs.filter { $0.channels.contains(channel) }
      if !matching.isEmpty { return matching + added }
      var diagnostic = Self.problem(
        "no-pack-for-channel", folder, "没有适用于渠道「\(channel)」的规则包，改用 \(Self.defaultPack)",
        "no pack is for the channel \"\(channel)\"; \(Self.defaultPack) is used")
      diagnostic.level = .warning
      diagnostics.append(diagnostic)
    }
    if wanted.isEmpty { wanted = [Self.defaultPack] }
    return added
      + wanted.compactMap { id in
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
