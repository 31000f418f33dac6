/// Names provinces by the first two digits of GB/T 2260 region codes.
package enum ProvinceCode {
  /// Whether a two-digit text is a province of the mainland or Taiwan (71).
  static func isListed(_ text: some StringProtocol) -> Bool { names[String(text)] != nil }

  /// Returns the province's short name (广东) by its two digits; `nil` for digits that are none.
  package static func name(of digits: some StringProtocol) -> String? { names[String(digits)] }

  /// Returns the province that an address begins with, by its short name; `nil` where it begins with none.
  package static func name(beginning address: String) -> String? {
    names.values.first { address.hasPrefix($0) }
  }

  private static let names = [
    "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁", "22": "吉林",
    "23": "黑龙江", "31": "上海", "32": "江苏", "33": "浙江", "34": "安徽", "35": "福建", "36": "江西",
    "37": "山东", "41": "河南", "42": "湖北", "43": "湖南", "44": "广东", "45": "广西", "46": "海南",
    "50": "重庆", "51": "四川", "52": "贵州", "53": "云南", "54": "西藏", "61": "陕西", "62": "甘肃",
    "63": "青海", "64": "宁夏", "65": "新疆", "71": "台湾",
  ]
}
