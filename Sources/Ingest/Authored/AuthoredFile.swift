package import Model
internal import Schema

/// Files that people write for a submission or a group, read as a check reads them: what it would tell of each.
package enum AuthoredFile {
  /// Returns what is wrong with a declaration: keys and values that are not understood, slips of typing.
  package static func mistakes(
    inDeclaration text: String, path: String, schema: DeclarationSchema
  ) -> [Diagnostic] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let declaration = Declaration(bytes: Array(text.utf8), file: name, schema: schema)
    let file = YAMLFile(text: text, path: path)
    return declaration.notices.map { diagnostic($0, file, isError: declaration.isBroken) }
  }

  /// Returns what is wrong with waivers: of a submission, or of a group where one names its submissions.
  package static func mistakes(inWaivers text: String, path: String) -> [Diagnostic] {
    let file = YAMLFile(text: text, path: path)
    let waivers = file.root?[WaiversKey.waivers]?.sequence
    guard waivers?.contains(where: { $0[WaiverKey.submissions] != nil }) == true else {
      return mistakes(in: text, path, WaiverReader.self)
    }
    return GroupFile.waivers(Array(text.utf8), path: path).diagnostics
  }

  /// Returns what is wrong with the values that a person confirmed.
  package static func mistakes(inConfirmations text: String, path: String) -> [Diagnostic] {
    mistakes(in: text, path, ConfirmationReader.self)
  }

  /// Returns what is wrong with a project file.
  package static func mistakes(inProject text: String, path: String) -> [Diagnostic] {
    Project.read(Array(text.utf8), path: path).diagnostics
  }

  private static func mistakes<Reader: EntryReader>(
    in text: String, _ path: String, _ reader: Reader.Type
  ) -> [Diagnostic] {
    let file = YAMLFile(text: text, path: path)
    guard let root = file.root, file.diagnostics.isEmpty else { return file.diagnostics }
    var reader = Reader(file)
    reader.read(root)
    return reader.log.diagnostics
  }

  /// A notice at its line, as far as it has one.
  private static func diagnostic(
    _ notice: Notice, _ file: YAMLFile, isError: Bool
  ) -> Diagnostic {
    let line = notice.details["line"].flatMap(Int.init) ?? 1
    let column = notice.details["column"].flatMap(Int.init) ?? 1
    return file.diagnostic(
      notice.code.rawValue, at: TextPosition(line: line, column: column),
      level: isError ? .error : .warning, notice.message)
  }
}
