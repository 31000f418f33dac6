internal import Model

extension License {
  /// A row of the form.
  enum Field { case name, type, form, head, capital, paidIn, established, term, address, scope }

  /// The printed label of a field for this kind of firm (docs/domain.md#license-labels); `nil` where it has none.
  func label(_ field: Field) -> String? {
    switch field {
    case .name: "名称"
    case .type: "类型"
    case .form: form == nil ? nil : "组成形式"
    case .scope: "经营范围"
    case .paidIn: paidIn == nil ? nil : "实收资本"
    case .established: entity == .soleTrader ? "注册日期" : "成立日期"
    case .capital:
      capital == nil ? nil : entity == .limitedCompany || entity == .jointStock ? "注册资本" : "出资额"
    case .head:
      switch entity {
      case .limitedCompany, .jointStock: "法定代表人"
      case .soleTrader: "经营者"
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
      case .fixed, .longTerm: entity == .partnership ? "合伙期限" : "营业期限"
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
      case .fixed(_, let text), .longTerm(_, let text): text
      case .notPrinted: nil
      }
    }
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
      PrintedFact(key: "name", value: .string(name), text: name),
      PrintedFact(key: "type", value: .string(type), text: type),
      PrintedFact(key: "legal_representative", value: .string(head), text: head),
      PrintedFact(key: "established_on", value: .date(established), text: establishedText),
      PrintedFact(key: "address", value: .string(address), text: address),
      PrintedFact(key: "scope", value: .string(scope), text: scope),
      PrintedFact(key: "issued_on", value: .date(issued), text: issuedText),
    ]
    switch number {
    case .creditCode(let code):
      facts.append(PrintedFact(key: "credit_code", value: .string(code), text: code))
    case .registration(let digits):
      facts.append(PrintedFact(key: "registration_number", value: .string(digits), text: digits))
    }
    if let serial {
      facts.append(PrintedFact(key: "serial_number", value: .string(serial), text: serial))
    }
    if let form { facts.append(PrintedFact(key: "form", value: .string(form), text: form)) }
    if let capital {
      let text = capital.text
      facts.append(PrintedFact(key: "registered_capital", value: .string(text), text: text))
      facts.append(
        PrintedFact(key: "registered_capital_amount", value: .number(capital.yuan), text: text))
      facts.append(
        PrintedFact(
          key: "registered_capital_currency", value: .string(capital.currency), text: text))
    }
    if let paidIn {
      let text = paidIn.text
      facts.append(PrintedFact(key: "paid_in_capital", value: .string(text), text: text))
    }
    if printsAuthority {
      facts.append(PrintedFact(key: "authority", value: .string(authority), text: authority))
    }
    if isDuplicate {
      facts.append(PrintedFact(key: "copy", value: .string("duplicate"), text: "副本"))
    }
    if let code {
      facts.append(PrintedFact(key: "qr_text", value: .string(code.text), text: code.text))
      if let creditCode = code.creditCode {
        facts.append(
          PrintedFact(key: "qr_credit_code", value: .string(creditCode), text: creditCode))
      }
    }
    facts += termFacts
    var implied: [String: TruthValue] = [
      "license.has_emblem": .bool(true), "license.has_stamp": .bool(true),
      "license.electronic": .bool(false), "license.stamp_text": .string(authority),
      "license.authority": .string(authority),
    ]
    if !isDuplicate { implied["license.copy"] = .string("original") }
    if case .notPrinted = term { implied["license.term_kind"] = .string("not_printed") }
    return DocumentTruth(
      material: "business_license", pages: pages, prefix: "license", facts: facts,
      implied: implied)
  }

  private var termFacts: [PrintedFact] {
    switch term {
    case .notPrinted: []
    case .fixed(let end, let text):
      [
        PrintedFact(key: "term_kind", value: .string("fixed"), text: text),
        PrintedFact(key: "term_from", value: .date(termStart ?? established), text: text),
        PrintedFact(key: "term_to", value: .date(end), text: text),
      ]
    case .longTerm(let from, let text):
      [
        PrintedFact(key: "term_kind", value: .string("long_term"), text: text),
        PrintedFact(key: "term_to", value: .null, text: text),
      ] + (from.map { [PrintedFact(key: "term_from", value: .date($0), text: text)] } ?? [])
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
