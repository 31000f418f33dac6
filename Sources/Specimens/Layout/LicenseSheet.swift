internal import Native

extension License {
  func sheet(_ look: LicenseLook) -> Sheet {
    Sheet(
      width: look.layout.width, height: look.layout.height,
      smallestText: look.layout.valueSize * LicenseDrawing.smallestShare
    ) { canvas throws(DrawingError) in
      var drawing = LicenseDrawing(license: self, look: look, canvas: canvas)
      try drawing.draw()
    }
  }

  /// Returns where the parts of the license lie on its sheet.
  func places(_ look: LicenseLook) throws(DrawingError) -> [PaperPart: SheetBox] {
    var drawing = LicenseDrawing(
      license: self, look: look, canvas: try Canvas.picture(width: 8, height: 8, unit: 1))
    try drawing.draw()
    return drawing.places
  }
}

/// Draws one license.
struct LicenseDrawing {
  let license: License
  let look: LicenseLook
  let canvas: Canvas
  /// Where what was drawn lies.
  var places: [PaperPart: SheetBox] = [:]

  init(license: License, look: LicenseLook, canvas: Canvas) {
    self.license = license
    self.look = look
    self.canvas = canvas
  }

  var layout: LicenseLayout { look.layout }

  mutating func draw() throws(DrawingError) {
    drawGround()
    for layer in look.traits.ground { try layer.draw(on: canvas, layout, places) }
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
    for layer in look.traits.layers { try layer.draw(on: canvas, layout, places) }
  }

  func label(_ size: Double, _ weight: TextStyle.Weight = .medium) -> TextStyle {
    TextStyle(family: look.fonts.label, size: size, weight: weight, ink: Ink(0.1, 0.08, 0.06))
  }

  func value(_ size: Double) -> TextStyle {
    TextStyle(family: look.fonts.value, size: size, ink: Ink(0.06, 0.06, 0.08), leading: 1.42)
  }

  private mutating func drawGround() {
    if look.traits.isOneOfSeveral {
      canvas.fillRectangle(x: 0, y: 0, width: layout.width, height: layout.height, look.paper)
    } else {
      canvas.fillAll(look.paper)
    }
    if look.hasWaves {
      canvas.drawWaves(
        x: 110, y: 110, width: layout.width - 220, height: layout.height - 220, step: 9,
        ink: look.frame.faded(to: 0.16), phase: look.phase)
    }
    canvas.drawFrame(
      width: layout.width, height: layout.height, inset: 70, thickness: 26, ink: look.frame)
    let emblem = layout.emblem
    canvas.drawEmblem(x: emblem.x, y: emblem.y, radius: emblem.size)
    places[.emblem] = SheetBox(around: emblem.x, emblem.y, radius: emblem.size)
  }

  private mutating func drawHead() throws(DrawingError) {
    var title = label(layout.title.size, .bold)
    title.tracking = layout.titleTracking
    title.alignment = .center
    // Tracking follows the last character too: half of it puts the words back in the middle.
    places[.title] = try write(
      license.title, x: layout.title.x + layout.titleTracking / 2, y: layout.title.y, title)
    guard license.isDuplicate else { return }
    var mark = label(layout.copyMark.size)
    mark.alignment = .center
    let number = license.copyNumber.map { "（\($0)）" } ?? ""
    places[.copyMark] = try write(
      "（副　本）" + number, x: layout.copyMark.x, y: layout.copyMark.y, mark)
  }

  private mutating func drawIdentifier() throws(DrawingError) {
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
      places[.identifier] = try write(
        digits, x: place.x, y: place.y + place.size * 1.6, codeStyle)
    case .beside:
      try canvas.write(name, x: place.x, y: place.y, nameStyle)
      places[.identifier] = try write(
        digits, x: place.x + nameWidth + gap, y: place.y + drop, codeStyle)
    case .rightAligned:
      let x = place.x - (try canvas.measure(digits, codeStyle).width)
      places[.identifier] = try write(digits, x: x, y: place.y + drop, codeStyle)
      try canvas.write(name, x: x - gap - nameWidth, y: place.y, nameStyle)
    }
    guard let serial = license.serial else { return }
    var style = label(layout.serial.size, .normal)
    if layout.serial.x > layout.width * 0.6 { style.alignment = .right }
    let label = license.generation == .landscape2019 ? "证照编号：" : "编号："
    let right = style.alignment == .right ? layout.width - 160 : layout.serial.x
    places[.serial] = try write(label + serial, x: right, y: layout.serial.y, style)
  }

  private mutating func drawCode() throws(DrawingError) {
    guard let code = license.code else { return }
    let place = layout.qr
    try canvas.draw(
      QRCode(code.text, correction: 0), x: place.x, y: place.y, side: place.size)
    places[.code] = SheetBox(x: place.x, y: place.y, width: place.size, height: place.size)
    guard layout.promptWidth > 0 else { return }
    try canvas.write(
      "扫描二维码登录‘国家企业信用信息公示系统’了解更多登记、备案、许可、监管信息。", x: layout.prompt.x, y: layout.prompt.y,
      width: layout.promptWidth,
      TextStyle(family: look.fonts.label, size: layout.prompt.size, leading: 1.3))
  }

  /// Writes a text and returns where it lies.
  func write(
    _ text: String, x: Double, y: Double, width: Double? = nil, _ style: TextStyle
  ) throws(DrawingError) -> SheetBox {
    let extent = try canvas.write(text, x: x, y: y, width: width, style)
    let left =
      switch style.alignment {
      case .left: x
      case .center: x - extent.width / 2
      case .right: x - extent.width
      }
    return SheetBox(x: left, y: y, width: extent.width, height: extent.height)
  }

  private mutating func drawFoot() throws(DrawingError) {
    let name = "登记机关" + (look.printsAuthority ? "：" + license.authority : "")
    let style = label(layout.authority.size)
    // A long authority starts further left rather than run into the frame.
    let room = layout.width - 150 - (try canvas.measure(name, style).width)
    try canvas.write(name, x: min(layout.authority.x, room), y: layout.authority.y, style)
    let date = try drawDate()
    places[.issueDate] = date
    guard look.hasStamp else { return try drawFooters() }
    let radius: Double = layout.width == 2000 ? 128 : 118
    let x = date.x + date.width / 2 + look.stampOffset.x
    let y = layout.date.y + look.stampOffset.y
    try canvas.drawStamp(
      license.authority, x: x, y: y, radius: radius, degrees: look.stampTurn,
      opacity: look.stampOpacity, family: look.fonts.label)
    places[.stamp] = SheetBox(around: x, y, radius: radius)
    try drawFooters()
  }

  private func drawDate() throws(DrawingError) -> SheetBox {
    if let foot = look.traits.foot { return try foot.draw(license, look, on: canvas) }
    var style = value(layout.date.size)
    style.leading = 0
    let extent = try canvas.measure(license.issuedText, style)
    let x = min(layout.date.x, layout.width - 150 - extent.width)
    return try write(license.issuedText, x: x, y: layout.date.y, style)
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
    case .before2014:
      style.alignment = .right
      try canvas.write("中华人民共和国国家工商行政管理总局制", x: right, y: place.y, style)
    }
  }
}
