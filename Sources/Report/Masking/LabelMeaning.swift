/// What a column of a roster holds, by its heading: the last word that means something says it, as the head of a
/// Chinese or English noun stands last (负责区域 is an area, 区域负责人 a person, 负责人电话 a phone).
enum LabelMeaning: Hashable {
  /// Names of persons.
  case persons
  /// Something of a person, hidden in one way whatever it looks like.
  case personal(MaskStyle)
  /// How to reach a person: a phone, an address of mail, an account.
  case reach
  /// Areas, departments, kinds, counts: words that may read like names and are none.
  case things
  /// Nothing that is known: anything may stand there.
  case anything

  init(title: String) {
    let title = title.lowercased().filter { !$0.isWhitespace && $0 != "_" }
    // 负责人（区域） names a person; what stands in brackets explains it.
    let meaning = Self.last(in: Self.withoutBrackets(title)) ?? Self.last(in: title)
    self = meaning ?? .anything  // allowed: a heading that says nothing
  }

  /// What the word means that ends last, of several the longest.
  private static func last(in title: String) -> LabelMeaning? {
    let characters = Array(title)
    for end in stride(from: characters.count, to: 0, by: -1) {
      for length in stride(from: min(longest, end), to: 0, by: -1) {
        if let meaning = meanings[String(characters[end - length..<end])] { return meaning }
      }
    }
    return nil
  }

  private static let meanings = Dictionary(
    vocabulary.flatMap { meaning, words in words.map { ($0, meaning) } },
    uniquingKeysWith: { first, _ in first })
  private static let longest = vocabulary.flatMap(\.1).map(\.count).max() ?? 0  // allowed: no words

  private static func withoutBrackets(_ title: String) -> String {
    var depth = 0
    return title.filter { character in
      if "（(【[".contains(character) { depth += 1 }
      defer { if "）)】]".contains(character) { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  private static let vocabulary: [(LabelMeaning, [String])] = [
    (
      .persons,
      [
        "人", "姓名", "员", "经理", "主管", "总监", "总裁", "负责", "对接", "跟进", "经办", "联系", "联络", "审核", "审批",
        "经手",
        "老师", "律师", "会计", "出纳", "法务", "秘书", "助理", "代表", "法代", "董事", "监事", "股东", "顾问", "书记", "主任",
        "主席",
        "部长", "科长", "处长", "组长", "队长", "班长", "店长", "厂长", "院长", "校长", "行长", "所长", "会长", "董事长", "局长",
        "站长",
        "副总", "老总", "区总", "老板", "同事", "称呼", "管家", "客服", "销售", "配偶", "家属", "person", "contact",
        "owner",
        "manager", "responsible", "officer", "director", "supervisor", "secretary", "assistant",
        "agent", "handler", "representative", "lawyer", "accountant", "staff", "fullname",
        "surname", "firstname", "lastname",
      ]
    ),
    (
      .personal(.phone),
      ["电话", "手机", "座机", "固话", "分机", "传真", "热线", "phone", "mobile", "tel", "fax", "cell"]
    ),
    (.personal(.mail), ["邮箱", "邮件", "mail"]),
    (
      .personal(.birthDate),
      ["出生日期", "出生年月", "出生时间", "出生", "生日", "birth", "birthday", "birthdate", "born"]
    ),
    (
      .personal(.whole),
      [
        "微信", "微信号", "qq", "qq号", "钉钉", "飞书", "支付宝", "wechat", "身份证", "身份证号", "证件", "证件号", "证件号码",
        "护照",
        "护照号", "社保号", "银行卡", "银行卡号", "卡号", "idnumber", "idcard", "passport", "whatsapp",
      ]
    ),
    (
      .personal(.address),
      ["住址", "家庭", "家庭住址", "家庭地址", "户籍", "户籍地址", "住宅", "homeaddress", "residence"]
    ),
    (
      .reach,
      [
        "联系方式", "联络方式", "联系信息", "联系资料", "contactinfo", "contactdetails",
        "contactinformation", "reach",
      ]
    ),
    (
      .things,
      [
        "区域", "地区", "片区", "大区", "战区", "辖区", "省份", "省", "城市", "区县", "国家", "部门", "事业部", "中心", "单位",
        "公司",
        "机构", "企业", "集团", "板块", "行业", "业态", "业务", "领域", "品牌", "岗位", "职务", "职位", "级别", "层级", "等级",
        "数",
        "人数", "数量", "金额", "资本", "规模", "比例", "日期", "时间", "年份", "月份", "天数", "期限", "状态", "进度", "阶段",
        "编号",
        "序号", "代码", "编码", "邮编", "类型", "类别", "性质", "分类", "范围", "项目", "产品", "系统", "平台", "渠道", "公众号",
        "小程序",
        "视频号", "材料", "文件", "网址", "域名", "网站", "优先级", "批次", "分组", "region", "area", "territory",
        "zone",
        "province", "city", "country", "department", "dept", "unit", "company", "organization",
        "division", "industry", "sector", "position", "level", "count", "number", "headcount",
        "amount", "date", "time", "status", "stage", "code", "type", "category", "kind", "scope",
        "project", "product", "system", "platform", "channel", "group", "batch", "priority",
        "website", "domain",
      ]
    ),
    (
      .anything,
      [
        "备注", "说明", "情况", "意见", "内容", "事项", "进展", "结果", "原因", "描述", "留言", "地址", "公司地址", "信息", "其他",
        "其它",
        "记录", "remark", "remarks", "note", "notes", "comment", "comments", "description", "address",
        "other", "result", "reason",
      ]
    ),
  ]
}
