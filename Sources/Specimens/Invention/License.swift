internal import Model

/// Which form a license is printed on (docs/domain.md#license-layouts).
enum Generation { case before2014, portrait2014, landscape2019 }

/// What an invented business license says.
struct License {
  enum Number {
    case creditCode(String)
    case registration(String)
  }

  enum Term {
    case fixed(to: CalendarDate, text: String)
    case longTerm(from: CalendarDate?, text: String)
    /// The first day alone: nothing is typed where the form has the last.
    case openEnd(from: CalendarDate, text: String)
    case notPrinted
  }

  let generation: Generation
  let entity: Entity
  let place: District
  var name: String
  var number: Number
  let serial: String?
  var type: String
  /// 组成形式 of a sole trader.
  let form: String?
  var head: String
  let capital: PrintedAmount?
  /// 实收资本, as the oldest of the portrait form still show it.
  let paidIn: PrintedAmount?
  private(set) var established: CalendarDate
  private(set) var establishedText: String
  var term: Term
  /// The first day of a fixed term where it is not the day of establishment.
  private(set) var termStart: CalendarDate?
  var address: String
  var scope: String
  private(set) var issued: CalendarDate
  private(set) var issuedText: String
  private let dateForm: DateStyle
  private let issuedForm: DateStyle
  let isDuplicate: Bool
  /// `（1-1）` beside the copy mark.
  let copyNumber: String?
  let authority: String
  var code: QRText?

  /// A QR code's text and the credit code inside.
  struct QRText {
    let text: String
    let creditCode: String?
  }

  init(_ generation: Generation, headName: String? = nil, _ dice: inout Dice) {
    self.generation = generation
    let place = dice.pick(District.all)
    self.place = place
    entity = dice.pick(weighted: Self.entities(generation))
    (name, scope) = Company.nameAndScope(entity, in: place, &dice)
    type = Company.type(entity, &dice)
    form = entity == .soleTrader ? dice.pick(["个人经营", "个人经营", "家庭经营"]) : nil
    address = place.businessAddress(&dice)
    let person = headName ?? Person.plainName(&dice)
    let delegates = entity == .partnership && headName == nil && dice.chance(0.25)
    head =
      delegates
      ? place.shortCity + dice.pick(["恒泰", "启元", "博远"]) + "投资有限公司（委派代表：\(person)）" : person
    let hasCapital = entity != .soleTrader && entity != .branch
    capital = hasCapital ? PrintedAmount(&dice) : nil

    let isOld = generation != .landscape2019
    let mayBePaidIn = isOld && entity == .limitedCompany
    paidIn =
      mayBePaidIn && dice.chance(generation == .before2014 ? 1 : 0.1) ? PrintedAmount(&dice) : nil
    if isOld && dice.chance(generation == .before2014 ? 1 : 0.4) {
      number = .registration(Self.registrationNumber(entity, place, &dice))
    } else {
      number = .creditCode(Self.creditCode(entity, place, &dice))
    }
    let period = Self.issuePeriod(generation, number)
    established = .random(&dice, years: (isOld ? 1998 : 2001)...(period.upperBound.year - 1))
    issued = Self.issueDate(after: established, in: period, &dice)
    let form: DateStyle = dice.pick(weighted: [
      (.padded, 0.72), (.short, 0.16), (.spaced, 0.08), (.numerals, isOld ? 0.08 : 0.01),
    ])
    dateForm = form
    establishedText = form.text(established)
    issuedForm =
      form == .numerals ? DateStyle.numerals : dice.pick([.spaced, .spaced, .spaced, .padded])
    issuedText = issuedForm.text(issued)
    term = Self.term(entity, from: established, form: form, isOld: isOld, &dice)

    isDuplicate = dice.chance(0.75)
    copyNumber =
      isDuplicate && dice.chance(0.6) ? "\(dice.number(1...2))-\(dice.number(1...3))" : nil
    authority = Self.authority(place, isOld: isOld, &dice)
    serial =
      dice.chance(isOld ? 0.45 : 0.35) ? Self.serial(place, issued, isOld: isOld, &dice) : nil
    code =
      generation == .before2014
      ? nil : Self.qr(number, name: name, head: head, isOld: isOld, &dice)
  }

  /// What kinds of firms got licenses of that form, and how often; before 2014 each had a form of
  /// its own, of which two are drawn.
  private static func entities(_ generation: Generation) -> [(Entity, Double)] {
    switch generation {
    case .before2014: [(.limitedCompany, 0.7), (.soleTrader, 0.3)]
    case .portrait2014, .landscape2019:
      [
        (.limitedCompany, 0.5), (.soleTrader, 0.14), (.branch, 0.1), (.jointStock, 0.09),
        (.partnership, 0.1), (.soleProprietorship, 0.07),
      ]
    }
  }

  /// When licenses of that form with such a number were issued: codes began in October 2015, the form
  /// of 2019 on the 1st of March.
  private static func issuePeriod(
    _ generation: Generation, _ number: Number
  ) -> ClosedRange<CalendarDate> {
    switch (generation, number) {
    case (.before2014, _): .days(from: (2005, 1, 1), to: (2014, 2, 28))
    case (.portrait2014, .registration): .days(from: (2014, 3, 1), to: (2015, 9, 28))
    case (.portrait2014, .creditCode): .days(from: (2015, 10, 8), to: (2018, 12, 28))
    case (.landscape2019, _): .days(from: (2019, 3, 1), to: (2026, 9, 28))
    }
  }

