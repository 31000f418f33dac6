internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Report

extension PlanFile {
  /// What is taken in, from where it is now.
  ///
  /// - Throws: ``ProjectFile/Unusable``, ``Unusable`` where the channel is none of these rules.
  func intakeRequest(_ rulebook: Rulebook) throws -> Session.IntakeRequest {
    let settings = plan.settings
    let paths = plan.paths.map(place)
    var request = Session.IntakeRequest(
      paths: paths, roster: (plan.roster?.path).map(place), isSingle: settings.isSingle)
    if plan.project != nil { request.project = try project() }
    if let name = settings.channel, let source = settings.channelSaidIn {
      guard let channel = AssumedChannel(name, saidIn: source, schema: rulebook.schema) else {
        throw Unusable.notOurs(path: folder)
      }
      request.channel = channel
    }
    return request
  }

  /// The project file, where it is now.
  ///
  /// - Throws: ``ProjectFile/Unusable``.
  private func project() throws -> ProjectFile? {
    try ProjectFile.find(from: plan.paths.map(place))
  }

  /// Words for what all submissions share and is not as it was planned, of what stands beside them.
  ///
  /// - Throws: ``ProjectFile/Unusable``.
  func changedInputs() throws -> [String] {
    var changed: [String] = []
    if let roster = plan.roster {
      let now: RunPlan.Input?
      do throws(FileFailure) {
        now = try RunPlan.Input(roster.path, at: place(roster.path))
      } catch {
        // What is not there is not what was planned.
        now = nil
      }
      if now != roster { changed.append("roster") }
    }
    if try project()?.digest != plan.project { changed.append("project") }
    return changed
  }

  /// How the submissions are judged.
  func settings(_ precision: InferencePrecision) throws -> CheckRun.Settings {
    guard let asOf = CalendarDate(iso: plan.settings.asOf),
      let waivers = Data(base64Encoded: plan.settings.waivers)
    else { throw Unusable.notOurs(path: folder) }
    var settings = CheckRun.Settings(
      packs: plan.settings.packs, profile: plan.settings.profile, asOf: asOf, precision: precision)
    do {
      settings.waivers = try WireReader.value(in: [UInt8](waivers))
    } catch {
      throw Unusable.notOurs(path: folder)
    }
    return settings
  }
}

extension RunPlan.Settings {
  init(_ request: RunPlanning.Request) {
    self.init(
      packs: request.settings.packs, profile: request.settings.profile,
      asOf: request.settings.asOf.iso, formats: request.formats.map(\.rawValue),
      channel: request.intake.channel?.name, channelSaidIn: request.intake.channel?.file,
      isSingle: request.intake.isSingle, locale: request.locale.rawValue,
      waivers: Data(WireWriter.bytes(of: request.settings.waivers)).base64EncodedString(),
      rules: request.rules, addedRules: request.addedRules, trust: request.trust)
  }
}
