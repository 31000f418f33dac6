internal import Ingest
internal import Model
internal import Pipeline

/// What a project file settles where the command line is silent.
extension CheckCommand {
  /// Takes the settings of a project file that no option gives.
  ///
  /// - Returns: What was taken, each key with its value, in the order of the file's schema.
  mutating func take(_ project: ProjectFile) -> [(key: ProjectWord, value: String)] {
    let settings = project.settings
    var taken: [(key: ProjectWord, value: String)] = []
    func take(_ key: ProjectWord, _ option: inout String?, _ value: String?) {
      guard option == nil, let value else { return }
      option = value
      taken.append((key, value))
    }
    take(.roster, &roster, settings.roster.map(project.path(of:)))
    take(.channel, &channel, settings.channel?.value)
    take(.profile, &profile, settings.profile?.value)
    if packs.isEmpty, !settings.packs.isEmpty {
      packs = settings.packs.map(\.value)
      taken.append((.packs, packs.joined(separator: ", ")))
    }
    taken += common.takeRules(of: project)
    if !project.waivers.isEmpty { taken.append((.waivers, String(project.waivers.count))) }
    take(.output, &output, settings.output.map(project.path(of:)))
    taken += common.takeLocale(of: project)
    take(.trust, &reading.trust, settings.trust.map(project.path(of:)))
    return taken
  }

  /// The channel of submissions that declare none.
  func assumedChannel(_ console: Console, _ project: ProjectFile?, _ session: Session) throws
    -> AssumedChannel?
  {
    guard let channel else { return nil }
    let schema = try session.rulebook().schema
    let setting = project?.settings.channel
    let isOfProject = setting?.value == channel
    if let assumed = AssumedChannel(
      channel, saidIn: isOfProject ? "dossier.yaml" : "--channel", schema: schema)
    {
      return assumed
    }
    let message = Message.unknownChannel(channel, known: schema.synonyms(of: "channel"))
    guard isOfProject, let setting else { throw console.failure(message) }
    throw ProjectFile.Unusable(diagnostics: [
      setting.mistake("unknown-channel", message.text.chinese, message.text.english)
    ])
  }

  /// Runs `body`; a profile or pack of the project file that is none is told at its place there.
  func placing<Answer>(_ project: ProjectFile?, _ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as UnusableRules {
      guard let settings = project?.settings else { throw error }
      let placed = error.diagnostics.compactMap { diagnostic -> Diagnostic? in
        let named = settings.packs + [settings.profile].compactMap(\.self)
        let isChosen = ["unknown-profile", "unknown-pack"].contains(diagnostic.code)
        let setting = named.first { diagnostic.message.chinese.contains("「\($0.value)」") }
        guard isChosen, let setting else { return nil }
        return setting.mistake(
          diagnostic.code, diagnostic.message.chinese, diagnostic.message.english)
      }
      throw placed.isEmpty ? error : ProjectFile.Unusable(diagnostics: placed)
    }
  }

  /// Says what folders were taken for and what a roster gave.
  func explain(_ check: SubmissionCheck, _ console: Console) {
    for decision in check.decisions {
      console.note(.decided(decision, count: check.submissionCount))
    }
    if let roster = check.roster { console.note(.roster(roster)) }
    // Of a batch they stand at the end.
    if !check.isBatch {
      check.waiverNotices.forEach { console.note(.notice(file: $0.file, $0.message)) }
    }
    if check.otherCount > 0 { console.note(.others(check.otherCount)) }
  }
}

extension CommonOptions {
  /// Takes the added rules and the language of the project file in a folder or above it, where no option gives them.
  ///
  /// - Returns: The file, `nil` where there is none, and what was taken.
  mutating func follow(
    projectAt paths: [String]
  ) throws -> (project: ProjectFile?, taken: [(key: ProjectWord, value: String)]) {
    guard
      let project = try console.explaining({ () throws in
        try ProjectFile.find(from: paths.isEmpty ? ["."] : paths)
      })
    else { return (nil, []) }
    return (project, takeRules(of: project) + takeLocale(of: project))
  }

  /// These options with what the project file says to commands about rules, which say what they took.
  ///
  /// - Parameter submission: That is looked at; without one the folder in which the command runs counts.
  func inProject(
    of submission: String? = nil
  ) throws -> (common: CommonOptions, project: ProjectFile?) {
    var common = self
    // allowed: the folder in which the command runs
    let (project, taken) = try common.follow(projectAt: submission.map { [$0] } ?? [])
    if let project, !taken.isEmpty { common.console.note(.project(project.path, taken)) }
    return (common, project)
  }

  mutating func takeRules(of project: ProjectFile) -> [(key: ProjectWord, value: String)] {
    guard addedRules.isEmpty, !project.settings.rules.isEmpty else { return [] }
    addedRules = project.settings.rules.map(project.path(of:))
    return [(.rules, addedRules.joined(separator: ", "))]
  }

  mutating func takeLocale(of project: ProjectFile) -> [(key: ProjectWord, value: String)] {
    guard chosenLocale == nil, let locale = project.settings.locale else { return [] }
    chosenLocale = locale
    return [(.locale, locale.rawValue)]
  }
}

/// The keys of a project file, as they are printed.
enum ProjectWord {
  case roster, channel, profile, packs, rules, waivers, output, locale, trust

  var words: LocalizedText {
    switch self {
    case .roster: LocalizedText("名册", "roster")
    case .channel: LocalizedText("渠道", "channel")
    case .profile: LocalizedText("方案", "profile")
    case .packs: LocalizedText("规则包", "packs")
    case .rules: LocalizedText("另加规则", "added rules")
    case .waivers: LocalizedText("整批豁免条数", "waivers")
    case .output: LocalizedText("报告目录", "output")
    case .locale: LocalizedText("语言", "locale")
    case .trust: LocalizedText("信任的证书", "trust")
    }
  }
}
