// Two ways to write each verb, for the manual.
extension Verb {
  /// What stands after `check:`, of `known` after `when:`.
  var examples: [String] {
    switch self {
    case .equals:
      [
        "{equals: [license.name, declared.company.name], normalize: company}",
        "{equals: [license.copy, {value: original}]}",
      ]
    case .allEqual:
      [
        "{all_equal: [license.legal_representative, id_front.name, declared.company.legal_representative], normalize: person}",
        "{all_equal: [license.credit_code, declared.company.credit_code, {value: 91440300MA5EXAMPLE}]}",
      ]
    case .similar:
      [
        "{similar: [license.address, declared.company.address], min: 0.9, normalize: address}",
        "{similar: [license.scope, declared.company.scope], min: 0.8}",
      ]
    case .matches:
      [
        "{matches: license.name, pattern: \"有限公司$\"}",
        "{matches: declared.operator.phone, pattern: \"^1[3-9][0-9]{9}$\"}",
      ]
    case .oneOf:
      [
        "{one_of: license.copy, values: [original, duplicate]}",
        "{one_of: declared.channel, values: [wecom, official_account]}",
      ]
    case .before:
      [
        "{before: [license.established_on, submission.submitted_on]}",
        "{before: [submission.submitted_on, license.term_to], null_means: pass}",
      ]
    case .after:
      [
        "{after: [submission.submitted_on, license.established_on]}",
        "{after: [id_back.valid_to, run.as_of], null_means: pass}",
      ]
    case .within:
      [
        "{within: submission.submitted_on, from: id_back.valid_from, to: id_back.valid_to, margin_after: {value: 30d}}",
        "{within: license.issued_on, from: license.established_on, to: run.as_of}",
      ]
    case .atLeast:
      [
        "{at_least: [license.registered_capital_amount, {value: 1000000}]}",
        "{at_least: [declared.organization.headcount, {value: 3}]}",
      ]
    case .atMost:
      [
        "{at_most: [declared.mail.daily_messages, {value: 500}]}",
        "{at_most: [declared.organization.headcount, {value: 5000}]}",
      ]
    case .contains:
      [
        "{contains: license.scope, value: {value: 软件}}",
        "{contains: org.departments, value: {value: 财务部}}",
      ]
    case .unique:
      ["{unique: org.departments}", "{unique: contacts.departments, normalize: department}"]
    case .subsetOf:
      [
        "{subset_of: [org.departments, contacts.departments], normalize: department}",
        "{subset_of: [declared.organization.departments, org.departments]}",
      ]
    case .supersetOf:
      [
        "{superset_of: [contacts.departments, org.departments]}",
        "{superset_of: [submission.materials, {value: [business_license, id_card_front]}]}",
      ]
    case .required: ["{required: license.address}", "{required: {material: e_seal}}"]
    case .checksum:
      [
        "{checksum: license.credit_code, scheme: gb32100}",
        "{checksum: id_front.number, scheme: gb11643}",
      ]
    case .known: ["{known: declared.mail.domain}", "{known: license.registered_capital_amount}"]
    case .all:
      [
        "{all: [{required: license.name}, {required: license.address}]}",
        "{all: [{one_of: license.copy, values: [original]}, {at_least: [license.registered_capital_amount, {value: 1}]}]}",
      ]
    case .any:
      [
        "{any: [{one_of: license.copy, values: [original]}, {required: {material: e_seal}}]}",
        "{any: [{contains: license.scope, value: {value: 软件}}, {contains: license.scope, value: {value: 信息技术}}]}",
      ]
    case .not:
      [
        "{not: {equals: [declared.operator.name, license.legal_representative], normalize: person}}",
        "{not: {one_of: license.copy, values: [duplicate]}}",
      ]
    }
  }
}
