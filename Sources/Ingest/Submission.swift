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
  /// What the roster says of it beside the declaration.
  package var labels: [SubmissionLabel] = []
  /// The folder on disk, resolved; `nil` for an archive, a file, or a row without a folder.
  package var folder: String?

  package init(
    name: String, sources: [SourceFile], declaration: Declaration, notices: [Notice],
    waivers: EntryFile<Waiver> = EntryFile(),
    confirmations: EntryFile<Confirmation> = EntryFile(), labels: [SubmissionLabel] = [],
    folder: String? = nil
  ) {
    self.name = name
    self.sources = sources
    self.declaration = declaration
    self.notices = notices
    self.waivers = waivers
    self.confirmations = confirmations
    self.labels = labels
    self.folder = folder
  }

  /// This submission with another declaration, and with more notices.
  func with(declaration: Declaration? = nil, notices more: [Notice]) -> Submission {
    Submission(
      name: name, sources: sources, declaration: declaration ?? self.declaration,
      notices: notices + more, waivers: waivers, confirmations: confirmations, labels: labels,
      folder: folder)
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
  /// What each folder that was given was taken for, where it could be something else.
  package var decisions: [BatchDecision] = []
  /// The names of those that the user asked for, where others are there because they share an index; else `nil`.
  package var asked: Set<String>?
  /// The roster that was used; `nil` where there was none.
  package var roster: RosterSummary?
  /// Paths that cannot be checked at all: a mistake in the command.
  package var unusablePaths: [UnusablePath] = []
}

extension IntakeResult {
  /// Whether a folder of many was given, rather than submissions one by one.
  package var isBatchFolder: Bool { decisions.contains(where: \.isBatch) }

  /// Without the companies that only a roster names, and without the others of an index.
  package var ofFolders: IntakeResult {
    var result = self
    result.submissions.removeAll { submission in
      submission.notices.contains { $0.code == .rosterFolderMissing }
        || asked.map { !$0.contains(submission.name) } ?? false
    }
    return result
  }
}

/// A path that is neither a submission nor a batch.
package struct UnusablePath: Hashable, Sendable {
  /// The path is as it was given.
  package let path: String
  package let reason: LocalizedText
}
