internal import Native

/// The look of one license: its layout, fonts and decoration.
struct LicenseLook {
  let layout: LicenseLayout
  let fonts: Fonts
  let frame: Ink
  let paper: Ink
  let hasWaves: Bool
  let watermark: (text: String, size: Double, opacity: Double)?
  let stampOffset: (x: Double, y: Double)
  let stampTurn: Double
  let stampOpacity: Double
  let printsAuthority: Bool
  let phase: Double
  var hasStamp = true

  init(_ generation: Generation, isHeldOut: Bool, _ dice: inout Dice) {
    let layouts = LicenseLayout.all(generation)
    layout = isHeldOut ? layouts[layouts.count - 1] : dice.pick(Array(layouts.dropLast()))
    fonts = Fonts(isHeldOut: isHeldOut, &dice)
    frame = dice.pick([
      Ink(0.72, 0.55, 0.2), Ink(0.6, 0.42, 0.18), Ink(0.35, 0.5, 0.35), Ink(0.7, 0.35, 0.25),
    ])
    paper = dice.pick([.white, Ink(0.995, 0.985, 0.955), Ink(0.98, 0.985, 0.97), .white])
    hasWaves = dice.chance(0.5)
    watermark =
      dice.chance(0.18)
      ? (
        dice.pick(["仅供企业微信认证使用", "仅供微信公众平台认证使用，再复印无效", "复印件与原件一致"]), dice.number(44...64),
        dice.number(0.13...0.22)
      ) : nil
    stampOffset = (dice.number(-70...30), dice.number(-70...10))
    stampTurn = dice.number(-25...25)
    stampOpacity = dice.number(0.5...0.75)
    printsAuthority = dice.chance(0.1)
    phase = dice.number(0...6)
  }
}

extension License {
  func sheet(_ look: LicenseLook) -> Sheet {
    Sheet(
      width: look.layout.width, height: look.layout.height,
      smallestText: look.layout.valueSize * LicenseDrawing.smallestShare
    ) { canvas throws(DrawingError) in
      try LicenseDrawing(license: self, look: look, canvas: canvas).draw()
    }
  }
}

/// Draws one license.
private struct LicenseDrawing {
  let license: License
  let look: LicenseLook
  let canvas: Canvas

  /// Long texts are set smaller, down to this share of the usual size.
  static let smallestShare = 0.86
  private static let shares = [1.0, 0.95, 0.9, smallestShare]

  private var layout: LicenseLayout { look.layout }

  func draw() throws(DrawingError) {
    drawGround()
    try drawHead()
    try drawIdentifier()
    try drawCode()
    for column in layout.columns { try draw(column) }
    try drawFoot()
    if let mark = look.watermark {
      try canvas.drawWatermark(
        mark.text, width: layout.width, height: layout.height, size: mark.size,
        opacity: mark.opacity, family: look.fonts.label)
    }
  }

  private func label(_ size: Double, _ weight: TextStyle.Weight = .medium) -> TextStyle {
    TextStyle(family: look.fonts.label, size: size, weight: weight, ink: Ink(0.1, 0.08, 0.06))
  }

  private func value(_ size: Double) -> TextStyle {
    TextStyle(family: look.fonts.value, size: size, ink: Ink(0.06, 0.06, 0.08), leading: 1.42)
  }

  private func drawGround() {
    canvas.fillAll(look.paper)
    if look.hasWaves {
      canvas.drawWaves(
        x: 110, y: 110, width: layout.width - 220, height: layout.height - 220, step: 9,
        ink: look.frame.faded(to: 0.16), phase: look.phase)
    }
    canvas.drawFrame(
      width: layout.width, height: layout.height, inset: 70, thickness: 26, ink: look.frame)
    canvas.drawEmblem(x: layout.emblem.x, y: layout.emblem.y, radius: layout.emblem.size)
  }

  private func drawHead() throws(DrawingError) {
    var title = label(layout.title.size, .bold)
    title.tracking = layout.titleTracking
    title.alignment = .center
    // Tracking follows the last character too: half of it puts the words back in the middle.
    try canvas.write(
      "营业执照", x: layout.title.x + layout.titleTracking / 2, y: layout.title.y, title)
    guard license.isDuplicate else { return }
    var mark = label(layout.copyMark.size)
    mark.alignment = .center
    let number = license.copyNumber.map { "（\($0)）" } ?? ""
    try canvas.write(
      "（副　本）" + number, x: layout.copyMark.x, y: layout.copyMark.y, mark)
  }

  private func drawIdentifier() throws(DrawingError) {
    let (name, digits) = license.identifier
    let place = layout.identifier
    let nameStyle = label(place.size)
    let codeStyle = value(layout.codeSize)
    let gap = place.size * 0.6
    let nameWidth = try canvas.measure(name, nameStyle).width
    let drop = (place.size - layout.codeSize) * 0.7
    switch layout.codePosition {
    case .below:
      try canvas.write(name, x: place.x, y: place.y, nameStyle)
      try canvas.write(digits, x: place.x, y: place.y + place.size * 1.6, codeStyle)
    case .beside:
      try canvas.write(name, x: place.x, y: place.y, nameStyle)
      try canvas.write(digits, x: place.x + nameWidth + gap, y: place.y + drop, codeStyle)
    case .rightAligned:
      let codeWidth = try canvas.measure(digits, codeStyle).width
      try canvas.write(digits, x: place.x - codeWidth, y: place.y + drop, codeStyle)
      try canvas.write(name, x: place.x - codeWidth - gap - nameWidth, y: place.y, nameStyle)
    }
    guard let serial = license.serial else { return }
    var style = label(layout.serial.size, .normal)
    if layout.serial.x > layout.width * 0.6 { style.alignment = .right }
    let label = license.generation == .landscape2019 ? "证照编号：" : "编号："
    let x = style.alignment == .right ? layout.width - 160 : layout.serial.x
    try canvas.write(label + serial, x: x, y: layout.serial.y, style)
  }

