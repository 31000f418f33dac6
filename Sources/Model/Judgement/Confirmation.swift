/// What a person saw on a paper: it stands for what was read wrongly or not at all, as long as the file is the same.
package struct Confirmation: Hashable, Sendable {
  /// The value as it is written; its type is that of the fact.
  package enum Written: Hashable, Sendable {
    /// 长期, or no value at all.
    case null
    case text(String)
    case list([String])
  }

  /// The key of the fact: `license.name`.
  package var fact: String
  package var value: Written
  /// Relative to the submission, as reports name it.
  package var file: String
  /// The SHA-256 of the file's bytes in lower-case hexadecimal.
  package var digest: String
  /// 0-based; `nil` where the file has one page or none.
  package var page: Int?
  package var confirmer: Confirmer
  /// Where it is written down.
  package var source: String
  package var position: TextPosition

  package init(
    fact: String, value: Written, file: String, digest: String, page: Int?, confirmer: Confirmer,
    source: String, position: TextPosition
  ) {
    self.fact = fact
    self.value = value
    self.file = file
    self.digest = digest
    self.page = page
    self.confirmer = confirmer
    self.source = source
    self.position = position
  }

  /// What it is about: a fact on a page of a file.
  package struct Subject: Hashable, Sendable {
    package var fact: String
    package var file: String
    package var page: Int?
  }

  package var subject: Subject { Subject(fact: fact, file: file, page: page) }

  /// Makes a notice about it.
  package func notice(_ code: NoticeCode, _ details: [String: String] = [:]) -> Notice {
    let own = [
      "fact": fact, "line": String(position.line), "column": String(position.column),
      "target": file, "by": confirmer.by, "on": confirmer.on.iso,
    ]
    return Notice(
      file: source, stage: .assemble, code: code,
      details: own.merging(details) { own, _ in own })
  }
}
