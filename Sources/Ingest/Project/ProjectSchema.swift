internal import Model
package import Schema

/// The keys of a `dossier.yaml`: the reader reads by them, `dossier rules schema project` writes them for editors.
package enum ProjectSchema {
  static let schema = "dossier/project-v1"

  package static let file = FileSchema(
    name: schema, title: LocalizedText("项目文件", "Project file"), root: .record(ProjectKey.self))
}

/// The keys of the file.
enum ProjectKey: String, RecordKey {
  case schema, roster, channel, profile, packs, rules, waivers, output, locale, trust

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(schema, .constant(ProjectSchema.schema), "文件格式", "the format of this file"),
      .optional(
        roster, .text, "名册，相对本文件所在目录", "the roster, relative to the folder of this file"),
      .optional(
        channel, .text, "没有申报渠道的提交按此渠道核对", "the channel of those that declare none"),
      .optional(profile, .text, "规则包中的方案", "the profile of the packs"),
      .optional(packs, .list(of: .text), "规则包，代替渠道的规则包", "packs, in place of the channel's"),
      .optional(
        rules, .oneOf([.list(of: .text), .text]), "另加的规则目录", "folders of rules to add"),
      .optional(
        waivers, .oneOf([.text, .list(of: .record(WaiverKey.self))]), "整批的豁免，或写有豁免的文件",
        "waivers for the whole batch, or the file that holds them"),
      .optional(output, .text, "报告目录", "the folder for reports"),
      .optional(
        locale, .choice(ReportLocale.allCases.map(\.rawValue)), "文本的语言", "the language of texts"),
      .optional(trust, .text, "信任的根证书目录", "the folder of trusted certificates"),
    ])
}
