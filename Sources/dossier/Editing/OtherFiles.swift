internal import Editor
internal import Ingest
internal import Model

/// Files that are no rules: declarations, waivers, confirmations, projects.
enum OtherFiles {
  /// Returns what a check would tell of a file.
  ///
  /// - Parameter schema: What a declaration may say; `nil` while the rules do not load.
  static func diagnostics(of file: EditedFile, _ schema: DeclarationSchema?) -> [Diagnostic] {
    let text = file.text.text
    return switch file.kind {
    case .declaration:
      // allowed: what cannot be told yet is told once the rules load
      schema.map { AuthoredFile.mistakes(inDeclaration: text, path: file.path, schema: $0) } ?? []
    case .waivers: AuthoredFile.mistakes(inWaivers: text, path: file.path)
    case .confirmations: AuthoredFile.mistakes(inConfirmations: text, path: file.path)
    case .project: AuthoredFile.mistakes(inProject: text, path: file.path)
    case .pack, .material, .table, .other: []
    }
  }
}
