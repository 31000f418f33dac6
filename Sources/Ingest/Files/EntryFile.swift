package import Model
internal import Native
internal import Schema

/// A file of entries of which a submission has at most one: `waivers.yaml`, `confirmed.yaml`.
package struct EntryFile<Entry: Hashable & Sendable>: Hashable, Sendable {
  package var entries: [Entry] = []
  /// What is wrong with the file or with an entry, with line and column; a wrong entry counts for nothing.
  package var notices: [Notice] = []

  package init() {}

  /// Reads that of a submission's folder; there are no entries where there is no such file.
  init<Reader: EntryReader>(_ reader: Reader.Type, inFolder folder: FilePath, limit: Int)
  where Reader.Entry == Entry {
    self.init()
    let names: [[UInt8]]
    do {
      names = try FileSystem.names(inFolder: folder.bytes)
    } catch {
      // The walk of the folder says why it cannot be listed.
      return
    }
    self.init(reader, among: names) { name throws(FileFailure) in
      try FileSystem.read(folder.appending(name).bytes, limit: limit)
    }
  }

  /// Reads the one of these files that has its name.
  init<Reader: EntryReader>(
    _ reader: Reader.Type, among names: [[UInt8]],
    read: ([UInt8]) throws(FileFailure) -> [UInt8]
  ) where Reader.Entry == Entry {
    self.init()
    let own = names.filter { IgnoredFiles.isYAML($0, stem: Reader.stem) }
    guard let name = own.first else { return }
    let file = FilePath(bytes: name).text
    guard own.count == 1 else {
      notices.append(
        Reader.notice(
          file,
          LocalizedText(
            "只支持一个 \(Reader.stem).yaml（或 \(Reader.stem).yml）",
            "there can be one \(Reader.stem).yaml (or .yml)")))
      return
    }
    do {
      self.init(reader, bytes: try read(name), file: file)
    } catch {
      notices.append(Reader.notice(file, error.reason))
    }
  }

  /// Reads the bytes of the file.
  init<Reader: EntryReader>(_ reader: Reader.Type, bytes: [UInt8], file: String)
  where Reader.Entry == Entry {
    self.init()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      notices.append(
        Reader.notice(
          file, LocalizedText("不是 UTF-8 编码，请另存为 UTF-8", "not in UTF-8; save it as UTF-8")))
      return
    }
    let yaml = YAMLFile(text: text, path: file)
    notices = yaml.diagnostics.map(Reader.notice)
    guard let root = yaml.root, notices.isEmpty else { return }
    var reader = Reader(yaml)
    reader.read(root)
    entries = reader.entries
    notices = reader.log.diagnostics.map(Reader.notice)
  }
}

/// Turns the tree of such a file into its entries; whatever it does not know is reported with its place.
protocol EntryReader {
  associatedtype Entry

  /// The file's name without `.yaml` or `.yml`.
  static var stem: String { get }
  /// What is said of a wrong file or entry.
  static var invalid: NoticeCode { get }

  var entries: [Entry] { get }
  var log: DiagnosticLog { get }

  init(_ file: YAMLFile)
  mutating func read(_ root: YAMLNode)
}

extension EntryReader {
  fileprivate static func notice(_ diagnostic: Diagnostic) -> Notice {
    notice(diagnostic.file, at: diagnostic.position, diagnostic.message)
  }

  fileprivate static func notice(
    _ file: String, at position: TextPosition = TextPosition(line: 1, column: 1),
    _ reason: LocalizedText
  ) -> Notice {
    let place = ["line": String(position.line), "column": String(position.column)]
    return Notice(file: file, stage: .declare, code: invalid, details: place.with("reason", reason))
  }
}
