internal import Ingest
internal import Model

extension Submission {
  /// Why there is nothing of it to judge, in one notice; `nil` where something was read.
  func undelivered(_ read: [Extraction]) -> Notice? {
    let own = Set(sources.map(\.name))
    // What a name server answers is nothing that the company delivered.
    let extractions = read.filter { own.contains($0.file) || !LiveLookup.isOne($0.file) }
    if let missing = notices.first(where: { $0.code == .rosterFolderMissing }) { return missing }
    guard extractions.isEmpty || extractions.areAllUnopened else { return nil }
    let ofFolder = notices.filter { $0.code == .fileLeftOut || $0.code.losesFile }
    let ofFiles = extractions.flatMap { $0.notices.filter(\.code.losesFile) }
    let losses = (ofFolder + ofFiles).uniqued()
    guard let first = losses.first else {
      return Notice(file: "", stage: .ingest, code: .nothingDelivered)
    }
    guard losses.count > 1 else { return first }
    return Notice(
      file: "", stage: .ingest, code: .nothingOpened,
      details: ["count": String(Set(losses.map(\.file)).count)]
        .with("reasons", Self.reasons(losses)))
  }

  /// Each reason once, behind the names of the first files that it holds for.
  private static func reasons(_ losses: [Notice]) -> LocalizedText {
    let reasons = losses.map(\.message).uniqued().prefix(3).map { message in
      let files = losses.filter { $0.message == message }.map(\.file).uniqued()
      let more = files.count > 3
      let names = files.prefix(3)
      return LocalizedText(
        names.joined(separator: "、") + (more ? " 等" : "") + "：" + message.chinese,
        names.joined(separator: ", ") + (more ? " and others" : "") + ": " + message.english)
    }
    return LocalizedText(
      reasons.map(\.chinese).joined(separator: " "), reasons.map(\.english).joined(separator: "; "))
  }
}

extension Judgement {
  /// One in which no rule could tell anything.
  static func undecided(of judgement: Judgement) -> Judgement {
    Judgement(
      verdicts: judgement.verdicts.map {
        RuleVerdict(rule: $0.rule, verdict: .cannotTell, title: $0.title)
      }, findings: [])
  }
}
