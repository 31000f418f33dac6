/// Where things stand on a license; lengths in units of a page 2000 (landscape) or 1240 (portrait) wide.
struct LicenseLayout {
  struct Column {
    let x: Double
    let valueX: Double
    let valueWidth: Double
    var fields: [License.Field]
  }

  struct Anchor {
    let x: Double
    let y: Double
    let size: Double
  }

  enum CodePosition { case below, beside, rightAligned }

  let width: Double
  let height: Double
  let title: Anchor
  let titleTracking: Double
  let emblem: Anchor
  let copyMark: Anchor
  let identifier: Anchor
  let codeSize: Double
  let codePosition: CodePosition
  let serial: Anchor
  let qr: Anchor
  /// The prompt beside the code; its `size` is that of the text.
  let prompt: Anchor
  let promptWidth: Double
  var columns: [Column]
  let top: Double
  let bottom: Double
  let labelSize: Double
  /// The width that labels are spread over; 0 sets them close.
  let labelWidth: Double
  /// Follows a label: nothing or `：`.
  let labelSuffix: String
  let valueSize: Double
  let rowGap: Double
  let authority: Anchor
  let date: Anchor
  let footer: Anchor

  private static let left: [License.Field] = [.name, .type, .head, .scope]
  private static let right: [License.Field] = [.form, .capital, .established, .term, .address]

  /// The layouts for a generation; the last is reserved for held-out specimens.
  static func all(_ generation: Generation) -> [LicenseLayout] {
    switch generation {
    case .before2014: before2014
    case .landscape2019: landscape
    case .portrait2014: portrait
    }
  }

  private static let landscape = [
    LicenseLayout(
      width: 2000, height: 1414, title: Anchor(x: 1000, y: 270, size: 124), titleTracking: 36,
      emblem: Anchor(x: 1000, y: 180, size: 80), copyMark: Anchor(x: 1000, y: 428, size: 38),
      identifier: Anchor(x: 200, y: 300, size: 32), codeSize: 38, codePosition: .below,
      serial: Anchor(x: 200, y: 236, size: 28), qr: Anchor(x: 1430, y: 232, size: 206),
      prompt: Anchor(x: 1652, y: 250, size: 21), promptWidth: 180,
      columns: [
        Column(x: 190, valueX: 420, valueWidth: 660, fields: left),
        Column(x: 1130, valueX: 1340, valueWidth: 480, fields: right),
      ],
      top: 540, bottom: 1085, labelSize: 35, labelWidth: 190, labelSuffix: "", valueSize: 33,
      rowGap: 26,
      authority: Anchor(x: 1230, y: 1096, size: 38), date: Anchor(x: 1500, y: 1176, size: 36),
      footer: Anchor(x: 160, y: 1276, size: 22)),
    LicenseLayout(
      width: 2000, height: 1414, title: Anchor(x: 1000, y: 236, size: 132), titleTracking: 46,
      emblem: Anchor(x: 1000, y: 150, size: 72), copyMark: Anchor(x: 1000, y: 396, size: 40),
      identifier: Anchor(x: 170, y: 270, size: 30), codeSize: 34, codePosition: .below,
      serial: Anchor(x: 170, y: 370, size: 28), qr: Anchor(x: 1612, y: 196, size: 220),
      prompt: Anchor(x: 1404, y: 226, size: 21), promptWidth: 196,
      columns: [
        Column(x: 160, valueX: 350, valueWidth: 700, fields: left),
        Column(
          x: 1110, valueX: 1300, valueWidth: 540,
          fields: [.capital, .form, .established, .term, .address]),
      ],
      top: 500, bottom: 1090, labelSize: 33, labelWidth: 165, labelSuffix: "", valueSize: 33,
      rowGap: 30,
      authority: Anchor(x: 1180, y: 1108, size: 36), date: Anchor(x: 1480, y: 1172, size: 36),
      footer: Anchor(x: 140, y: 1280, size: 21)),
    LicenseLayout(
      width: 2000, height: 1414, title: Anchor(x: 1000, y: 300, size: 112), titleTracking: 24,
      emblem: Anchor(x: 1000, y: 206, size: 78), copyMark: Anchor(x: 1000, y: 440, size: 34),
      identifier: Anchor(x: 230, y: 330, size: 34), codeSize: 36, codePosition: .below,
      serial: Anchor(x: 1420, y: 196, size: 27), qr: Anchor(x: 1416, y: 246, size: 200),
      prompt: Anchor(x: 1636, y: 256, size: 20), promptWidth: 170,
      columns: [
        Column(x: 220, valueX: 450, valueWidth: 600, fields: left),
        Column(
          x: 1100, valueX: 1330, valueWidth: 470,
          fields: [.form, .capital, .established, .address, .term]),
      ],
      top: 556, bottom: 1085, labelSize: 33, labelWidth: 0, labelSuffix: "：", valueSize: 31,
      rowGap: 24,
      authority: Anchor(x: 1200, y: 1090, size: 34), date: Anchor(x: 1440, y: 1174, size: 34),
      footer: Anchor(x: 190, y: 1274, size: 21)),
    LicenseLayout(
      width: 2000, height: 1414, title: Anchor(x: 1000, y: 250, size: 112), titleTracking: 44,
      emblem: Anchor(x: 1000, y: 162, size: 76), copyMark: Anchor(x: 1000, y: 402, size: 36),
      identifier: Anchor(x: 240, y: 286, size: 31), codeSize: 39, codePosition: .below,
      serial: Anchor(x: 260, y: 220, size: 28), qr: Anchor(x: 1560, y: 210, size: 210),
      prompt: Anchor(x: 1360, y: 232, size: 21), promptWidth: 190,
      columns: [
        Column(x: 240, valueX: 440, valueWidth: 620, fields: left),
        Column(
          x: 1150, valueX: 1350, valueWidth: 450,
          fields: [.address, .form, .capital, .established, .term]),
      ],
      top: 520, bottom: 1080, labelSize: 34, labelWidth: 178, labelSuffix: "", valueSize: 32,
      rowGap: 34,
      authority: Anchor(x: 1160, y: 1092, size: 37), date: Anchor(x: 1390, y: 1170, size: 37),
      footer: Anchor(x: 220, y: 1278, size: 21)),
  ]

