internal import Model

extension License {
  /// A row of the form.
  enum Field: CaseIterable {
    case name, type, form, head, capital, paidIn, established, term, address, scope
  }

  /// The printed label of a field for this kind of firm (docs/domain.md#license-labels); `nil` where it has none.
  func label(_ field: Field) -> String? {
    let isEarly = generation == .before2014
    let isTrader = entity == .soleTrader
    return switch field {
    case .name: isEarly && isTrader ? "字号名称" : "名称"
    case .type: isEarly ? (isTrader ? nil : "公司类型") : "类型"
    case .form: form == nil ? nil : "组成形式"
    case .scope: isEarly && isTrader ? "经营范围及方式" : "经营范围"
    case .paidIn: paidIn == nil ? nil : "实收资本"
    case .established: isTrader ? "注册日期" : "成立日期"
    case .capital:
      capital == nil ? nil : entity == .limitedCompany || entity == .jointStock ? "注册资本" : "出资额"
    case .head:
      switch entity {
      case .limitedCompany, .jointStock: isEarly ? "法定代表人姓名" : "法定代表人"
      case .soleTrader: isEarly ? "经营者姓名" : "经营者"
      case .branch: "负责人"
      case .partnership: "执行事务合伙人"
      case .soleProprietorship: "投资人"
      }
    case .address:
      switch entity {
      case .limitedCompany, .jointStock, .soleProprietorship: "住所"
      case .soleTrader: "经营场所"
      case .branch: "营业场所"
      case .partnership: "主要经营场所"
      }
    case .term:
      switch term {
      case .notPrinted: nil
      case .fixed, .longTerm, .openEnd: entity == .partnership ? "合伙期限" : "营业期限"
      }
    }
  }

  /// The printed value of a field; `nil` where the license has none.
  func text(_ field: Field) -> String? {
    switch field {
    case .name: name
    case .type: type
    case .form: form
    case .head: head
    case .capital: capital?.text
    case .paidIn: paidIn?.text
    case .established: establishedText
    case .address: address
    case .scope: scope
    case .term:
      switch term {
      case .fixed(_, let text), .longTerm(_, let text), .openEnd(_, let text): text
      case .notPrinted: nil
      }
    }
  }

  /// The words at its head.
  var title: String {
    guard generation == .before2014 else { return "营业执照" }
    return entity == .soleTrader ? "个体工商户营业执照" : "企业法人营业执照"
  }

  /// The label and digits of its number.
  var identifier: (label: String, text: String) {
    switch number {
    case .creditCode(let code): ("统一社会信用代码", code)
    case .registration(let digits): ("注册号", digits)
    }
  }

  /// What the drawn license states.
  func truth(pages: [Int], printsAuthority: Bool) -> DocumentTruth {
    var facts = [
      PrintedFact("name", name), PrintedFact("address", address),
      PrintedFact("legal_representative", head), PrintedFact("scope", scope),
      PrintedFact("established_on", establishedText, .date(established)),
      PrintedFact("issued_on", issuedText, .date(issued)),
    ]
    if label(.type) != nil { facts.append(PrintedFact("type", type)) }
    switch number {
    case .creditCode(let code): facts.append(PrintedFact("credit_code", code))
    case .registration(let digits): facts.append(PrintedFact("registration_number", digits))
    }
    if let capital {
      facts += [
        PrintedFact("registered_capital", capital.text),
        PrintedFact("registered_capital_amount", capital.text, .number(capital.yuan)),
        PrintedFact("registered_capital_currency", capital.text, .string(capital.currency)),
      ]
    }
    if isDuplicate { facts.append(PrintedFact("copy", "副本", .string("duplicate"))) }
    let others = [
      ("serial_number", serial), ("form", form), ("paid_in_capital", paidIn?.text),
      ("authority", printsAuthority ? authority : nil), ("qr_text", code?.text),
      ("qr_credit_code", code?.creditCode),
    ]
    facts += others.compactMap { key, text in text.map { PrintedFact(key, $0) } }
    facts += termFacts
    var implied: [String: TruthValue] = [
      "license.has_emblem": .bool(true), "license.has_stamp": .bool(true),
      "license.electronic": .bool(false), "license.stamp_text": .string(authority),
      "license.authority": .string(authority),
    ]
    if !isDuplicate { implied["license.copy"] = .string("original") }
    if case .notPrinted = term { implied["license.term_kind"] = .string("not_printed") }
    if case .openEnd = term {
      implied["license.term_kind"] = .string("long_term")
      implied["license.term_to"] = .null
    }
    return DocumentTruth(
      material: "business_license", pages: pages, prefix: "license", facts: facts,
      implied: implied)
  }

  private var termFacts: [PrintedFact] {
    switch term {
    case .notPrinted: []
    case .openEnd(let from, let text): [PrintedFact("term_from", text, .date(from))]
    case .fixed(let end, let text):
      [
        PrintedFact("term_kind", text, .string("fixed")),
        PrintedFact("term_from", text, .date(termStart ?? established)),
        PrintedFact("term_to", text, .date(end)),
      ]
    case .longTerm(let from, let text):
      [
        PrintedFact("term_kind", text, .string("long_term")),
        PrintedFact("term_to", text, .null),
      ] + (from.map { [PrintedFact("term_from", text, .date($0))] } ?? [])
    }
  }
}

extension DocumentTruth {
  /// Facts named without their prefix.
  init(
    material: String, pages: [Int], prefix: String, facts: [PrintedFact],
    implied: [String: TruthValue] = [:]
  ) {
    self.material = material
    self.pages = pages
    self.facts = [:]
    printed = [:]
    self.implied = implied
    for fact in facts {
      self.facts[prefix + "." + fact.key] = fact.value
      printed[prefix + "." + fact.key] = fact.text
    }
  }
}
