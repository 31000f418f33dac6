package import Model

/// The keys of a `waivers.yaml`: the reader reads by them, `dossier rules schema waivers` writes them for editors.
package enum WaiversForm {
  static let schema = "dossier/waivers-v1"

  package static let file = FileForm(
    name: schema, title: LocalizedText(chinese: "豁免", english: "Waivers"), root: .record(root))

  static let root = Record([
    .required("schema", .constant(schema), "文件格式", "the format of this file"),
    .optional("submission", .text, "所属的提交", "the submission it belongs to"),
    .required("waivers", .list(of: .record(waiver)), "豁免", "the waivers"),
  ])

  static let waiver = Record([
    .required("rule", .text, "规则编号", "the rule's id"),
    .optional(
      "facts", .dictionary(of: .oneOf([.text, .list(of: .text)])), "仅在这些事实恰为这些值时豁免",
      "waives only while these facts have exactly these values"),
    .required("reason", .oneOf([.text, .record(reason)]), "为什么可以接受", "why it may stand"),
    .required("owner", .text, "由谁负责", "who answers for it"),
    .required("granted", .date, "何日给予", "the day it was granted"),
    .required(
      "expires", .date, "何日到期（不超过 \(Waiver.longest) 天）",
      "the day it ends, at most \(Waiver.longest) days later"),
  ])

  static let reason = Record(
    [
      .optional("zh-CN", .text, "中文", "in Chinese"), .optional("en", .text, "英文", "in English"),
    ])
}
