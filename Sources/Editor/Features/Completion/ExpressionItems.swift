internal import CEL
internal import Model
internal import Rules

/// What may be written at a place of an expression.
struct ExpressionItems {
  let maker: CompletionMaker

  private var context: FeatureContext { maker.context }
  private var scope: AuthoringScope? { maker.scope }

  /// Returns the items of a cursor; the word before it is what they take the place of.
  func list(in scalar: OutlineScalar) -> CompletionList? {
    let at = context.position
    guard scalar.textRange.start <= at else { return nil }
    let before = context.file.text.text(
      in: SourceRange(start: scalar.textRange.start, end: at))
    let cursor = ExpressionCursor(before: before)
    let word = cursor.isInText ? Self.openText(before) : cursor.word
    let start = TextPosition(line: at.line, column: at.column - word.unicodeScalars.count)
    var list = CompletionList(range: SourceRange(start: start, end: wordEnd(at)), typed: word)
    list.items = items(cursor)
    return list
  }

  /// What stands behind the quotes that are open at the end.
  private static func openText(_ text: String) -> String {
    let start = text.lastIndex { $0 == "'" || $0 == "\"" }
    // allowed: quotes are open
    return start.map { String(text[text.index(after: $0)...]) } ?? String()
  }

  /// The end of the word that the cursor is in.
  private func wordEnd(_ at: TextPosition) -> TextPosition {
    let rest = context.file.text.line(at.line).unicodeScalars.dropFirst(at.column - 1)
    let count = rest.prefix {
      $0 == "_" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
    }
    .count
    return TextPosition(line: at.line, column: at.column + count)
  }

  private func items(_ cursor: ExpressionCursor) -> [CompletionItem] {
    if cursor.isInText {
      guard let call = cursor.calls.last, call.name == "norm" || call.name == "similar" else {
        return []
      }
      return maker.names.normalizers()
    }
    if cursor.chain.isEmpty || !cursor.chain.contains(".") { return roots(cursor) }
    guard let receiver = cursor.receiver else { return behind(cursor.prefix, cursor) }
    let whole = receiver + cursor.prefix
    return members(of: type(of: whole))
  }

  // MARK: Names

  private var variables: [String: CELType] {
    guard let scope else { return [:] }
    return scope.environment.variables
  }

  private func roots(_ cursor: ExpressionCursor) -> [CompletionItem] {
    var items = cursor.locals.map { CompletionItem($0, .variable, rank: 0) }
    items += segments(behind: "")
    items += calls { $0 == .global || $0 == .either }
    items += macros(asMembers: false)
    items += ["true", "false", "null", "in"].map { CompletionItem($0, .keyword, rank: 6) }
    return items
  }

  /// The next parts of the names that begin with a path.
  private func segments(behind prefix: String) -> [CompletionItem] {
    let start = prefix.isEmpty ? "" : prefix + "."
    var found: [String: CompletionItem] = [:]
    for (name, type) in variables where name.hasPrefix(start) {
      let rest = name.dropFirst(start.count)
      guard let segment = rest.split(separator: ".", maxSplits: 1).first.map(String.init) else {
        continue
      }
      if segment.count == rest.count {
        found[segment] = leaf(segment, name, type)
      } else if found[segment] == nil {
        found[segment] = CompletionItem(segment, .module, rank: 3)
      }
    }
    return found.values.sorted { $0.label < $1.label }
  }

  private func leaf(_ segment: String, _ name: String, _ type: CELType) -> CompletionItem {
    func item(
      _ kind: CompletionItem.Kind, _ title: LocalizedText?, _ topic: NameHelp.Subject.Topic,
      _ subject: String
    ) -> CompletionItem {
      CompletionItem(
        segment, kind, form: type.shown, title: title.map(context.words), rank: 2,
        subject: NameHelp.Subject(topic: topic, name: subject))
    }
    // allowed: an empty name has no rest
    let rest = String(name.split(separator: ".", maxSplits: 1).last ?? "")
    switch name.prefix(while: { $0 != "." }) {
    case "params":
      return item(.constant, scope?.parameters.first { $0.name == rest }?.title, .parameter, rest)
    case "lookup":
      return item(.field, nil, rest.contains(".") ? .column : .lookup, rest)
    case "materials":
      let title = context.workspace.facts?.title(of: MaterialKind(rawValue: rest))
      return item(.enumMember, title, .material, rest)
    default: return item(.property, scope?.fact(name)?.label, .fact, name)
    }
  }

