package import Model
internal import Native
internal import Schema

/// Reads what persons saw on the papers of a submission from its `confirmed.yaml`.
package struct Confirmations: Hashable, Sendable {
  package var confirmations: [Confirmation] = []
  /// What is wrong with the file or with an entry, with line and column; a wrong one confirms nothing.
  package var notices: [Notice] = []

  package init() {}

  /// Reads those of a submission's folder; none where there is no such file.
  init(inFolder folder: FilePath, limit: Int) {
    self.init()
    let names: [[UInt8]]
    do {
      names = try FileSystem.names(inFolder: folder.bytes).filter(IgnoredFiles.isConfirmations)
    } catch {
      // The walk of the folder says why it cannot be listed.
      return
    }
    self.init(among: names) { name throws(FileFailure) in
      try FileSystem.read(folder.appending(name).bytes, limit: limit)
    }
  }

  /// Reads the one file of these.
  init(among names: [[UInt8]], read: ([UInt8]) throws(FileFailure) -> [UInt8]) {
    self.init()
    guard let name = names.first else { return }
    let file = FilePath(bytes: name).text
    guard names.count == 1, ConfirmationReader.names.contains(file.lowercased()) else {
      notices.append(
        Self.invalid(
          file,
          LocalizedText(
            "只支持一个 confirmed.yaml（或 confirmed.yml）", "there can be one confirmed.yaml (or .yml)")))
      return
    }
    do {
      self = Confirmations(bytes: try read(name), file: file)
    } catch {
      notices.append(Self.invalid(file, error.reason))
    }
  }

  /// Reads the bytes of `confirmed.yaml`.
  package init(bytes: [UInt8], file: String) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      notices.append(
        Self.invalid(
          file, LocalizedText("不是 UTF-8 编码，请另存为 UTF-8", "not in UTF-8; save it as UTF-8")))
      return
    }
    let yaml = YAMLFile(text: text, path: file)
    notices = yaml.diagnostics.map(Self.notice)
    guard let root = yaml.root, notices.isEmpty else { return }
    var reader = ConfirmationReader(yaml)
    reader.read(root)
    confirmations = reader.confirmations
    notices = reader.log.diagnostics.map(Self.notice)
  }

  private static func notice(_ diagnostic: Diagnostic) -> Notice {
    invalid(diagnostic.file, at: diagnostic.position, diagnostic.message)
  }

  private static func invalid(
    _ file: String, at position: TextPosition = TextPosition(line: 1, column: 1),
    _ reason: LocalizedText
  ) -> Notice {
    let place = ["line": String(position.line), "column": String(position.column)]
    return Notice(
      file: file, stage: .declare, code: .confirmationInvalid,
      details: place.with("reason", reason))
  }
}
