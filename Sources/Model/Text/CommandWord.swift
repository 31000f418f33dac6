extension String {
  /// The text where it may stand in a command that people copy to their terminal as it is printed: a name of letters,
  /// digits, dots, hyphens and underscores that is no option; else `nil`.
  ///
  /// Names come out of documents and declarations, and nothing of those may act in a shell.
  package var commandWord: String? {
    let isName = allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    return isEmpty || hasPrefix("-") || !isName ? nil : self
  }
}
