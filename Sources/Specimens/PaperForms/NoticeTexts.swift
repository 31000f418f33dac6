/// What boxes of notices say, in words of our own that carry the same labels as the real ones.
extension Notices {
  /// 须知 of old copies.
  static func toHolders(isHeldOut: Bool, _ dice: inout Dice) -> Notices {
    Notices(
      heading: dice.pick(["须　知", "须知"]), sentences: holders.pick(isHeldOut: isHeldOut, &dice))
  }

  /// 重要提示 in the form of Shenzhen, which has no rows for scope and capital.
  static func ofShenzhen(isHeldOut: Bool, _ dice: inout Dice) -> Notices {
    Notices(
      heading: dice.pick(["重要提示", "重　要　提　示"]),
      sentences: shenzhen.pick(isHeldOut: isHeldOut, &dice), mark: dice.pick([".", "．", "、"]))
  }

  /// 说明 of electronic licenses.
  static func ofElectronic(isHeldOut: Bool, _ dice: inout Dice) -> Notices {
    Notices(
      heading: dice.pick(["说明", "说　明"]), sentences: electronic.pick(isHeldOut: isHeldOut, &dice),
      mark: dice.pick([".", "、"]))
  }

  private static let holders = Variants(
    development: [
      [
        "《企业法人营业执照》是企业法人资格和合法经营的凭证。", "《企业法人营业执照》分为正本和副本，二者具有同等的法律效力。",
        "《企业法人营业执照》正本应放在企业住所的醒目位置。", "营业执照不得伪造、涂改、出租、出借、转让。",
        "登记事项发生变化，应当向登记机关申请变更登记，换领新照。",
        "每年一月一日至四月三十日，应当参加年度检验。", "除登记机关外，任何单位均不得扣留、收缴和吊销营业执照。",
        "办理注销登记时，应当交回正本和副本。",
      ],
      [
        "本执照是经营者取得合法经营资格的凭证，应当在核准的经营范围内从事经营活动。", "正本应悬挂于经营场所的醒目位置。",
        "字号名称、经营者姓名、经营场所或者经营范围改变的，应当办理变更登记。", "不得伪造、涂改、出租、出借或者转让本执照。",
        "本执照遗失或者损坏的，应当在报纸上声明作废并申请补领。",
      ],
    ],
    heldOut: [
      [
        "企业法人凭营业执照刻制公章、开立银行账户、签订合同，进行经营活动。", "营业执照正本应置于住所内显著的地方，副本供外出办事使用。",
        "名称、住所、法定代表人、注册资本、公司类型、经营范围、营业期限等登记事项，未经核准不得改变。",
        "登记机关于每年上半年对企业进行检验，逾期不受检验的按规定处罚。", "企业终止经营，应当缴回执照。",
      ]
    ])

  private static let shenzhen = Variants(
    development: [
      [
        "商事主体的经营范围由章程确定。经营范围中属于法律、法规规定应当经批准的项目，取得许可审批文件后方可开展相关经营活动。",
        "商事主体的经营范围、许可审批项目和注册资本等事项，可在本市商事主体信用信息公示平台查询。",
        "商事主体应当在每年规定的时间内向登记机关报送年度报告，并对其真实性负责。",
      ],
      [
        "经营范围以公司章程为准，涉及许可的项目须凭许可文件经营。", "注册资本的认缴和实缴情况、股东名册等信用信息，请登录公示平台查看。",
        "营业执照应放在住所的醒目位置，不得出租、出借。", "成立满一年的商事主体，每年须提交上一年度的年度报告。",
      ],
    ],
    heldOut: [
      [
        "本商事主体的经营范围、出资情况、营业期限见登记机关公示的章程。", "应当取得审批的经营范围，未经批准不得从事。",
        "法定代表人、住所改变的，须在三十日内申请变更登记。",
      ]
    ])

  private static let electronic = Variants(
    development: [
      [
        "本电子营业执照由登记机关依法核发，与纸质营业执照具有同等法律效力。", "企业的经营范围、注册资本等以国家企业信用信息公示系统公示的信息为准。",
        "打印件须放在住所的醒目位置并扫描二维码核验。",
      ],
      ["此件为电子营业执照的打印件，仅供展示。", "住所、经营范围如有变更，以最新下载的电子营业执照为准。"],
    ],
    heldOut: [
      [
        "电子营业执照是市场主体取得主体资格的合法凭证，任何单位不得要求另行提供纸质执照。", "请核对法定代表人、注册资本、成立日期与公示系统是否一致。",
        "本件未加盖实体印章的，以验证结果为准。",
      ]
    ])
}