  /// What may follow a path and a dot.
  private func behind(_ prefix: String, _ cursor: ExpressionCursor) -> [CompletionItem] {
    var items = segments(behind: prefix)
    if let type = variables[prefix] {
      // A table's columns are names, and so are the functions of what it is.
      items += members(of: type)
    } else if items.isEmpty {
      let library = functions(of: prefix)
      items += library.isEmpty ? members(of: nil) : library
    }
    return items
  }

  // MARK: Functions

  /// The type of a part of the expression that stands before a dot; `nil` where it cannot be told.
  private func type(of text: String) -> CELType? {
    guard !text.isEmpty,
      case .success(let checked)? = scope?.compile(
        text, startingAt: TextPosition(line: 1, column: 1), margin: 1)
    else { return nil }
    return checked.type
  }

  private func members(of type: CELType?) -> [CompletionItem] {
    calls(of: type) { $0 == .member || $0 == .either }
      + (Self.holdsElements(type) ? macros(asMembers: true) : [])
  }

  private static func holdsElements(_ type: CELType?) -> Bool {
    switch type {
    case nil, .dyn, .list, .map, .optional: true
    case .nullable(let inner): holdsElements(inner)
    default: false
    }
  }

  private func calls(
    of receiver: CELType? = nil, _ isWanted: (Function.Style) -> Bool
  ) -> [CompletionItem] {
    guard let scope else { return [] }
    let plain: CELType? = if case .nullable(let inner)? = receiver { inner } else { receiver }
    return scope.environment.functions.functions.compactMap { function in
      guard Function.isWritten(function.name), !function.name.contains(".") else { return nil }
      let overload = function.overloads.first { overload in
        guard isWanted(overload.style) else { return false }
        guard let plain, plain != .dyn, let first = overload.parameters.first else { return true }
        return plain.fits(first)
      }
      return overload.map { call(function, $0, isMember: receiver != nil || $0.style == .member) }
    }
  }

  private func call(
    _ function: Function, _ overload: Function.Overload, isMember: Bool
  ) -> CompletionItem {
    let hasArguments = overload.parameters.count > (isMember ? 1 : 0)
    return CompletionItem(
      function.name, isMember ? .method : .function, form: overload.result.shown,
      title: context.words(function.summary),
      insert: function.name + (hasArguments ? "(" : "()"),
      snippet: function.name + (hasArguments ? "($1)" : "()"), rank: 4,
      subject: NameHelp.Subject(topic: .function, name: function.name))
  }

  /// Functions whose names have a dot: `math.abs`.
  private func functions(of prefix: String) -> [CompletionItem] {
    guard let scope else { return [] }
    return scope.environment.functions.functions.compactMap { function in
      guard function.name.hasPrefix(prefix + "."), let overload = function.overloads.first else {
        return nil
      }
      let name = String(function.name.dropFirst(prefix.count + 1))
      return CompletionItem(
        name, .function, form: overload.result.shown, title: context.words(function.summary),
        insert: name + "(", snippet: name + "($1)", rank: 4,
        subject: NameHelp.Subject(topic: .function, name: function.name))
    }
  }

  private func macros(asMembers isMember: Bool) -> [CompletionItem] {
    let globals: Set = ["has", "known", "bind"]
    return Macro.all.filter { globals.contains($0.name) != isMember }.map { macro in
      let call = isMember ? macro.name : macro.name == "bind" ? "cel.bind" : macro.name
      return CompletionItem(
        call, .snippet, title: context.words(macro.summary), insert: call + "(",
        snippet: call + Self.arguments(of: macro.name), rank: 3,
        subject: NameHelp.Subject(topic: .macro, name: macro.name))
    }
  }

  private static func arguments(of macro: String) -> String {
    switch macro {
    case "has", "known": "($1)"
    case "bind": "(${1:x}, $2, $3)"
    case "existsOne", "transformList": "(${1:i}, ${2:x}, $3)"
    case "transformMap", "transformMapEntry": "(${1:k}, ${2:v}, $3)"
    default: "(${1:x}, $2)"
    }
  }

  /// Functions that an operand may be put through, by their bare names.
  var applicable: [CompletionItem] {
    calls { _ in true }.map { item in
      var item = item
      item.insert = item.label
      item.snippet = nil
      return item
    }
  }
}
