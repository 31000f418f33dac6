internal import Model
internal import Native

/// Papers of other companies that are no license and have some of its labels.
enum OtherPermit {
  static func food(isHeldOut: Bool, _ dice: inout Dice) -> Sheet {
    let place = dice.pick(District.all)
    let issued = CalendarDate.random(&dice, years: 2017...2023)
    return sheet(
      "食品经营许可证", isHeldOut: isHeldOut,
      rows: [
        ("经营者名称", Company.nameAndScope(.limitedCompany, in: place, &dice).name),
        ("社会信用代码", License.creditCode(.limitedCompany, place, &dice)),
        ("法定代表人", Person.plainName(&dice)), ("住所", place.businessAddress(&dice)),
        ("经营场所", place.businessAddress(&dice)), ("主体业态", "食品销售经营者"),
        ("经营项目", "预包装食品（含冷藏冷冻食品）销售，散装食品销售"),
        ("许可证编号", "JY1" + place.code + dice.digits(7)),
        ("有效期至", DateStyle.padded.text(issued.adding(months: 60) ?? issued)),
        ("发证机关", place.city + "市场监督管理局"), ("签发日期", DateStyle.padded.text(issued)),
      ], &dice)
  }

  static func account(isHeldOut: Bool, _ dice: inout Dice) -> Sheet {
    let place = dice.pick(District.all)
    return sheet(
      "开户许可证", isHeldOut: isHeldOut,
      rows: [
        ("核准号", "J" + dice.digits(13)), ("编号", dice.digits(10)),
        ("存款人名称", Company.nameAndScope(.limitedCompany, in: place, &dice).name),
        ("法定代表人（单位负责人）", Person.plainName(&dice)),
        ("开户银行", "星河银行股份有限公司" + place.shortCity + "分行"),
        ("账号", dice.digits(17)), ("账户性质", "基本存款账户"),
        ("发证日期", DateStyle.padded.text(.random(&dice, years: 2012...2018))),
      ], &dice)
  }

  /// What a web page says of a company.
  static func listing(isHeldOut: Bool, _ dice: inout Dice) -> Sheet {
    let place = dice.pick(District.all)
    let (name, scope) = Company.nameAndScope(.limitedCompany, in: place, &dice)
    return sheet(
      dice.pick(["企业信息查询", "工商信息", "企业基本信息"]), isHeldOut: isHeldOut,
      rows: [
        ("企业名称", name), ("统一社会信用代码", License.creditCode(.limitedCompany, place, &dice)),
        ("法定代表人", Person.plainName(&dice)), ("经营状态", "存续"),
        ("成立日期", CalendarDate.random(&dice, years: 2003...2020).iso),
        ("注册资本", PrintedAmount(&dice).text), ("企业地址", place.businessAddress(&dice)),
        ("经营范围", scope), ("核准日期", CalendarDate.random(&dice, years: 2020...2024).iso),
      ], &dice)
  }

  private static func sheet(
    _ title: String, isHeldOut: Bool, rows: [(String, String)], _ dice: inout Dice
  ) -> Sheet {
    let fonts = Fonts(isHeldOut: isHeldOut, &dice)
    let frame = dice.pick([Ink(0.25, 0.45, 0.65), Ink(0.5, 0.5, 0.5), Ink(0.65, 0.5, 0.3)])
    let isTable = dice.chance(0.4)
    return Sheet(width: 1240, height: 1500, smallestText: 29) { canvas throws(DrawingError) in
      canvas.fillRectangle(x: 0, y: 0, width: 1240, height: 1500, .white)
      canvas.strokeRectangle(x: 50, y: 50, width: 1140, height: 1400, line: 8, frame)
      let label = TextStyle(family: fonts.label, size: 30, weight: .medium)
      let value = TextStyle(family: fonts.value, size: 30, leading: 1.4)
      try canvas.write(
        title, x: 620, y: 120,
        TextStyle(
          family: fonts.label, size: 74, weight: .bold, tracking: 14, alignment: .center))
      var y = 310.0
      for row in rows {
        let name = row.0 + (isTable ? "" : "：")
        let start = max(420, 120 + (try canvas.measure(name, label).width) + 24)
        try canvas.write(name, x: 120, y: y, label)
        let height = try canvas.write(row.1, x: start, y: y, width: 1120 - start, value).height
        if isTable {
          canvas.strokeRectangle(
            x: 100, y: y - 16, width: 1040, height: height + 34, line: 2, frame)
        }
        y += height + 34
      }
    }
  }
}
