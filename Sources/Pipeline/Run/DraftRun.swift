internal import Assemble
internal import Foundation
package import Ingest
package import Model
internal import Native
internal import Report

/// `dossier init`: what the materials of a submission say, as a declaration to be checked.
package struct DraftRun {
  /// A refusal names a folder that gets no draft, and why.
  package struct Refusal: Error {
    package let path: String
    package let reason: LocalizedText
  }

  private let rulebook: Rulebook
  private let asOf: CalendarDate
  private let locale: ReportLocale

  package init(rulebook: Rulebook, asOf: CalendarDate, locale: ReportLocale) {
    self.rulebook = rulebook
    self.asOf = asOf
    self.locale = locale
  }

  /// The folder to which a submission's draft goes.
  package func folder(for submission: Submission) throws(Refusal) -> String {
    guard let folder = submission.folder else {
      throw Refusal(
        path: submission.name,
        reason: LocalizedText(
          "不是目录（压缩包请先解压），无处写入", "it is no folder to write to; unpack an archive first"))
    }
    try check(folder)
    return folder
  }

  /// Whether a draft may be written to a folder: never over a declaration.
  private func check(_ folder: String) throws(Refusal) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Refusal(
        path: folder,
        reason: LocalizedText("不是目录，无处写入", "it is no folder to write to"))
    }
    if let name = names.sorted().first(where: { $0.lowercased().hasPrefix("declared.") }) {
      throw Refusal(
        path: folder,
        reason: LocalizedText("已有 \(name)，不会覆盖", "there is \(name), which is not overwritten"))
    }
  }

  /// Writes `declared.yaml` (0600) and returns its path.
  package func draft(_ submission: Submission, from extractions: [Extraction], to folder: String)
    throws -> String
  {
    try check(folder)
    let facts = Assembly.factSet(
      extractions: CombinedDNSEvidence.combined(
        extractions, declaration: [], providers: rulebook.mailProviders), declaration: [],
      isDrafted: true, asOf: asOf,
      catalogue: rulebook.facts, minimumConfidence: 0.85)
    let channels = rulebook.schema.choices(of: "channel")
    let text = DeclarationDraft.text(
      of: facts, asOf: asOf, channels: channels, locale: locale)
    let path = folder + "/declared.yaml"
    do { try PrivateFile.write(Array(text.utf8), to: path) } catch {
      throw OutputFolder.Failure(path: error.path, reason: error.reason)
    }
    return path
  }
}
