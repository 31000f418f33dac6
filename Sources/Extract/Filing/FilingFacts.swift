internal import Model

/// What proofs of a filing say, as facts `icp.*`; what of them is odd is a defect.
enum FilingFacts {
  private static let family = FactFamily("icp.", of: .icpFiling)
  static let unitName = family("unit_name", .string, "Who filed: 主办单位")
  static let unitKind = family("unit_kind", .string, "The nature of who filed: 主办单位性质")
  static let filingNumber = family(
    "filing_number", .string, "The subject's filing or license number: 主体备案号")
  static let serviceNumber = family("service_number", .string, "The service's number: 服务备案号")
  static let serviceKind = family(
    "service_kind", .string, "website, app, mini_program or quick_app, by the service's number.")
  static let domain = family("domain", .string, "The filed domain: 域名")
  static let approvedOn = family("approved_on", .date, "The day of approval: 审核通过日期")
  static let capturedOn = family("captured_on", .date, "The day of the lookup: 查询日期")
  static let province = family(
    "province", .string, "The province of the filing number's first sign (粤: 广东).")
  static let unitCode = family("unit_code", .string, "The credit code that was filed.")
  static let isLimited = family("limited", .bool, "Whether access is limited: 是否限制接入")
  static let securityNumber = family(
    "security_number", .string, "The number with the public security: 公安备案号")
  static let defects = family("defects", .list, "What is odd about the proof.")

  static let declarations = [
    unitName, unitKind, filingNumber, serviceNumber, serviceKind, domain, approvedOn, capturedOn,
    province, unitCode, isLimited, securityNumber, defects,
  ]

  /// What may be odd about a proof; raw values are those of `icp.defects`.
  enum Defect: String {
    /// 川, 贵, 云 or 甘, where the ministry writes 蜀, 黔, 滇 or 陇.
    case unusualProvince = "unusual_province"
    /// Digits are missing: neither 8 nor 10.
    case brokenNumber = "broken_number"
    /// A number of the public security stands where the ministry's should.
    case securityNumber = "security_number"
    /// The service's number does not begin with the subject's.
    case serviceOfAnother = "service_of_another"
    /// Numbers of several subjects.
    case severalSubjects = "several_subjects"
  }
}
