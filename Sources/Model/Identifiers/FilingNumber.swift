/// The number under which a site or service is filed or licensed with the ministry (docs/domain.md#filings).
///
/// `粤ICP备2021123456号` is a subject's; `-1` (website), `-2A` (app), `-3X` (mini program) and `-4K` (quick app)
/// name its services in one running series. `京ICP证030173号` and `浙B2-20080101` are licenses.
package struct FilingNumber: Hashable, Sendable {
  /// What a service's number ends in.
  package enum Service: String, Sendable {
    case website = ""
    case app = "A"
    case miniProgram = "X"
    case quickApp = "K"

    /// As facts name it.
    package var name: String {
      switch self {
      case .website: "website"
      case .app: "app"
      case .miniProgram: "mini_program"
      case .quickApp: "quick_app"
      }
    }
  }

  /// The number of the subject alone as it is usually written: `粤ICP备2021123456号`.
  package let subject: String
  /// The place among the subject's services, from 1; `nil` where the number is the subject's own.
  package let sequence: Int?
  package let service: Service?
  /// The province's short name (广东); `nil` for licenses of the whole country and of business kinds.
  package let province: String?
  /// Whether the province stands under a sign that the ministry does not use (川 for 蜀).
  package let hasUnusualProvince: Bool
  /// Whether it is the number of a license (经营许可), not of a filing.
  package let isLicense: Bool

  /// The whole number as it is usually written: `粤ICP备2021123456号-1`.
  package var text: String {
    guard let sequence, let service else { return subject }
    return "\(subject)-\(sequence)\(service.rawValue)"
  }

  /// Returns all numbers in a text, each once, in their order; width, dashes and spaces do not matter.
  package static func all(in text: String) -> [FilingNumber] {
    var rest = Array(folding.applied(to: text))[...]
    var found: [FilingNumber] = []
    var previous: Character?
    while let first = rest.first {
      var reader = FilingNumberReader(rest)
      // A letter in the middle of a word begins no number.
      let isStart = provinces[first] != nil || first == "合" || previous?.isASCII != true
      if isStart, let number = reader.number() {
        if !found.contains(number) { found.append(number) }
        rest = reader.rest
      } else {
        rest = rest.dropFirst()
      }
      previous = first
    }
    return found
  }

  /// Reads a text that is a number as a whole; `nil` where it is none or holds more.
  package init?(_ text: String) {
    var reader = FilingNumberReader(Array(Self.folding.applied(to: text))[...])
    guard let number = reader.number(), reader.rest.isEmpty else { return nil }
    self = number
  }

  fileprivate init(
    subject: String, sequence: Int?, service: Service?, sign: Character?, isLicense: Bool
  ) {
    self.subject = subject
    self.sequence = sequence
    self.service = service
    self.isLicense = isLicense
    province = sign.flatMap { FilingNumber.provinces[$0] }
    hasUnusualProvince = sign.map { "川贵云甘".contains($0) } == true
  }

  private static let folding = TextNormalization(steps: [.compatibility, .noSpace, .dashes, .upper])

  /// The 31 signs, and those that people use for 蜀, 黔, 滇 and 陇.
  fileprivate static let provinces: [Character: String] = [
    "京": "北京", "津": "天津", "冀": "河北", "晋": "山西", "蒙": "内蒙古", "辽": "辽宁", "吉": "吉林",
    "黑": "黑龙江", "沪": "上海", "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建", "赣": "江西",
    "鲁": "山东", "豫": "河南", "鄂": "湖北", "湘": "湖南", "粤": "广东", "桂": "广西", "琼": "海南",
    "渝": "重庆", "蜀": "四川", "川": "四川", "黔": "贵州", "贵": "贵州", "滇": "云南", "云": "云南",
    "藏": "西藏", "陕": "陕西", "陇": "甘肃", "甘": "甘肃", "青": "青海", "宁": "宁夏", "新": "新疆",
  ]
}