  private func drawCode() throws(DrawingError) {
    guard let code = license.code else { return }
    let place = layout.qr
    try canvas.draw(
      QRCode(code.text, correction: 0), x: place.x, y: place.y, side: place.size)
    guard layout.promptWidth > 0 else { return }
    try canvas.write(
      "扫描二维码登录‘国家企业信用信息公示系统’了解更多登记、备案、许可、监管信息。", x: layout.prompt.x, y: layout.prompt.y,
      width: layout.promptWidth,
      TextStyle(family: look.fonts.label, size: layout.prompt.size, leading: 1.3))
  }

  /// A column's rows at the largest size that fits.
  private func draw(_ column: LicenseLayout.Column) throws(DrawingError) {
    let fields = column.fields.flatMap { $0 == .capital ? [.capital, .paidIn] : [$0] }
    let rows = fields.compactMap { field in
      license.label(field).flatMap { label in license.text(field).map { (label, $0) } }
    }
    var chosen = Self.smallestShare
    for share in Self.shares {
      var height = layout.top
      for (name, text) in rows { height += try rowHeight(name, text, column, share) }
      if height <= layout.bottom {
        chosen = share
        break
      }
    }
    var y = layout.top
    for (name, text) in rows {
      let nameStyle = label(layout.labelSize)
      try canvas.writeSpread(
        name + layout.labelSuffix, x: column.x, y: y, width: layout.labelWidth, nameStyle)
      let style = value(layout.valueSize * chosen)
      // Baselines of label and value meet although the sizes differ.
      let drop = (layout.labelSize - style.size) * 0.9 - style.size * 0.1
      let start = try valueStart(name, column)
      try canvas.write(
        text, x: start, y: y + drop, width: column.valueWidth - (start - column.valueX), style)
      y += try rowHeight(name, text, column, chosen)
    }
  }

  /// A label that is longer than its room pushes its value to the right.
  private func valueStart(
    _ name: String, _ column: LicenseLayout.Column
  ) throws(DrawingError) -> Double {
    let width = try canvas.measure(name + layout.labelSuffix, label(layout.labelSize)).width
    return max(column.valueX, column.x + width + layout.labelSize * 0.5)
  }

  private func rowHeight(
    _ name: String, _ text: String, _ column: LicenseLayout.Column, _ share: Double
  ) throws(DrawingError) -> Double {
    let style = value(layout.valueSize * share)
    let room = column.valueWidth - (try valueStart(name, column) - column.valueX)
    return try canvas.measure(text, width: room, style).height + layout.rowGap * share
  }

  private func drawFoot() throws(DrawingError) {
    let name = "登记机关" + (look.printsAuthority ? "：" + license.authority : "")
    let style = label(layout.authority.size)
    // A long authority starts further left rather than run into the frame.
    let room = layout.width - 150 - (try canvas.measure(name, style).width)
    try canvas.write(name, x: min(layout.authority.x, room), y: layout.authority.y, style)
    var dateStyle = value(layout.date.size)
    dateStyle.leading = 0
    let extent = try canvas.measure(license.issuedText, dateStyle)
    let dateX = min(layout.date.x, layout.width - 150 - extent.width)
    try canvas.write(license.issuedText, x: dateX, y: layout.date.y, dateStyle)
    guard look.hasStamp else { return try drawFooters() }
    try canvas.drawStamp(
      license.authority, x: dateX + extent.width / 2 + look.stampOffset.x,
      y: layout.date.y + look.stampOffset.y, radius: layout.width == 2000 ? 128 : 118,
      degrees: look.stampTurn, opacity: look.stampOpacity, family: look.fonts.label)
    try drawFooters()
  }

  private func drawFooters() throws(DrawingError) {
    var style = label(layout.footer.size, .normal)
    let place = layout.footer
    let right = layout.width - place.x
    switch license.generation {
    case .landscape2019:
      try canvas.write("国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", x: place.x, y: place.y, style)
      style.alignment = .right
      try canvas.write("国家市场监督管理总局监制", x: right, y: place.y, style)
      guard license.isDuplicate else { return }
      style.alignment = .center
      style.size = place.size * 0.85
      try canvas.write(
        "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告。", x: layout.width / 2 + 90,
        y: place.y - place.size * 1.5, style)
    case .portrait2014:
      try canvas.write("企业信用信息公示系统网址：http://gsxt.saic.gov.cn", x: place.x, y: place.y, style)
      style.alignment = .right
      try canvas.write(
        "中华人民共和国国家工商行政管理总局监制", x: right, y: place.y, style)
    }
  }
}
