package import Model

/// What is known of a submission beside its facts, to tell why rules cannot decide.
package struct Circumstances: Sendable {
  let extractions: [Extraction]
  /// Of the folder, the declaration and the files.
  let notices: [Notice]
  let isDeclarationBroken: Bool
  /// Files, or what archives hold, that stand for themselves only inside of the archive that could not be opened.
  private let packed: Set<String>
  /// What was lost, by file as people have it, in the order of the notices.
  private var lossesByFile: [String: [Notice]] = [:]
  private var doubtsByFile: [String: [Notice]] = [:]
  private let extractionsByFile: [String: Extraction]

  package init(extractions: [Extraction], notices: [Notice], isDeclarationBroken: Bool) {
    self.extractions = extractions
    self.notices = notices
    self.isDeclarationBroken = isDeclarationBroken
    let ofArchives: Set<NoticeCode> = [.archiveEncrypted, .archiveDamaged, .archiveRefused]
    packed = Set(notices.filter { ofArchives.contains($0.code) }.map(\.file))
    extractionsByFile = Dictionary(
      extractions.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    for notice in notices {
      if notice.code.mayHide == .anything {
        lossesByFile[outermost(notice.file), default: []].append(notice)
      }
      if Self.isDoubt(notice.code) { doubtsByFile[notice.file, default: []].append(notice) }
    }
  }

  func extraction(of file: String) -> Extraction? { extractionsByFile[file] }

  /// The file as people have it: an archive that could not be opened stands for all that is in it.
  func outermost(_ file: String) -> String {
    guard packed.contains(file), let inner = file.firstRange(of: "!/") else { return file }
    return String(file[..<inner.lowerBound])
  }

  /// By which something was lost, of a file and all that it holds.
  func losses(of file: String) -> [Notice] { lossesByFile[outermost(file), default: []] }

  /// All losses of the files whose first loss has that reason, and these files, in their order.
  func losses(by code: NoticeCode) -> (files: [String], notices: [Notice]) {
    let files = notices.filter { $0.code == code }.map { outermost($0.file) }.uniqued()
      .filter { lossesByFile[$0]?.first?.code == code }
    return (files, files.flatMap(losses))
  }

  /// What says of a file that was read why it is no material, or not surely one.
  func doubts(of file: String) -> [Notice] { doubtsByFile[file, default: []] }

  private static func isDoubt(_ code: NoticeCode) -> Bool {
    if case .kinds = code.mayHide { return true }
    return [.kindUnknown, .kindAmbiguous, .pictureBlank].contains(code)
  }

  /// The file that the declaration is in; what it is called by default where there is none.
  var declarationFile: String {
    notices.first { $0.stage == .declare && $0.file.hasPrefix("declared.") }?.file
      ?? "declared.yaml"
  }
}
