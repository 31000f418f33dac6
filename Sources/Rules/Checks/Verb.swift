/// The verbs of `check` and `when`, with the options each takes beside itself.
enum Verb: String, CaseIterable {
  case equals
  case allEqual = "all_equal"
  case matches
  case oneOf = "one_of"
  case before, after, within
  case atLeast = "at_least"
  case atMost = "at_most"
  case contains, unique
  case subsetOf = "subset_of"
  case supersetOf = "superset_of"
  case required, checksum, known, all, any, not

  var options: KeySet {
    switch self {
    case .equals, .allEqual: KeySet(optional: ["normalize", "null_means"])
    case .matches: KeySet(required: ["pattern"], optional: ["null_means"])
    case .oneOf: KeySet(required: ["values"], optional: ["normalize", "null_means"])
    case .before, .after, .atLeast, .atMost: KeySet(optional: ["null_means"])
    case .within:
      KeySet(optional: ["from", "to", "margin_before", "margin_after", "null_means"])
    case .contains: KeySet(required: ["value"], optional: ["null_means"])
    case .unique, .subsetOf, .supersetOf: KeySet(optional: ["normalize", "null_means"])
    case .checksum: KeySet(required: ["scheme"], optional: ["null_means"])
    case .required, .known, .all, .any, .not: KeySet()
    }
  }
}

/// What a null operand makes of a check.
enum NullMeaning: String, CaseIterable { case pass, fail }