  private static func issueDate(
    after established: CalendarDate, in period: ClosedRange<CalendarDate>, _ dice: inout Dice
  ) -> CalendarDate {
    let years = max(established, period.lowerBound).year...period.upperBound.year
    while true {
      let date = CalendarDate.random(&dice, years: years)
      if date >= established && period.contains(date) { return date }
    }
  }

  private static func term(
    _ entity: Entity, from start: CalendarDate, form: DateStyle, isOld: Bool, _ dice: inout Dice
  ) -> Term {
    let mayLack =
      entity == .soleTrader || entity == .soleProprietorship || dice.chance(isOld ? 0.05 : 0.3)
    if mayLack { return .notPrinted }
    if dice.chance(0.5) {
      let years = dice.pick([10, 20, 20, 30, 50])
      let exact = dice.chance(0.4)
      let sameDay = start.adding(months: years * 12)
      if let sameDay, let end = exact ? sameDay : sameDay.adding(days: -1) {
        let gap = dice.pick(["至", "至", " 至 ", "至"])
        let lead = dice.chance(0.2) ? "自" : ""
        return .fixed(to: end, text: lead + form.text(start) + gap + form.text(end))
      }
    }
    let from = form.text(start)
    let (text, named) = dice.pick([
      ("长期", false), ("长期", false), ("\(from)至长期", true), ("\(from) 至 长期", true),
      ("自\(from)至长期", true), ("\(from)至无固定期限", true), ("无固定期限", false),
    ])
    return .longTerm(from: named ? start : nil, text: text)
  }

  // MARK: Other dates than those invented

  /// The date of issue in parts, as they are typed beside the printed 年 月 日.
  var issuedParts: [String] {
    [String(issued.year), padded(issued.month, 2), padded(issued.day, 2)]
  }

  mutating func establish(on day: CalendarDate) {
    established = day
    establishedText = dateForm.text(day)
  }

  mutating func issue(on day: CalendarDate) {
    issued = day
    issuedText = issuedForm.text(day)
  }

  mutating func setTerm(from start: CalendarDate, to end: CalendarDate) {
    termStart = start
    term = .fixed(to: end, text: dateForm.text(start) + "至" + dateForm.text(end))
  }

  private static func registrationNumber(
    _ entity: Entity, _ place: District, _ dice: inout Dice
  ) -> String {
    let kind = entity == .soleTrader ? dice.number(6...9) : dice.number(0...3)
    let body = place.code + String(kind) + dice.digits(7)
    return body + String(CheckDigits.registrationNumber(body.compactMap(\.wholeNumberValue)))
  }

  static func creditCode(_ entity: Entity, _ place: District, _ dice: inout Dice) -> String {
    let organization: [Character]
    // X may only be the check character here: the alphabets of the two standards agree on the others.
    let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    if dice.chance(0.65) {
      organization = ["M", "A"] + (0..<6).map { _ in dice.pick(letters) }
    } else {
      organization = (0..<8).map { _ in dice.pick(Array("0123456789")) }
    }
    let region = dice.chance(0.6) ? String(place.code.prefix(4)) + "00" : place.code
    let body =
      Array((entity == .soleTrader ? "92" : "91") + region) + organization
      + [CheckDigits.organizationCode(organization)]
    return String(body + [CheckDigits.creditCode(body)])
  }

  private static func authority(_ place: District, isOld: Bool, _ dice: inout Dice) -> String {
    let area = dice.chance(0.5) || place.district.isEmpty ? place.city : place.city + place.district
    if isOld { return area + dice.pick(["工商行政管理局", "市场监督管理局"]) }
    return area + dice.pick(["市场监督管理局", "市场监督管理局", "行政审批局"])
  }

  private static func serial(
    _ place: District, _ issued: CalendarDate, isOld: Bool, _ dice: inout Dice
  ) -> String {
    let day = issued.iso.filter { $0 != "-" }
    return dice.pick([
      "00000002" + day + padded(dice.number(1...99), 4),
      place.code + day + padded(dice.number(1...999), 4),
      (isOld ? "S" : "N") + dice.digits(12), dice.digits(11),
    ])
  }

  private static func qr(
    _ number: Number, name: String, head: String, isOld: Bool, _ dice: inout Dice
  ) -> QRText? {
    let (label, digits, code) =
      switch number {
      case .creditCode(let code): ("统一社会信用代码", code, Optional(code))
      case .registration(let digits): ("注册号", digits, String?.none)
      }
    if isOld {
      guard dice.chance(0.75) else { return nil }
      let gap = dice.pick(["\n", "；"])
      return QRText(
        text: ["\(label)：\(digits)", "名称：\(name)", "法定代表人：\(head)"].joined(separator: gap),
        creditCode: code)
    }
    guard dice.chance(0.95) else { return nil }
    let random = dice.digits(10)
    return dice.pick([
      QRText(text: "http://www.gsxt.gov.cn/index.html?uniscid=\(digits)", creditCode: code),
      QRText(
        text: "https://www.gsxt.gov.cn/corp-query-entprise-info-\(random).html", creditCode: nil),
      QRText(
        text:
          "https://zzlz.gsxt.gov.cn/businessCheck/verifKey.do?showType=p&serial=\(digits)-SAIC_SHOW_10000091\(digits)16\(random)0",
        creditCode: code),
    ])
  }
}
