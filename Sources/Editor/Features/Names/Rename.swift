internal import CEL
internal import Model
internal import Rules
internal import Tables

extension Feature {
  /// Whether the name at a place can be renamed, and which part of the text it is.
  static let prepareRename = Feature("textDocument/prepareRename") {
    context throws(EditorRefusal) in
    if let variable = LocalVariable(at: context.position, in: context.file),
      let place = variable.places.first(where: { $0.touches(context.position) })
    {
      return .members(["range": context.range(place), "placeholder": .string(variable.name)])
    }
    let target = try Renaming.target(context)
    guard let use = context.name else { return .null }
    return .members([
      "range": context.range(use.range),
      "placeholder": .string(Renaming.placeholder(target)),
    ])
  }

  /// Writes another name everywhere in the workspace where the one at a place stands.
  static let rename = Feature(
    "textDocument/rename", announcedAs: "renameProvider", .members(["prepareProvider": true])
  ) { context throws(EditorRefusal) in
    guard let name = context.params["newName"]?.string else {
      throw EditorRefusal("缺少 newName", "newName is missing")
    }
    if let variable = LocalVariable(at: context.position, in: context.file) {
      try Renaming.check(variable.name, name)
      return WorkspaceEdit.of([context.file.path: variable.places.map { ($0, name) }], context)
    }
    let target = try Renaming.target(context)
    try Renaming.check(target, name)
    var changes: [String: [(SourceRange, String)]] = [:]
    // A glob goes on standing for the rule under its new name.
    for place in target.places where !place.file.text.text(in: place.range).contains("*") {
      changes[place.file.path, default: []].append((place.range, name))
    }
    return WorkspaceEdit.of(changes, context)
  }
}

/// What may be renamed, and to what.
enum Renaming {
  /// - Throws: ``EditorRefusal`` where nothing is, or what is not ours to name.
  static func target(_ context: FeatureContext) throws(EditorRefusal) -> NameTarget {
    guard let target = NameTarget(context) else {
      throw EditorRefusal("此处没有可以改名的名称", "there is no name here to change")
    }
    guard target.isFixed else { return target }
    switch target.kind {
    case .fact:
      throw EditorRefusal(
        "事实「\(target.name)」由材料或申报给出，不能改名",
        "the fact \(target.name) comes from materials or declarations")
    case .verb:
      throw EditorRefusal("「\(target.name)」是内置动词，不能改名", "\(target.name) is a built-in verb")
    case .material:
      throw EditorRefusal(
        "材料「\(target.name)」由 materials 目录定义，不能改名",
        "the material \(target.name) is defined in materials")
    case .source:
      throw EditorRefusal(
        "出处「\(target.name)」登记在 sources.csv 中，不能改名",
        "the source \(target.name) is registered in sources.csv")
    case .rulePattern:
      throw EditorRefusal("通配「\(target.name)」不是一条规则", "\(target.name) is a glob and no rule")
    default:
      throw EditorRefusal(
        "「\(target.name)」不是本工作区给出的名称，不能改名", "\(target.name) is not given in this workspace")
    }
  }

  /// The name as it is written at its places.
  static func placeholder(_ target: NameTarget) -> String {
    guard target.kind == .column, let dot = target.name.firstIndex(of: ".") else {
      return target.name
    }
    return String(target.name[target.name.index(after: dot)...])
  }

  static func check(_ old: String, _ new: String) throws(EditorRefusal) {
    guard isName(new) else { throw malformed(new) }
  }

  /// - Throws: ``EditorRefusal`` where the new name is not well-formed, or taken.
  static func check(_ target: NameTarget, _ new: String) throws(EditorRefusal) {
    let isWellFormed =
      switch target.kind {
      case .rule: isRuleID(new)
      case .pack, .profile: isWord(new, joinedBy: ["-", "_", "."])
      default: isName(new)
      }
    guard isWellFormed else {
      if target.kind == .rule {
        throw EditorRefusal(
          "「\(new)」不是规则编号：应如 LIC-NAME-001", "\"\(new)\" is no rule id such as LIC-NAME-001")
      }
      throw malformed(new)
    }
    guard new != placeholder(target) else { return }
    let whole =
      target.kind == .column
      ? target.name.prefix { $0 != "." } + "." + new : new[...]
    guard !target.isTaken(by: String(whole)) else {
      throw EditorRefusal("名称「\(new)」已被使用", "the name \"\(new)\" is taken")
    }
    if let lost = target.patterns.first(where: { !RuleGlob.matches($0.name, new) }) {
      throw EditorRefusal(
        "改名后通配「\(lost.name)」不再包括该规则；请先改通配",
        "the glob \(lost.name) would no longer cover the rule; change the glob first")
    }
  }

  private static func malformed(_ new: String) -> EditorRefusal {
    EditorRefusal(
      "「\(new)」不能作名称：用小写字母、数字和下划线，以字母开头",
      "\"\(new)\" is no name: lower-case letters, digits and _, beginning with a letter")
  }

  private static func isName(_ text: String) -> Bool { isWord(text, joinedBy: ["_"]) }

  private static func isWord(_ text: String, joinedBy signs: Set<Unicode.Scalar>) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || signs.contains($0)
    }
  }

  /// `AREA-TOPIC-001`; the topic is optional.
  private static func isRuleID(_ text: String) -> Bool {
    PatternSyntax.matches(text, "^(" + RuleSchema.idPattern + ")$")
  }
}
