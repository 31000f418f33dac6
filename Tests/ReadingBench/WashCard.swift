package import Model
package import Native
package import Papers
package import Specimens
internal import Testing

/// A material that exists in these tests alone: everything about it is the YAML below.
package enum WashCard {
  package static let yaml = """
    schema: dossier/material-v1
    kind: car_wash_card
    prefix: wash
    title: {zh-CN: 洗车会员证, en: Car wash card}
    recognize:
      any:
        - {text: 洗车会员证, weight: 0.6}
        - {text: 会员名称, weight: 0.3}
        - {text: 发证单位, weight: 0.3}
      none: [停车许可]
    fields:
      - key: member
        type: string
        labels: [会员名称]
        value: right
        lines: 2
        normalize: company
      - key: code
        type: string
        labels: [信用代码]
        value: right
        pattern: '[0-9A-HJ-NPQRTUWXY]{18}'
        checksum: gb32100
      - key: fee
        type: amount
        labels: [年费]
        value: right
      - key: joined_on
        type: date
        labels: [入会日期]
        value: right
      - key: valid
        type: period
        labels: [有效期限]
        value: right
        nullable: true
        with_kind: true
      - key: grade
        type: string
        labels: [等级]
        value: right
        values: [金卡, 银卡]
      - key: issuer
        type: string
        labels: [发证单位]
        value: right
      - key: is_copy
        type: mark
        marks:
          - {text: 副本, is: true}
        otherwise: false
    """

  /// Both check characters are right; no such company is known.
  package static let code = "91440300MA5ABCD19W"

  package static let values = [
    "会员名称": "海蓝汽车服务部", "信用代码": code, "年费": "壹仟贰佰元整", "入会日期": "2024年03月15日",
    "有效期限": "2024年03月15日至长期", "等级": "金卡", "发证单位": "星河市洗车协会",
  ]

  package static let facts: [String: Value] = [
    "wash.member": .string("海蓝汽车服务部"), "wash.code": .string(code),
    "wash.fee": .string("壹仟贰佰元整"), "wash.fee_amount": .double(1200),
    "wash.fee_currency": .string("CNY"), "wash.joined_on": date("2024-03-15"),
    "wash.valid_from": date("2024-03-15"), "wash.valid_to": .null,
    "wash.valid_kind": .string("long_term"), "wash.grade": .string("金卡"),
    "wash.issuer": .string("星河市洗车协会"), "wash.is_copy": .bool(true),
  ]

  package static func date(_ iso: String) -> Value {
    CalendarDate(iso: iso).map(Value.date) ?? .null
  }

  package static let labels = ["会员名称", "信用代码", "年费", "入会日期", "有效期限", "等级", "发证单位"]

  /// Title and mark, then one row a label.
  package static func sheet(_ changes: [String: String] = [:], ink: Ink = .black) -> TextSheet {
    var entries = [
      TextSheet.Entry("洗车会员证", x: 380, y: 40, size: 60, ink: ink),
      TextSheet.Entry("（副本）", x: 450, y: 135, size: 32, ink: ink),
    ]
    for (row, label) in labels.enumerated() {
      let y = 220 + 80 * Double(row)
      entries.append(TextSheet.Entry(label, x: 110, y: y, size: 36, ink: ink))
      if let value = changes[label] ?? values[label] {
        entries.append(TextSheet.Entry(value, x: 340, y: y, size: 36, ink: ink))
      }
    }
    return TextSheet(width: 1100, height: 820, entries)
  }

  package static func definition(_ yaml: String = yaml) throws -> MaterialDefinition {
    let found = MaterialCatalogue.definition(text: yaml, path: "wash.yaml")
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
    return try #require(found.material)
  }
}

extension Extraction {
  /// The first document's values by key.
  package var values: [String: Value] {
    Dictionary(
      (documents.first?.facts ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }

  package func fact(_ key: String) -> Fact? {
    (documents.flatMap(\.facts) + facts).first { $0.key == key }
  }

  package var codes: Set<NoticeCode> { Set(notices.map(\.code)) }
}
