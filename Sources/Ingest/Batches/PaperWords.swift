internal import Model

/// What names of folders and files say: that it is a company's, or which paper it is.
enum PaperWords {
  /// Whether a folder is called like a company: by its legal form, or by what kind of shop it is.
  static func isCompany(_ name: String) -> Bool {
    let name = KeyText.folded(name).filter { $0.isLetter || $0.isNumber }
    let letters = name.drop { $0.isNumber }
    if forms.contains(where: { letters.hasSuffix($0) && letters.count > $0.count + 1 }) {
      return true
    }
    // 财务部 is a department, 石家庄市长安区汇程汽车修理部 is none.
    return letters.count >= 7 && letters.last.map(shops.contains) == true
  }

  /// Whether a name says which paper it is, or how papers were sorted: then it is no company's.
  static func namesPaper(_ name: String) -> Bool {
    let name = KeyText.folded(name)
    return papers.contains { name.contains($0) } || sorting.contains(name)
  }

  /// Whether a name says that it is a license.
  static func namesLicense(_ name: String) -> Bool {
    let name = KeyText.folded(name)
    return ["营业执照", "执照", "license", "licence", "yyzz"].contains { name.contains($0) }
  }

  /// Whether a file is a picture or a document, by its ending.
  static func isPaperFile(_ name: String) -> Bool {
    guard let ending = name.lowercased().split(separator: ".").last else { return false }
    return endings.contains(String(ending))
  }

  private static let forms = [
    "有限公司", "有限责任公司", "公司", "集团", "合伙企业", "有限合伙", "普通合伙", "合作社", "工作室", "事务所", "个体工商户",
    "经营部", "门市部", "修理部", "服务部", "基金会", "研究院", "商行", "商店", "超市", "酒店", "诊所", "医院", "幼儿园", "学校",
  ]
  private static let shops: Set<Character> = [
    "厂", "店", "部", "行", "社", "院", "所", "馆", "场", "坊", "心",
  ]
  private static let papers = [
    "执照", "证照", "证件", "身份证", "法人", "法定代表人", "运营者", "经办人", "管理员", "印章", "公章", "签章", "架构", "组织",
    "通讯录", "备案", "域名", "邮箱", "证书", "授权", "委托", "公证", "合同", "协议", "附件", "材料", "资料", "补充", "扫描",
    "照片", "图片", "截图", "正本", "副本", "原件", "复印件", "备份", "正面", "反面", "license", "licence", "dns",
    "scan",
    "photo", "picture", "image", "document", "attachment", "backup", "idcard",
  ]
  private static let sorting: Set<String> = [
    "其他", "其它", "旧", "新", "最新", "公司", "企业", "集团", "old", "new", "id", "docs", "misc", "other",
  ]
  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "pdf", "ofd", "tif", "tiff", "bmp", "gif", "webp", "heic", "heif", "docx",
  ]
}
