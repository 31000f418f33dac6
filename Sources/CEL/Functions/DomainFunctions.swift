internal import Model

/// Functions of this domain: names, numbers and what numbers say.
enum DomainFunctions {
  static func all(_ normalizers: Normalizers) -> [Function] {
    [
      Function(
        "norm", "按具名规范化处理后的文本，用于比较", "the text in the form of a named normalizer, for comparing",
        [
          .of(cost: { Weight.of($0[0]) }, refusal: normalizers.refusal(at: 1)) {
            (text: String, name: String) throws(CELError) in
            try normalizers.form(of: text, named: name)
          }
        ]),
      Function(
        "checksum", "号码的校验位是否正确；无校验位的旧号码无法判断",
        "whether a number's check characters are right; unknown for old numbers without any",
        [
          .init([.string, .string], .bool, refusal: checksumRefusal) { (values) throws(CELError) in
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
        "birth_date", "身份号码中的出生日期；号码不成立时为 null",
        "the birth date in an identity number, null where the number has none",
        [.of { (text: String) in number(text)?.birthDate }]),
      Function(
        "sex_of", "身份号码所示性别（男或女）；号码不成立时为 null",
        "the sex in an identity number, 男 or 女, null where it is no number",
        [.of { (text: String) in number(text)?.sex.chinese }]),
      Function(
        "domain_of", "邮箱地址或网址中的域名（小写）；没有时为 null",
        "the domain in a mail address or a web address, in lower case, null where there is none",
        [.of(cost: Weight.sum) { (text: String) in AddressDomain(text)?.text }]),
    ] + PaperFunctions.all + MailFunctions.all
  }

  @Sendable private static func checksumRefusal(_ constants: [CELValue?]) -> Function.Refusal? {
    Function.Refusal(
      of: constants, at: 1, unless: ChecksumScheme.allCases.map(\.rawValue).sorted(), "校验方案",
      "checksum scheme")
  }

  private static func number(_ text: String) -> ResidentIdentityNumber? {
    ResidentIdentityNumber(text) ?? ResidentIdentityNumber(upgrading: text)
  }
}
