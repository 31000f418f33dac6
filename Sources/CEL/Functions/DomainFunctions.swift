internal import Model

/// Functions of this domain: names, numbers and what numbers say.
enum DomainFunctions {
  static func all(normalizers: [String: TextNormalization]) -> [Function] {
    [
      Function(
        "norm",
        LocalizedText(
          chinese: "按具名规范化处理后的文本，用于比较",
          english: "the text in the form of a named normalizer, for comparing"),
        [
          .init(
            [.string, .string], .string, cost: { Weight.of($0[0]) },
            body: { (values) throws(CELError) in
              guard case .string(let text) = values[0], case .string(let name) = values[1] else {
                throw CELError(.noSuchOverload, "norm")
              }
              guard let normalizer = normalizers[name] else {
                throw CELError(.invalidArgument, name)
              }
              return .string(normalizer.applied(to: text))
            })
        ]),
      Function(
        "checksum",
        LocalizedText(
          chinese: "号码的校验位是否正确；无校验位的旧号码无法判断",
          english:
            "whether a number's check characters are right; unknown for old numbers without any"),
        [
          .init([.string, .string], .bool) { (values) throws(CELError) in
            guard case .string(let text) = values[0], case .string(let name) = values[1] else {
              throw CELError(.noSuchOverload, "checksum")
            }
            guard let scheme = ChecksumScheme(rawValue: name) else {
              throw CELError(.invalidArgument, name)
            }
            return Checksum.isRight(text, scheme: scheme).map(CELValue.bool)
          }
        ]),
      Function(
        "birth_date",
        LocalizedText(
          chinese: "身份号码中的出生日期；号码不成立时为 null",
          english: "the birth date in an identity number, null where the number has none"),
        [
          .init([.string], .nullable(.date)) { (values) throws(CELError) in
            try number(values[0])?.birthDate.map(CELValue.date) ?? .null
          }
        ]),
      Function(
        "sex_of",
        LocalizedText(
          chinese: "身份号码所示性别（男或女）；号码不成立时为 null",
          english: "the sex in an identity number, 男 or 女, null where it is no number"),
        [
          .init([.string], .nullable(.string)) { (values) throws(CELError) in
            try number(values[0]).map { .string($0.sex.chinese) } ?? .null
          }
        ]),
    ] + PaperFunctions.all
  }

  private static func number(_ value: CELValue) throws(CELError) -> ResidentIdentityNumber? {
    guard case .string(let text) = value else { throw CELError(.noSuchOverload) }
    return ResidentIdentityNumber(text) ?? ResidentIdentityNumber(upgrading: text)
  }
}
