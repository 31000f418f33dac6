/// What authors write for the names that the files of rules hold, in Chinese or as other tools call it.
///
/// A word is a hint and never read as the name: a file says one thing in one way.
enum OtherWords {
  /// Finds the known name that a word stands for.
  static func name(of word: String, among known: some Sequence<String>) -> String? {
    let folded = word.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard let names = meanings[folded] else { return nil }
    let known = Set(known)
    return names.first(where: known.contains)
  }

  /// By word, the names that it may stand for, the likeliest first.
  private static let meanings: [String: [String]] = {
    var meanings: [String: [String]] = [:]
    for (name, words) in words {
      for word in words { meanings[word, default: []].append(name) }
    }
    return meanings
  }()

  private static let words: [(name: String, words: [String])] = [
    // Severities and verdicts.
    ("error", ["错误", "严重", "阻断", "致命", "fatal", "critical", "block", "high"]),
    ("warning", ["警告", "提醒", "一般", "warn", "medium"]),
    ("note", ["提示", "建议", "说明", "信息", "info", "notice", "hint", "low"]),
    ("pass", ["通过", "合格", "符合", "正确", "true", "ok", "yes", "passed", "success"]),
    ("fail", ["不通过", "未通过", "不合格", "不符", "不符合", "失败", "false", "no", "failed"]),
    ("cannot_tell", ["无法判断", "不能判断", "判断不了", "未知", "不确定", "unknown", "open"]),
    ("not_applicable", ["不适用", "无关", "跳过", "na", "n/a", "skip", "skipped"]),
    ("rule_error", ["规则出错", "规则错误"]),
    // Keys of packs and rules.
    ("schema", ["格式"]), ("pack", ["规则包"]), ("rules", ["规则"]), ("params", ["参数", "parameters"]),
    ("lookups", ["查找表", "表", "tables", "lookup"]), ("normalizers", ["规范化", "normalize"]),
    ("verbs", ["动词"]), ("extends", ["继承", "extend", "inherits", "imports"]),
    ("overrides", ["覆盖", "变更", "override"]), ("profiles", ["方案", "配置"]),
    ("id", ["编号", "规则编号"]), ("title", ["标题", "名称", "要求", "name"]),
    ("severity", ["严重程度", "级别", "等级", "严重性", "level"]), ("version", ["版本"]),
    ("materials", ["材料", "所需材料"]), ("when", ["条件", "适用条件", "if", "condition"]),
    ("check", ["检查", "核对", "动词", "then", "verify"]),
    ("assert", ["断言", "表达式", "expression", "cel"]),
    ("message", ["说明", "消息", "提示语", "description", "text"]),
    ("fix", ["改正", "整改", "如何改正", "建议", "remedy", "solution"]),
    ("basis", ["依据", "来源", "reference", "references", "source"]), ("tags", ["标签", "labels"]),
    ("since", ["生效日", "生效日期", "from"]), ("until", ["失效日", "失效日期", "to"]),
    ("tests", ["测试", "用例", "测试用例", "examples", "test"]),
    ("given", ["给定", "已知", "输入", "事实", "input", "facts"]),
    ("expect", ["期望", "预期", "结论", "结果", "output", "result", "verdict", "want"]),
    ("because", ["原因", "缺少", "reason"]), ("why", ["原因", "理由", "reason"]),
    ("enabled", ["启用", "开关"]), ("key", ["键", "主键"]), ("columns", ["列", "字段", "fields"]),
    ("rows", ["行", "数据", "data"]), ("file", ["文件", "csv", "path"]), ("type", ["类型"]),
    ("default", ["默认值", "默认", "缺省值", "value"]), ("kind", ["类别"]), ("ref", ["出处", "id"]),
    ("zh-CN", ["zh", "cn", "zh_cn", "zhcn", "中文", "chinese"]), ("en", ["英文", "english", "enus"]),
    // Verbs.
    (
      "equals",
      ["等于", "相等", "相同", "一致", "==", "=", "eq", "equal", "same", "is", "match"]
    ),
    ("all_equal", ["全部相等", "都相等", "全部一致", "三处一致"]),
    ("similar", ["相似", "近似", "like"]), ("matches", ["匹配", "符合格式", "正则", "regex", "pattern"]),
    ("one_of", ["属于", "之一", "枚举", "in", "enum", "any_of", "in_list"]),
    ("before", ["早于", "之前", "<", "lt", "earlier"]), ("after", ["晚于", "之后", ">", "gt", "later"]),
    ("within", ["之间", "期间", "有效期内", "between", "range"]),
    ("at_least", ["大于等于", "不小于", "不少于", "不低于", "至少", ">=", "gte", "ge", "min", "minimum"]),
    ("at_most", ["小于等于", "不大于", "不超过", "不高于", "至多", "<=", "lte", "le", "max", "maximum"]),
    ("contains", ["包含", "含有", "含", "include", "includes", "has"]),
    ("unique", ["唯一", "不重复", "distinct"]),
    ("subset_of", ["子集", "都在", "subset"]), ("superset_of", ["超集", "包括", "superset"]),
    ("required", ["必填", "必须", "非空", "必需", "exists", "present", "not_empty", "notnull"]),
    ("checksum", ["校验", "校验位", "校验码"]), ("known", ["已读出"]),
    ("all", ["全部", "并且", "且", "与", "and", "&&", "allof"]),
    ("any", ["任一", "或者", "或", "or", "||", "anyof"]), ("not", ["非", "不是", "!", "否"]),
    ("normalize", ["规范化", "normalise", "norm", "normalizer"]),
    ("null_means", ["为空时", "空值"]), ("values", ["取值", "值", "list", "value"]),
    // Types.
    ("string", ["文本", "字符串", "文字", "text", "str", "varchar"]),
    ("int", ["整数", "integer", "long", "number", "数"]),
    ("double", ["小数", "数字", "金额", "float", "decimal", "number"]),
    ("bool", ["布尔", "是否", "boolean"]), ("date", ["日期", "datetime", "timestamp"]),
    ("duration", ["时长", "天数", "期限", "days", "interval"]),
    ("list<string>", ["列表", "文本列表", "list", "array", "strings", "string[]"]),
    // Kinds of basis, normalizers, channels.
    ("law", ["法律", "法规", "法律法规"]), ("standard", ["标准", "国标"]), ("platform", ["平台", "平台规则"]),
    ("vendor", ["服务商", "厂商"]), ("house", ["公司", "内部", "公司制度", "内部规定", "internal"]),
    ("convention", ["惯例", "习惯"]),
    ("company", ["公司", "企业", "公司名称", "企业名称"]), ("person", ["人名", "姓名", "个人"]),
    ("address", ["地址", "住所"]), ("department", ["部门"]), ("code", ["代码", "编码"]),
  ]
}
