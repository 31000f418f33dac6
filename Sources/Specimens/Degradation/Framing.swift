internal import Glibc

/// The size of the frame and of the page in it, in pixels.
struct Framing {
  let width: Int
  let height: Int
  /// Also the width that the page is drawn at, so that resampling neither invents nor loses detail.
  let pageWidth: Int
  /// Whether the page reaches beyond the frame on all sides.
  var isFilled = false

  /// Of a view; pictures that become small are taken at twice their size.
  init(
    _ quality: Quality, sheet: Sheet, view: PictureView.Size, longestSide: Double,
    _ dice: inout Dice
  ) {
    switch view {
    case .usual: self.init(quality, sheet: sheet, longestSide: longestSide, &dice)
    case .small(let side):
      let isPhoto = quality == .photo || quality == .poorPhoto
      let margin = isPhoto ? dice.number(0.03...0.08) : 0.006
      let long = side * 2 / (1 + margin * 2)
      let page = long * min(1, sheet.width / sheet.height)
      self.init(page: page, height: page * sheet.height / sheet.width, margin: margin * long)
    case .scene(let letter):
      let page = letter / sheet.smallestText * sheet.width * dice.number(1...1.15)
      self.init(page: page, height: page * sheet.height / sheet.width, margin: 0)
      isFilled = true
    }
  }

  /// A frame with the same margin on all sides.
  private init(page: Double, height pageHeight: Double, margin: Double) {
    pageWidth = Int(page.rounded())
    width = Int((page + margin * 2).rounded())
    height = Int((pageHeight + margin * 2).rounded())
  }

  init(_ quality: Quality, sheet: Sheet, longestSide: Double, _ dice: inout Dice) {
    let aspect = sheet.width / sheet.height
    let isCard = sheet.width < 1100
    // The em of the smallest text must keep this many pixels, or nobody could read it.
    let em: Double =
      switch quality {
      case .poorPhoto: 16
      case .photo: 17
      case .scan, .photocopy, .digital: 18
      }
    let least = em / sheet.smallestText * sheet.width
    let wanted = Self.pageWidth(quality, isCard: isCard, isWide: aspect > 1, &dice)
    let page = max(least, min(wanted, aspect > 1 ? longestSide : longestSide * aspect))
    pageWidth = Int(page.rounded())
    let pageHeight = page / aspect
    switch quality {
    case .scan, .photocopy, .digital:
      let margin =
        isCard ? dice.number(0.02...0.35) : dice.chance(0.5) ? dice.number(0.005...0.06) : 0.004
      width = Int((page * (1 + margin * 2)).rounded())
      height = Int((pageHeight + page * margin * 2 * dice.number(0.6...1.2)).rounded())
    case .photo, .poorPhoto:
      let fill = isCard ? dice.number(0.6...0.88) : dice.number(0.76...0.92)
      let frameAspect = dice.pick([4.0 / 3, 4.0 / 3, 3.0 / 2, 16.0 / 9])
      let ratio = aspect > 1 ? frameAspect : 1 / frameAspect
      // The frame is as narrow as the page's fuller side allows.
      let frameWidth = max(page / fill, pageHeight / fill * ratio)
      width = Int(frameWidth.rounded())
      height = Int((frameWidth / ratio).rounded())
    }
  }

  private static func pageWidth(
    _ quality: Quality, isCard: Bool, isWide: Bool, _ dice: inout Dice
  ) -> Double {
    if isCard {
      switch quality {
      case .scan, .digital: return dice.number(810.0...2020)
      case .photocopy: return dice.number(760.0...1500)
      case .photo: return dice.number(900.0...2400)
      case .poorPhoto: return dice.number(560.0...950)
      }
    }
    // Long side of the sheet.
    let long: Double =
      switch quality {
      case .scan, .digital: dice.number(1600.0...3000)
      case .photocopy: dice.number(1550.0...2500)
      case .photo: dice.chance(0.8) ? dice.number(1450.0...2400) : dice.number(2400.0...3300)
      case .poorPhoto: dice.number(1000.0...1350)
      }
    return isWide ? long : long / 1.4142
  }
}
