internal import Model
internal import Native

/// A page that is no material that anybody knows: a letter or a list of goods.
enum OtherSheet {
  static func make(isHeldOut: Bool, _ dice: inout Dice) -> Sheet {
    let fonts = Fonts(isHeldOut: isHeldOut, &dice)
    let place = dice.pick(District.all)
    let firm = Company.nameAndScope(.limitedCompany, in: place, &dice).name
    let buyer = Company.nameAndScope(.limitedCompany, in: dice.pick(District.all), &dice).name
    let date = DateStyle.padded.text(.random(&dice, years: 2021...2026))
    let isLetter = dice.chance(0.5)
    let sender = Person.plainName(&dice)
    let goods = dice.pick(4, of: ["办公桌椅", "激光打印机", "无线路由器", "会议音响", "投影幕布", "电源插座", "档案柜"])
      .map { ($0, dice.number(1...30), dice.number(20...4000)) }
    return Sheet(width: 1240, height: 1754, smallestText: 28) { canvas throws(DrawingError) in
      canvas.fillAll(.white)
      let body = TextStyle(family: fonts.value, size: 30, leading: 1.7)
      let title = TextStyle(family: fonts.label, size: 58, weight: .bold, alignment: .center)
      if isLetter {
        try canvas.write("通　知　函", x: 620, y: 170, title)
        try canvas.write(
          "\(buyer)：\n　　感谢贵单位长期以来的支持。我单位定于下月迁入新的办公场所，届时电话与传真号码保持不变，"
            + "往来信件请寄至新地址。搬迁期间业务照常办理，如有不便，敬请谅解。\n　　特此函告。",
          x: 150, y: 320, width: 940, body)
        try canvas.write("\(firm)\n联系人：\(sender)\n\(date)", x: 560, y: 980, width: 530, body)
      } else {
        try canvas.write("送　货　单", x: 620, y: 150, title)
        try canvas.write(
          "收货单位：\(buyer)\n发货单位：\(firm)\n日期：\(date)", x: 120, y: 280, width: 1000, body)
        for (row, item) in ([("品名", 0, 0)] + goods).enumerated() {
          let y = 500 + Double(row) * 80
          canvas.strokeRectangle(x: 120, y: y, width: 1000, height: 80, line: 2, .black)
          try canvas.write(item.0, x: 150, y: y + 18, body)
          try canvas.write(row == 0 ? "数量" : String(item.1), x: 620, y: y + 18, body)
          try canvas.write(row == 0 ? "单价（元）" : "\(item.2).00", x: 860, y: y + 18, body)
        }
        try canvas.write("制单：\(sender)　　　签收：", x: 120, y: 960, body)
      }
    }
  }
}