extension FilingNumber {
  /// Returns the number of a filing with the public security (京公网安备 11010602004079号): 14 digits, no filing with the
  /// ministry; in its usual form.
  package static func publicSecurityNumber(in text: String) -> String? {
    let folded = folding.applied(to: text)
    guard let place = folded.ranges(of: "公网安备").first else { return nil }
    let digits = folded[place.upperBound...].prefix { CodeText.digit($0) != nil }
    guard digits.count == 14 else { return nil }
    let sign = folded[..<place.lowerBound].last.flatMap { provinces[$0] == nil ? nil : String($0) }
    return (sign ?? "") + "公网安备\(digits)号"  // allowed: some numbers are given without the sign
  }

  /// Returns whether a text speaks of a filing number without holding a whole one: a number with digits missing.
  package static func isBroken(_ text: String) -> Bool {
    let folded = folding.applied(to: text)
    return (folded.contains("ICP备") || folded.contains("ICP证")) && all(in: text).isEmpty
  }
}

/// One pass over the characters of a number.
private struct FilingNumberReader {
  private(set) var rest: ArraySlice<Character>

  init(_ characters: ArraySlice<Character>) { rest = characters }

  mutating func number() -> FilingNumber? { filing() ?? business() }

  private mutating func filing() -> FilingNumber? {
    let start = rest
    guard let sign = rest.popFirst(), FilingNumber.provinces[sign] != nil else {
      rest = start
      return nil
    }
    // Recognizers take the first letter for a digit or another stroke.
    guard let letter = rest.popFirst(), "I1L|".contains(letter), take("CP"),
      let form = rest.popFirst(), form == "备" || form == "证"
    else {
      rest = start
      return nil
    }
    let digits = digits()
    let isWhole = form == "备" ? [8, 10].contains(digits.count) : (6...10).contains(digits.count)
    guard isWhole else {
      rest = start
      return nil
    }
    // 号 is often left out.
    _ = take("号")
    let (sequence, service) = suffix()
    return FilingNumber(
      subject: "\(sign)ICP\(form)\(digits)号", sequence: sequence, service: service, sign: sign,
      isLicense: form == "证")
  }

  /// `浙B2-20080101`, `合字B2-20210001`, `B1.B2-20080101`.
  private mutating func business() -> FilingNumber? {
    let start = rest
    var sign: Character?
    if let first = rest.first, FilingNumber.provinces[first] != nil {
      sign = first
      rest = rest.dropFirst()
    } else if take("合字") {
      sign = nil
    }
    var kinds = ""
    while let letter = rest.first, "ABD".contains(letter) {
      rest = rest.dropFirst()
      guard let digit = rest.popFirst(), ("1"..."3").contains(digit) else { break }
      kinds += "\(letter)\(digit)"
      if take(".") || take("/") { kinds += "." }
    }
    guard (2...6).contains(kinds.count), kinds.last != ".", take("-") else {
      rest = start
      return nil
    }
    let digits = digits()
    guard (8...10).contains(digits.count) else {
      rest = start
      return nil
    }
    let head = sign.map(String.init) ?? (start.first == "合" ? "合字" : "")
    let (sequence, service) = suffix()
    return FilingNumber(
      subject: "\(head)\(kinds)-\(digits)", sequence: sequence, service: service, sign: sign,
      isLicense: true)
  }

  /// `-3X`; nothing of it is taken where it is none.
  private mutating func suffix() -> (Int?, FilingNumber.Service?) {
    let start = rest
    guard take("-") else { return (nil, nil) }
    let number = digits()
    guard (1...4).contains(number.count), let sequence = Int(number), sequence > 0 else {
      rest = start
      return (nil, nil)
    }
    let letter = rest.first.map(String.init)
    if let letter, "AXK".contains(letter), let service = FilingNumber.Service(rawValue: letter) {
      rest = rest.dropFirst()
      return (sequence, service)
    }
    return (sequence, .website)
  }

  private mutating func digits() -> String {
    let digits = rest.prefix { CodeText.digit($0) != nil }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }
}
