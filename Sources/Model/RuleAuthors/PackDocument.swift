/// What there is to say of a pack, for its pages.
package struct PackDocument: Hashable, Sendable {
  /// A setting, a table, a verb: a name with what it is.
  package struct Named: Hashable, Sendable {
    package let name: String
    /// The form names a type, columns or parameters.
    package let form: String
    /// The content is a value, an expression or steps.
    package let content: String
    package let summary: LocalizedText?

    package init(name: String, form: String, content: String, summary: LocalizedText?) {
      self.name = name
      self.form = form
      self.content = content
      self.summary = summary
    }
  }

  package var id: String
  package var version: String
  package var title: LocalizedText
  package var owner: String?
  package var channels: [String]
  package var parents: [String]
  package var parameters: [Named]
  package var lookups: [Named]
  package var normalizers: [Named]
  package var verbs: [Named]
  package var rules: [RuleDocument]
  /// The claims that the pack was written after; empty for most packs.
  package var checklist: [ChecklistRow]
  /// Whose claims they are.
  package var checklistSource: CitedSource?

  package init(
    id: String, version: String, title: LocalizedText, owner: String?, channels: [String],
    parents: [String], parameters: [Named], lookups: [Named], normalizers: [Named],
    verbs: [Named], rules: [RuleDocument], checklist: [ChecklistRow] = [],
    checklistSource: CitedSource? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.owner = owner
    self.channels = channels
    self.parents = parents
    self.parameters = parameters
    self.lookups = lookups
    self.normalizers = normalizers
    self.verbs = verbs
    self.rules = rules
    self.checklist = checklist
    self.checklistSource = checklistSource
  }
}

/// What there is to say of a rule, for its page.
package struct RuleDocument: Hashable, Sendable {
  /// An example is a test of the rule.
  package struct Example: Hashable, Sendable {
    package let name: String?
    /// Fact and value, sorted; what is absent or unrecognized is said like a fact.
    package let given: [[String]]
    package let verdict: Verdict

    package init(name: String?, given: [[String]], verdict: Verdict) {
      self.name = name
      self.given = given
      self.verdict = verdict
    }
  }

  package var explanation: RuleExplanation
  package var materials: [String]
  /// What `for_each` goes over.
  package var iteration: String?
  package var since: CalendarDate?
  package var until: CalendarDate?
  package var tags: [String]
  package var message: LocalizedText
  package var fix: LocalizedText?
  /// Key, type and summary of the facts it reads, sorted.
  package var facts: [FactDeclaration]
  package var examples: [Example]

  package init(
    explanation: RuleExplanation, materials: [String], iteration: String?, since: CalendarDate?,
    until: CalendarDate?, tags: [String], message: LocalizedText, fix: LocalizedText?,
    facts: [FactDeclaration], examples: [Example]
  ) {
    self.explanation = explanation
    self.materials = materials
    self.iteration = iteration
    self.since = since
    self.until = until
    self.tags = tags
    self.message = message
    self.fix = fix
    self.facts = facts
    self.examples = examples
  }
}

/// A function that expressions may call, as the list of functions shows it.
package struct FunctionDocument: Hashable, Sendable {
  package let name: String
  package let signatures: [String]
  package let summary: LocalizedText
  /// How it is written, whole; empty where its forms say that.
  package let examples: [String]

  package init(
    name: String, signatures: [String], summary: LocalizedText, examples: [String] = []
  ) {
    self.name = name
    self.signatures = signatures
    self.summary = summary
    self.examples = examples
  }
}

/// A fact that rules may name, as the list of facts shows it.
package struct FactDocument: Hashable, Sendable {
  package let key: String
  package let type: String
  package let title: LocalizedText
  /// The material that carries it, or who else says it.
  package let source: LocalizedText
  /// A value as rules' tests give it.
  package let example: String

  package init(
    key: String, type: String, title: LocalizedText, source: LocalizedText, example: String
  ) {
    self.key = key
    self.type = type
    self.title = title
    self.source = source
    self.example = example
  }
}

/// What every author may name, beside the packs: the lists of the manual.
package struct RuleVocabulary: Hashable, Sendable {
  package let facts: [FactDocument]
  package let verbs: [FunctionDocument]
  package let functions: [FunctionDocument]
  package let macros: [FunctionDocument]
  /// The built-in normalizers: their steps, and what they make of a text.
  package let normalizers: [FunctionDocument]

  package init(
    facts: [FactDocument], verbs: [FunctionDocument], functions: [FunctionDocument],
    macros: [FunctionDocument], normalizers: [FunctionDocument]
  ) {
    self.facts = facts
    self.verbs = verbs
    self.functions = functions
    self.macros = macros
    self.normalizers = normalizers
  }
}
