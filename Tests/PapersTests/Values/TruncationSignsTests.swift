import Testing

@testable import Papers

@Suite struct TruncationSignsTests {
  @Test(arguments: [
    "2019年12月2", "2015年1月06日", "2018年06月1日", "2018年6月2日", "2018年1月31日", "2018年11月2日", "211年08月31日",
    "0211年08月31日", "2018年03月5日", "201601.08-2036.01.08", "2016.0108-长期", "1975年4月24申",
  ])
  func aDateThatMayHaveLostADigit(text: String) {
    #expect(TruncationSigns.isCutDate(text))
  }

  @Test(arguments: [
    "2019年12月22日", "2015年01月06日", "2018年6月5日", "2018年11月30日", "二〇一九年三月一日", "2015.03.02-2035.03.02",
    "2010年10月10日", "长期",
  ])
  func aWholeDate(text: String) {
    #expect(!TruncationSigns.isCutDate(text))
  }

  @Test(arguments: ["王家湾36号", "南省洛阳市青龙街529号", "8幢2单元1602室", "区长乐镇第三组95号", ""])
  func anAddressWithoutItsFirstLine(text: String) {
    #expect(TruncationSigns.isCutAddress(text))
  }

  @Test(arguments: ["江苏省苏州市虎丘区长乐镇王家湾36号", "北京市朝阳区建设西街171号", "内蒙古阿拉善盟额济纳旗达来呼布镇"])
  func aWholeAddress(text: String) {
    #expect(!TruncationSigns.isCutAddress(text))
  }

  @Test(arguments: ["广东省深圳市宝安区和平里", "北京市朝阳区建国路甲"])
  func anAddressWithoutItsLastLine(text: String) {
    #expect(TruncationSigns.isAddressWithoutNumber(text))
  }

  @Test(arguments: ["河南省林州市石板岩镇朝阳村", "上海市徐汇区漕溪北路9号", "武汉市江汉区二道街", "北京市公安局朝阳分局"])
  func anAddressThatEndsAsAddressesDo(text: String) {
    #expect(!TruncationSigns.isAddressWithoutNumber(text))
  }

  @Test(arguments: [
    ("劳务服务（不含劳务派遣", true), ("品）开展经营活动", true), ("劳务服务（不含劳务派遣）", false),
    ("(a)（b）", false), ("", false),
  ])
  func bracketsComeInPairs(text: String, isUnbalanced: Bool) {
    #expect(TruncationSigns.isUnbalanced(text) == isUnbalanced)
  }

  @Test(arguments: [
    ("盛", true), ("嘉禾物流有限公", true), ("嘉禾物流有限公司", false), ("南京青禾企业管理中心（有限合伙）", false),
    ("李记面馆", false), ("青禾咨询股份有限公司海州第一分公", true), ("青禾咨询股份有限公司海州第一分公司", false),
    ("联铭物流有限责任公司型其他有限责任公司", true), ("联铭物流有限责任公司（有限合伙）", false),
  ])
  func aNameHasItsEnding(text: String, isCut: Bool) {
    #expect(TruncationSigns.isCutName(text) == isCut)
  }

  @Test(arguments: [
    ("文", true), ("", true), ("文 ", true), ("范—", true), ("张三—", true), ("王-明", true),
    ("麦麦提-图尔荪", false), ("刘文", false), ("诸葛文远", false), ("阿·卜", false),
  ])
  func aPersonHasTwoLetters(text: String, isCut: Bool) {
    #expect(TruncationSigns.isCutPerson(text) == isCut)
  }

  @Test(arguments: [
    ("中山区中山路7", true), ("中山区中山路7号", false), ("中山路7号鼎盛大厦1303", false), ("学院路1.95号", true),
    ("312国道1.5公里处", false),
    ("学院路195号3-2室", false),
  ])
  func aHouseNumberIsWhole(text: String, isOdd: Bool) {
    #expect(TruncationSigns.isAddressWithOddNumber(text) == isOdd)
  }

