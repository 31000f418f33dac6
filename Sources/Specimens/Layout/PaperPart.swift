/// A part of a license that lies at one place of the paper.
enum PaperPart: Hashable {
  case row(License.Field)
  case emblem, title, copyMark, identifier, serial, code, stamp, issueDate

  /// Whether a fact, named without its prefix, is read from this part.
  func carries(_ key: String) -> Bool {
    switch self {
    case .row(.name): key == "name"
    case .row(.type): key == "type"
    case .row(.form): key == "form"
    case .row(.head): key == "legal_representative"
    case .row(.capital): key.hasPrefix("registered_capital")
    case .row(.paidIn): key == "paid_in_capital"
    case .row(.established): key == "established_on"
    case .row(.term): key.hasPrefix("term_")
    case .row(.address): key == "address"
    case .row(.scope): key == "scope"
    case .emblem: key == "has_emblem"
    case .title: key == "electronic"
    case .copyMark: key == "copy"
    case .identifier: key == "credit_code" || key == "registration_number"
    case .serial: key == "serial_number"
    case .code: key.hasPrefix("qr_")
    case .stamp: ["has_stamp", "stamp_text", "authority"].contains(key)
    case .issueDate: key == "issued_on"
    }
  }
}

/// Where something lies on a sheet, in its units.
struct SheetBox {
  let x: Double
  let y: Double
  let width: Double
  let height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The square around a disc.
  init(around x: Double, _ y: Double, radius: Double) {
    self.init(x: x - radius, y: y - radius, width: radius * 2, height: radius * 2)
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Double { y + height / 2 }
}
