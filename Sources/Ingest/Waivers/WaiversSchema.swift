internal import Model
package import Schema

/// The keys of a `waivers.yaml`: the reader reads by them, `dossier rules schema waivers` writes them for editors.
package enum WaiversSchema {
  static let schema = "dossier/waivers-v1"

  package static let file = FileSchema(
    name: schema, title: LocalizedText("豁免", "Waivers"),
    root: .record(WaiversKey.self))
}

/// The keys of the file.
enum WaiversKey: String, RecordKey {
  case schema, submission, waivers

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(schema, .constant(WaiversSchema.schema), "文件格式", "the format of this file"),
      .optional(submission, .text, "所属的提交", "the submission it belongs to"),
      .required(waivers, .list(of: .record(WaiverKey.self)), "豁免", "the waivers"),
    ])
}

/// The keys of one waiver.
enum WaiverKey: String, RecordKey {
  case rule, verdict, facts, reason, owner, granted, expires, submissions

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(rule, .text, "规则编号", "the rule's id"),
      .optional(
        verdict, .choice(WaivedVerdict.allCases.map(\.rawValue)), "豁免的结论，默认为 fail",
        "the verdict that is accepted, fail where none is named"),
      .optional(
        facts, .dictionary(of: .oneOf([.text, .list(of: .text)])), "仅在这些事实恰为这些值时豁免",
        "waives only while these facts have exactly these values"),
      .required(reason, .oneOf([.text, .record(ReasonKey.self)]), "为什么可以接受", "why it may stand"),
      .required(owner, .text, "由谁负责", "who answers for it"),
      .required(granted, .date, "何日给予", "the day it was granted"),
      .required(
        expires, .date, "何日到期（不超过 \(Waiver.longest) 天）",
        "the day it ends, at most \(Waiver.longest) days later"),
      .optional(
        submissions, .oneOf([.list(of: .text), .text]), "所管的提交（名称或通配），只用于整批的豁免；不写则管全部",
        "the submissions it is for, names or patterns, in waivers of a group; all where none is named"
      ),
    ])
}

/// What a waiver may accept.
enum WaivedVerdict: String, CaseIterable {
  case fail
  case cannotTell = "cannot_tell"

  var verdict: Verdict { self == .fail ? .fail : .cannotTell }
}

/// The languages of a reason.
enum ReasonKey: String, RecordKey {
  case chinese = "zh-CN"
  case english = "en"

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(chinese, .text, "中文", "in Chinese"), .optional(english, .text, "英文", "in English"),
    ])
}
