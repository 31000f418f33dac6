import Model
import Testing

@testable import Report

/// What a roster says in columns of its own, by heading and by form.
struct MaskedLabelsTests {
  private static func shown(_ title: String, _ value: String) -> String {
    Masking([], [], options: Specimen.options()).shown(SubmissionLabel(title: title, value: value))
      .value
  }

  @Test(arguments: [
    ("联系人", "林知远"), ("负责人", "李四光+王大明"), ("对接", "李四光、王大明"), ("经办人（财务）", "阿卜杜热合曼·买买提"),
    ("区域负责人", "王登科"), ("客户经理", "欧阳晓梅/司马青"), ("姓名", "李 四"), ("法人", "Zhang Sanfeng"),
    ("Contact person", "Li Siguang"), ("负责人", "李四光王大明赵六斤"), ("审批", "马经理"), ("负责人", "陈行"),
    ("备注", "李四光+王大明"), ("备注", "请联系王大明 13800138000"), ("说明", "李四光已补交，王大明负责"), ("备注", "由陈晓明先生办理"),
    ("情况", "联系阿卜杜热合曼·买买提"), ("其他", "阿依古丽•艾尼"), ("", "李四光"), ("随便", "法人李四光"),
    ("备注", "法定代表人：周文博"),
  ])
  func namesOfPersonsAreHidden(title: String, value: String) {
    let shown = Self.shown(title, value)
    for name in [
      "林知远", "四光", "大明", "阿卜杜热合曼", "买买提", "登科", "晓梅", "马青", "李 四", "Sanfeng", "Siguang", "六斤",
      "马经理",
      "陈行", "晓明", "阿依古丽", "艾尼", "文博",
    ] { #expect(!shown.contains(name), "\(shown)") }
    #expect(shown.contains("*") && shown.count == value.count)
  }

  @Test(arguments: [
    ("座机", "0755-26123456"), ("联系电话", "0755-2612 3456"), ("备注", "座机 0755-26123456"),
    ("电话", "26123456"), ("分机", "8012"), ("微信", "wx_lin88"), ("备注", "微信：wx_lin88"),
    ("QQ", "123456789"),
    ("联系方式", "wx_lin88"), ("联系方式", "lin.zhiyuan@example.com"), ("邮箱", "lin.zhiyuan@example.com"),
    ("备注", "lin.zhiyuan@example.com"), ("出生日期", "1985-03-12"), ("生日", "1985年3月12日"),
    ("身份证", "44030519850312001X"), ("Mobile", "+86 138 0013 8000"), ("护照", "E12345678"),
    ("Date of birth", "12/03/1985"), ("联系方式", "林知远 13800138000"),
  ])
  func numbersAndAccountsAreHidden(title: String, value: String) {
    let shown = Self.shown(title, value)
    for secret in [
      "26123456", "2612 3456", "8012", "lin88", "12345678", "zhiyuan", "1985", "0312001",
      "0013 8000",
      "知远", "00138000",
    ] { #expect(!shown.contains(secret), "\(shown)") }
    #expect(shown.count == value.count)
  }

  /// Headings of areas, departments and counts stay, whatever their first words say.
  @Test(arguments: [
    ("负责区域", "华南"), ("负责区域", "江苏"), ("区域", "高新区"), ("大区", "华东"), ("对接部门", "财务部"), ("联系人数", "12"),
    ("负责人岗位", "总经理"), ("经办机构", "温州分行"), ("Region manager area", "East"), ("负责板块", "金融"),
    ("备注", "材料已补交"), ("备注", "江苏分公司，高新区"), ("负责人", "财务部"), ("负责人", "星河科技有限公司"), ("联系人", "待定"),
    ("进度", "2026-11-22 已交"), ("省份", "云南"), ("备注", "章程待补"), ("员工数", "128"), ("说明", "方案已定，计划年底完成"),
    ("主管单位", "某市第一中学校"),
  ])
  func whatIsOfNobodyStays(title: String, value: String) {
    #expect(Self.shown(title, value) == value)
  }

  @Test func whoAsksForPersonalDataHasIt() {
    let masking = Masking([], [], options: Specimen.options(showsPersonalData: true))
    let label = SubmissionLabel(title: "联系人", value: "李四光")
    #expect(masking.shown(label) == label)
  }
}
