package import Model

/// Writes the pages of `dossier rules docs`: one per rule and per pack, and the lists of what rules may name.
package enum RuleDocs {
  package enum Format: String, CaseIterable, Sendable { case md, html }

  /// Gives paths below the output folder (`zh-CN/enterprise-basic/LIC-NAME-001.md`) with their texts.
  package static func files(
    of packs: [PackDocument], _ vocabulary: RuleVocabulary, formats: [Format]
  ) -> [(path: String, text: String)] {
    ReportLocale.allCases.flatMap { locale in
      let writer = RuleDocsWriter(locale: locale)
      let pages =
        [
          writer.index(packs), writer.list(of: vocabulary.facts),
          writer.list("verbs", vocabulary.verbs), writer.list("functions", vocabulary.functions),
          writer.list("macros", vocabulary.macros),
          writer.list("normalizers", vocabulary.normalizers),
        ]
        + packs.flatMap { pack in
          [writer.page(of: pack)] + [writer.checklist(of: pack)].compactMap(\.self)
            + pack.rules.map { writer.page(of: $0, in: pack) }
        }
      return formats.flatMap { format in
        pages.map { page in
          let text =
            format == .md ? page.markdown : page.html(language: locale.rawValue)
          return (path: "\(locale.rawValue)/\(page.path).\(format.rawValue)", text: text)
        }
      }
    }
  }
}

/// Pages in one language.
struct RuleDocsWriter {
  typealias Span = DocumentPage.Span
  typealias Block = DocumentPage.Block

  let locale: ReportLocale

  private func say(_ chinese: String, _ english: String) -> String {
    locale.text(chinese, english)
  }

  func index(_ packs: [PackDocument]) -> DocumentPage {
    let title = say("规则手册", "Rules")
    return DocumentPage(
      path: "index", title: title,
      blocks: [
        .heading(1, title),
        .list(
          packs.map { pack in
            (0, [.link(pack.title[locale], to: pack.id), .text("  \(pack.version)")])
          } + [(0, [.link(say("事实", "Facts"), to: "facts")])]
            + ["verbs", "functions", "macros", "normalizers"].map {
              (0, [.link(self.title(of: $0), to: $0)])
            }),
      ])
  }

  private func title(of path: String) -> String {
    switch path {
    case "verbs": say("动词", "Verbs")
    case "macros": say("宏", "Macros")
    case "normalizers": say("规范化", "Normalizers")
    default: say("函数", "Functions")
    }
  }

  private func codes(_ texts: [String]) -> [Span] {
    texts.enumerated().flatMap { index, text -> [Span] in
      (index > 0 ? [.text("  ")] : []) + [.code(text)]
    }
  }

  func list(_ path: String, _ entries: [FunctionDocument]) -> DocumentPage {
    let hasExamples = entries.contains { !$0.examples.isEmpty }
    let rows = entries.map { entry -> [[Span]] in
      [[.code(entry.name)], codes(entry.signatures), [.text(entry.summary[locale])]]
        + (hasExamples ? [codes(entry.examples)] : [])
    }
    let heads = [say("名称", "name"), say("写法", "form"), say("含义", "meaning")]
    return DocumentPage(
      path: path, title: title(of: path),
      blocks: [
        .heading(1, title(of: path)),
        .table(heads + (hasExamples ? [say("示例", "examples")] : []), rows),
      ])
  }

  /// Every fact, with where it comes from and a value.
  func list(of facts: [FactDocument]) -> DocumentPage {
    let title = say("事实", "Facts")
    return DocumentPage(
      path: "facts", title: title,
      blocks: [
        .heading(1, title),
        .paragraph([
          .text(
            say(
              "动词中直接写事实；类型后有 ? 的可为 null（如长期）。",
              "Verbs take facts as they stand here; a type with ? may be null (such as 长期)."))
        ]),
        .table(
          [
            say("事实", "fact"), say("名称", "title"), say("类型", "type"), say("来源", "source"),
            say("示例", "example"),
          ],
          facts.map { fact in
            [
              [.code(fact.key)], [.text(fact.title[locale])], [.text(fact.type)],
              [.text(fact.source[locale])], [.code(fact.example)],
            ]
          }),
      ])
  }

