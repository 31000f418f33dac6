internal import Schema

/// What stands beside a verb; each verb takes some of these.
enum VerbOption: String, RecordKey {
  case normalize, min, pattern, values, from, to, value, scheme
  case nullMeans = "null_means"
  case marginBefore = "margin_before"
  case marginAfter = "margin_after"

  static let normalizing = KeySchema.optional(
    normalize, .text, "比较前的规范化", "the normalizer applied before comparing")
  static let nullMeaning = KeySchema.optional(
    nullMeans, .choice(NullMeaning.allCases.map(\.rawValue)), "值为 null（如长期）时的结论",
    "what a null (such as 长期) comes to")

  /// Those of own verbs: what else they take is their parameters.
  static let record = RecordSchema(of: Self.self, [nullMeaning])
}

/// The key of `{required: {material: ...}}`.
enum RequiredMaterialKey: String, RecordKey {
  case material

  static let record = RecordSchema(
    of: Self.self, [.required(material, .text, "材料类别", "a kind of material")])
}
