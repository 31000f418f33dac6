import Model

extension Specimen {
  static let verdicts = [
    RuleVerdict(rule: "ID-NUM-003", verdict: .fail),
    RuleVerdict(rule: "ID-SIDES-006", verdict: .cannotTell),
    RuleVerdict(rule: "ID-VALID-004", verdict: .fail),
    RuleVerdict(rule: "LIC-NAME-001", verdict: .fail),
    RuleVerdict(rule: "LIC-QR-009", verdict: .notApplicable),
    RuleVerdict(rule: "LIC-TERM-005", verdict: .cannotTell),
    RuleVerdict(rule: "LIC-USCC-002", verdict: .pass),
  ]

  static let findings = [
    Finding(
      rule: "ID-NUM-003", severity: .error, verdict: .fail,
      title: LocalizedText("身份证号与申报一致", "ID number equals the declared one"),
      message: LocalizedText(
        "证件号码 {id_front.number} 与申报 {declared.legal_representative.id_number} 不一致",
        "the card says {id_front.number}, the declaration {declared.legal_representative.id_number}"
      ),
      arguments: [
        "id_front.number": Quotation("44030519850312001X", source: .value("id_front.number")),
        "declared.legal_representative.id_number": Quotation(
          "44030519860312001X", source: .value("declared.legal_representative.id_number")),
      ],
      expected: Quotation("44030519850312001X", source: .value("id_front.number")),
      actual: Quotation(
        "44030519860312001X", source: .value("declared.legal_representative.id_number")),
      facts: ["declared.legal_representative.id_number", "id_front.number"],
      basis: CalendarDate(iso: "2026-11-22").map { seen in
        [
          Finding.Basis(
            kind: .platform,
            source: CitedSource(
              id: "reasons", title: "Reasons of rejection", place: "https://example.com/reasons",
              seen: seen),
            passage: "subject data equal the papers")
        ]
      } ?? []),
    Finding(
      rule: "ID-VALID-004", severity: .error, verdict: .fail,
      title: LocalizedText("身份证在有效期内", "ID card is valid"),
      message: LocalizedText(
        "身份证已于 {id_back.valid_to} 到期", "the card expired on {id_back.valid_to}"),
      arguments: [
        "id_back.valid_to": Quotation("2025-06-30", source: .value("id_back.valid_to"))
      ],
      fix: LocalizedText("换领新证后重新拍摄国徽面", "renew the card and scan its back"),
      actual: Quotation("2025-06-30", source: .value("id_back.valid_to")),
      facts: ["id_back.valid_to", "submission.submitted_on"], element: "身份证3.jpg"),
    Finding(
      rule: "LIC-NAME-001", severity: .error, verdict: .fail,
      title: LocalizedText("执照名称与申报名称一致", "License name equals the declared name"),
      message: LocalizedText(
        "执照名称「{license.name}」与申报名称「{declared.company.name}」不一致",
        "license name \"{license.name}\" differs from \"{declared.company.name}\""),
      arguments: [
        "license.name": Quotation("深圳市星河科技有限公司", source: .value("license.name")),
        "declared.company.name": Quotation(
          "深圳市星河料技有限公司", source: .value("declared.company.name")),
      ],
      fix: LocalizedText("按营业执照更正申报名称", "correct the declared name by the license"),
      expected: Quotation("深圳市星河科技有限公司", source: .value("license.name")),
      actual: Quotation("深圳市星河料技有限公司", source: .value("declared.company.name")),
      facts: ["declared.company.name", "license.name"], tags: ["owner:registry"]),
    Finding(
      rule: "ID-SIDES-006", severity: .error, verdict: .cannotTell,
      title: LocalizedText("身份证正反面齐全", "Both sides of the card are there"),
      message: LocalizedText(
        "有文件未能识别，无法确认国徽面是否已提交", "a file was not recognized; the emblem side may be in it"),
      facts: [],
      unknown: [
        Finding.Unknown(fact: "submission.materials", state: .noDocument, file: "身份证2.jpg")
      ]),
    Finding(
      rule: "LIC-TERM-005", severity: .warning, verdict: .cannotTell,
      title: LocalizedText("营业期限未届满", "Business term has not ended"),
      message: LocalizedText(
        "无法判断：未读出 license.term_to（{file.1}）", "cannot tell: license.term_to was not read ({file.1})"
      ),
      arguments: ["file.1": Quotation("营业执照.jpg")],
      fix: LocalizedText("重新拍摄或扫描该材料，使文字清晰完整", "photograph or scan it again, sharp and whole"),
      facts: ["license.term_to", "submission.submitted_on"],
      unknown: [
        Finding.Unknown(fact: "license.term_to", state: .unread, file: "营业执照.jpg")
      ]),
  ]

  static let folderNotices = [
    Notice(
      file: "declared.yaml", stage: .declare, code: .declarationUnknownKey,
      details: ["line": "7", "column": "3", "key": "compnay", "suggestion": "company?"]),
    Notice(
      file: "declared.yaml", stage: .declare, code: .declarationBadValue,
      details: [
        "line": "9", "column": "5", "key": "operator.phone", "expected": "11 digits",
        "found": "13900139000 (office)",
      ]),
  ]
}
