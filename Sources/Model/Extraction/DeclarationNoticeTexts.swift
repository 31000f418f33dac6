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
        "申报文件无法读取，第 {line} 行：{reason}",
        "the declaration cannot be read, line {line}: {reason}")
    case .declarationSlip:
      text(
        "第 {lines} 行：{what}，{outcome}请改为：{remedy}",
        "line {lines}: {what}; {outcome} Type: {remedy}")
    case .declarationValueCut:
      text(
        "第 {lines} 行：{what}，{outcome}请改为：{remedy}",
        "line {lines}: {what}; {outcome} Type: {remedy}")
    case .declarationMisspelt:
      text(
        "第 {line} 行：没有「{found}」这一项；{outcome}。",
        "line {line}: there is no \"{found}\"; {outcome}")
    case .declarationUnknownKey:
      text(
        "第 {line} 行：未知的键「{key}」，已忽略。",
        "line {line}: unknown key \"{key}\" is ignored")
    case .declarationBadValue:
      text(
        "第 {line} 行：「{key}」应为{expected}，实为「{found}」，已忽略。",
        "line {line}: \"{key}\" should be {expected} but is \"{found}\"; ignored")
    case .declarationDuplicate:
      text(
        "第 {line} 行：「{key}」重复出现，以第一次为准。",
        "line {line}: \"{key}\" is given twice; the first counts")
    case .declarationWordMistaken:
      text(
        "第 {line} 行：{key} 中的「{found}」并不存在，按「{meant}」读取。请更正申报。",
        "line {line}: there is no \"{found}\" ({key}): it was read as \"{meant}\". Correct the declaration"
      )
    case .channelUndeclared:
      text(
        "未申报 channel，仅按基础规则检查。请在 declared.yaml 写明渠道。",
        "no channel is declared, so only the basic rules apply; name the channel in declared.yaml")
    case .packsLeftOut:
      text(
        "本次用 --pack 指定了规则包，渠道的规则包 {packs} 没有执行；结论只涵盖指定的规则。",
        "packs were named with --pack, so the channel's packs {packs} did not run; the result covers the named ones alone"
      )
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
        "{line}:{column} 对 {rule} 的豁免没有用到：该规则的结论不是豁免所写的（verdict），或事实已与豁免所写不同。请删去或更新。",
        "{line}:{column} the waiver of {rule} is not used: the rule does not come to the verdict that it names, or the facts are not as it says. Delete or renew it"
      )
    case .waiverNotAllowed:
      text(
        "{line}:{column} {rule} 是不可豁免的错误，请整改。",
        "{line}:{column} {rule} is an error that cannot be waived; mend what it is about")
    case .confirmedByPerson:
      text(
        "「{label}」由 {by} 于 {on} 对照原件确认为「{value}」：{place}{note}",
        "{label} is \"{value}\", as {by} saw on the paper on {on}: {place}{note}")
    case .confirmationInvalid:
      text(
        "第 {line} 行：该项确认不生效：{reason}。",
        "line {line}: this confirmation does nothing: {reason}")
    case .confirmationStale:
      text(
        "第 {line} 行：{target} 在 {by} 于 {on} 确认之后已改动（SHA-256 不同），对 {fact} 的确认不生效。请对照新文件重新确认。",
        "line {line}: {target} has changed since {by} confirmed {fact} on {on} (its SHA-256 differs), so that counts for nothing; look at the new file and confirm it again"
      )
    default: LocalizedText("", "")
    }
  }
}
