internal import Model

/// An invented person with an identity number.
struct Person {
  var name: String
  /// 男 or 女.
  var sex: String
  /// Without 族: 汉 or 维吾尔.
  let ethnicity: String
  var born: CalendarDate
  let address: String
  var number: String
  let home: District

  init(_ dice: inout Dice) {
    sex = dice.chance(0.55) ? "男" : "女"
    ethnicity = dice.chance(0.72) ? "汉" : dice.pick(Self.minorities)
    name = Self.name(&dice, ethnicity: ethnicity)
    born = CalendarDate.random(&dice, years: 1955...2003)
    home = dice.pick(District.all)
    address = home.homeAddress(&dice)
    let region = dice.chance(0.7) ? home.code : dice.pick(District.all).code
    let serial = dice.number(0...49) * 20 + dice.number(0...9) * 2 + (sex == "男" ? 1 : 0)
    let body = region + born.iso.filter { $0 != "-" } + padded(serial, 3)
    number = body + String(CheckDigits.identityNumber(body.compactMap(\.wholeNumberValue)))
  }

  /// Full years.
  func age(on day: CalendarDate) -> Int {
    let hadBirthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (hadBirthday ? 0 : 1)
  }

  private static let minorities = [
    "满", "回", "壮", "苗", "维吾尔", "土家", "蒙古", "藏", "朝鲜", "彝", "布依", "侗", "瑶", "白", "哈尼", "哈萨克", "傣",
    "黎", "畲",
  ]

  static let surnames = Array(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
  )
  static let given = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅国栋志建文斌鑫宇晨浩然子轩欣怡雨桐梓涵嘉豪俊凯佳琪雪婷海燕春玲立新永康振宏德胜晓东思远若溪一诺奕辰书瑶泽楷煜城瑾萱睿博翔宁彦霖钰莹璐瑞祥昊天乐珊峰林松柏玥珺喆堃赟翀芮钧霏彤昱珂颖淇"
  )
  private static let double = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容"]
  private static let uyghur = [
    "阿不都拉·买买提", "古丽娜尔·艾合买提", "吐尔逊·依明", "迪丽达尔·阿卜力孜", "麦麦提·图尔荪", "热依汗·木沙",
  ]

  private static func name(_ dice: inout Dice, ethnicity: String) -> String {
    if ethnicity == "维吾尔" { return dice.pick(uyghur) }
    let surname = dice.chance(0.06) ? dice.pick(double) : String(dice.pick(surnames))
    let length = dice.chance(0.25) ? 1 : 2
    return surname + String(dice.pick(length, of: given))
  }

  /// A name alone, for texts where nothing else of the person is seen.
  static func plainName(_ dice: inout Dice) -> String {
    name(&dice, ethnicity: dice.chance(0.03) ? "维吾尔" : "汉")
  }
}

extension CalendarDate {
  /// Any day of the years.
  static func random(_ dice: inout Dice, years: ClosedRange<Int>) -> CalendarDate {
    while true {
      // Rolled again for the 30th of February and its like.
      let date = CalendarDate(
        year: dice.number(years), month: dice.number(1...12), day: dice.number(1...31))
      if let date { return date }
    }
  }
}

extension ClosedRange<CalendarDate> {
  /// From one written day to another; days that do not exist end at the next that does.
  static func days(
    from first: (year: Int, month: Int, day: Int), to last: (year: Int, month: Int, day: Int)
  ) -> Self {
    func day(_ written: (year: Int, month: Int, day: Int)) -> CalendarDate {
      var next = written
      while true {
        if let date = CalendarDate(year: next.year, month: next.month, day: next.day) {
          return date
        }
        next = (next.year + (next.month == 12 ? 1 : 0), next.month % 12 + 1, 1)
      }
    }
    return day(first)...day(last)
  }
}

/// Returns a number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
