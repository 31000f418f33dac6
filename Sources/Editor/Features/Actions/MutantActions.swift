internal import CEL
internal import Model
internal import Rules

/// Mutants of a rule that its tests do not notice: one that need not be is accepted, with a reason.
enum MutantActions {
  private static let limit = 8

  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let (node, id) = place.rule, let library = place.library else { return [] }
    let survivors = library.mutants(filter: id).filter { $0.rule == id && $0.fate == .survived }
    return survivors.prefix(limit).compactMap { mutant in
      let entry = "{mutant: \(YAMLText.quoted(mutant.name)), reason: …}"
      let change: (SourceRange, String)?
      if let list = node["accepted_mutants"] {
        change = MappingInsertion.item(entry, to: list, in: place.file)
      } else {
        change = MappingInsertion.key("accepted_mutants", "[\(entry)]", to: node, in: place.file)
      }
      return change.map {
        place.action(
          "接受变异「\(mutant.name)」并写明理由", "accept the mutant \"\(mutant.name)\" with a reason",
          as: .rewrite, [$0])
      }
    }
  }
}

/// Texts as YAML writes them.
enum YAMLText {
  /// In single quotes, in which nothing but the quote itself means anything else.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
