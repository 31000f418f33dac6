/// What the labels of a filing's lookup mean (docs/domain.md#filings: the page's columns and the interface's keys).
enum FilingLabel: CaseIterable {
  case unitName, unitKind, number, domain, homePage, approvedOn, capturedOn, isLimited, unitCode

  static let set = LabelSet<FilingLabel> { $0.names }

  private var names: [String] {
    switch self {
    case .unitName: ["主办单位名称", "主办单位", "主办者名称", "备案主体名称", "unitName", "unit_name"]
    case .unitKind:
      ["主办单位性质", "单位性质", "主办者性质", "主体性质", "natureName", "unit_kind"]
    case .number:
      [
        "网站备案/许可证号", "备案/许可证号", "ICP备案/许可证号", "服务备案号", "网站备案号", "主体备案号", "备案号",
        "APP备案号", "小程序备案号", "ICP备案号", "ICP备案主体备案号", "备案许可证号", "主办单位备案号",
        "ICP备案/许可证", "mainLicence", "serviceLicence", "filing_number", "service_number",
      ]
    case .domain:
      ["网站域名", "域名", "服务域名", "已备案域名", "ICP备案服务域名", "domain", "domainName"]
    case .homePage: ["网站首页网址", "首页网址", "网站首页", "首页地址", "homeUrl"]
    case .approvedOn:
      [
        "审核通过日期", "审核日期", "审核时间", "审核通过时间", "备案通过日期", "备案日期", "核准日期", "updateRecordTime",
        "approved_on",
      ]
    case .capturedOn:
      ["查询时间", "查询日期", "截图时间", "截图日期", "采集时间", "取证时间", "queryTime", "captured_on"]
    case .isLimited: ["是否限制接入", "限制接入", "limitAccess"]
    case .unitCode: ["主办单位证件号码", "主体证件号码", "统一社会信用代码", "mainUnitCertNo"]
    }
  }
}
