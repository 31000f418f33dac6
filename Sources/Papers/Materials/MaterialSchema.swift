internal import Model
package import Schema

/// The keys of `rules/materials/*.yaml`: the loader reads by them, `dossier rules schema` writes them for editors.
package enum MaterialSchema {
  package static let schema = "dossier/material-v1"

  package static let file = FileSchema(
    name: schema, title: LocalizedText("材料", "Material"),
    root: .record(MaterialKey.self))

  static let placement = ValueSchema.choice(ValuePlacement.allCases.map(\.rawValue))
}

/// The keys of a material's file.
enum MaterialKey: String, RecordKey {
  case schema, kind, prefix, title, recognize, layouts, fields, stops, ignore, foot, ordered
  case prose, others

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(schema, .constant(MaterialSchema.schema), "文件格式", "the format of this file"),
      .required(kind, .text, "材料类别", "the kind of material"),
      .required(prefix, .text, "事实的前缀，如 license", "what its facts begin with, such as license"),
      .required(title, .localized, "名称", "its title"),
      .required(recognize, .record(RecognitionKey.self), "如何认出它", "how it is recognized"),
      .optional(layouts, .list(of: .record(LayoutKey.self)), "版式", "how labels and values lie"),
      .required(fields, .list(of: .record(FieldKey.self)), "带标签的栏目", "its labelled fields"),
      .optional(stops, .list(of: .text), "值到此为止的文字", "words at which a value ends"),
      .optional(
        ignore, .list(of: .text), "印在纸上、不含任何值的说明文字",
        "sentences of printed notices, which hold no value"),
      .optional(
        foot, .list(of: .text), "整张材料最后一行的结尾文字，其下属于别的内容",
        "what the paper's last line ends with: below it is something else"),
      .optional(ordered, .bool, "栏目是否按顺序排列", "whether the fields stand in this order"),
      .optional(
        prose, .bool, "是否为成段文字（而非表格）", "whether it is written as text and not as a form"),
      .optional(
        others, .list(of: .text), "他人的标签，其后的内容属于他人",
        "labels of other persons: what follows is theirs"),
    ])
}

/// The keys of `recognize`.
enum RecognitionKey: String, RecordKey {
  case any, none
  case fileName = "file_name"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        any, .list(of: .record(AnchorKey.self)), "证据及权重", "evidence with weights, which add up"),
      .optional(none, .list(of: .text), "出现则不是", "words that rule it out"),
      .optional(fileName, .list(of: .text), "文件名（弱证据）", "file names: weak, they break ties"),
    ])
}

/// The keys of one piece of evidence.
enum AnchorKey: String, RecordKey {
  case text, weight, exact

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(text, .text, "文字", "the words"), .required(weight, .number, "权重", "its weight"),
      .optional(exact, .bool, "须逐字相同", "whether every letter must be as given"),
    ])
}

/// The keys of one of `layouts`.
enum LayoutKey: String, RecordKey {
  case id, when

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(id, .text, "编号", "its id"),
      .optional(when, .record(AspectKey.self), "宽高比", "its shape"),
    ])
}

/// The keys of a layout's `when`.
enum AspectKey: String, RecordKey {
  case aspectAtLeast = "aspect_at_least"
  case aspectBelow = "aspect_below"

  static let record = RecordSchema(
    of: Self.self,
    [
      .optional(aspectAtLeast, .number, "宽高比不小于", "width over height at least"),
      .optional(aspectBelow, .number, "宽高比小于", "width over height below"),
    ])
}

