internal import CEL
internal import Model
internal import Rules
internal import Tables

extension Feature {
  /// What can be done at a place: mistakes mended, tests added, constants named.
  static let codeAction = Feature(
    "textDocument/codeAction", announcedAs: "codeActionProvider",
    .members(["codeActionKinds": .strings(EditorAction.Kind.allCases.map(\.rawValue))])
  ) { context in
    let place = ActionPlace(context)
    // allowed: without a wish all kinds are wanted
    let wanted = (context.params["context"]?["only"]?.items ?? []).compactMap(\.string)
    func isWanted(_ kind: EditorAction.Kind) -> Bool {
      wanted.isEmpty || wanted.contains { kind.isPart(of: $0) }
    }
    let actions = EditorAction.makers.filter { isWanted($0.kind) }.flatMap { $0.make(place) }
    return .array(actions.map { $0.value(context) })
  }
}

/// A change that an author may choose.
struct EditorAction {
  enum Kind: String, CaseIterable {
    case quickFix = "quickfix"
    case extract = "refactor.extract"
    case rewrite = "refactor.rewrite"

    /// Whether a client that asks for a kind wants this one: kinds are parted by dots.
    func isPart(of wanted: String) -> Bool {
      rawValue == wanted || rawValue.hasPrefix(wanted + ".")
    }
  }

  let title: LocalizedText
  let kind: Kind
  /// By the path of the file: what is written in the place of what.
  let changes: [String: [(SourceRange, String)]]
  /// What it mends.
  var diagnostic: Diagnostic?

  /// What looks for changes of one kind.
  struct Maker: Sendable {
    let kind: Kind
    let make: @Sendable (ActionPlace) -> [EditorAction]

    init(_ kind: Kind, _ make: @escaping @Sendable (ActionPlace) -> [EditorAction]) {
      self.kind = kind
      self.make = make
    }
  }

  /// Those of kinds that nobody asks for are not run: tests and mutants take their time.
  static let makers: [Maker] = [
    Maker(.quickFix, SpellingActions.make), Maker(.quickFix, NullMeaningActions.make),
    Maker(.quickFix, PlainCELActions.make), Maker(.quickFix, MissingKeyActions.make),
    Maker(.quickFix, LanguageActions.make), Maker(.rewrite, TestActions.make),
    Maker(.rewrite, MutantActions.make), Maker(.rewrite, WaiverActions.make),
    Maker(.rewrite, CELCheckActions.make), Maker(.extract, ParameterActions.make),
  ]

  func value(_ context: FeatureContext) -> LSPValue {
    let diagnostics = DiagnosticsFeature(
      workspace: context.workspace, encoding: context.encoding)
    return .members([
      "title": .string(title[context.locale]), "kind": .string(kind.rawValue),
      "diagnostics": diagnostic.map { .array([diagnostics.item($0)]) },
      "isPreferred": diagnostic == nil ? nil : true,
      "edit": WorkspaceEdit.of(changes, context),
    ])
  }
}

/// Where actions are asked for, with what is wrong there.
struct ActionPlace {
  let context: FeatureContext
  let range: SourceRange
  /// What is wrong on the lines of the range.
  let diagnostics: [Diagnostic]

  var file: EditedFile { context.file }
  var workspace: Workspace { context.workspace }

  init(_ context: FeatureContext) {
    self.context = context
    let range =
      FeatureContext.range(context.params["range"], in: context.file.text, context.encoding)
      ?? SourceRange(context.position)
    self.range = range
    let all = context.workspace.ruleDiagnostics + context.workspace.sources.check(context.file)
    diagnostics = all.filter { diagnostic in
      diagnostic.file == context.file.path
        && (range.start.line...range.end.line).contains(diagnostic.position.line)
    }
  }

  /// The rule that the range begins in, with its id.
  var rule: (node: OutlineNode, id: String)? {
    guard file.kind == .pack,
      let node = file.outline.path(to: range.start).element(under: "rules"),
      node.range.start.line <= range.start.line, range.start.line <= node.range.end.line,
      let id = node["id"]?.text, !id.isEmpty
    else { return nil }
    return (node, id)
  }

  /// The rules as they stand now; `nil` while a file has an error.
  var library: RuleLibrary? { workspace.rules.library }

  func action(
    _ chinese: String, _ english: String, as kind: EditorAction.Kind = .quickFix,
    _ changes: [(SourceRange, String)], of diagnostic: Diagnostic? = nil
  ) -> EditorAction {
    EditorAction(
      title: LocalizedText(chinese, english), kind: kind, changes: [file.path: changes],
      diagnostic: diagnostic)
  }
}