  func page(of pack: PackDocument) -> DocumentPage {
    var blocks: [Block] = [
      .heading(1, pack.title[locale]), .paragraph([.code(pack.id), .text(" \(pack.version)")]),
    ]
    var lines: [(depth: Int, spans: [Span])] = []
    if let owner = pack.owner { lines.append((0, [.text(say("维护：", "kept by: ") + owner)])) }
    if !pack.channels.isEmpty {
      lines.append((0, [.text(say("渠道：", "channels: ") + pack.channels.joined(separator: ", "))]))
    }
    for parent in pack.parents {
      lines.append((0, [.text(say("继承：", "extends: ")), .link(parent, to: parent)]))
    }
    if !pack.checklist.isEmpty {
      let title = say("清单逐条对照", "The checklist row by row")
      lines.append((0, [.link(title, to: pack.id + "/checklist")]))
    }
    if !lines.isEmpty { blocks.append(.list(lines)) }
    blocks.append(.heading(2, say("规则", "Rules")))
    blocks.append(
      .table(
        [say("编号", "id"), say("严重程度", "severity"), say("要求", "demand")],
        pack.rules.map { rule in
          let id = rule.explanation.rule
          return [
            [.link(id, to: pack.id + "/" + id)], [.text(rule.explanation.severity.rawValue)],
            [.text(rule.explanation.title[locale])],
          ]
        }))
    blocks += named(say("参数", "Parameters"), pack.parameters)
    blocks += named(say("查找表", "Lookups"), pack.lookups)
    blocks += named(say("规范化", "Normalizers"), pack.normalizers)
    blocks += named(say("自定义动词", "Own verbs"), pack.verbs)
    return DocumentPage(path: pack.id, title: pack.title[locale], blocks: blocks)
  }

  /// Each claim of the source with the rules that check it, or why none does; `nil` for a pack without a checklist.
  func checklist(of pack: PackDocument) -> DocumentPage? {
    guard !pack.checklist.isEmpty, let source = pack.checklistSource else { return nil }
    let title = say("清单逐条对照", "The checklist row by row")
    let rows = pack.checklist.map { row -> [[Span]] in
      let rules = row.rules.enumerated().flatMap { index, rule -> [Span] in
        (index > 0 ? [.text(", ")] : []) + [.link(rule.id, to: rule.pack + "/" + rule.id)]
      }
      return [
        [.text(String(row.number))], [.text(row.claim[locale])],
        [.text(row.standing.words[locale])],
        rules.isEmpty ? [.text(say("不检查", "not checked"))] : rules, [.text(row.remark[locale])],
      ]
    }
    let checked = pack.checklist.count { !$0.rules.isEmpty }
    return DocumentPage(
      path: pack.id + "/checklist", title: pack.title[locale] + " " + title,
      blocks: [
        .heading(1, title), .paragraph([.link(pack.title[locale], to: pack.id)]),
        .paragraph([
          .text(
            say(
              "共 \(rows.count) 条，其中 \(checked) 条由规则检查。",
              "\(rows.count) rows, \(checked) of them checked by rules."))
        ]),
        .paragraph([.text(say("出处：", "source: ") + source.textWithPlace)]),
        .table(
          [
            say("条", "row"), say("清单的说法", "claim"), say("真伪", "standing"), say("规则", "rules"),
            say("实情", "what is true"),
          ], rows),
      ])
  }