/// The keys of one of `fields`.
enum FieldKey: String, RecordKey {
  case key, type, title, nullable, personal, optional, labels, value, lines, normalize, pattern
  case checksum, values, marks, otherwise, region, layouts, area, until, alternative, inline
  case stamped, grammar, sentences, follows, expires
  case confirmedBy = "confirmed_by"
  case withKind = "with_kind"
  case fromStamp = "from_stamp"
  case sameAs = "same_as"
  case atFoot = "at_foot"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(key, .text, "事实名", "the fact's name"),
      .required(type, .choice(FieldType.allCases.map(\.rawValue)), "类型", "its type"),
      .optional(title, .localized, "人们怎么称呼它", "what people call it"),
      .optional(nullable, .bool, "可为 null（长期）", "whether null (长期) is a value"),
      .optional(personal, .bool, "个人信息，报告中遮盖", "personal data, masked in reports"),
      .optional(
        expires, .bool, "到这一天为止有效，列入 dossier expiry",
        "whether the paper holds until that day: `dossier expiry` lists it"),
      .optional(optional, .bool, "可以没有", "whether it may be absent"),
      .optional(labels, .list(of: .text), "印刷的标签", "its printed labels"),
      .optional(
        value, .oneOf([MaterialSchema.placement, .list(of: MaterialSchema.placement)]), "值在标签的哪一侧",
        "where the value stands"),
      .optional(lines, .integer, "最多几行", "how many lines at most"),
      .optional(
        normalize, .choice(TextNormalization.profiles.keys.sorted()), "规范化", "its normal form"),
      .optional(pattern, .text, "RE2 正则表达式", "an RE2 pattern"),
      .optional(
        checksum, .choice(ChecksumScheme.allCases.map(\.rawValue)), "校验方案", "its check digits"),
      .optional(
        grammar, .choice(FieldGrammar.allCases.map(\.rawValue)), "值的样子，用于在同一栏内分配各行",
        "what its text looks like: rows of a column are given by it"),
      .optional(values, .list(of: .text), "可取的值", "the values it may have"),
      .optional(marks, .list(of: .record(MarkKey.self)), "出现即为该值的文字", "words that mean a value"),
      .optional(otherwise, .any, "没有任何标记时的值", "the value without any mark"),
      .optional(region, .record(RegionKey.self), "无标签的值在哪里", "where an unlabelled value stands"),
      .optional(layouts, .list(of: .text), "只在这些版式", "only in these layouts"),
      .optional(confirmedBy, .record(ConfirmationKey.self), "由另一栏目佐证", "a field that confirms it"),
      .optional(area, .list(of: .number), "区域：四个比例", "an area: four shares"),
      .optional(
        until, .choice(ValueEnd.allCases.map(\.rawValue)), "值到哪里为止：总是下一个标签",
        "where the value ends: always at the next label"),
      .optional(alternative, .text, "另一写法", "another way to print it"),
      .optional(withKind, .bool, "同时给出类别", "whether it has a kind beside it"),
      .optional(inline, .bool, "值在行内", "whether it stands inside a line"),
      .optional(stamped, .bool, "常有印章压住", "whether a stamp often lies over it"),
      .optional(
        fromStamp, .bool, "没有印刷时取印章文字", "whether a stamp says it where nothing is printed"),
      .optional(sameAs, .text, "与另一栏目相同", "the field it repeats"),
      .optional(
        sentences, .list(of: .text), "含有该值的句式：RE2，值处写 {company} 或 {person}",
        "sentences that hold the value: RE2 with {company} or {person} in its place"),
      .optional(atFoot, .bool, "可在落款处、没有标签", "whether it may stand at the foot without a label"),
      .optional(follows, .text, "该值属于哪一栏目所指的人", "the field whose person it is of"),
    ])
}

/// The keys of one of a field's `marks`.
enum MarkKey: String, RecordKey {
  case text
  case value = "is"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(text, .text, "文字", "the words"), .required(value, .any, "值", "the value"),
    ])
}

/// The keys of `region`.
enum RegionKey: String, RecordKey {
  case after, side

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(
        after, .oneOf([.text, .list(of: .text)]), "在哪些文字之后，取找到的第一个",
        "the texts before it, the first that is found"),
      .required(side, MaterialSchema.placement, "在哪一侧", "on which side"),
    ])
}

/// The keys of `confirmed_by`.
enum ConfirmationKey: String, RecordKey {
  case field, with

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(field, .text, "栏目", "the field"),
      .required(with, .choice(DerivedValue.allCases.map(\.rawValue)), "如何得出", "how it is derived"),
    ])
}