  private static let single: [License.Field] = [
    .name, .type, .address, .head, .capital, .form, .established, .term, .scope,
  ]

  private static let portrait = [
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 300, size: 104), titleTracking: 56,
      emblem: Anchor(x: 620, y: 210, size: 76), copyMark: Anchor(x: 620, y: 436, size: 36),
      identifier: Anchor(x: 1080, y: 500, size: 27), codeSize: 29, codePosition: .rightAligned,
      serial: Anchor(x: 1080, y: 150, size: 24), qr: Anchor(x: 150, y: 1392, size: 190),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [Column(x: 170, valueX: 400, valueWidth: 660, fields: single)], top: 590,
      bottom: 1380, labelSize: 31, labelWidth: 165, labelSuffix: "", valueSize: 30, rowGap: 26,
      authority: Anchor(x: 560, y: 1430, size: 34), date: Anchor(x: 850, y: 1520, size: 33),
      footer: Anchor(x: 130, y: 1618, size: 20)),
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 270, size: 112), titleTracking: 30,
      emblem: Anchor(x: 620, y: 180, size: 80), copyMark: Anchor(x: 620, y: 412, size: 38),
      identifier: Anchor(x: 330, y: 486, size: 28), codeSize: 30, codePosition: .beside,
      serial: Anchor(x: 1090, y: 140, size: 24), qr: Anchor(x: 170, y: 1400, size: 180),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [
        Column(
          x: 190, valueX: 430, valueWidth: 620,
          fields: [.name, .type, .head, .capital, .form, .established, .term, .address, .scope])
      ], top: 580, bottom: 1390, labelSize: 29, labelWidth: 190, labelSuffix: "", valueSize: 29,
      rowGap: 30, authority: Anchor(x: 600, y: 1420, size: 32),
      date: Anchor(x: 820, y: 1500, size: 32),
      footer: Anchor(x: 150, y: 1622, size: 20)),
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 330, size: 96), titleTracking: 80,
      emblem: Anchor(x: 620, y: 236, size: 82), copyMark: Anchor(x: 620, y: 452, size: 32),
      identifier: Anchor(x: 1060, y: 520, size: 26), codeSize: 28, codePosition: .rightAligned,
      serial: Anchor(x: 1060, y: 176, size: 23), qr: Anchor(x: 880, y: 1420, size: 170),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [Column(x: 200, valueX: 410, valueWidth: 630, fields: single)], top: 610,
      bottom: 1400, labelSize: 29, labelWidth: 0, labelSuffix: "：", valueSize: 29, rowGap: 22,
      authority: Anchor(x: 250, y: 1430, size: 31), date: Anchor(x: 480, y: 1520, size: 31),
      footer: Anchor(x: 150, y: 1620, size: 20)),
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 284, size: 108), titleTracking: 44,
      emblem: Anchor(x: 620, y: 196, size: 74), copyMark: Anchor(x: 620, y: 420, size: 34),
      identifier: Anchor(x: 180, y: 508, size: 28), codeSize: 31, codePosition: .beside,
      serial: Anchor(x: 1070, y: 160, size: 24), qr: Anchor(x: 180, y: 1410, size: 184),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [
        Column(
          x: 220, valueX: 420, valueWidth: 640,
          fields: [.name, .head, .type, .address, .established, .term, .capital, .form, .scope])
      ], top: 600, bottom: 1390, labelSize: 30, labelWidth: 150, labelSuffix: "", valueSize: 30,
      rowGap: 34, authority: Anchor(x: 640, y: 1416, size: 33),
      date: Anchor(x: 860, y: 1506, size: 33),
      footer: Anchor(x: 170, y: 1616, size: 20)),
  ]
}
