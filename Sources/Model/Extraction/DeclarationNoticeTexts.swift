extension NoticeCode {
  /// The texts of codes about what the company wrote itself: declarations and waivers; of others there is none here.
  var declarationText: LocalizedText {
    switch self {
    case .declarationMissing:
      text(
        "没有 declared.yaml，只能检查材料本身。可用 dossier init 起草。",
        "there is no declared.yaml, so only the materials themselves are checked; `dossier init` drafts one"
      )
    case .declarationInvalid:
      text(
        "申报文件无法读取：{line}:{column} {reason}",
        "the declaration cannot be read: {line}:{column} {reason}")
    case .declarationUnknownKey:
      text(
        "{line}:{column} 未知的键「{key}」，已忽略。{suggestion}",
        "{line}:{column} unknown key \"{key}\" is ignored. {suggestion}")
    case .declarationBadValue:
      text(
        "{line}:{column} 「{key}」应为{expected}，实为「{found}」，已忽略。",
        "{line}:{column} \"{key}\" should be {expected} but is \"{found}\"; ignored")
    case .declarationDuplicate:
      text(
        "{line}:{column} 「{key}」重复出现，以第一次为准。",
        "{line}:{column} \"{key}\" is given twice; the first counts")
    case .declarationWordMistaken:
      text(
        "{line}:{column} {key} 中的「{found}」并不存在，按「{meant}」读取。请更正申报。",
        "{line}:{column} there is no \"{found}\" ({key}): it was read as \"{meant}\". Correct the declaration"
      )
    case .channelUndeclared:
      text(
        "未申报 channel，仅按基础规则检查。请在 declared.yaml 写明渠道。",
        "no channel is declared, so only the basic rules apply; name the channel in declared.yaml")
    case .waiversInvalid:
      text(
        "豁免文件有误，该项不生效：{line}:{column} {reason}",
        "the waivers have a mistake, so this one does nothing: {line}:{column} {reason}")
    case .waiverUnknownRule:
      text(
        "{line}:{column} 没有规则 {rule}，该豁免不生效。{suggestion}",
        "{line}:{column} there is no rule {rule}, so the waiver does nothing. {suggestion}")
    case .waiverExpired:
      text(
        "{line}:{column} 对 {rule} 的豁免已于 {expires} 到期。请整改，或重新批准。",
        "{line}:{column} the waiver of {rule} expired on {expires}; mend what it is about, or grant it anew"
      )
    case .waiverNotYet:
      text(
        "{line}:{column} 对 {rule} 的豁免自 {granted} 起才生效。",
        "{line}:{column} the waiver of {rule} begins on {granted}")
    case .waiverUnused:
      text(
        "{line}:{column} 对 {rule} 的豁免没有用到：该规则未失败，或事实已与豁免所写不同。请删去或更新。",
        "{line}:{column} the waiver of {rule} is not used: the rule does not fail, or the facts are not as the waiver says. Delete or renew it"
      )
    case .waiverNotAllowed:
      text(
        "{line}:{column} {rule} 是不可豁免的错误，请整改。",
        "{line}:{column} {rule} is an error that cannot be waived; mend what it is about")
    default: LocalizedText("", "")
    }
  }
}
