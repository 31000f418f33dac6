internal import CEL
internal import Model
internal import Rules

/// What there is to say of a name, as Markdown: for those who point at it and those who choose it.
struct NameHelp {
  /// What is asked about.
  struct Subject: Hashable {
    enum Topic: String {
      case fact, parameter, lookup, column, normalizer, verb, function, macro, rule, source
      case material, pack
      /// The name is all there is to say.
      case words
    }

    let topic: Topic
    let name: String
  }

  let context: FeatureContext
  let scope: AuthoringScope?

  func markdown(_ subject: Subject) -> String? {
    let name = subject.name
    return switch subject.topic {
    case .fact: fact(name)
    case .parameter: parameter(name)
    case .lookup: lookup(name)
    case .column: column(name)
    case .normalizer: normalizer(name)
    case .verb: verb(name)
    case .function: function(name)
    case .macro: macro(name)
    case .rule: rule(name)
    case .source: source(name)
    case .material: material(name)
    case .pack: pack(name)
    case .words: name
    }
  }

  private func words(_ chinese: String, _ english: String) -> String {
    context.words(chinese, english)
  }

  private func head(_ name: String, _ form: String, _ title: String?) -> String {
    var line = "`" + name + "`"
    if !form.isEmpty { line += ": `" + form + "`" }
    if let title, title != name { line += " — " + title }
    return line
  }

  private func paragraphs(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: Facts

  private func fact(_ path: String) -> String? {
    guard let fact = scope?.fact(path) ?? context.workspace.facts?[path] else { return nil }
    let document = context.workspace.fact(fact.key)
    var about: [String] = []
    if fact.isNullable { about.append(words("可为 null（如长期）", "may be null (such as 长期)")) }
    if let source = document?.source { about.append(words("来自", "from ") + context.words(source)) }
    if fact.isPersonal {
      about.append(words("个人信息，报告中遮盖", "personal: reports mask it"))
    }
    let form = fact.type.rawValue + (fact.isNullable ? "?" : "")
    var example: String?
    if let text = document?.example {
      let shown = fact.isPersonal ? ShownValue.masked(text) : text
      example = words("例：", "e.g. ") + "`" + shown + "`"
    }
    return paragraphs([
      head(path, form, context.words(fact.label)),
      path == fact.key ? nil : words("即 ", "that is, ") + "`" + fact.key + "`",
      about.joined(separator: words("；", "; ")), fact.summary, example,
      ShownValue(context: context, scope: scope).ofFact(path),
    ])
  }

  // MARK: Names of packs

  private func parameter(_ name: String) -> String? {
    guard let found = scope?.parameters.first(where: { $0.name == name }) else { return nil }
    return paragraphs([
      head("params." + name, found.form, found.title.map(context.words)),
      words("现值：", "value: ") + "`" + found.content + "`",
    ])
  }

  private func lookup(_ name: String) -> String? {
    guard let found = scope?.lookups.first(where: { $0.name == name }) else { return nil }
    return paragraphs([
      head("lookup." + name, "", nil), words("各列：", "columns: ") + "`" + found.form + "`",
      words("\(found.content) 行", "\(found.content) rows"),
    ])
  }

  /// - Parameter path: `table.column`.
  private func column(_ path: String) -> String? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2,
      let found = scope?.columns[parts[0]]?.first(where: { $0.name == parts[1] })
    else { return nil }
    return head("lookup." + path, found.form, nil)
  }

  private func normalizer(_ name: String) -> String? {
    guard let found = scope?.normalizers.first(where: { $0.name == name }) else { return nil }
    let steps = found.form.split(separator: ",").map { step -> String in
      let step = step.drop { $0 == " " }
      let title = ValueTitles.title(of: String(step)).map { " — " + context.words($0) }
      // allowed: a step without a title is its name
      return "- `" + step + "`" + (title ?? String())
    }
    let builtIn = context.workspace.vocabulary?.normalizers.first { $0.name == name }
    return paragraphs([
      head(name, "", nil), steps.joined(separator: "\n"),
      builtIn.map { context.words($0.summary) },
    ])
  }

  private func verb(_ name: String) -> String? {
    if let own = scope?.verbs.first(where: { $0.name == name }) {
      return paragraphs([
        head(name, own.form, own.title.map(context.words)), "```cel\n" + own.content + "\n```",
      ])
    }
    guard let verb = context.workspace.vocabulary?.verbs.first(where: { $0.name == name }) else {
      return nil
    }
    let keys = verb.signatures.dropFirst().map { "`" + $0 + "`" }
    return paragraphs([
      head(name, "", context.words(verb.summary)),
      keys.isEmpty ? nil : words("还可写：", "beside it: ") + keys.joined(separator: ", "),
      "```yaml\n" + verb.examples.map { "check: " + $0 }.joined(separator: "\n") + "\n```",
    ])
  }

  // MARK: Expressions

  private func function(_ name: String) -> String? {
    guard let function = scope?.environment.functions[name] else {
      return macro(name)
    }
    let forms = function.overloads.map { $0.signature(of: name) }
    return paragraphs([
      context.words(function.summary), "```\n" + forms.joined(separator: "\n") + "\n```",
    ])
  }

  private func macro(_ name: String) -> String? {
    guard let macro = Macro.all.first(where: { $0.name == name }) else { return nil }
    return paragraphs([context.words(macro.summary), "```cel\n" + macro.usage + "\n```"])
  }

  // MARK: Other files

  private func rule(_ id: String) -> String? {
    guard let (rule, pack) = context.workspace.rule(id) else { return nil }
    // allowed: every severity has a title
    let severity = ValueTitles.title(of: rule.severity.rawValue).map(context.words) ?? String()
    return paragraphs([
      head(id, "", context.words(rule.title)),
      severity + " · " + words("规则包 ", "pack ") + "`" + pack.id + "`",
    ])
  }

  private func source(_ id: String) -> String? {
    guard let found = scope?.sources.first(where: { $0.name == id }) else { return nil }
    return paragraphs([head(id, "", found.title.map(context.words)), found.form])
  }

  private func material(_ kind: String) -> String? {
    guard let facts = context.workspace.facts else { return nil }
    let kind = MaterialKind(rawValue: kind)
    let count = facts.declarations.count { $0.material == kind }
    return paragraphs([
      head(kind.rawValue, "", context.words(facts.title(of: kind))),
      count == 0 ? nil : words("\(count) 项事实", "\(count) facts"),
    ])
  }

  private func pack(_ id: String) -> String? {
    guard let pack = context.workspace.library?.packs.first(where: { $0.id == id }) else {
      return nil
    }
    return paragraphs([
      head(id, pack.version, context.words(pack.title)),
      words("\(pack.rules.count) 条规则", "\(pack.rules.count) rules"),
    ])
  }
}
