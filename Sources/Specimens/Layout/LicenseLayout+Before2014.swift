extension LicenseLayout {
  private static let earlier: [License.Field] = [
    .name, .address, .head, .capital, .type, .form, .scope, .established, .term,
  ]

  /// The forms of before 2014, upright; the last is reserved for held-out specimens.
  static let before2014 = [
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 290, size: 84), titleTracking: 18,
      emblem: Anchor(x: 620, y: 200, size: 74), copyMark: Anchor(x: 620, y: 412, size: 34),
      identifier: Anchor(x: 1070, y: 490, size: 28), codeSize: 30, codePosition: .rightAligned,
      serial: Anchor(x: 1080, y: 150, size: 23), qr: Anchor(x: 0, y: 0, size: 0),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [Column(x: 160, valueX: 420, valueWidth: 660, fields: earlier)], top: 580,
      bottom: 1380, labelSize: 30, labelWidth: 225, labelSuffix: "", valueSize: 30, rowGap: 30,
      authority: Anchor(x: 640, y: 1430, size: 33), date: Anchor(x: 760, y: 1520, size: 33),
      footer: Anchor(x: 140, y: 1618, size: 20)),
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 270, size: 90), titleTracking: 8,
      emblem: Anchor(x: 620, y: 184, size: 70), copyMark: Anchor(x: 620, y: 396, size: 36),
      identifier: Anchor(x: 640, y: 478, size: 27), codeSize: 29, codePosition: .beside,
      serial: Anchor(x: 1080, y: 140, size: 23), qr: Anchor(x: 0, y: 0, size: 0),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [
        Column(
          x: 170, valueX: 450, valueWidth: 620,
          fields: [.name, .address, .head, .capital, .type, .form, .scope, .term, .established])
      ], top: 560, bottom: 1370, labelSize: 31, labelWidth: 0, labelSuffix: "", valueSize: 29,
      rowGap: 38, authority: Anchor(x: 680, y: 1410, size: 32),
      date: Anchor(x: 740, y: 1500, size: 32),
      footer: Anchor(x: 150, y: 1620, size: 20)),
    LicenseLayout(
      width: 1240, height: 1754, title: Anchor(x: 620, y: 310, size: 80), titleTracking: 26,
      emblem: Anchor(x: 620, y: 214, size: 78), copyMark: Anchor(x: 620, y: 430, size: 32),
      identifier: Anchor(x: 1060, y: 512, size: 27), codeSize: 28, codePosition: .rightAligned,
      serial: Anchor(x: 1070, y: 160, size: 23), qr: Anchor(x: 0, y: 0, size: 0),
      prompt: Anchor(x: 0, y: 0, size: 0), promptWidth: 0,
      columns: [
        Column(
          x: 190, valueX: 430, valueWidth: 640,
          fields: [.name, .head, .address, .capital, .type, .form, .scope, .established, .term])
      ], top: 600, bottom: 1390, labelSize: 29, labelWidth: 215, labelSuffix: "", valueSize: 29,
      rowGap: 34, authority: Anchor(x: 660, y: 1420, size: 32),
      date: Anchor(x: 720, y: 1510, size: 32),
      footer: Anchor(x: 160, y: 1616, size: 20)),
  ]
}