  @Test(arguments: [
    ("经营活动，，具体经营项目", true), ("可经营项目：无", true),
    ("批准的项目；经相关部门", true), ("图书；服饰；会务；批发。机械设备租赁", true), ("图书；服饰；会务；批发。货物进出口", false),
    ("图书；服饰；会务；批发。自营各类商品的进出口", false), ("服饰批发。机械设备租赁", false), ("一般项目：软件开发。许可项目：出版物零售", false),
    ("软件开发；物业管理。（依法须经批准的项目，经相关部门批准后方可开展经营活动）", false), ("软件开发、", false), ("经营活动）.", true),
    ("", false),
  ])
  func aListIsSetAsListsAre(text: String, isOdd: Bool) {
    #expect(TruncationSigns.isOddlySet(text) == isOdd)
  }

  @Test(arguments: [
    ("图书出租，物业管理；会议服务，市场策划，服饰批发", true), ("图书出租，物业管理，会议服务", false),
    ("广告设计、代理；物业管理；会议服务；市场策划", false), ("图书出租；物业管理；会议服务（含餐饮，不含住宿）；策划", false),
    ("图书；会务；策划；法律、法规、国务院决定规定应当许可的，经审批机关批准后凭许可文件经营", false),
    ("图书出租；物业管理；策划；批发（依法须经批准的项目，经相关部门批准）", false), ("", false),
  ])
  func aListHasOneSign(text: String, isOdd: Bool) {
    #expect(TruncationSigns.isOddlySet(text) == isOdd)
  }

  @Test(arguments: [
    ("重庆市管理局", true), ("区工商行政管理局", true), ("鹿城区行政电批局", true), ("鹿城区行政审局", true), ("管理局", true),
    ("行政审批局", true),
    ("海州市场监督理局", true), ("青岛市场监督管理局", true), ("厦门市区工商行政管理局", true), ("杭州市场监督管理局", true),
    ("鹿城行政审批局", true), ("北京市通州区市场监督管理局", false),
    ("宁夏回族自治区市场监督管理厅", false), ("海州区工商行政管理分局", false), ("新疆生产建设兵团市场监督管理局", false),
    ("恩施土家族苗族自治州市场监督管理局", false), ("青禾市数据和行政审批局", false), ("重庆市市场监督管理局", false),
    ("鹿城区行政审批局", false),
    ("青禾市行政审批服务局", false),
    ("青禾经济技术开发区管理委员会", false), ("国家市场监督管理总局", false), ("青禾自由贸易试验区商事服务局", false), ("", false),
  ])
  func anAuthorityHasAPlaceAndATask(text: String, isCut: Bool) {
    #expect(AuthorityName.isCut(text) == isCut)
  }

  @Test(arguments: [
    ("800.00000万人民币", true), ("10000000万人民币", true), ("10000000.000000万人民币", false),
    ("82950000万元", false), ("3000000万元", true), ("1000000.000000万", false),
    ("800.000000万人民币", false), ("壹佰万元整", false), ("50.5万元", false),
    ("1000.0000000万元", true),
  ])
  func decimalsComeInSixes(text: String, isCut: Bool) {
    #expect(TruncationSigns.isCutAmount(text) == isCut)
  }

  @Test(arguments: [
    ("礼仪用品销售（制品除外）市场营销策划", true), ("礼仪用品销售（制品除外），市场营销策划", false),
    ("第三类（植入）的医疗器械", false), ("劳务服务（不含劳务派遣）", false),
  ])
  func aListHasASignAfterABracket(text: String, lacks: Bool) {
    #expect(TruncationSigns.isUnseparated(text) == lacks)
  }

  @Test(arguments: [
    ("有限责任公司.（法人独资）", true), ("太阳能发.电", true), ("有限责任公司（法人独资）", false), ("注册资本3.5万", false),
  ])
  func aSpeckAmongLetters(text: String, isSpeck: Bool) {
    #expect(TruncationSigns.hasSpeck(text) == isSpeck)
  }

  @Test(arguments: [
    ("销售（依法频经批准的项目，经相关部门批准后方可开展经营活动）", true),
    ("销售（依法须经批准的项目，经相关部门批准后方可开展经营活动）", false),
    ("销售（除依法须经批准的项目外，依法自主开展经营活动）", true),
    ("销售（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）", false), ("办公用品销售；物业管理", false), ("", false),
  ])
  func theSentenceOfTheRegistrars(text: String, isNearly: Bool) {
    #expect(TruncationSigns.isNearlyStatutory(text) == isNearly)
  }
}
