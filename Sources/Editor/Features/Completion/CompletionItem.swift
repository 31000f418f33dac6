internal import CEL
internal import Model
internal import Rules

/// One thing that can be inserted at a place.
struct CompletionItem {
  /// Signs that editors show beside items (LSP 3.17, `CompletionItemKind`).
  enum Kind: Int {
    case text = 1
    case method = 2
    case function = 3
    case field = 5
    case variable = 6
    case module = 9
    case property = 10
    case unit = 11
    case value = 12
    case keyword = 14
    case snippet = 15
    case file = 17
    case reference = 18
    case enumMember = 20
    case constant = 21
    case event = 23
  }

  var label: String
  var kind: Kind
  /// Short, right behind the label: a type.
  var form: String?
  /// What people call it.
  var title: String?
  /// What is inserted by clients that know no snippets.
  var insert: String
  /// What is inserted by those that do; `nil` where it is the same.
  var snippet: String?
  /// Lower ranks stand first.
  var rank = 5
  /// What tells ``NameHelp`` what to say of it, where it has more to say.
  var subject: NameHelp.Subject?

  init(
    _ label: String, _ kind: Kind, form: String? = nil, title: String? = nil,
    insert: String? = nil, snippet: String? = nil, rank: Int = 5,
    subject: NameHelp.Subject? = nil
  ) {
    self.label = label
    self.kind = kind
    self.form = form
    self.title = title
    self.insert = insert ?? label
    self.snippet = snippet
    self.rank = rank
    self.subject = subject
  }

  /// Whether it is meant by what is typed: letters of the name in their order, or a part of the title.
  func fits(_ typed: String) -> Bool {
    guard !typed.isEmpty else { return true }
    if title?.contains(typed) == true { return true }
    var rest = typed.lowercased()[...]
    for letter in label.lowercased() where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// Returns a text as a snippet that inserts just that.
  static func escaped(_ text: String) -> String {
    var escaped = String()
    for letter in text {
      if letter == "$" || letter == "}" || letter == "\\" { escaped.append("\\") }
      escaped.append(letter)
    }
    return escaped
  }
}

/// The items of one answer, with where they go.
struct CompletionList {
  var items: [CompletionItem] = []
  /// What they take the place of.
  var range: SourceRange
  /// What was typed already of them.
  var typed: String
  /// What stands around each: a dash, brackets of a list.
  var lead = String()
  var tail = String()

  /// More would not be looked through.
  static let limit = 300

  func answer(_ context: FeatureContext) -> LSPValue {
    let fitting = items.filter { $0.fits(typed) }
    let shown = fitting.count > Self.limit ? Array(ranked(fitting).prefix(Self.limit)) : fitting
    let edited = context.range(range)
    let place = FeatureContext.position(
      context.position, in: context.file.text, context.encoding)
    let uri = LSPValue.string(DocumentPath.uri(of: context.file.path))
    return .members([
      "isIncomplete": .bool(shown.count < fitting.count),
      "items": .array(shown.map { value($0, edited, uri, place, context) }),
    ])
  }

  private func ranked(_ items: [CompletionItem]) -> [CompletionItem] {
    items.sorted { ($0.rank, $0.label) < ($1.rank, $1.label) }
  }

  private func value(
    _ item: CompletionItem, _ range: LSPValue, _ uri: LSPValue, _ place: LSPValue,
    _ context: FeatureContext
  ) -> LSPValue {
    let isSnippet = context.workspace.client.knowsSnippets && item.snippet != nil
    let inserted = isSnippet ? item.snippet ?? item.insert : item.insert
    let data = item.subject.map { subject in
      LSPValue.members([
        "uri": uri, "position": place, "topic": .string(subject.topic.rawValue),
        "name": .string(subject.name),
      ])
    }
    return .members([
      "label": .string(item.label), "kind": .int(item.kind.rawValue),
      "labelDetails": item.form == nil && item.title == nil
        ? nil
        : .members([
          "detail": item.form.map { .string(": " + $0) },
          "description": item.title.map(LSPValue.string),
        ]),
      "sortText": .string(String(item.rank) + item.label),
      "filterText": .string(item.title.map { item.label + " " + $0 } ?? item.label),
      "textEdit": .members([
        "range": range, "newText": .string(lead + inserted + tail),
      ]),
      "insertTextFormat": isSnippet ? 2 : 1, "insertTextMode": 2, "data": data,
    ])
  }
}
