internal import Model
package import Schema

/// The keys of a `confirmed.yaml`: the reader reads by them, `dossier rules schema confirmed` writes them for editors.
package enum ConfirmationsSchema {
  static let schema = "dossier/confirmed-v1"

  package static let file = FileSchema(
    name: schema, title: LocalizedText("人工确认", "Confirmed by a person"),
    root: .record(ConfirmationsKey.self))
}

/// The keys of the file.
enum ConfirmationsKey: String, RecordKey {
  case schema, facts

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        schema, .constant(ConfirmationsSchema.schema), "文件格式", "the format of this file"),
      .required(
        facts, .list(of: .record(ConfirmationKey.self)), "看原件确认的内容", "what was seen on the papers"),
    ])
}

/// The keys of one confirmed fact.
enum ConfirmationKey: String, RecordKey {
  case fact, value, file, sha256, page, by, on, note

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(fact, .text, "事实的名称，如 license.name", "the fact's key, such as license.name"),
      .required(
        value, .oneOf([.text, .list(of: .text)]), "纸面上的内容；长期写 null",
        "what the paper says; null for 长期"),
      .required(file, .text, "文件，与报告中一致", "the file as the report names it"),
      .required(
        sha256, .pattern("[0-9A-Fa-f]{64}"), "该文件的 SHA-256，报告中已填好",
        "the file's SHA-256, as the report has it"),
      .optional(page, .integer, "第几页，从 1 起", "the page, from 1 on"),
      .required(by, .text, "由谁核对", "who looked at it"),
      .required(on, .date, "何日核对", "the day on which it was looked at"),
      .optional(note, .text, "说明", "a remark"),
    ])
}