  private func named(_ title: String, _ entries: [PackDocument.Named]) -> [Block] {
    guard !entries.isEmpty else { return [] }
    let rows = entries.map { entry -> [[Span]] in
      [
        [.code(entry.name)], [.code(entry.form)], [.code(entry.content)],
        // allowed: not every name has a title
        [.text(entry.summary?[locale] ?? "")],
      ]
    }
    return [
      .heading(2, title),
      .table(
        [
          say("名称", "name"), say("类型", "type"), say("内容", "content"), say("含义", "meaning"),
        ], rows),
    ]
  }

  func page(of rule: RuleDocument, in pack: PackDocument) -> DocumentPage {
    let explanation = rule.explanation
    var facts: [(depth: Int, spans: [Span])] = [
      (0, [.text(say("严重程度：", "severity: ") + explanation.severity.rawValue)]),
      (0, [.text(say("规则包：", "pack: ")), .link(pack.title[locale], to: pack.id)]),
    ]
    func add(_ chinese: String, _ english: String, _ texts: [String]) {
      guard !texts.isEmpty else { return }
      facts.append((0, [.text(say(chinese, english) + texts.joined(separator: ", "))]))
    }
    add("材料：", "materials: ", rule.materials)
    add("逐份判断：", "for each: ", [rule.iteration].compactMap(\.self))
    add("生效：", "in force from: ", [rule.since?.iso].compactMap(\.self))
    add("失效：", "in force until: ", [rule.until?.iso].compactMap(\.self))
    add("标签：", "tags: ", rule.tags)
    for basis in explanation.basis {
      add("依据：", "basis: ", ["\(basis.textWithPlace) (\(basis.kind.rawValue))"])
    }
    var blocks: [Block] = [
      .heading(1, explanation.rule + " " + explanation.title[locale]), .list(facts),
    ]
    for element in explanation.elements {
      if let condition = element.condition {
        blocks += [.heading(2, say("何时适用", "When it applies")), .list(items(condition, depth: 0))]
      }
      blocks += [.heading(2, say("检查什么", "What it checks")), .list(items(element.check, depth: 0))]
    }
    blocks += [
      .heading(2, say("不通过时", "Where it fails")), .paragraph([.text(rule.message[locale])]),
    ]
    if let fix = rule.fix {
      blocks.append(.paragraph([.text(say("处理：", "What to do: ") + fix[locale])]))
    }
    blocks += [
      .heading(2, say("所读的事实", "The facts it reads")),
      .table(
        [say("事实", "fact"), say("类型", "type"), say("说明", "summary")],
        rule.facts.map { fact in
          [
            [.code(fact.key)], [.text(fact.type.rawValue + (fact.isNullable ? "?" : ""))],
            [.text(fact.summary)],
          ]
        }),
    ]
    if !rule.examples.isEmpty {
      blocks += [.heading(2, say("示例", "Examples")), examples(rule)]
    }
    return DocumentPage(
      path: pack.id + "/" + explanation.rule,
      title: explanation.rule + " " + explanation.title[locale], blocks: blocks)
  }

  private func items(
    _ part: RuleExplanation.Part, depth: Int
  ) -> [(depth: Int, spans: [Span])] {
    var spans: [Span] = [.text(part.words[locale])]
    if part.children.isEmpty, part.words[locale] != part.source {
      spans += [.text("  "), .code(part.source)]
    }
    return [(depth, spans)] + part.children.flatMap { items($0, depth: depth + 1) }
  }

  private func examples(_ rule: RuleDocument) -> Block {
    .table(
      [say("已知", "given"), say("结论", "verdict"), say("说明", "remark")],
      rule.examples.map { example in
        let given = example.given.enumerated().flatMap { index, pair -> [Span] in
          (index > 0 ? [.text("; ")] : []) + [.code(pair.joined(separator: " = "))]
        }
        return [
          given.isEmpty ? [.text("—")] : given, [.code(example.verdict.rawValue)],
          [.text(example.name ?? "")],  // allowed: a test need not have a name
        ]
      })
  }
}
