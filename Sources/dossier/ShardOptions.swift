internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import Pipeline
internal import Report

/// Which part of a plan `dossier check` works on.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "按 dossier plan 的计划核对，代替 path · Work on a plan of dossier plan, in place of paths.",
      valueName: "plan.json"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "第几份，从 0 起；默认取自 SLURM_ARRAY_TASK_ID、JOB_COMPLETION_INDEX 或 PARALLEL_SEQ 减一，都没有则做完所有未完成的 · Which shard, from 0; else by these variables; else all that are not done.",
      valueName: "i"))
  var shard: Int?

  @Option(
    help: ArgumentHelp(
      "多少秒没有动静后由他人接手 · After how many silent seconds others take a shard over.",
      valueName: "s", visibility: .hidden))
  var leaseSeconds = 60

  /// What an engine says of the shard that it wants: Slurm and Kubernetes count from 0, GNU Parallel from 1.
  private static let variables = [
    (name: "SLURM_ARRAY_TASK_ID", first: 0), (name: "JOB_COMPLETION_INDEX", first: 0),
    (name: "PARALLEL_SEQ", first: 1),
  ]

  func validate() throws {
    guard (1...86_400).contains(leaseSeconds) else {
      throw ValidationError("--lease-seconds \(leaseSeconds): 1 到 86400 · 1 to 86400")
    }
  }

  /// The number of a shard, from 0; `nil` where an engine that counts from `first` has no such number.
  private static func shard(_ number: Int, from first: Int) -> Int? {
    number >= first ? number - first : nil
  }

  /// The shard to work on; `nil` for all.
  private func number(_ console: Console) throws -> Int? {
    if let shard { return shard }
    let environment = ProcessInfo.processInfo.environment
    let named = Self.variables.compactMap { variable in
      environment[variable.name].map {
        (variable.name, text: $0, number: Int($0).flatMap { Self.shard($0, from: variable.first) })
      }
    }
    for (name, text, number) in named where number == nil {
      throw console.failure(.shardVariable(name, text))
    }
    let numbers = Set(named.compactMap(\.number))
    guard numbers.count <= 1 else {
      throw console.failure(.shardVariables(named.map { "\($0.0)=\($0.text)" }))
    }
    return numbers.first
  }

  /// Works on the shard, or on all that are not done.
  ///
  /// - Returns: The severity of the weightiest thing that was found.
  /// - Throws: ``Failure`` where a shard is not done: the engine tries again.
  func check(
    _ path: String, _ common: CommonOptions, _ reading: ReadingOptions
  ) throws -> Severity? {
    let file = try PlanFile(path)
    var (common, reading) = (common, reading)
    try common.follow(file, &reading)
    let console = common.console
    let session = try common.session(reading)
    let number = try number(console)
    let wanted = number.map { [$0] } ?? Array(file.plan.shards.indices)
    if wanted.contains(where: { ShardCheck.finished(file, $0) == nil }) {
      try ShardCheck.verify(file, in: session)
    }
    var (open, undone): (Severity?, [Message]) = (nil, [])
    for shard in wanted {
      let check = try ShardCheck(file, shard: shard, in: session, expiry: .seconds(leaseSeconds))
      let progress = Progress(console: console)
      defer { progress.end() }
      switch try check.run(progress: progress.update) {
      case .finished(let result):
        progress.end()
        console.write(.shardDone(shard, result))
        if !result.changed.isEmpty { console.note(.changedSincePlan(result.changed)) }
        if !result.brokenRules.isEmpty { console.note(.ruleErrors(result.brokenRules)) }
        open = [open, result.openSeverity].compactMap(\.self).max()
      case .busy(let machine, let process):
        undone.append(.shardBusy(shard, machine: machine, process: process))
      case .interrupted:
        progress.end()
        console.note(.shardInterrupted(shard))
        throw ExitCode(ExitStatus.interrupted(by: Interruption.signal ?? SIGTERM))
      }
    }
    if let first = undone.first {
      for message in undone.dropFirst() { console.note(message) }
      throw console.failure(first)
    }
    return open
  }
}

extension CommonOptions {
  /// Takes what the plan was made with, where nothing else is asked for.
  mutating func follow(_ file: PlanFile, _ reading: inout ReadingOptions) throws {
    chosenLocale = chosenLocale ?? file.plan.locale
    if addedRules.isEmpty { addedRules = file.plan.settings.addedRules.map(file.place) }
    rules = rules ?? file.plan.settings.rules.map(file.place)
    reading.trust = reading.trust ?? file.plan.settings.trust.map(file.place)
    guard let planned = InferencePrecision(rawValue: file.plan.identity.precision) else {
      throw PlanFile.Unusable.notOurs(path: file.folder)
    }
    guard reading.precision == .standard || reading.precision == planned else {
      throw console.failure(.precisionIsPlanned(planned.rawValue))
    }
    reading.precision = planned
  }
}
