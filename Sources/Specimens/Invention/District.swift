/// A district with its code of GB/T 2260.
struct District {
  /// Empty for the four municipalities.
  let province: String
  let city: String
  /// Empty where a city has no districts.
  let district: String
  let code: String

  var full: String { province + city + district }

  /// `深圳` of `深圳市`.
  var shortCity: String { city.hasSuffix("市") ? String(city.dropLast()) : city }

  private init(_ line: String) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    code = parts[0]
    province = parts[1] == "-" ? "" : parts[1]
    city = parts[2]
    district = parts[3] == "-" ? "" : parts[3]
  }

  static let all: [District] = """
    110101 - 北京市 东城区
    110105 - 北京市 朝阳区
    110106 - 北京市 丰台区
    110108 - 北京市 海淀区
    120101 - 天津市 和平区
    120104 - 天津市 南开区
    130102 河北省 石家庄市 长安区
    130203 河北省 唐山市 路北区
    140105 山西省 太原市 小店区
    150102 内蒙古自治区 呼和浩特市 新城区
    210102 辽宁省 沈阳市 和平区
    210202 辽宁省 大连市 中山区
    220102 吉林省 长春市 南关区
    230102 黑龙江省 哈尔滨市 道里区
    310101 - 上海市 黄浦区
    310104 - 上海市 徐汇区
    310115 - 上海市 浦东新区
    320102 江苏省 南京市 玄武区
    320106 江苏省 南京市 鼓楼区
    320505 江苏省 苏州市 虎丘区
    330102 浙江省 杭州市 上城区
    330106 浙江省 杭州市 西湖区
    330110 浙江省 杭州市 余杭区
    330203 浙江省 宁波市 海曙区
    330302 浙江省 温州市 鹿城区
    340102 安徽省 合肥市 瑶海区
    340104 安徽省 合肥市 蜀山区
    350102 福建省 福州市 鼓楼区
    350203 福建省 厦门市 思明区
    360102 江西省 南昌市 东湖区
    370102 山东省 济南市 历下区
    370202 山东省 青岛市 市南区
    410105 河南省 郑州市 金水区
    410305 河南省 洛阳市 涧西区
    420106 湖北省 武汉市 武昌区
    420111 湖北省 武汉市 洪山区
    430102 湖南省 长沙市 芙蓉区
    430104 湖南省 长沙市 岳麓区
    440104 广东省 广州市 越秀区
    440106 广东省 广州市 天河区
    440304 广东省 深圳市 福田区
    440305 广东省 深圳市 南山区
    440306 广东省 深圳市 宝安区
    440402 广东省 珠海市 香洲区
    440604 广东省 佛山市 禅城区
    441900 广东省 东莞市 -
    450103 广西壮族自治区 南宁市 青秀区
    460108 海南省 海口市 美兰区
    500103 - 重庆市 渝中区
    500105 - 重庆市 江北区
    510104 四川省 成都市 锦江区
    510107 四川省 成都市 武侯区
    520102 贵州省 贵阳市 南明区
    530102 云南省 昆明市 五华区
    540102 西藏自治区 拉萨市 城关区
    610113 陕西省 西安市 雁塔区
    620102 甘肃省 兰州市 城关区
    630102 青海省 西宁市 城东区
    640104 宁夏回族自治区 银川市 兴庆区
    650102 新疆维吾尔自治区 乌鲁木齐市 天山区
    """.split(separator: "\n").map { District(String($0)) }

  private static let streets = [
    "人民路", "解放大道", "中山北路", "建设西街", "科技园南区高新南七道", "文化路", "和平里东街", "滨河大道",
    "长江东路", "黄河路", "金桥大街", "学院路", "迎宾南路", "望江路", "朝阳门外大街", "锦绣前程大道", "凤凰山路",
    "翠屏街", "青年路", "光华大道一段", "创业二路", "软件园三期诚毅北大街", "经济技术开发区泰达一街", "龙腾西路",
  ]

  private static let buildings = [
    "嘉禾大厦", "国际商务中心", "创新创业产业园", "银河世纪广场", "鼎盛大厦", "科创孵化基地", "万象城写字楼",
    "绿地中心", "天安数码城", "联合总部大厦",
  ]

  /// The address of a firm there.
  func businessAddress(_ dice: inout Dice) -> String {
    var address = dice.chance(0.6) ? full : city + district
    address += dice.pick(Self.streets) + "\(dice.number(1...988))号"
    if dice.chance(0.7) {
      address += dice.pick(Self.buildings)
      if dice.chance(0.5) { address += dice.pick(["A座", "B座", "3号楼", "12栋", "2幢", "1#楼"]) }
      let floor = dice.number(1...32)
      address += dice.pick([
        "\(floor)层\(floor)0\(dice.number(1...9))室", "\(floor)\(dice.number(10...29))室",
        "\(floor)楼\(dice.pick(["A", "B", "C", "F"]))单元",
        "\(floor)0\(dice.number(1...9))-\(dice.number(1...9))号",
      ])
    }
    if dice.chance(0.12) { address += "（集群注册）" }
    if dice.chance(0.08) { address += "（仅限办公使用）" }
    return address
  }

  /// The address of a person there, as cards print it.
  func homeAddress(_ dice: inout Dice) -> String {
    let street = dice.pick([
      "人民路", "解放街", "文化路", "建设路", "和平里", "中山路", "花园路", "幸福街道", "长乐镇", "青龙街", "柳林村", "新华路",
    ])
    var address = (dice.chance(0.75) ? full : city + district) + street
    if street.hasSuffix("村") || street.hasSuffix("镇") {
      address += dice.pick(["第三组", "王家湾", "东头组", "五社"]) + "\(dice.number(1...188))号"
    } else {
      address += "\(dice.number(1...566))号"
      if dice.chance(0.7) {
        address += "\(dice.number(1...28))幢"
        if dice.chance(0.6) { address += "\(dice.number(1...4))单元" }
        address += "\(dice.number(1...25))0\(dice.number(1...6))室"
      }
    }
    return address
  }
}
