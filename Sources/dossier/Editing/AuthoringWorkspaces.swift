internal import Editor
internal import Foundation
internal import Ingest
internal import Model
internal import Papers
internal import Pipeline
internal import Rules
internal import Schema

/// Makes the workspace of an editor: which rules folder its folders work with, and where submissions are read.
struct AuthoringWorkspaces {
  let common: CommonOptions
  let reading: ReadingOptions
  let judging: JudgingOptions

  /// Makes the workspace of folders that a client has open.
  func workspace(_ roots: [String], _ locale: ReportLocale) -> Workspace {
    Workspace(sources(roots, locale), locale: locale)
  }

  /// What a workspace gets its rules from; a folder that cannot be used is a diagnostic of its own.
  private func sources(_ roots: [String], _ locale: ReportLocale) -> EditorSources {
    let rules = AuthoringRules(roots: roots, common: common)
    return EditorSources(
      load: rules.load, files: { rules.files },
      read: { path in
        // allowed: what cannot be read is not shown; the loaders say why
        try? String(contentsOfFile: path, encoding: .utf8)
      },
      check: { OtherFiles.diagnostics(of: $0, rules.schema) },
      cases: { path in await cases(at: path, rules.place, locale) },
      changeFolders: rules.change,
      schemas: [
        .material: MaterialSchema.file, .waivers: WaiversSchema.file,
        .confirmations: ConfirmationsSchema.file, .project: ProjectSchema.file,
      ])
  }

  /// Submissions with their facts, from the cache where they were read before.
  private func cases(
    at path: String, _ place: RulesPlace, _ locale: ReportLocale
  ) async -> Result<[EditorCase], EditorRefusal> {
    var common = common
    common.chosenLocale = locale
    do {
      common.rules = place.folder
      common.addedRules = place.added.map(\.folder)
      let project = try ProjectFile.find(from: [path])
      let session = try common.session(reading)
      let reports = try await session.reports(
        of: [path], in: project, try judging.settings(common.console, reading.precision),
        progress: { _, _ in })
      return .success(reports.map { EditorCase(name: $0.name, facts: $0.factSet) })
    } catch {
      let words = (common.console.explained(error) as? Failure)?.text
      return .failure(
        EditorRefusal(
          words ?? "不能读取「\(path)」", words ?? "\(path) cannot be read"))
    }
  }
}
