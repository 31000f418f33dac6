/// The tables behind ``TextNormalization``, small on purpose: what occurs in Chinese business papers.
enum CharacterFolding {
  /// Compatibility forms become the plain character.
  static func compatibility(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.unicodeScalars.append(scalar)
      } else if let roman = romanNumerals[scalar] {
        result += roman
      } else {
        result.unicodeScalars.append(plain(scalar))
      }
    }
    return result
  }

  /// ASCII and the common ideographs, of which nothing is folded: nearly all that is printed.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 || (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2F00...0x2FD5: return kangxiRadicals[Int(scalar.value) - 0x2F00]
    case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: return " "
    default: return singles[scalar] ?? scalar
    }
  }

  static func bracket(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "（", "[", "［", "【", "〔", "〖", "「", "『", "﹝", "⟨", "〈": "("
    case "）", "]", "］", "】", "〕", "〗", "」", "』", "﹞", "⟩", "〉": ")"
    default: scalar
    }
  }

  /// Centred dots become `·`, and so does a full stop between ideographs (阿不都拉.买买提).
  static func middleDots(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var view = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isStop = scalar == "." || scalar == "．" || scalar == "。"
      let isBetween =
        isStop && index > 0 && index + 1 < scalars.count
        && scalars[index - 1].properties.isIdeographic
        && scalars[index + 1].properties.isIdeographic
      view.append(isBetween || dots.contains(scalar) ? "·" : scalar)
    }
    return String(view)
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "‘", "’", "„", "‟", "＂", "＇", "«", "»", "〝", "〞", "`", "´": true
    default: false
    }
  }

  static func isSpaceOrInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if (0x21..<0x7F).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) {
      return false
    }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
      || scalar.properties.generalCategory == .control
  }

  static let addressWords: [Unicode.Scalar: Unicode.Scalar] = [
    "號": "号", "樓": "楼", "區": "区", "縣": "县", "鎮": "镇", "鄉": "乡", "單": "单", "層": "层",
    "棟": "栋", "廈": "厦", "東": "东", "國": "国", "廣": "广", "園": "园",
  ]

  private static let dots: Set<Unicode.Scalar> = [
    "·", "•", "‧", "・", "･", "∙", "⋅", "․", "●", "᛫",
  ]

  private static let romanNumerals: [Unicode.Scalar: String] = [
    "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII",
    "Ⅸ": "IX", "Ⅹ": "X", "Ⅺ": "XI", "Ⅻ": "XII", "ⅰ": "i", "ⅱ": "ii", "ⅲ": "iii", "ⅳ": "iv",
    "ⅴ": "v",
    "ⅵ": "vi", "ⅶ": "vii", "ⅷ": "viii", "ⅸ": "ix", "ⅹ": "x",
  ]

  /// Vertical and small forms, half-width marks, currency signs and the simplified radicals that
  /// PDF text layers hold instead of characters.
  private static let singles: [Unicode.Scalar: Unicode.Scalar] = [
    "︵": "(", "︶": ")", "︷": "{", "︸": "}", "︹": "〔", "︺": "〕", "︻": "【", "︼": "】", "︽": "《",
    "︾": "》", "︿": "〈", "﹀": "〉", "﹁": "「", "﹂": "」", "﹃": "『", "﹄": "』", "﹐": ",", "﹑": "、",
    "﹒": ".", "﹔": ";", "﹕": ":", "﹖": "?", "﹗": "!", "﹘": "—", "﹙": "(", "﹚": ")", "﹛": "{",
    "﹜": "}", "﹝": "〔", "﹞": "〕", "﹟": "#", "﹠": "&", "﹡": "*", "﹢": "+", "﹣": "-", "﹤": "<",
    "﹥": ">", "﹦": "=", "﹨": "\\", "﹩": "$", "﹪": "%", "﹫": "@", "｡": "。", "｢": "「", "｣": "」",
    "､": "、", "￠": "¢", "￡": "£", "￥": "¥", "〜": "~", "⺟": "母", "⻳": "龟", "⻁": "虎", "⻄": "西",
    "⻅": "见",
    "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食",
    "⻢": "马", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙",
  ]

  /// U+2F00 to U+2FD5 in order.
  private static let kangxiRadicals: [Unicode.Scalar] = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"
      + "大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
      + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
      + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
      + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
      + "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
}
