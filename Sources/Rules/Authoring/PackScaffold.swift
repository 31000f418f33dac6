internal import CEL
package import Model

/// The files of a new pack: one rule that works, with its tests, for an author to change.
package struct PackScaffold: Sendable {
  /// Why a pack cannot be called so.
  package enum Refusal: Error, Hashable, Sendable {
    /// Ids are of small letters, digits and hyphens; with one that would do.
    case notAnID(suggestion: String)
    /// The id or the rule's is that of a pack which is there already.
    case taken(by: String)
  }

  package let id: String
  private let day: CalendarDate

  /// - Parameters:
  ///   - id: What the pack is called.
  ///   - day: The day on which the source of its rule was seen.
  ///   - library: The packs beside which it will stand.
  package init(id: String, day: CalendarDate, beside library: RuleLibrary) throws(Refusal) {
    guard PatternSyntax.matches(id, "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"), id.count <= 40 else {
      let letters = id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      let parts = String(letters).split(separator: "-").drop { $0.first?.isLetter != true }
      let plain = parts.joined(separator: "-")
      throw .notAnID(suggestion: plain.isEmpty ? "house" : String(plain.prefix(40)))
    }
    self.id = id
    self.day = day
    if library.packs.contains(where: { $0.id == id }) { throw .taken(by: id) }
    if let pack = library.packs(with: ruleID).first { throw .taken(by: pack) }
  }

  /// The id of its rule.
  package var ruleID: String { area + "-CAPITAL-001" }

  /// `HOUSE` of `house`, `MYHOUSE` of `my-house`.
  private var area: String { id.uppercased().filter { $0 != "-" } }

  /// Where the pack lies below its folder.
  package var packPath: String { "packs/\(id).yaml" }

  /// How many tests its rule has.
  package static let testCount = 3

  /// The texts of the files by their paths below the folder, sorted.
  package var files: [(path: String, text: String)] {
    [(packPath, pack), (SourceRegister.fileName, sources)]
  }

  private var sources: String {
    SourceRegister.columns.joined(separator: ",") + "\n"
      + "\(id)-rules,本集团制度,本集团制度汇编,\(day.iso)\n"
  }

  private var pack: String {
    """
    # yaml-language-server: $schema=../pack.schema.json
    # 本集团的规则，与内置规则一起执行 · Rules of the house, which run beside the built-in ones:
    #   dossier check 提交目录 --add-rules 本目录 · dossier check SUBMISSION --add-rules THIS-FOLDER
    # 事实、动词和函数 · Facts, verbs and functions: dossier rules docs --output manual
    schema: dossier/pack-v1
    pack:
      id: \(id)
      version: 1.0.0
      title: {zh-CN: 本集团规则, en: Rules of the house}
      # 只用于某些渠道 · for some channels alone: applies_to: {channels: [wecom]}

    params:
      least_capital: {type: double, default: 1000000, title: {zh-CN: 最低注册资本（元）, en: Least capital in yuan}}

    # 查找表示例 · A lookup, once a rule uses it (or file: cities.csv beside this file):
    # lookups:
    #   cities:
    #     key: city
    #     columns: {city: string, region: string}
    #     rows: [[海口市, 华南], [长沙市, 中南]]
    #     # assert: |-
    #     #   lookup.cities.exists(city, license.address.contains(city))

    rules:
      - id: \(ruleID)
        title: {zh-CN: 注册资本不低于本集团的要求, en: The registered capital is as much as the house asks for}
        severity: warning                 # error 错误 · warning 警告 · note 提示
        materials: [business_license]     # 没有执照时不适用 · without a license it does not apply
        check: {at_least: [license.registered_capital_amount, {param: least_capital}]}
        message:
          zh-CN: 注册资本 {license.registered_capital_amount|amount} 元，低于 {params.least_capital|amount} 元
          en: the registered capital is {license.registered_capital_amount|amount} yuan, less than {params.least_capital|amount}
        fix: {zh-CN: 请先增资，或向集团说明, en: "raise the capital, or explain it to the group"}
        basis: [{kind: house, ref: \(id)-rules, passage: 第一条}]     # sources.csv 中的编号 · an id of sources.csv
        tests:                            # 没有写出的事实视为未读出 · a fact that is not given was not read
          - {given: {license.registered_capital_amount: 1000000}, expect: pass}
          - {given: {license.registered_capital_amount: 999999.99}, expect: fail}
          - {given: {}, expect: cannot_tell, because: [license.registered_capital_amount]}

    """
  }
}
