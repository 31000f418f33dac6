package import Model

/// A submission has one company's materials and what it declares.
package struct Submission: Hashable, Sendable {
  /// The folder's name, or its path below the batch; the file's name without extension for a single file.
  package let name: String
  /// Sorted by the bytes of their names.
  package let sources: [SourceFile]
  package let declaration: Declaration
  /// Of the folder; those of the declaration are in it, those of files come from reading them.
  package let notices: [Notice]
  package var waivers = EntryFile<Waiver>()
  package var confirmations = EntryFile<Confirmation>()

  /// This submission with another declaration, and with more notices.
  func with(declaration: Declaration? = nil, notices more: [Notice]) -> Submission {
    Submission(
      name: name, sources: sources, declaration: declaration ?? self.declaration,
      notices: notices + more, waivers: waivers, confirmations: confirmations)
  }
}

/// What the given paths hold.
package struct IntakeResult: Sendable {
  /// In the order of the paths, in a batch sorted by name; names are unique.
  package var submissions: [Submission] = []
  /// Of batch folders: loose files, links that leave.
  ///
  /// `file` is relative to the path that was given.
  package var notices: [Notice] = []
  /// Whether a path was a folder of many, or several paths were given.
  package var isBatch = false
  /// Paths that cannot be checked at all: a mistake in the command.
  package var unusablePaths: [UnusablePath] = []
}

/// A path that is neither a submission nor a batch.
package struct UnusablePath: Hashable, Sendable {
  /// The path is as it was given.
  package let path: String
  package let reason: LocalizedText
}
